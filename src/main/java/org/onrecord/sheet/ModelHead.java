// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.curation.EditRefusedException;
import org.onrecord.curation.HomeEdit;
import org.onrecord.curation.Tombstones;
import org.onrecord.evidence.ArticleText;
import org.onrecord.sheet.coding.Things;
import org.onrecord.sheet.propose.NewArticle;
import org.onrecord.sheet.propose.SheetProposal;
import org.onrecord.sheet.write.YamlText;
import org.onrecord.vocabulary.Rec;

/**
 * The head of a sheet that a model is to write. What a model cannot correct is refused here, before it is asked.
 *
 * @param known the data and ontology of the home
 */
public record ModelHead(HomeEdit edit, Graph known) {
    private static final Set<String> ORGANIZATION = Set.of("organization");

    /**
     * What is given of an article.
     *
     * @param slug its slug
     * @param url its address
     * @param published the day of publication, an ISO date; empty if unknown
     * @param publisher a reference to an organization; empty for that of other articles of the host
     */
    public record Given(String slug, String url, String published, String publisher) {}

    /**
     * Head and coding of the sheet.
     *
     * @throws EditRefusedException if a sheet with this head cannot compile
     */
    SheetProposal.Known of(ArticleText text, Given given) {
        Node article = NodeFactory.createURI(edit.base().thing("article/" + given.slug()));
        if (Tombstones.of(edit, article).isPresent()) {
            throw new EditRefusedException("article/" + given.slug()
                    + " was withdrawn; give another --id, or bring it back: onrecord compile SHEET --restore");
        }
        if (known.contains(Node.ANY, Rec.DIGEST, NodeFactory.createLiteralString(text.digest()))) {
            throw new EditRefusedException(
                    "The home has an article with the text '" + text.name() + "'; one text is one article");
        }
        if (!edit.validate().conforms()) {
            throw new EditRefusedException(
                    "The home does not conform, so that no sheet of it compiles; see: onrecord validate --home "
                            + edit.home().root());
        }
        if (!given.url().matches("https?://\\S+")) {
            throw new EditRefusedException("Invalid address '" + given.url()
                    + "' of the article; give it with --url https://..., since a model does not know it");
        }
        return head(given);
    }

    /** The lines of a head for a chat, which has no other way to know it; what is not known is said so. */
    String lines(ArticleText text, Given given) {
        Things things = new Things(edit.base(), List.of(known));
        String url = given.url().isEmpty() ? "https://unknown.invalid/" + given.slug() : given.url();
        SheetProposal.Known found =
                new NewArticle(known, things).known(given.slug(), url, given.published(), Instant.now());
        String publisher =
                given.publisher().isEmpty() ? found.values().getOrDefault("publisher", "") : given.publisher();
        YamlText out = new YamlText(0);
        out.value(0, "article", given.slug());
        out.value(0, "text", text.name());
        out.value(0, "publisher", publisher.isEmpty() ? "organization/unknown-publisher" : publisher);
        out.value(0, "url", url);
        if (!given.published().isEmpty()) {
            out.value(0, "published", given.published());
        }
        if (given.url().isEmpty() || publisher.isEmpty()) {
            out.value(0, "note", "Publisher or address of the article are not known.");
        }
        out.key(0, "coding");
        out.value(2, "by", "organization/language-model");
        out.value(2, "reviewed", "organization/language-model");
        out.value(2, "guide", NewArticle.GUIDE_VERSION);
        out.value(2, "from", found.coding().getOrDefault("from", ""));
        return out.toString();
    }

    private SheetProposal.Known head(Given given) {
        Things things = new Things(edit.base(), List.of(known));
        SheetProposal.Known found =
                new NewArticle(known, things).known(given.slug(), given.url(), given.published(), Instant.now());
        Map<String, String> values = new LinkedHashMap<>(found.values());
        if (!given.publisher().isEmpty()) {
            values.put("publisher", given.publisher());
        }
        String publisher = values.getOrDefault("publisher", "");
        boolean isNew = publisher.matches("organization/" + SheetInput.SLUG);
        if (!isNew && things.one(publisher, ORGANIZATION, Set.of()).isEmpty()) {
            throw new EditRefusedException(
                    publisher.isEmpty()
                            ? "The home has no article of the host of '" + given.url()
                                    + "', so that its publisher is not known; give --publisher organization/SLUG"
                            : "The home has no one organization '" + publisher
                                    + "'; give --publisher organization/SLUG to create it");
        }
        return new SheetProposal.Known(given.slug(), values, found.coding());
    }
}
