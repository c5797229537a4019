// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.release.Profile;
import org.onrecord.release.Release;
import org.onrecord.release.chain.ChainRecord;
import org.onrecord.release.chain.ChainRecord.Position;
import org.onrecord.release.chain.ReleaseChain;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.release.metadata.Metadata;
import org.onrecord.site.page.Pages;
import org.onrecord.site.thing.SchemaOrg;
import org.onrecord.source.Layout;
import org.onrecord.vocabulary.Format;

/**
 * Routes of dumps and dataset metadata: {@code /dumps/}, {@code /dataset}, {@code /.well-known/void}, {@code /changes}.
 *
 * @param release the release
 * @param dumps its files
 * @param pages renders the pages
 * @param origin the origin of the site
 * @param chain the chain of releases
 */
public record DumpRoutes(Release release, Dumps dumps, Pages pages, Origin origin, ReleaseChain chain) {
    /** The length in characters from which on further records are left to the next request. */
    private static final long RECORDS = 1L << 20;

    /**
     * The dumps of a release.
     *
     * @param own of this release
     * @param shelf those that can be downloaded
     */
    public record Dumps(PublishedDumps own, DumpShelf shelf) {}

    /** Adds the routes. */
    public void add(Map<String, Route> routes) {
        Route list =
                Route.get("dumps", request -> list(request, () -> manifest().text()));
        routes.put("/dumps", list);
        routes.put("/dumps/", list);
        routes.put("/dumps/*", Route.get("dump", new DumpFileHandler(dumps)::reply));
        routes.put("/dataset", Route.get("dataset", this::dataset));
        routes.put("/dataset.*", Route.get("dataset", this::dataset));
        routes.put("/.well-known/void", Route.get("void", this::dataset));
        routes.put("/changes", Route.get("changes", this::changes));
        routes.put("/changes.*", Route.get("changes", this::changes));
    }

    private Manifest manifest() {
        return dumps.own().files().manifest();
    }

    private Reply list(HttpServletRequest request, Supplier<String> json) {
        Optional<String> requested = Parameters.of(request).one("format");
        Format format = Choice.of(request).among(Choice.PAGE, requested, request);
        return format == Format.HTML ? page(request) : Conditional.of(request, format.contentType(), json.get());
    }

    private Reply page(HttpServletRequest request) {
        List<ReleaseFile> files =
                dumps.own().soon().map(written -> written.manifest().files()).orElse(List.of());
        String html = pages.dataset(Choice.of(request).path(), release.quads(), files, structured(files));
        return Conditional.of(request, Format.HTML.contentType(), html).with("Content-Language", "en");
    }

    /** The chain of releases, or the records after a release. */
    private Reply changes(HttpServletRequest request) {
        Optional<String> since = Parameters.of(request).one("since");
        return since.isPresent() ? records(request, since.get()) : list(request, this::releases);
    }

    private Reply records(HttpServletRequest request, String since) {
        if (!ChainRecord.isHash(since)) {
            throw Parameters.bad("since must be the hash of a release: 64 hex digits in lower case.");
        }
        List<ChainRecord> records = chain.log()
                .since(since, RECORDS)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NO_SUCH_RELEASE,
                        "Release " + since + " is not in the log of changes. Load the current release from /dumps/."));
        String text = records.stream().map(ChainRecord::text).collect(Collectors.joining());
        String last = records.isEmpty()
                ? since
                : records.get(records.size() - 1).position().release();
        return Conditional.of(request, "application/rdf-patch;charset=utf-8", text)
                .with("Cache-Control", "no-cache")
                .with("Onrecord-Changes-Left", Long.toString(chain.log().after(last)));
    }

    /** The current release and earlier ones, as hashes, newest first, and as places in the chain, oldest first. */
    private String releases() {
        List<Position> positions = chain.positions(release.hash());
        JsonArrayBuilder earlier = JSON.createArrayBuilder();
        for (int at = positions.size() - 2; at >= 0; at--) {
            earlier.add(positions.get(at).release());
        }
        JsonArrayBuilder places = JSON.createArrayBuilder();
        positions.forEach(place -> places.add(JSON.createObjectBuilder()
                .add("chain", place.chain())
                .add("number", place.number())
                .add("release", place.release())));
        return JSON.createObjectBuilder()
                        .add("release", release.hash())
                        .add("earlier", earlier)
                        .add("chain", places)
                        .build()
                + "\n";
    }

    private Reply dataset(HttpServletRequest request) {
        Optional<String> requested = Parameters.of(request).one("format");
        Choice choice = Choice.of(request);
        List<Format> formats = choice.path().endsWith("/void")
                ? ThingHandler.FORMATS.subList(1, ThingHandler.FORMATS.size())
                : ThingHandler.FORMATS;
        Format format = choice.among(formats, requested, request);
        if (format == Format.HTML) {
            return page(request);
        }
        String dataset = release.base().dataset();
        String text = metadata(format, origin.of(request), dataset);
        return Conditional.of(request, format.contentType(), text).with("Link", "<" + dataset + ">; rel=\"cite-as\"");
    }

    private String metadata(Format format, String origin, String dataset) {
        Metadata metadata = dumps.own().files().metadata();
        if (format == Format.TURTLE) {
            return metadata.turtle(origin);
        }
        Graph graph = metadata.at(origin);
        DatasetGraph none = DatasetGraphFactory.empty();
        return new GraphWriter(() -> Context.of(graph), Layout.of(release.base()), none).write(graph, format, dataset);
    }

    /** The schema.org description, with relative URLs if no public address is declared; escaped for script elements. */
    private String structured(List<ReleaseFile> dumps) {
        Profile profile = release.profile();
        JsonArrayBuilder files = JSON.createArrayBuilder();
        for (ReleaseFile file : dumps) {
            files.add(JSON.createObjectBuilder()
                    .add("@type", "DataDownload")
                    .add("name", file.name())
                    .add("encodingFormat", file.mediaType())
                    .add("contentSize", file.bytes() + " B")
                    .add("sha256", file.sha256())
                    .add("contentUrl", origin.relative() + "/dumps/" + file.name()));
        }
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "Dataset")
                .add("@id", release.base().dataset())
                .add("name", profile.title())
                .add("description", profile.description())
                .add("license", profile.licence())
                .add("identifier", release.hash())
                .add("version", release.hash())
                .add("url", origin.relative() + "/dataset")
                .add(
                        "creator",
                        JSON.createObjectBuilder().add("@type", "Organization").add("name", profile.publisher()))
                .add("distribution", files);
        return SchemaOrg.embedded(json);
    }
}
