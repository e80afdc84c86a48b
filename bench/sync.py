#!/usr/bin/env python3
"""sync.py PROGRAM   measures `bloggraph sync` against what the store itself needs, in one run.

A full sync of 1,000 posts against one POST of the same file to the same server, in turn, each into an empty store; and a
sync of 10,000 posts of which one changed against a full one. Needs the graph generator in ../shared/bench
(BLOGGRAPH_SHARED names another place for ../shared) and Oxigraph in .venv: `make bench` installs it.

    BENCH_ROUNDS=5   rounds that count
"""

import contextlib
import http.client
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

from support.graphs import KEPT, PROJECT, Graph

SHARED = pathlib.Path(os.environ.get("BLOGGRAPH_SHARED", PROJECT.parent / "shared")) / "bench"
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
OXIGRAPH = PROJECT / ".venv" / "bin" / "oxigraph"
BASE = "https://blog.example.org/"


def export_folder(posts):
    """The generator's graph as an export has it: in canonical order, with IRIs in the place of blank nodes."""
    graph = Graph(SHARED / "gen_graph.py", posts)
    folder = graph.quads_file.with_suffix(".export")
    if not (folder / "dataset.nq").exists():
        folder.mkdir(exist_ok=True)
        with open(graph.quads_file, "rb") as lines:
            named = sorted({re.sub(rb"_:(\w+)", rb"<urn:bench:\1>", line) for line in lines})
        (folder / "graph.nq").write_bytes(b"".join(named))
        dataset = f"<{BASE}id/dataset>"
        (folder / "dataset.nq").write_text(f'{dataset} <http://purl.org/dc/terms/title> "bench" {dataset} .\n')
    return folder, graph.quads


def edited(folder, to):
    """The same export with one statement of one post changed."""
    shutil.copytree(folder, to, dirs_exist_ok=True)
    data = bytearray((to / "graph.nq").read_bytes())
    # The headline in the middle, where nothing is special; its last character, so that the order of lines stays.
    headlines = [match.start() for match in re.finditer(rb'/headline> "', data)]
    at = headlines[len(headlines) // 2]
    end = data.index(b'"@', at) - 1
    data[end] = data[end] ^ 1 if chr(data[end] ^ 1).isalnum() else ord("x")
    (to / "graph.nq").write_bytes(data)
    return to


@contextlib.contextmanager
def store(scratch):
    """An empty Oxigraph on a free port of the loopback interface."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        server = subprocess.Popen(
            [OXIGRAPH, "serve", "--location", folder, "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.05)
            yield port
        finally:
            server.kill()
            server.wait()


def timed(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def post(file, port):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    with open(file, "rb") as body:
        connection.request(
            "POST", "/store", body, {"Content-Type": "application/n-quads", "Content-Length": str(file.stat().st_size)})
    answer = connection.getresponse()
    if answer.status != 204:
        sys.exit(f"the store does not take {file}: {answer.status} {answer.read()[:500]}")


def sync(program, folder, port):
    subprocess.run([program, "sync", folder, "--to", f"http://127.0.0.1:{port}", "--quiet"], check=True)


def row(name, seconds, statements=None):
    rate = f"{statements / statistics.median(seconds):>12,.0f}/s" if statements else ""
    print(f"  {name:<44}{statistics.median(seconds):>8.2f} s  {min(seconds):.2f}–{max(seconds):.2f}{rate}", flush=True)


def target(asked, measured, is_met):
    print(f"    {asked:<52}{measured:>12}  {'met' if is_met else 'MISSED'}", flush=True)
    return is_met


def full(program, scratch):
    folder, quads = export_folder(1000)
    ours, bulk = [], []
    for turn in range(ROUNDS + 1):
        with store(scratch) as port:
            bulk.append(timed(lambda: post(folder / "graph.nq", port)))
        with store(scratch) as port:
            ours.append(timed(lambda: sync(program, folder, port)))
        if turn == 0:
            ours.clear(), bulk.clear()
    print(f"Full sync of 1,000 posts, {quads:,} statements, into an empty Oxigraph: median of {ROUNDS} rounds")
    row("bloggraph sync, counted afterwards", ours, quads)
    row("POST /store of the same file", bulk, quads)
    ratio = statistics.median(ours) / statistics.median(bulk)
    return target("at most 1.5 times the POST's time", f"{ratio:.2f} times", ratio <= 1.5)


def incremental(program, scratch):
    folder, quads = export_folder(10000)
    other = edited(folder, scratch / "edited")
    few = []
    with store(scratch) as port:
        whole = timed(lambda: sync(program, folder, port))
        for turn in range(ROUNDS + 1):
            few.append(timed(lambda: sync(program, [other, folder][turn % 2], port)))
        few = few[1:]
    print(f"\nSync of 10,000 posts, {quads:,} statements, of which one changed")
    row("full", [whole], quads)
    row("one changed post", few)
    share = statistics.median(few) / whole
    return target("under 2 % of the full one", f"{share:.2%}", share < 0.02)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not (SHARED / "gen_graph.py").exists():
        print(f"no {SHARED}: sync is not measured")
        return
    if not OXIGRAPH.exists():
        print("no Oxigraph in .venv (make bench installs it): sync is not measured")
        return
    program = pathlib.Path(sys.argv[1]).resolve()
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as scratch:
        met = [full(program, pathlib.Path(scratch)), incremental(program, pathlib.Path(scratch))]
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
