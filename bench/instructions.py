#!/usr/bin/env python3
"""instructions.py PROGRAM   counts the machine instructions of a few runs and fails when one takes more than it did.

Time depends on the machine and on who else uses it; instructions hardly do. The counts below are raised or lowered with the
change that moves them. Needs valgrind and the graph generator in ../shared/bench.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from support.graphs import KEPT, PROJECT, Graph

SHARED = pathlib.Path(os.environ.get("BLOGGRAPH_SHARED", PROJECT.parent / "shared")) / "bench"
# Of a release build with Swift 6.3 on x86-64, for a graph of 100 posts, in millions.
KNOWN = {"validate": 226, "Turtle": 189, "N-Quads": 221, "JSON-LD": 223}
# Another version of a library moves counts by less.
TOLERANCE = 0.05


def count(program, arguments, scratch):
    outcome = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={scratch / 'profile'}", program, *arguments],
        env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    collected = re.search(r"Collected : (\d+)", outcome.stderr)
    if not collected:
        sys.exit(f"valgrind says nothing of instructions:\n{outcome.stderr[-2000:]}")
    return int(collected[1]) / 1e6


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    missing = [tool for tool in ("valgrind", "strip") if not shutil.which(tool)]
    if missing or not (SHARED / "gen_graph.py").exists():
        print(f"no {', '.join(missing) or SHARED}: instructions are not counted")
        return
    graph = Graph(SHARED / "gen_graph.py", 100)
    failures = []
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        scratch = pathlib.Path(folder)
        # Valgrind stumbles over Swift's debug information.
        program = scratch / "bloggraph"
        subprocess.run(["strip", "-o", program, sys.argv[1]], check=True)
        runs = {
            "validate": ["validate", graph.triples_file, "--shapes", graph.shapes],
            "Turtle": ["convert", graph.triples_file, "-o", scratch / "out.ttl"],
            "N-Quads": ["convert", graph.quads_file, "-o", scratch / "out.nq"],
            "JSON-LD": ["convert", graph.triples_file, "-o", scratch / "out.jsonld"],
        }
        print(f"Instructions for 100 posts, in millions (at most {TOLERANCE:.0%} more than known)")
        for name, arguments in runs.items():
            found = count(program, arguments, scratch)
            is_met = found <= KNOWN[name] * (1 + TOLERANCE)
            failures += [] if is_met else [name]
            print(f"  {name:<12}{found:>8.1f}{KNOWN[name]:>8}  {'met' if is_met else 'MISSED'}", flush=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
