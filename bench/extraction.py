#!/usr/bin/env python3
"""extraction.py PROGRAM   measures extraction, start-up with the gazetteer included, against parsing the same files only.

The posts are those of ../shared/posts (BLOGGRAPH_SHARED names another place for ../shared), or the sample blog's where they are
not at hand. Prints what is asked for, and fails when it is missed: at most ten times the time that cmark-gfm and libxml2 need
to parse the files, and 150 ms.

    BENCH_ROUNDS=15      rounds that count
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from support.graphs import PROJECT
from support.measuring import Contender, interleaved

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
SHARED = pathlib.Path(os.environ.get("BLOGGRAPH_SHARED", PROJECT.parent / "shared")) / "posts"
ALLOWANCE = 0.150


def build_parser(target):
    libraries = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libxml-2.0", "libcmark-gfm"], check=True, capture_output=True, text=True)
    subprocess.run(
        [shutil.which("cc") or "clang", "-O2", "-o", target, PROJECT / "bench" / "peers" / "parse.c", *libraries.stdout.split(),
         "-lcmark-gfm-extensions"], check=True)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = SHARED if SHARED.exists() else PROJECT / "examples" / "blog" / "content"
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".md", ".html") and not p.name.startswith("_index"))
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        build_parser(scratch / "parse")
        parser = Contender("cmark-gfm and libxml2", [scratch / "parse", *files])
        ours = Contender("bloggraph", [pathlib.Path(sys.argv[1]).resolve(), "extract", folder], keeps_output=True)
        interleaved([parser, ours], ROUNDS, scratch)
    allowed = 10 * parser.median + ALLOWANCE
    is_met = ours.median <= allowed
    print(f"Extraction of {len(files)} posts, start-up included: median of {ROUNDS} rounds ({ours.output.decode().strip()})")
    for contender in (parser, ours):
        print(f"  {contender.name:<24}{contender.median * 1000:>8.0f} ms   {min(contender.seconds) * 1000:.0f}–"
              f"{max(contender.seconds) * 1000:.0f} ms   {contender.peak_bytes / 1e6:.0f} MB")
    print(f"    at most ten times the first and {ALLOWANCE * 1000:.0f} ms: {allowed * 1000:.0f} ms   {'met' if is_met else 'MISSED'}")
    sys.exit(0 if is_met else 1)


if __name__ == "__main__":
    main()
