// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Builder of XML documents. Escapes text and replaces characters that are invalid in XML. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    /** Creates a document with a root element. */
    Xml(String root, String namespace) {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.setDefaultNamespace(namespace);
            out.writeStartElement(namespace, root);
            out.writeDefaultNamespace(namespace);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write XML", e);
        }
    }

    Xml open(String name) {
        return done(() -> out.writeStartElement(name));
    }

    Xml close() {
        return done(() -> {
            out.writeEndElement();
            out.writeCharacters("\n");
        });
    }

    Xml element(String name, String content) {
        return done(() -> {
            out.writeStartElement(name);
            out.writeCharacters(clean(content));
            out.writeEndElement();
        });
    }

    Xml empty(String name, Map<String, String> attributes) {
        return done(() -> {
            out.writeEmptyElement(name);
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                out.writeAttribute(attribute.getKey(), clean(attribute.getValue()));
            }
        });
    }

    /** Ends and returns the document. */
    String end() {
        done(out::writeEndDocument);
        return text.toString() + "\n";
    }

    private static String clean(String content) {
        return content.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    }

    private Xml done(Step step) {
        try {
            step.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write XML", e);
        }
    }

    private interface Step {
        void write() throws XMLStreamException;
    }
}
