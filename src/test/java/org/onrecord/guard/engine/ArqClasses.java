// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import com.sun.management.ThreadMXBean;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;

/** Enumerates classes of ARQ by simple name, and measures allocated memory. */
final class ArqClasses {
    private ArqClasses() {}

    /** The concrete subclasses of a type in a package, without sub-packages. */
    static Set<String> of(String packageName, Class<?> type) {
        return new ClassFileImporter()
                .importPackages(packageName).stream()
                        .filter(each -> each.getPackageName().equals(packageName) && each.isAssignableTo(type))
                        .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT) && !each.isInterface())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The functions that an expression calls. */
    static Set<String> functions(Expr expression) {
        Set<String> names = new TreeSet<>();
        Walker.walk(expression, new Functions(names));
        return names;
    }

    /** Bytes allocated by the calling thread since its start. */
    static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static final class Functions extends ExprVisitorFunction {
        private final Set<String> names;

        Functions(Set<String> names) {
            this.names = names;
        }

        @Override
        protected void visitExprFunction(ExprFunction function) {
            names.add(function.getClass().getSimpleName());
        }

        @Override
        public void visit(ExprFunctionOp function) {
            visitExprFunction(function);
        }

        @Override
        public void visit(NodeValue value) {}

        @Override
        public void visit(ExprVar variable) {}

        @Override
        public void visit(ExprTripleTerm term) {}

        @Override
        public void visit(ExprAggregator aggregator) {}

        @Override
        public void visit(ExprNone none) {}
    }
}
