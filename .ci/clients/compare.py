# SPDX-License-Identifier: Apache-2.0
"""Compares a client's answers with curl's: compare.py NAME ENDPOINT ANSWERS.json FILE.rq... exits 1 if one differs."""
import csv
import io
import json
import os
import subprocess
import sys

from rdflib import BNode, Graph


def curl(endpoint, file, accept):
    command = ["curl", "-fsS", endpoint, "-H", "Accept: " + accept, "-H", "Content-Type: application/sparql-query",
               "--data-binary", "@" + file]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def rows(text):
    return [{name: value for name, value in row.items() if value} for row in csv.DictReader(io.StringIO(text, newline=""))]


def triples(text):
    return sorted(["_:" if isinstance(node, BNode) else str(node) for node in triple]
                  for triple in Graph().parse(data=text, format="nt"))


def are_triples(given):
    return isinstance(given, list) and given and isinstance(given[0], list)


def expected(endpoint, file, given):
    if isinstance(given, bool):
        return json.loads(curl(endpoint, file, "application/sparql-results+json"))["boolean"]
    if are_triples(given):
        return triples(curl(endpoint, file, "application/n-triples"))
    return rows(curl(endpoint, file, "text/csv"))


def found(given):
    if isinstance(given, bool):
        return given
    if are_triples(given):
        return sorted(given)
    return [{key: value for key, value in row.items() if value} for row in given]


def main(name, endpoint, answers, files):
    different = 0
    total = 0
    with open(answers, encoding="utf-8") as text:
        answers = json.load(text)
    for file in files:
        given = found(answers[os.path.basename(file)])
        wanted = expected(endpoint, file, given)
        total += len(given) if isinstance(given, list) else 0
        if given != wanted:
            different += 1
            print(f"{name}: {file} differs\n  given  {str(given)[:400]}\n  wanted {str(wanted)[:400]}")
    print(f"{name}: {len(files) - different} of {len(files)} queries equal, {total} rows and triples")
    return 1 if different or not total else 0


sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
