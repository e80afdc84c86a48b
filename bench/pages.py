#!/usr/bin/env python3
"""pages.py PROGRAM   what a page's JSON-LD costs on top of an export, against a plain dump of the same page by pyoxigraph and
its compaction by pyld, in one run.

The blog is examples/blog and, where they are, the posts of ../shared/posts, each several times under another name. The
program tells itself how long its pages took (`--timings`, one job): the difference of two whole runs would drown in the
noise of reading. The peers' time is that of their own call on each page, after the data is in memory.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from support.graphs import KEPT, PROJECT
from support.table import Table

SHARED = pathlib.Path(os.environ.get("BLOGGRAPH_SHARED", PROJECT.parent / "shared")) / "posts"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
COPIES = 10
LIMIT = 0.2


def blog(scratch):
    sources = [PROJECT / "examples" / "blog" / "content" / "en" / "posts"] + ([SHARED / "en"] if SHARED.exists() else [])
    (scratch / "hugo.toml").write_text(
        'baseURL = "https://blog.example.org/"\ntitle = "A blog"\n[params]\npublisher = "A publisher"\n')
    for copy in range(COPIES):
        for number, source in enumerate(sources):
            shutil.copytree(source, scratch / "content" / f"copy{copy}-{number}")
    # A post with an address of its own would be published ten times at one.
    for path in scratch.rglob("*.md"):
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join(line for line in lines if not line.startswith(("url:", "slug:"))), encoding="utf-8")
    return scratch


def ours(program, content, out):
    """Milliseconds a page, one for each round, and the pages of the last."""
    times = []
    for _ in range(ROUNDS + 1):
        run = subprocess.run(
            [program, "export", content, "-o", out, "--timings", "--quiet", "--jobs", "1"], capture_output=True, text=True)
        parts = dict(line.split(": ") for line in run.stderr.splitlines() if line.endswith(" ms"))
        pages = sorted((out / "pages").rglob("index.jsonld"))
        times.append(float(parts["pages"].split()[0]) / len(pages))
    return times[1:], pages


def peers(pages):
    import pyld
    import pyoxigraph

    context = {"@vocab": "http://schema.org/"}
    documents = []
    for page in pages:
        document = json.loads(page.read_text(encoding="utf-8"))
        document["@context"] = context
        documents.append(document)
    expanded = [pyld.jsonld.expand(document) for document in documents]
    stores = [list(pyoxigraph.parse(json.dumps(document), format=pyoxigraph.RdfFormat.JSON_LD)) for document in documents]

    def dump():
        for store in stores:
            pyoxigraph.serialize((quad.triple for quad in store), format=pyoxigraph.RdfFormat.JSON_LD)

    def compact():
        for document in expanded:
            pyld.jsonld.compact(document, context)

    results = {}
    for name, work, rounds in (("pyoxigraph's dump", dump, ROUNDS), ("pyld's compaction", compact, max(1, ROUNDS // 2))):
        times = []
        for _ in range(rounds):
            begin = time.perf_counter()
            work()
            times.append((time.perf_counter() - begin) * 1000 / len(pages))
        results[name] = times
    return results


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        scratch = pathlib.Path(folder)
        (scratch / "site").mkdir()
        times, pages = ours(pathlib.Path(sys.argv[1]).resolve(), blog(scratch / "site"), scratch / "out")
        others = peers(pages)
    print(f"JSON-LD of {len(pages)} pages, milliseconds a page: median of {ROUNDS} rounds, spread")
    for name, found in {"bloggraph's projection": times, **others}.items():
        print(f"  {name:<28}{statistics.median(found):>10.3f}{min(found):>12.3f}–{max(found):.3f}")
    table = Table("")
    table.target(f"at most {LIMIT} ms a page", f"{statistics.median(times):.3f} ms", statistics.median(times) <= LIMIT)
    table.print()
    sys.exit(1 if table.missed else 0)


if __name__ == "__main__":
    main()
