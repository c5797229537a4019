// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.evidence.TextFolder;
import org.onrecord.site.data.Origin;
import org.onrecord.site.kind.Passages;
import org.onrecord.site.page.Site;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Site options of {@code serve}. Each has an environment variable, which the option overrides. */
public final class SiteOptions {
    @Option(
            names = "--public-url",
            defaultValue = "${env:ONRECORD_PUBLIC_URL}",
            paramLabel = "URL",
            description =
                    "Public URL of this server, such as https://example.org or https://example.org/kg/, for feed, sitemap and OpenAPI. A proxy removes the path from requests. ONRECORD_PUBLIC_URL. Default: the URL of the request.")
    private Optional<String> publicUrl = Optional.empty();

    @Option(
            names = "--contact",
            defaultValue = "${env:ONRECORD_CONTACT}",
            paramLabel = "MAIL",
            description =
                    "Mail address for errors in the data and security issues, shown on every page. ONRECORD_CONTACT. Default: none.")
    private Optional<String> contact = Optional.empty();

    @Option(
            names = "--articles",
            defaultValue = "${env:ONRECORD_ARTICLES}",
            paramLabel = "DIR",
            description =
                    "Folder with article texts: pages show the words of a statement in context, at most 160 code points on each side. ONRECORD_ARTICLES. Default: none.")
    private Optional<Path> articles = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The public origin of the site.
     *
     * @throws ParameterException if the URL is invalid
     */
    public Origin origin() {
        try {
            return publicUrl.filter(url -> !url.isBlank()).map(Origin::of).orElse(Origin.ASKED);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--public-url: " + e.getMessage(), e);
        }
    }

    /**
     * The operator's contact and article texts. Skipped files are reported to {@code err}.
     *
     * @throws org.onrecord.source.UnreadableFileException if the folder of texts cannot be read
     */
    public Site site(PrintWriter err) {
        Optional<TextFolder> held =
                articles.filter(folder -> !folder.toString().isBlank()).map(TextFolder::read);
        held.ifPresent(folder -> folder.notes().forEach(note -> err.println("onrecord: " + note)));
        return new Site(
                contact.filter(mail -> !mail.isBlank()),
                held.map(folder -> new Passages(folder.texts())).orElse(Passages.NONE));
    }
}
