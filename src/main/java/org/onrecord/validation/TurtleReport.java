// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.onrecord.source.Layout;
import org.onrecord.validation.Finding.Fault;

/**
 * The report in RDF (SHACL, section 3.6). In addition, each result has its place {@code file:line:column} as {@code
 * dcterms:source} and the remedy as another message. Messages and remedies keep their languages.
 */
final class TurtleReport {
    private TurtleReport() {}

    static String write(Report report) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Layout.DEFAULT.prefixes());
        Resource top = model.createResource(SHACLM.ValidationReport);
        top.addLiteral(
                SHACLM.conforms, report.findings().isEmpty() && report.omitted().isEmpty());
        report.findings().forEach(finding -> top.addProperty(SHACLM.result, result(model, finding)));
        report.omitted().forEach(some -> top.addProperty(RDFS.comment, some.toString(), "en"));
        return RDFWriter.source(model).lang(Lang.TURTLE).asString();
    }

    private static Resource result(Model model, Finding finding) {
        Fault fault = finding.fault();
        ReportEntry entry = ReportEntry.create()
                .focusNode(fault.focus())
                .severity(finding.level())
                .source(finding.shape())
                .sourceConstraintComponent(finding.component());
        finding.wording().messages().forEach(entry::message);
        finding.wording().remedies().forEach(entry::message);
        fault.path().ifPresent(entry::resultPath);
        fault.value().ifPresent(entry::value);
        Resource holder = model.createResource();
        entry.generate(model, holder);
        Resource result = holder.getPropertyResourceValue(SHACLM.result);
        holder.removeProperties();
        return result.addProperty(DCTerms.source, finding.place().toString());
    }
}
