// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Rules for methods: at most 30 lines, at most 4 parameters, unless it overrides; a record has at most 7 components. */
class SourceTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int MOST_LINES = 30;
    private static final int MOST_PARAMETERS = 4;
    private static final int MOST_COMPONENTS = 7;

    @Test
    void keepsMethodsShort() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCES);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            Rules rules = new Rules(Trees.instance(task).getSourcePositions());
            task.parse().forEach(unit -> rules.scan(unit, unit));
            assertThat(rules.broken).isEmpty();
        }
    }

    private static final class Rules extends TreeScanner<Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final List<String> broken = new ArrayList<>();

        Rules(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            boolean record = type.getKind() == Tree.Kind.RECORD;
            type.getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(MethodTree.class::cast)
                    .forEach(method -> check(method, unit, record && isConstructor(method)));
            return super.visitClass(type, unit);
        }

        private void check(MethodTree method, CompilationUnitTree unit, boolean ofRecord) {
            int parameters = method.getParameters().size();
            int most = ofRecord ? MOST_COMPONENTS : MOST_PARAMETERS;
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            String place = unit.getSourceFile().getName() + " " + method.getName() + ": ";
            if (parameters > most && !overrides) {
                broken.add(place + parameters + " parameters");
            }
            if (method.getBody() != null && lines(method, unit) > MOST_LINES) {
                broken.add(place + lines(method, unit) + " lines");
            }
        }

        private static boolean isConstructor(MethodTree method) {
            return method.getName().contentEquals("<init>");
        }

        private long lines(MethodTree method, CompilationUnitTree unit) {
            long first = positions.getStartPosition(unit, method.getBody());
            long last = positions.getEndPosition(unit, method.getBody());
            return unit.getLineMap().getLineNumber(last) - unit.getLineMap().getLineNumber(first) - 1;
        }
    }
}
