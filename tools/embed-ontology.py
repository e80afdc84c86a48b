#!/usr/bin/env python3
"""Writes the C files under Sources/C*Data: every file of ontology/, queries/ and explorer/, taken into the binary by C23's
#embed.

    embed-ontology.py            writes them
    embed-ontology.py --check    fails when one is stale

Only the list of files is in them: a change inside a file needs no new run, the compiler sees it.
"""

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGETS = {
    "ontology": "Sources/COntologyData/ontology_data.c",
    "queries": "Sources/CQueryData/queries_data.c",
    "explorer": "Sources/CExplorerData/explorer_data.c",
}
HEAD = """\
#include "NAME_data.h"

/* #embed puts the files of NAME/ into the binary: no bundle beside it, no path to look up, no start-up cost.
   Written by tools/embed-ontology.py, sorted by path, so that a file can be found by halving. */

"""
TAIL = """
int bg_NAME_file_count(void) { return sizeof files / sizeof files[0]; }
const struct bg_NAME_file *bg_NAME_file_at(int index) {
  return index >= 0 && index < bg_NAME_file_count() ? &files[index] : 0;
}
"""


def source(name):
    folder = ROOT / name
    paths = sorted(
        (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()), key=str.encode
    )
    paths = [path for path in paths if not any(part.startswith(".") for part in path.split("/"))]
    text, entries = HEAD.replace("NAME", name), []
    for number, path in enumerate(paths):
        if path != path.encode("ascii", "ignore").decode() or '"' in path or "\\" in path:
            sys.exit(f"{name}/{path}: only plain ASCII paths can be embedded")
        text += f'static const unsigned char file_{number}[] = {{\n#embed "../../{name}/{path}" if_empty(0)\n}};\n'
        size = (folder / path).stat().st_size
        entries.append(f'    {{"{path}", file_{number}, {"0" if size == 0 else f"sizeof file_{number}"}}},\n')
    return (
        text
        + f"\nstatic const struct bg_{name}_file files[] = {{\n"
        + "".join(entries)
        + "};\n"
        + TAIL.replace("NAME", name)
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail when a file is stale, and change nothing")
    check = parser.parse_args().check
    for name, target in TARGETS.items():
        file, wanted = ROOT / target, source(name)
        if not check:
            file.write_text(wanted, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != wanted:
            sys.exit(f"{target} is stale: run tools/embed-ontology.py")


if __name__ == "__main__":
    main()
