#!/usr/bin/env python3
"""Draws facts of an export at random, each with the words that it rests on, for a reader to judge.

    sample-facts.py OUT_DIR [--seed 7] [--count 100] [--relation uses] [--mentions] [--all]

The draw is made over the assertions of OUT_DIR/evidence.nq, sorted by their IRI, so that the same export and the same
seed give the same facts. A line says: number, rule and confidence, the fact, file and line of the source, the quotation.
Needs Python 3.9 and nothing else.
"""
import argparse
import collections
import pathlib
import random
import re
import sys

QUAD = re.compile(r'^<([^>]*)> <([^>]*)> (<[^>]*>|"(?:[^"\\]|\\.)*"\S*) <([^>]*)> \.$')
ESCAPE = re.compile(r'\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)')
# What the model calls facts; the rest is metadata, mentions and pictures.
FACTS = set('''worksFor jobTitle memberOf contributesTo performer superEvent about location startDate endDate organizer
    host sponsor workFeatured recordedIn url uses produces maturity softwareVersion author'''.split())
PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def text(term):
    """A literal's characters, an IRI without its brackets."""
    if not term.startswith('"'):
        return term[1:-1]
    body = term[1:term.rindex('"')]
    return ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if m[1][0] in "uU" and len(m[1]) > 1 else PLAIN.get(m[1], m[1]), body)


def read(path):
    nodes = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            match = QUAD.match(line.rstrip("\n"))
            if not match:
                sys.exit(f"{path}:{number}: not an N-Quads line")
            nodes[match[1]][re.split(r"[/#]", match[2])[-1]].append(text(match[3]))
    return nodes


def short(term):
    return re.sub(r"^https?://[^/]+/(id/)?", "", term)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--count", type=int, default=100)
    arguments.add_argument("--relation", help="only this relation")
    arguments.add_argument("--mentions", action="store_true", help="metadata, mentions and pictures, too")
    arguments.add_argument("--all", action="store_true", help="every fact, in order")
    options = arguments.parse_args()
    evidence, graph = read(options.out / "evidence.nq"), read(options.out / "graph.nq")
    facts = sorted(node for node, values in evidence.items() if "predicate" in values and "hasSelector" in values)
    if not options.mentions:
        facts = [f for f in facts if re.split(r"[/#]", evidence[f]["predicate"][0])[-1] in FACTS
                 and not re.match(r"post/|picture/|caption/", evidence[f]["rule"][0])]
    if options.relation:
        facts = [f for f in facts if re.split(r"[/#]", evidence[f]["predicate"][0])[-1] == options.relation]
    if not options.all:
        facts = random.Random(options.seed).sample(facts, min(options.count, len(facts)))
    for number, fact in enumerate(facts, 1):
        values = evidence[fact]
        source = graph.get(values["hasSource"][0], {}).get("sourceFile", ["?"])[0]
        selectors = sorted((evidence[s] for s in values["hasSelector"]), key=lambda s: int((s.get("start") or ["0"])[0]))
        selector = selectors[-1]
        quotation = " … ".join(dict.fromkeys(re.sub(r"\s+", " ", s["exact"][0]) for s in selectors[:2] + selectors[-1:]))
        line = (selector.get("line") or values.get("line") or ["?"])[0]
        relation = re.split(r"[/#]", values["predicate"][0])[-1]
        print(f"{number}. [{values['rule'][0]} {values['confidence'][0]}] "
              f"{short(values['subject'][0])} | {relation} | {short(values['object'][0])}   ({source}:{line})")
        print(f"      “{quotation}”")


if __name__ == "__main__":
    main()
