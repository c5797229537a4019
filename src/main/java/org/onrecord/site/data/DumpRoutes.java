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
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.release.Profile;
import org.onrecord.release.Release;
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
 * @param published its files
 * @param pages renders the pages
 * @param origin the origin of the site
 */
public record DumpRoutes(Release release, PublishedDumps published, Pages pages, Origin origin) {
    /** Adds the routes. */
    public void add(Map<String, Route> routes) {
        Route dumps =
                Route.get("dumps", request -> list(request, () -> manifest().text()));
        routes.put("/dumps", dumps);
        routes.put("/dumps/", dumps);
        routes.put("/dumps/*", Route.get("dump", new DumpFileHandler(published)::reply));
        routes.put("/dataset", Route.get("dataset", this::dataset));
        routes.put("/dataset.*", Route.get("dataset", this::dataset));
        routes.put("/.well-known/void", Route.get("void", this::dataset));
        routes.put("/changes", Route.get("changes", request -> list(request, this::changes)));
        routes.put("/changes.*", Route.get("changes", request -> list(request, this::changes)));
    }

    private Manifest manifest() {
        return published.files().manifest();
    }

    private Reply list(HttpServletRequest request, Supplier<String> json) {
        Optional<String> requested = Parameters.of(request).one("format");
        Format format = Choice.of(request).among(Choice.PAGE, requested, request);
        return format == Format.HTML ? page(request) : Conditional.of(request, format.contentType(), json.get());
    }

    private Reply page(HttpServletRequest request) {
        List<ReleaseFile> files =
                published.soon().map(written -> written.manifest().files()).orElse(List.of());
        String html = pages.dataset(Choice.of(request).path(), release.quads(), files, structured(files));
        return Conditional.of(request, Format.HTML.contentType(), html).with("Content-Language", "en");
    }

    /** The current release. {@code earlier} is empty: the server has only one release. */
    private String changes() {
        return JSON.createObjectBuilder()
                        .add("release", release.hash())
                        .add("earlier", JSON.createArrayBuilder())
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
        Metadata metadata = published.files().metadata();
        if (format == Format.TURTLE) {
            return metadata.turtle(origin);
        }
        Graph graph = metadata.at(origin);
        DatasetGraph none = DatasetGraphFactory.empty();
        return new GraphWriter(Context.of(graph), Layout.of(release.base()), none).write(graph, format, dataset);
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
