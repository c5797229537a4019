// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.Checkout;
import org.onrecord.release.LoadedHome;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.validation.ReportFormat;

class ValidatedFilesTest {
    private static final LoadedHome HOME = Checkout.ready().home();
    private static final List<TurtleFile> FILES = HOME.files();

    private static Optional<ValidatedFiles> packaged(List<TurtleFile> others) {
        Map<String, TurtleFile> packaged = FILES.stream().collect(Collectors.toMap(TurtleFile::name, file -> file));
        return ValidatedFiles.packaged(HOME, packaged, HOME.validator(), others);
    }

    /** The files, of which some are read again with another text. */
    private static List<TurtleFile> with(String folder, UnaryOperator<String> change) {
        List<TurtleFile> files = new ArrayList<>(FILES);
        for (SourceFile source : folder.startsWith("ontology") ? Checkout.HOME.ontology() : Checkout.HOME.data()) {
            if (source.name().startsWith(folder)) {
                String text = change.apply(new String(source.bytes(), StandardCharsets.UTF_8));
                files.removeIf(file -> file.name().equals(source.name()));
                files.add(TurtleReader.read(source.name(), text.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return files;
    }

    @Test
    void findsWhatAWholeValidationFinds() {
        List<TurtleFile> changed =
                with("data/articles/a.ttl", text -> text.replaceFirst("(rec:content \"[^\"]*)[.]\"", "$1\""));
        ValidatedFiles from = packaged(changed).orElseThrow().with(changed);
        String report = ReportFormat.TEXT.write(from.report(changed));
        assertThat(report)
                .isEqualTo(ReportFormat.TEXT.write(
                        ValidatedFiles.of(HOME.validator(), changed).report(changed)))
                .contains("data/articles/a.ttl:");
        assertThat(from.with(FILES).report(FILES).findings()).isEmpty();
    }

    @Test
    void validatesAllIfTheOntologyOrManyFilesDiffer() {
        assertThat(packaged(FILES)).isPresent();
        assertThat(packaged(with("ontology/codes.ttl", text -> text))).isEmpty();
        assertThat(packaged(with("data/", text -> text))).isEmpty();
    }
}
