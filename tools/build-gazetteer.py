#!/usr/bin/env python3
"""Builds ontology/gazetteer/ from the CNCF landscape, GeoNames, CLDR, Faker's given names and tools/gazetteer/*.tsv.

    build-gazetteer.py LANDSCAPE.yml [-o ONTOLOGY/gazetteer]

The same input gives the same bytes. Needs Python 3.9 and the packages of tools/requirements.txt; what is an ordinary word
is told by ontology/languages/*/words.txt (tools/build-words.py). NOTICE names the sources and their licences.
"""

import argparse
import pathlib

import yaml

from gazetteer import events, given_names, organizations, places, software
from gazetteer.tables import write

TOOLS = pathlib.Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("landscape", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, default=TOOLS.parent / "ontology" / "gazetteer")
    options = parser.parse_args()

    with open(options.landscape, encoding="utf-8") as file:
        landscape = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["landscape"]
    items = [
        (category["name"], subcategory["name"], item)
        for category in landscape
        for subcategory in category["subcategories"]
        for item in subcategory["items"] or []
    ]
    known = organizations.build(items)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, columns, rows in [
        ("organizations", organizations.COLUMNS, known),
        ("software", software.COLUMNS, software.build(items, known)),
        ("places", places.COLUMNS, places.build()),
        ("events", events.COLUMNS, events.build()),
        ("given-names", given_names.COLUMNS, given_names.build()),
    ]:
        path = options.output / f"{name}.tsv"
        write(path, columns, rows)
        print(f"{path.name}: {len(rows)} rows, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
