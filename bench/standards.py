#!/usr/bin/env python3
"""standards.py PROGRAM   measures `validate` and `convert` against other tools, whole processes, in one run.

Prints one table with what is asked for, and fails when something is missed. Needs the graph generator in
../shared/bench (BLOGGRAPH_SHARED names another place for ../shared) and the peers in .venv: `make bench` installs them.

    BENCH_ROUNDS=5       rounds that count; slow peers run once in two
    BENCH_SLOW_PEERS=1   also rudof and pySHACL on 10,000 posts: 20 GB of memory and half an hour
"""

import collections
import json
import os
import pathlib
import shutil
import sys
import tempfile

from support.graphs import KEPT, PROJECT, Graph
from support.measuring import Contender, interleaved
from support.table import Table, megabytes

SHARED = pathlib.Path(os.environ.get("BLOGGRAPH_SHARED", PROJECT.parent / "shared")) / "bench"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
SLOW_PEERS = os.environ.get("BENCH_SLOW_PEERS") == "1"
VENV = PROJECT / ".venv" / "bin"


class Benchmark:
    def __init__(self, program, scratch):
        self.program, self.scratch = program, scratch
        self.table = Table(f"Whole processes: median of {ROUNDS} rounds, spread, statements a second, peak memory")

    def measure(self, work, statements, contenders):
        interleaved(contenders, ROUNDS, self.scratch)
        self.table.work(work)
        for contender in contenders:
            self.table.measured(contender, statements)

    # Validation

    def validation(self, graph, posts, peers):
        ours = Contender(
            "bloggraph validate", [self.program, "validate", graph.triples_file, "--shapes", graph.shapes], (0, 1))
        others = [
            Contender(
                f"{engine}", [VENV / "python", SHARED / "peer_shacl.py", engine, graph.triples_file, graph.shapes],
                rounds=max(1, ROUNDS // 2), keeps_output=True)
            for engine in (["rudof", "pyshacl"] if peers else [])
        ]
        self.measure(f"Validate {posts:,} posts, N-Triples in, report out", graph.triples, [ours, *others])
        self.results(graph)
        for other in others:
            found = json.loads(other.output)["results"]
            self.table.note(f"{other.name} finds {found:,} of {graph.results:,} results")
        return ours, {other.name: other for other in others}

    def results(self, graph):
        """All results that the generator put there, by constraint component."""
        counted = Contender(
            "bloggraph validate --format json",
            [self.program, "validate", graph.triples_file, "--shapes", graph.shapes, "--format", "json"], (1,),
            keeps_output=True)
        counted.run(self.scratch)
        components = collections.Counter(
            result["component"].rsplit("#", 1)[1] for result in json.loads(counted.output)["results"])
        found = sum(components.values())
        self.table.target(
            f"all {graph.results:,} results, by component", f"{found:,}", dict(components) == graph.by_component)

    def growth(self, small, big):
        """Both sizes in turn: what else the machine does must not look like growth."""
        runs = [
            Contender(f"{graph.triples:,} triples", [self.program, "validate", graph.triples_file, "--shapes", graph.shapes], (0, 1))
            for graph in (small, big)
        ]
        interleaved(runs, max(ROUNDS, 5), self.scratch)
        times = runs[1].median / runs[0].median
        self.table.target("at most 11 times the time for 1,000 posts", f"{times:.1f} times", times <= 11)

    def at_most(self, ours, other, share):
        limit = other.median / share
        self.table.target(
            f"at most 1/{share} of {other.name}'s time", f"1/{other.median / ours.median:.1f}", ours.median <= limit)

    def memory(self, ours, limit):
        self.table.target(f"at most {megabytes(limit)}", megabytes(ours.peak_bytes), ours.peak_bytes <= limit)

    # Conversion

    def conversion(self, work, source, suffix, statements, *, rapper=None):
        def target(name):
            return self.scratch / f"{name}.{suffix}"

        ours = Contender("bloggraph convert", [self.program, "convert", source, "-o", target("ours")])
        oxigraph = Contender("oxigraph convert", [VENV / "oxigraph", "convert", "-f", source, "-t", target("oxigraph")])
        others = [oxigraph]
        if rapper and shutil.which("rapper"):
            kind = source.suffix[1:].replace("nt", "ntriples").replace("nq", "nquads")
            others.append(
                Contender("rapper", ["rapper", "-q", "-i", kind, "-o", rapper, source], rounds=max(1, ROUNDS // 2)))
        self.measure(work, statements, [ours, *others])
        self.table.target(
            "at least oxigraph's speed", f"{oxigraph.median / ours.median:.2f} times", ours.median <= oxigraph.median)

    def reading(self, graph, posts):
        nothing = self.scratch / "one-shape.ttl"
        # A shape that asks nothing of anything.
        nothing.write_text("<urn:example:shape> <http://www.w3.org/ns/shacl#deactivated> true .\n")
        ours = Contender("bloggraph, kept", [self.program, "validate", graph.triples_file, "--shapes", nothing])
        others = []
        if shutil.which("rapper"):
            others.append(Contender("rapper -c, counted", ["rapper", "-q", "-c", "-i", "ntriples", graph.triples_file]))
        self.measure(f"Read N-Triples of {posts:,} posts into an indexed graph", graph.triples, [ours, *others])
        rate = graph.triples / ours.median
        # The figure is of the machine on which rapper counts 1,140,000 a second.
        asked = 800_000 * (graph.triples / others[0].median / 1_140_000 if others else 1)
        self.table.target(f"at least {asked:,.0f}/s (800,000 where rapper has 1,140,000)", f"{rate:,.0f}/s", rate >= asked)

    def run(self):
        small, big = (Graph(SHARED / "gen_graph.py", posts) for posts in (1000, 10000))
        ours, peers = self.validation(small, 1000, peers=True)
        self.at_most(ours, peers["rudof"], 15)
        self.at_most(ours, peers["pyshacl"], 45)
        self.memory(ours, 250e6)
        more, _ = self.validation(big, 10000, peers=SLOW_PEERS)
        self.growth(small, big)
        self.memory(more, 1.6e9)
        for posts, graph in ((1000, small), (10000, big)):
            of = f"{posts:,} posts"
            self.conversion(
                f"N-Triples to sorted Turtle, {of}", graph.triples_file, "ttl", graph.triples, rapper="turtle")
            self.conversion(
                f"N-Quads to N-Quads in canonical order, {of}", graph.quads_file, "nq", graph.quads, rapper="nquads")
            self.conversion(f"N-Triples to JSON-LD, {of}", graph.triples_file, "jsonld", graph.triples)
            self.reading(graph, posts)
        self.table.print()
        return self.table.missed == 0


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not (SHARED / "gen_graph.py").exists():
        print(f"no {SHARED}: the standards are not measured")
        return
    if not (VENV / "oxigraph").exists():
        print("no peers in .venv (make bench installs them): the standards are not measured")
        return
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as scratch:
        met = Benchmark(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(scratch)).run()
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
