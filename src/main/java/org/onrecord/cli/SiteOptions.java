// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.evidence.TextFolder;
import org.onrecord.site.data.Origin;
import org.onrecord.site.kind.Passages;
import org.onrecord.site.page.HeldTexts;
import org.onrecord.site.page.Site;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator says of the site that {@code serve} runs; each flag has a variable of the environment. */
public final class SiteOptions {
    @Option(
            names = "--public-url",
            defaultValue = "${env:ONRECORD_PUBLIC_URL}",
            paramLabel = "URL",
            description =
                    "Where readers reach this server, such as https://example.org: for the feed, the list of addresses and OpenAPI. ONRECORD_PUBLIC_URL. Default: what each reader asked.")
    private Optional<String> publicUrl = Optional.empty();

    @Option(
            names = "--contact",
            defaultValue = "${env:ONRECORD_CONTACT}",
            paramLabel = "MAIL",
            description =
                    "A mail address for errors in the data and weaknesses of the server, shown on every page. ONRECORD_CONTACT. Default: none.")
    private Optional<String> contact = Optional.empty();

    @Option(
            names = "--articles",
            defaultValue = "${env:ONRECORD_ARTICLES}",
            paramLabel = "DIR",
            description =
                    "A folder with texts of articles that you hold: pages show a statement's words in their place, with at most 160 code points on each side. ONRECORD_ARTICLES. Default: none.")
    private Optional<Path> articles = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Where the site stands.
     *
     * @throws ParameterException if what was given is no address
     */
    public Origin origin() {
        try {
            return publicUrl.filter(url -> !url.isBlank()).map(Origin::of).orElse(Origin.ASKED);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--public-url: " + e.getMessage(), e);
        }
    }

    /**
     * What the pages say of the operator, and the texts that he holds; {@code err} is told of files that are no texts.
     *
     * @throws org.onrecord.source.UnreadableFileException if the folder of texts cannot be read
     */
    public Site site(PrintWriter err) {
        Optional<TextFolder> held =
                articles.filter(folder -> !folder.toString().isBlank()).map(TextFolder::read);
        held.ifPresent(folder -> folder.notes().forEach(note -> err.println("onrecord: " + note)));
        return new Site(
                contact.filter(mail -> !mail.isBlank()),
                held.<Passages>map(folder -> new HeldTexts(folder.texts())).orElse(Passages.NONE));
    }
}
