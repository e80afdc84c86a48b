#!/usr/bin/env python3
"""How often the rules are right, on posts that people have annotated: writes ontology/confidence.tsv.

    measure-confidence.py EXPORT GOLD…                writes the table
    measure-confidence.py --calibration EXPORT GOLD…  says, by confidence, how many facts of an export are right (JSON)

EXPORT is the folder of an export, GOLD files or folders of annotations; score.py (--score) tells what is right. Use posts on
which nobody will measure how general the rules are: the table is fitted to them.

A rule's confidence for a relation (for a mention: for a type) is

    (right + K * prior) / (right + wrong + K)

where the prior is the relation's own share of right ones, drawn in the same way towards that of all findings: a rule seen
twice is hardly surer than its relation. A rule that is not in the table gets the row `*` of its relation, at most what
is written beside the rule. K is 10: in cross-validation over the posts a smaller one promises worse, and a larger one hardly better
(--cross-validate shows it).
"""

import argparse
import collections
import importlib.util
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "ontology" / "confidence.tsv"
K = 10
NODE = re.compile(r'(<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?) ')


def load_score(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def assertions(path, value):
    """post IRI -> {(subject, predicate's local name, object): (rule, confidence)}"""
    nodes = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        subject, predicate, rest = line.split(" ", 2)
        nodes[subject][predicate.strip("<>").rsplit("#", 1)[-1]] = rest.rsplit(" ", 2)[0]
    out = collections.defaultdict(dict)
    for facts in nodes.values():
        if "rule" in facts and "hasSource" in facts:
            predicate = re.split(r"[#/]", facts["predicate"].strip("<>"))[-1]
            key = (facts["subject"].strip("<>"), predicate, value(facts["object"]))
            out[facts["hasSource"].strip("<>")][key] = (
                value(facts["rule"]).lstrip("\0"), float(value(facts["confidence"]).lstrip("\0")))
    return out


def verdicts(score, gold, system):
    """Whether each fact and each entity of the system is right; those that gold leaves open are left out."""
    to_gold = score.align(gold, system)
    to_gold["post"] = "post"
    facts, entities = {}, {}
    for s, g in to_gold.items():
        if s != "post" and g not in gold.optional_entities:
            entities[s] = True
    for s in system.types:
        if s not in to_gold:
            entities[s] = False
    wrong = set(score.compare(gold, system)["wrong"])
    spare = {s for s, g in to_gold.items() if g in gold.optional_entities}
    for fact in system.facts:
        s, p, o = fact
        if fact in wrong:
            facts[fact] = False
        elif s in spare or o in spare or is_open(score, gold, to_gold, fact):
            continue
        else:
            facts[fact] = True
    return facts, entities


def is_open(score, gold, to_gold, fact):
    """Of a fact that is not wrong: gold has it among those that a reader may or may not take down."""
    s, p, o = fact
    if p == "author" and not any(f[1] == "author" for f in gold.facts):
        return True
    def same(g):
        if g[1] != p or g[0] != to_gold.get(s):
            return False
        return score.is_literal_equal(p, g[2], o) if p in score.LITERAL else to_gold.get(o) == g[2]
    return not any(same(g) for g in gold.facts) and any(same(g) for g in gold.optional_facts)


# The export's predicates behind gold's relations.
PREDICATES = {"url": ("url", "workFeatured", "recordedIn"), "release": ("softwareVersion",), "maturity": ("maturity",)}


def findings(export, golds, score):
    """(post, rule, relation or type, confidence, is right), one for each fact and entity that gold judges."""
    readings = score.from_export(export / "graph.nq")
    evidence = assertions(export / "evidence.nq", score.value)
    files = {}
    for line in (export / "graph.nq").read_text(encoding="utf-8").splitlines():
        if "#sourceFile> " in line:
            subject, _, rest = line.split(" ", 2)
            files[score.value(rest.rsplit(" ", 2)[0]).lstrip("\0")] = subject.strip("<>")
    out = []
    for path in golds:
        post, gold = score.from_gold(path)
        parts = pathlib.PurePosixPath(post).parts
        file = next((f for n in range(len(parts), 0, -1) for f in readings
                     if f == "/".join(parts[-n:]) or f.endswith("/" + "/".join(parts[-n:]))), None)
        if file is None:
            print(f"{path.stem}: not in the export", file=sys.stderr)
            continue
        system, stated = readings[file], evidence[files[file]]
        facts, entities = verdicts(score, gold, system)
        for (s, p, o), right in sorted(facts.items(), key=str):
            subject = files[file] if s == "post" else s
            for predicate in PREDICATES.get(p, (p,)):
                for (a, q, b), (rule, confidence) in stated.items():
                    if q != predicate:
                        continue
                    # A milestone and a release stand between the project and what is said of it.
                    fits = a == subject or p in ("maturity", "release") and re.search(
                        r"/(milestone|release)/" + re.escape(s.rsplit("/", 1)[-1]) + "-", a)
                    said = b.lstrip("\0")
                    if fits and (said == o or p == "maturity" and said.rsplit("#", 1)[-1] == o):
                        out.append((path.stem, rule, p, confidence, right))
        for node, right in sorted(entities.items()):
            found = stated.get((files[file], "mentions", node))
            if found:
                out.append((path.stem, found[0], system.types[node].lower(), found[1], right))
    return out


def table(found, k=K):
    """rows of (rule, relation, right, wrong, confidence)"""
    def smoothed(right, wrong, prior):
        return (right + k * prior) / (right + wrong + k)

    everything, by_relation, by_rule = collections.Counter(), collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for _, rule, relation, _, right in found:
        everything[right] += 1
        by_relation[relation][right] += 1
        by_rule[rule, relation][right] += 1
    total = smoothed(everything[True], everything[False], 0.5)
    prior = {relation: smoothed(c[True], c[False], total) for relation, c in by_relation.items()}
    rows = [("*", "*", everything[True], everything[False], total)]
    rows += [("*", relation, c[True], c[False], prior[relation]) for relation, c in sorted(by_relation.items())]
    rows += [(rule, relation, c[True], c[False], smoothed(c[True], c[False], prior[relation]))
             for (rule, relation), c in sorted(by_rule.items())]
    return rows


def cross_validate(found):
    """Squared error, and how many right ones a held-out post's confidences promise and hold, by K."""
    posts = sorted({f[0] for f in found})
    for k in (1, 2, 5, 10, 20):
        error = 0
        for post in posts:
            rows = {(r[0], r[1]): r[4] for r in table([f for f in found if f[0] != post], k)}
            for _, rule, relation, _, right in (f for f in found if f[0] == post):
                p = rows.get((rule, relation), rows.get(("*", relation), rows[("*", "*")]))
                error += (p - right) ** 2
        print(f"K {k:2}: {error / len(found):.5f}")


def calibration(found):
    """By steps of confidence, entities and facts apart: how many, how many right, and the mean that was promised."""
    types = {"person", "organization", "project", "product", "event", "talk", "place"}
    out = {}
    for kind in ("facts", "entities"):
        chosen = [f for f in found if (f[2] in types) == (kind == "entities")]
        steps = []
        for low, high in ((0, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01)):
            inside = [f for f in chosen if low <= f[3] < high]
            if inside:
                steps.append(dict(
                    low=low, high=min(high, 1), count=len(inside), right=sum(f[4] for f in inside),
                    promised=round(sum(f[3] for f in inside) / len(inside), 3)))
        out[kind] = dict(count=len(chosen), right=sum(f[4] for f in chosen), steps=steps)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=pathlib.Path)
    parser.add_argument("gold", nargs="+", type=pathlib.Path)
    parser.add_argument("--score", type=pathlib.Path, default=ROOT.parent / "shared" / "tools" / "score.py")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--cross-validate", action="store_true")
    arguments = parser.parse_args()
    golds = sorted({f for p in arguments.gold for f in (p.glob("*.json") if p.is_dir() else [p])}, key=lambda f: f.stem)
    found = findings(arguments.export, golds, load_score(arguments.score))
    if not found:
        sys.exit("nothing of the export is in the gold files")
    if arguments.calibration:
        print(json.dumps(calibration(found), indent=1))
    elif arguments.cross_validate:
        cross_validate(found)
    else:
        rows = table(found)
        with open(TABLE, "w", encoding="utf-8") as out:
            posts = len({f[0] for f in found})
            out.write(f"# Written by tools/measure-confidence.py from {posts} annotated posts, {len(found)} findings; it says how.\n")
            out.write("rule\trelation\tright\twrong\tconfidence\n")
            for rule, relation, right, wrong, confidence in rows:
                out.write(f"{rule}\t{relation}\t{right}\t{wrong}\t{confidence:.3f}\n")
        print(f"{TABLE.relative_to(ROOT)}: {len(rows)} rows from {len(found)} findings in {posts} posts")


if __name__ == "__main__":
    main()
