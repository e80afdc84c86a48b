#!/usr/bin/env python3
"""Holds the fixtures of the shapes against ontology/shapes.ttl with pySHACL, a validator that is not ours.

    check-shapes.py [DATA...]     also validates other files (Turtle, N-Triples, N-Quads) and prints their results

Each fixture <Shape>-<constraint>.ttl must break that constraint and no other, valid.ttl none, and every constraint that
the shapes state must have its fixture. Needs Python 3.9, pyshacl.
"""

import pathlib
import sys

import rdflib
from pyshacl import validate

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "Tests" / "PublishingTests" / "Fixtures" / "shapes"
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
CONSTRAINTS = """class datatype disjoint equals hasValue in languageIn lessThan lessThanOrEquals maxCount maxExclusive
    maxInclusive maxLength minCount minExclusive minInclusive minLength nodeKind not or pattern uniqueLang xone""".split()


def local(term):
    return str(term).rsplit("#", 1)[-1]


def results(data, shapes, ontology):
    _, report, text = validate(data, shacl_graph=shapes, ont_graph=ontology)
    found = {
        (local(report.value(result, SH.sourceShape)), local(report.value(result, SH.sourceConstraintComponent)))
        for result in report.objects(None, SH.result)
    }
    return found, text


def main():
    shapes = rdflib.Graph().parse(ROOT / "ontology" / "shapes.ttl")
    ontology = rdflib.Graph().parse(ROOT / "ontology" / "bloggraph.ttl")
    failures = []
    stated = {
        f"{local(shape)}-{constraint}"
        for constraint in CONSTRAINTS
        for shape in shapes.subjects(SH[constraint])
        if isinstance(shape, rdflib.URIRef)
    }
    names = {path.stem for path in FIXTURES.glob("*.ttl")} - {"valid"}
    failures += [f"{name}: no fixture" for name in sorted(stated - names)]
    failures += [f"{name}: no such constraint" for name in sorted(names - stated)]
    for path in sorted(FIXTURES.glob("*.ttl")):
        shape, _, constraint = path.stem.partition("-")
        wanted = {(shape, f"{constraint[:1].upper()}{constraint[1:]}ConstraintComponent")} if constraint else set()
        for graph in (None, ontology):
            found, _ = results(rdflib.Graph().parse(path), shapes, graph)
            if found != wanted:
                failures.append(f"{path.name}: {sorted(found)}")
    for file in sys.argv[1:]:
        data = rdflib.ConjunctiveGraph() if file.endswith(".nq") else rdflib.Graph()
        data.parse(file)
        union = rdflib.Graph()
        for triple in data.triples((None, None, None)):
            union.add(triple)
        print(results(union, shapes, ontology)[1])
    print(f"{len(names)} fixtures for {len(stated)} constraints, {len(failures)} failures")
    sys.exit("\n".join(failures) or 0)


if __name__ == "__main__":
    main()
