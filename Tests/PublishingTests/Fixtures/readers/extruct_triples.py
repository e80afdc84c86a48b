"""extruct_triples.py FILE...   the triples that extruct and rdflib find in the JSON-LD of pages: for each file one line of JSON,
a sorted list of [subject, predicate, text of the object]. Forms of literals are left out: they are the context's business, and
the real one is on the network."""

import json
import pathlib
import sys

import extruct
import rdflib

for file in sys.argv[1:]:
    html = pathlib.Path(file).read_text(encoding="utf-8")
    graph = rdflib.Graph()
    for document in extruct.extract(html, syntaxes=["json-ld"])["json-ld"]:
        assert document["@context"] == "https://schema.org", document["@context"]
        document["@context"] = {"@vocab": "http://schema.org/"}
        graph.parse(data=json.dumps(document), format="json-ld")
    print(json.dumps(sorted([str(s), str(p), str(o)] for s, p, o in graph)))
