"""Prints the triples of an RDF file as rdflib reads them, one line each; Oxigraph's terms make the lines comparable."""
import sys

import pyoxigraph
import rdflib

# rdflib would rewrite lexical forms ("01" becomes "1"), which is not reading.
rdflib.NORMALIZE_LITERALS = False
FORMATS = {"nq": "nquads", "ttl": "turtle", "jsonld": "json-ld"}


def term(value):
    if isinstance(value, rdflib.URIRef):
        return pyoxigraph.NamedNode(str(value))
    if isinstance(value, rdflib.BNode):
        return pyoxigraph.BlankNode(str(value))
    if value.language:
        return pyoxigraph.Literal(str(value), language=value.language)
    return pyoxigraph.Literal(str(value), datatype=pyoxigraph.NamedNode(str(value.datatype)) if value.datatype else None)


path = sys.argv[1]
dataset = rdflib.Dataset()
dataset.parse(path, format=FORMATS[path.rsplit(".", 1)[1]])
for s, p, o, _ in dataset.quads():
    print(ascii(str(pyoxigraph.Triple(term(s), term(p), term(o))))[1:-1])
