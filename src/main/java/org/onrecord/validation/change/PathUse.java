// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;

/**
 * A place in a property path where a triple is looked up.
 *
 * @param prefix the path to the start of the step; empty if the step is the first
 * @param link the predicate, or empty for any
 * @param inverse whether the step goes from object to subject
 * @param suffix the path from the end of the step; empty if the step is the last
 */
record PathUse(Optional<Path> prefix, Optional<Node> link, boolean inverse, Optional<Path> suffix) {

    /** All places of a path. */
    static Stream<PathUse> of(Path path) {
        if (path instanceof P_Link link) {
            return Stream.of(step(Optional.of(link.getNode()), false));
        } else if (path instanceof P_ReverseLink link) {
            return Stream.of(step(Optional.of(link.getNode()), true));
        } else if (path instanceof P_NegPropSet) {
            return Stream.of(step(Optional.empty(), false), step(Optional.empty(), true));
        } else if (path instanceof P_Inverse inverse) {
            return of(inverse.getSubPath()).map(PathUse::inverted);
        } else if (path instanceof P_Seq both) {
            return Stream.concat(
                    of(both.getLeft()).map(use -> use.followedBy(both.getRight())),
                    of(both.getRight()).map(use -> use.after(both.getLeft())));
        } else if (path instanceof P_Alt both) {
            return Stream.concat(of(both.getLeft()), of(both.getRight()));
        } else if (path instanceof P_ZeroOrOne optional) {
            return of(optional.getSubPath());
        }
        Path repeated = ((P_Path1) path).getSubPath();
        Path any = PathFactory.pathZeroOrMore1(repeated);
        return of(repeated).map(use -> use.after(any).followedBy(any));
    }

    private static PathUse step(Optional<Node> link, boolean inverse) {
        return new PathUse(Optional.empty(), link, inverse, Optional.empty());
    }

    private PathUse inverted() {
        return new PathUse(suffix.map(PathFactory::pathInverse), link, !inverse, prefix.map(PathFactory::pathInverse));
    }

    private PathUse after(Path path) {
        Path longer = prefix.map(near -> PathFactory.pathSeq(path, near)).orElse(path);
        return new PathUse(Optional.of(longer), link, inverse, suffix);
    }

    private PathUse followedBy(Path path) {
        Path longer = suffix.map(near -> PathFactory.pathSeq(near, path)).orElse(path);
        return new PathUse(prefix, link, inverse, Optional.of(longer));
    }

    /** Whether a path also leads from each node to itself. */
    static boolean matchesEmpty(Path path) {
        if (path instanceof P_Link || path instanceof P_ReverseLink || path instanceof P_NegPropSet) {
            return false;
        } else if (path instanceof P_Seq both) {
            return matchesEmpty(both.getLeft()) && matchesEmpty(both.getRight());
        } else if (path instanceof P_Path2 both) {
            return matchesEmpty(both.getLeft()) || matchesEmpty(both.getRight());
        } else if (path instanceof P_Mod some) {
            return some.getMin() <= 0 || matchesEmpty(some.getSubPath());
        } else if (path instanceof P_FixedLength some) {
            return some.getCount() == 0 || matchesEmpty(some.getSubPath());
        }
        return !(path instanceof P_Inverse inverse) || matchesEmpty(inverse.getSubPath());
    }
}
