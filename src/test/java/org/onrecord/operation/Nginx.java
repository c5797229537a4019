// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An nginx of its own with the guide's example: other ports, a certificate made for the test, files in one folder. */
public final class Nginx implements AutoCloseable {
    private static final int MOST_TRIES = 200;
    private static final Pattern REPLICA = Pattern.compile("replica(\\d)\\.example:3030");

    private final Process process;
    private final Path certificate;
    private final int port;

    private Nginx(Process process, Path certificate, int port) {
        this.process = process;
        this.certificate = certificate;
        this.port = port;
    }

    /** Starts it in front of a server at a port; returns when it listens. */
    static Nginx start(Path folder, int server) throws IOException, InterruptedException {
        return start(folder, server, Guide.example("Reverse proxy (nginx)"));
    }

    /** Starts it with a changed example. */
    static Nginx start(Path folder, int server, String example) throws IOException, InterruptedException {
        return start(folder, example.replace("127.0.0.1:3030", "127.0.0.1:" + server));
    }

    /** The guides' example for several replicas, at a higher rate for a client. */
    public static String inFrontOf(List<String> addresses) throws IOException {
        StringBuilder replicas = new StringBuilder();
        for (String line : Guide.example(Guide.REPLICAS, "Behind nginx").lines().toList()) {
            Matcher server = REPLICA.matcher(line);
            if (!server.find()) {
                replicas.append(line).append('\n');
            } else if (Integer.parseInt(server.group(1)) <= addresses.size()) {
                String address = addresses.get(Integer.parseInt(server.group(1)) - 1);
                replicas.append(server.replaceFirst(address)).append('\n');
            }
        }
        return Guide.example("Reverse proxy (nginx)")
                .replace("rate=20r/s", "rate=2000r/s")
                .replaceFirst("(?s)upstream onrecord \\{.*?\\}\n", Matcher.quoteReplacement(replicas.toString()));
    }

    /** Starts it with an example that has the addresses of its servers. */
    public static Nginx start(Path folder, String example) throws IOException, InterruptedException {
        Path program = Needed.program("nginx", "nginx-light");
        Path certificate = certificate(folder);
        int port = free();
        Path config = Files.writeString(folder.resolve("nginx.conf"), config(folder, port, example));
        Process process = new ProcessBuilder(
                        program.toString(), "-p", folder.toString(), "-c", config.toString(), "-e", "stderr")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, certificate, port);
        nginx.await(folder);
        return nginx;
    }

    private static String config(Path folder, int port, String example) {
        String changed = example.replace("listen 443 ", "listen 127.0.0.1:" + port + " ")
                .replace("/etc/ssl/onrecord", folder.toString());
        return """
                daemon off;
                pid %1$s/nginx.pid;
                error_log stderr;
                events {}
                http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, changed);
    }

    private static Path certificate(Path folder) throws IOException, InterruptedException {
        Path openssl = Needed.program("openssl", "openssl");
        Path certificate = folder.resolve("fullchain.pem");
        String[] command = {
            openssl.toString(),
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=onrecord.example",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            folder.resolve("privkey.pem").toString(),
            "-out",
            certificate.toString()
        };
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("openssl.log")));
        }
        return certificate;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path folder) throws IOException {
        for (int i = 0; i < MOST_TRIES && process.isAlive(); i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IllegalStateException("nginx does not listen: " + Files.readString(folder.resolve("nginx.log")));
    }

    /** The URL of a path. */
    public String url(String path) {
        return "https://127.0.0.1:" + port + path;
    }

    /** Sends the head of a request as it is; gives back all that comes. */
    String raw(String head) throws IOException, GeneralSecurityException {
        try (Socket socket = trust().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Trusts this one certificate, and nothing else. */
    public SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            known.setCertificateEntry(
                    "nginx", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
