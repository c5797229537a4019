# SPDX-License-Identifier: Apache-2.0
"""Reads things as rdflib and rapper ask for them, and the endpoint as SPARQLWrapper does: documents.py SITE; exits 1 if one differs."""
import itertools
import subprocess
import sys

from rdflib import Graph
from rdflib.compare import isomorphic
from SPARQLWrapper import CSV, GET, JSON, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

THINGS = ["id/person/joren-hask", "id/article/v", "id/statement/w-12", "code/form", "graph/articles-w", "ontology"]
ROWS = "SELECT ?s ?o WHERE { ?s <https://w3id.org/onrecord/ontology#speaker> ?o } ORDER BY ?s ?o LIMIT 50"
TRIPLES = "CONSTRUCT WHERE { ?s <https://w3id.org/onrecord/ontology#speaker> ?o }"


def rapper(address, *options):
    command = ["rapper", "-q", "-o", "ntriples", *options, address]
    lines = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    return Graph().parse(data=lines, format="nt")


def documents(site):
    for thing in THINGS:
        address = site + thing
        document = site + thing.replace("id/", "doc/")
        expected = Graph().parse(document + ".nt", format="nt")
        readings = {
            "rdflib, which chooses": lambda: Graph().parse(address),
            "rdflib, Turtle": lambda: Graph().parse(address, format="turtle"),
            "rdflib, RDF/XML": lambda: Graph().parse(address, format="xml"),
            "rdflib, JSON-LD": lambda: Graph().parse(address, format="json-ld"),
            "rdflib, N-Triples": lambda: Graph().parse(address, format="nt"),
            "rapper, RDF/XML": lambda: rapper(address),
            "rapper, Turtle": lambda: rapper(address, "-i", "turtle"),
            "rapper, which guesses": lambda: rapper(address, "-g"),
        }
        for reader, read in readings.items():
            yield f"{reader}: {address}", lambda: isomorphic(read(), expected)


def wrapped(endpoint, query, form, method):
    client = SPARQLWrapper(endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    client.setMethod(method)
    return client.query().convert()


def size(form, answer):
    if form == JSON:
        return len(answer["results"]["bindings"])
    if form == XML:
        return len(answer.getElementsByTagName("result"))
    if form in (CSV, TSV):
        return len(answer.decode("utf-8").splitlines()) - 1
    return len(answer if isinstance(answer, Graph) else Graph().parse(data=answer, format="turtle"))


def answers(endpoint):
    wanted = len(wrapped(endpoint, TRIPLES, RDFXML, GET))
    for method in (GET, POST):
        for form in (JSON, XML, CSV, TSV):
            yield f"SPARQLWrapper, {method}: rows as {form}", lambda: size(form, wrapped(endpoint, ROWS, form, method)) == 50
        for form in (TURTLE, N3, RDFXML):
            yield (f"SPARQLWrapper, {method}: triples as {form}",
                   lambda: size(form, wrapped(endpoint, TRIPLES, form, method)) == wanted > 50)


def main(site):
    failed = 0
    total = 0
    for name, check in itertools.chain(documents(site), answers(site + "sparql")):
        total += 1
        try:
            message = None if check() else "differs"
        except Exception as problem:  # whatever a client says of the answer is the finding
            message = f"{type(problem).__name__}: {str(problem)[:200]}"
        if message:
            failed += 1
            print(f"{name}: {message}")
    print(f"rdflib, rapper and SPARQLWrapper: {total - failed} of {total} readings equal")
    return 1 if failed or not total else 0


sys.exit(main(sys.argv[1]))
