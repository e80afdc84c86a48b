#!/usr/bin/env python3
"""Writes Sources/COntologyData/ontology_data.c: every file of ontology/, taken into the binary by C23's #embed.

    embed-ontology.py            writes it
    embed-ontology.py --check    fails when it is stale

Only the list of files is in it: a change inside a file needs no new run, the compiler sees it.
"""

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "Sources" / "COntologyData" / "ontology_data.c"
HEAD = """\
#include "ontology_data.h"

/* #embed puts the files of ontology/ into the binary: no bundle beside it, no path to look up, no start-up cost.
   Written by tools/embed-ontology.py, sorted by path, so that a file can be found by halving. */

"""
TAIL = """
int bg_ontology_file_count(void) { return sizeof files / sizeof files[0]; }
const struct bg_ontology_file *bg_ontology_file_at(int index) {
  return index >= 0 && index < bg_ontology_file_count() ? &files[index] : 0;
}
"""


def source():
    folder = ROOT / "ontology"
    paths = sorted(
        (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()), key=str.encode
    )
    paths = [path for path in paths if not any(part.startswith(".") for part in path.split("/"))]
    text, entries = HEAD, []
    for number, path in enumerate(paths):
        if path != path.encode("ascii", "ignore").decode() or '"' in path or "\\" in path:
            sys.exit(f"ontology/{path}: only plain ASCII paths can be embedded")
        text += f'static const unsigned char file_{number}[] = {{\n#embed "../../ontology/{path}" if_empty(0)\n}};\n'
        size = (folder / path).stat().st_size
        entries.append(f'    {{"{path}", file_{number}, {"0" if size == 0 else f"sizeof file_{number}"}}},\n')
    return text + "\nstatic const struct bg_ontology_file files[] = {\n" + "".join(entries) + "};\n" + TAIL


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail when the file is stale, and change nothing")
    wanted = source()
    if parser.parse_args().check:
        if TARGET.read_text(encoding="utf-8") != wanted:
            sys.exit("Sources/COntologyData/ontology_data.c is stale: run tools/embed-ontology.py")
    else:
        TARGET.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    main()
