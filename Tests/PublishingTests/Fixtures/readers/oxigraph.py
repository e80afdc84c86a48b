"""Prints the triples of an RDF file as Oxigraph reads them, one canonical N-Triples line each."""
import sys

import pyoxigraph

FORMATS = {"nq": pyoxigraph.RdfFormat.N_QUADS, "ttl": pyoxigraph.RdfFormat.TURTLE, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
path = sys.argv[1]
for quad in pyoxigraph.parse(path=path, format=FORMATS[path.rsplit(".", 1)[1]]):
    print(ascii(str(quad.triple))[1:-1])
