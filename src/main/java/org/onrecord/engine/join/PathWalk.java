// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.onrecord.engine.Scan;
import org.onrecord.engine.row.Ids;
import org.onrecord.engine.row.NotSupportedException;
import org.onrecord.engine.row.Run;

/** The ends of property paths from a term (SPARQL 1.1, section 18.4). Not thread-safe. */
final class PathWalk {
    private final Run run;
    private final Scan scan;
    private final int graph;

    /** @param graph the named graph, or 0 for the union of all */
    PathWalk(Run run, int graph) {
        this.run = run;
        this.scan = new Scan(run.store());
        this.graph = graph;
    }

    /** Whether the ends of a path are a set. */
    private static boolean isSet(Path path) {
        return path instanceof P_ZeroOrOne || path instanceof P_ZeroOrMore1 || path instanceof P_OneOrMore1;
    }

    /** The terms at the other ends of a path. */
    Ids ends(Path path, int start, boolean backward) {
        Ids ends = new Ids(run.meter());
        if (isSet(path)) {
            repeat((P_Path1) path, start, backward, ends);
        } else {
            walk(path, start, backward, ends);
        }
        return ends;
    }

    private void walk(Path path, int start, boolean backward, Ids ends) {
        if (path instanceof P_Link link) {
            link(link.getNode(), start, backward, ends);
        } else if (path instanceof P_ReverseLink link) {
            link(link.getNode(), start, !backward, ends);
        } else if (path instanceof P_Inverse inverse) {
            walk(inverse.getSubPath(), start, !backward, ends);
        } else if (path instanceof P_Alt either) {
            walk(either.getLeft(), start, backward, ends);
            walk(either.getRight(), start, backward, ends);
        } else if (path instanceof P_Seq both) {
            Ids middle = ends(backward ? both.getRight() : both.getLeft(), start, backward);
            for (int at = 0; at < middle.size(); at++) {
                walk(backward ? both.getLeft() : both.getRight(), middle.get(at), backward, ends);
            }
            middle.close();
        } else if (path instanceof P_NegPropSet others) {
            others(others, start, backward, ends);
        } else if (isSet(path)) {
            Ids reached = ends(path, start, backward);
            for (int at = 0; at < reached.size(); at++) {
                ends.append(reached.get(at));
            }
            reached.close();
        } else {
            throw new NotSupportedException("a path of another kind");
        }
    }

    private void link(Node predicate, int start, boolean backward, Ids ends) {
        int id = run.id(predicate);
        if (backward) {
            open(0, id, start);
            while (scan.next()) {
                ends.append(scan.subject());
            }
        } else {
            open(start, id, 0);
            while (scan.next()) {
                ends.append(scan.object());
            }
        }
    }

    private void others(P_NegPropSet path, int start, boolean backward, Ids ends) {
        Set<Integer> forward = ids(path.getFwdNodes());
        Set<Integer> reverse = ids(path.getBwdNodes());
        if (!forward.isEmpty() || reverse.isEmpty()) {
            open(backward ? 0 : start, 0, backward ? start : 0);
            while (scan.next()) {
                append(!forward.contains(scan.predicate()), backward ? scan.subject() : scan.object(), ends);
            }
        }
        if (!reverse.isEmpty()) {
            open(backward ? start : 0, 0, backward ? 0 : start);
            while (scan.next()) {
                append(!reverse.contains(scan.predicate()), backward ? scan.object() : scan.subject(), ends);
            }
        }
    }

    private void append(boolean wanted, int end, Ids ends) {
        run.meter().step();
        if (wanted) {
            ends.append(end);
        }
    }

    private Set<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(run::id).collect(Collectors.toSet());
    }

    private void repeat(P_Path1 path, int start, boolean backward, Ids reached) {
        if (path instanceof P_OneOrMore1) {
            addAll(path.getSubPath(), start, backward, reached);
        } else {
            reached.add(start);
        }
        boolean once = path instanceof P_ZeroOrOne;
        for (int at = 0; at < (once ? 1 : reached.size()); at++) {
            addAll(path.getSubPath(), reached.get(at), backward, reached);
        }
    }

    private void addAll(Path path, int start, boolean backward, Ids reached) {
        Ids ends = ends(path, start, backward);
        for (int at = 0; at < ends.size(); at++) {
            reached.add(ends.get(at));
        }
        ends.close();
    }

    private void open(int subject, int predicate, int object) {
        scan.open(graph, subject, predicate, object);
    }
}
