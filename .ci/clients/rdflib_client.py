# SPDX-License-Identifier: Apache-2.0
"""Asks an endpoint with rdflib: rdflib_client.py ENDPOINT FILE.rq... prints {"FILE.rq": rows, true, false or triples}.

A blank node has no name of its own: in a triple it is "_:".
"""
import json
import os
import sys

from rdflib import BNode, Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore


def answer(graph, query):
    result = graph.query(query)
    if result.type == "ASK":
        return result.askAnswer
    if result.type == "CONSTRUCT":
        return [["_:" if isinstance(node, BNode) else str(node) for node in triple] for triple in result.graph]
    return [{str(name): str(value) for name, value in row.items() if value is not None} for row in result.bindings]


def main(endpoint, files):
    graph = Graph(SPARQLStore(endpoint))
    answers = {}
    for file in files:
        with open(file, encoding="utf-8") as text:
            answers[os.path.basename(file)] = answer(graph, text.read())
    print(json.dumps(answers))


main(sys.argv[1], sys.argv[2:])
