// SPDX-License-Identifier: Apache-2.0
package org.onrecord.turtle;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.sparql.util.Context;
import org.onrecord.project.Position;

/** RIOT's parser profile, checking everything, which also remembers where each triple was read. */
final class PlacingProfile extends ParserProfileStd {
    private final Map<Triple, Position> triples = new HashMap<>();
    private final Map<Node, Position> subjects = new HashMap<>();

    PlacingProfile(ErrorHandler errors) {
        super(
                RiotLib.factoryRDF(),
                errors,
                IRIxResolver.create().noBase().allowRelative(false).build(),
                PrefixMapFactory.create(),
                new Context(),
                true,
                true);
    }

    @Override
    public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
        Triple triple = super.createTriple(subject, predicate, object, line, column);
        Position position = new Position(Math.max(1, line), Math.max(1, column));
        triples.putIfAbsent(triple, position);
        subjects.putIfAbsent(subject, position);
        return triple;
    }

    Map<Triple, Position> triples() {
        return triples;
    }

    Map<Node, Position> subjects() {
        return subjects;
    }
}
