// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's guide mentions only options that {@code serve --help} lists. */
class OperatorGuideIT {
    private static final Path GUIDE = Path.of("src/site/markdown/operation.md");

    @TempDir
    private static Path folder;

    @Test
    void mentionsOnlyExistingOptions() throws Exception {
        Set<String> named = found("`(--[a-z-]+)|serve (--host)|\\d (--port)|(ONRECORD_[A-Z_]+)", Program.text(GUIDE));
        Set<String> had = found(
                "(--[a-z-]+)|(ONRECORD_[A-Z_]+)",
                Program.run(folder, "serve", "--help").out());
        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(had);
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(OperatorGuideIT::group)
                .forEach(found::add);
        return found;
    }

    private static String group(MatchResult match) {
        String text = match.group();
        return text.substring(text.contains("--") ? text.indexOf("--") : 0);
    }
}
