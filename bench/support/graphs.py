"""The generator's graphs, made once and kept in .bench/, which git ignores."""

import hashlib
import json
import pathlib
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
KEPT = PROJECT / ".bench"


class Graph:
    def __init__(self, generator, posts):
        # Another generator makes other graphs.
        mark = hashlib.sha256(generator.read_bytes()).hexdigest()[:8]
        stem = KEPT / f"{mark}-{posts}"
        self.triples_file = stem.with_suffix(".nt")
        self.quads_file = stem.with_suffix(".nq")
        self.shapes = KEPT / f"{mark}-shapes.ttl"
        expected = stem.with_suffix(".expected.json")
        if not expected.exists():
            KEPT.mkdir(exist_ok=True)
            print(f"making a graph of {posts} posts", file=sys.stderr)
            # The generator writes what it expects last: a run that was stopped leaves none.
            subprocess.run(
                [sys.executable, generator, "--posts", str(posts), "--out", stem, "--shapes", self.shapes], check=True,
                stdout=subprocess.DEVNULL)
        told = json.loads(expected.read_text())
        self.triples, self.quads = told["triples"], told["quads"]
        self.results, self.by_component = told["expected_results"], told["by_component"]
