// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.onrecord.site.data.Origin;
import org.onrecord.vocabulary.Rec;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FeedsTest {
    private final RunningSite site = RunningSite.get();

    private Document xml(String path) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(site.read(path).body())));
    }

    @Test
    void feedsStatementsAsAtom() throws Exception {
        Document feed = xml("/feed.atom");
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        int entries = feed.getElementsByTagName("entry").getLength();
        assertThat(entries).isBetween(10, 50);
        assertThat(feed.getElementsByTagName("updated").getLength()).isEqualTo(entries + 1);
    }

    @Test
    void feedsTheNewestStatementsFirst() throws Exception {
        NodeList published = xml("/feed.atom").getElementsByTagName("published");
        List<String> days = IntStream.range(0, published.getLength())
                .mapToObj(i -> published.item(i).getTextContent())
                .toList();
        assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
        String newest = site.loaded().release().everything().stream(Node.ANY, Rec.STATED_ON, Node.ANY)
                .filter(triple -> !site.loaded()
                        .release()
                        .everything()
                        .contains(triple.getSubject(), Rec.DEPTH, NodeFactory.createLiteralByValue(0)))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(days.get(0)).startsWith(newest);
    }

    @Test
    void listsTheAddressOfEveryStatementAtTheHostThatWasAsked() throws Exception {
        Document map = xml("/sitemap.xml");
        String all = map.getDocumentElement().getTextContent();
        assertThat(all).contains(site.url() + "doc/statement/w-12");
        assertThat((long) all.split("/doc/statement/").length - 1)
                .isEqualTo(site.loaded().release().count(Rec.STATEMENT));
    }

    @Test
    void tellsCrawlersAndFindersWhatTheyMayDo() {
        assertThat(site.read("/robots.txt").body()).contains("Disallow: /sparql?", site.url() + "sitemap.xml");
        assertThat(site.read("/.well-known/security.txt").body())
                .contains("Contact: mailto:editor@example.org", "Expires: 20");
    }

    @Test
    void takesForAPublicAddressAHostAndAPlainPath() {
        assertThat(Origin.of("https://example.org/").declared()).contains("https://example.org");
        assertThat(Origin.of("https://example.org/").path()).isEmpty();
        assertThat(Origin.of("https://example.org/kg/").declared()).contains("https://example.org/kg");
        assertThat(Origin.of("https://example.org/data/kg").path()).isEqualTo("/data/kg");
        for (String url : List.of("//", "/../", "/a b", "/a%2Fb", "/?a", "/#a", "/a\"b")) {
            assertThatThrownBy(() -> Origin.of("https://example.org" + url))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Origin.of("example.org")).hasMessageContaining("'example.org'");
    }
}
