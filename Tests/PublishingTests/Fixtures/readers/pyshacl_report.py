"""Validates the export in a folder with pySHACL and prints each result that only one of the two reports has."""
import collections
import pathlib
import sys

import pyshacl
import rdflib

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
export, ontology = map(pathlib.Path, sys.argv[1:3])


def path(report, node):
    """A path by its structure: one of several steps has another name in each report."""
    steps = sorted((str(p), path(report, o)) for p, o in report.predicate_objects(node))
    return str(steps) if steps else str(node)


def keys(report):
    parts = SH.focusNode, SH.sourceShape, SH.sourceConstraintComponent, SH.resultSeverity, SH.value
    results = report.subjects(rdflib.RDF.type, SH.ValidationResult)
    return collections.Counter(
        (*(str(report.value(result, part)) for part in parts), path(report, report.value(result, SH.resultPath)))
        for result in results)


dataset, data = rdflib.Dataset(), rdflib.Graph()
for name in ("graph.nq", "evidence.nq", "dataset.nq"):
    dataset.parse(export / name, format="nquads")
for s, p, o, _ in dataset.quads():
    data.add((s, p, o))
_, theirs, _ = pyshacl.validate(
    data, shacl_graph=rdflib.Graph().parse(ontology / "shapes.ttl"),
    ont_graph=rdflib.Graph().parse(ontology / "bloggraph.ttl"), inference="none",
)
theirs, ours = keys(theirs), keys(rdflib.Graph().parse(export / "report.ttl"))
for key in sorted(theirs - ours):
    print("only pySHACL", *key)
for key in sorted(ours - theirs):
    print("only bloggraph", *key)
