#!/usr/bin/env python3
"""explorer.py PROGRAM   exports a blog of more than 5,000 things with the explorer and without it, and shows what each costs.

Also checks what the explorer promises at that size: no page over 200,000 bytes, a search index of at most 1,000,000.
"""

import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

FIRST = "Ada Boris Clara David Elena Felix Greta Hugo Irene Jonas Karin Louis Marta Nils Olga Pablo Rosa Simon Tessa Victor"
LAST = "Ander Berg Cast Dahl Eng Fors Gran Holm Ing Jans Kell Lind Mort Nord Oster Palm Quist Rost Sand Thorn"
ENDS = ["son", "man", "feld", "ström", "gren", "dal", "vik", "lund", "quist", "berg"]
SOFTWARE = ["Kubernetes", "Prometheus", "Linkerd", "Helm", "Envoy", "Cilium", "Flux", "Argo CD", "etcd", "CoreDNS"]


def write_blog(folder, posts, people_in_each):
    chance = random.Random(5)
    last = [stem + end for stem in LAST.split() for end in ENDS]
    people = [f"{a} {b}" for b in last for a in FIRST.split()]
    chance.shuffle(people)
    (folder / "content").mkdir()
    (folder / "hugo.yaml").write_text("baseURL: https://big.example/\ntitle: Big\n")
    for post in range(posts):
        text = f"---\ntitle: Meetup notes {post}\ndate: 20{10 + post % 14}-0{1 + post % 9}-1{post % 10}\n---\n"
        for place in range(people_in_each):
            person = people[(post * people_in_each + place) % len(people)]
            company = f"{chance.choice(last)} {chance.choice(['Systems', 'Software', 'Labs'])} Inc."
            software = chance.choice(SOFTWARE)
            text += f'\n{person}, Software Engineer at {company}, gave a talk "{software} in practice, part {post} {place}" '
            text += f"at the meetup. {company} uses {software} in production.\n"
        (folder / "content" / f"post-{post}.md").write_text(text, encoding="utf-8")


def export(program, blog, output, *options):
    """Seconds on the clock, and of processors: the machine may be busy with other things."""
    started, used = time.monotonic(), processors()
    outcome = subprocess.run(
        [program, "export", blog, "-o", output, "--quiet", *options], stderr=subprocess.PIPE, text=True)
    if outcome.returncode not in (0, 1):
        sys.exit(outcome.stderr)
    return time.monotonic() - started, processors() - used


def processors():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as scratch:
        blog = pathlib.Path(scratch) / "blog"
        blog.mkdir()
        write_blog(blog, 250, 9)
        without = export(sys.argv[1], blog, blog / "a", "--no-explorer")
        whole = export(sys.argv[1], blog, blog / "b")
        site = blog / "b" / "explorer"
        things = sum(1 for path in (site / "en").rglob("*.html") if path.parent.name != "all")
        sizes = [path.stat().st_size for path in site.rglob("*.html")]
        index = (site / "search.js").stat().st_size
        print(f"Explorer of {things} things, {len(sizes)} pages, {sum(sizes) / 1e6:.0f} MB")
        print(f"  export without it {without[0]:6.1f} s, {without[1]:6.1f} s of processors")
        print(f"  export with it    {whole[0]:6.1f} s, {whole[1]:6.1f} s of processors")
        print(f"  a page            {(whole[1] - without[1]) / len(sizes) * 1000:6.2f} ms of a processor")
        print(f"  biggest page {max(sizes)} bytes, search index {index} bytes")
        if things < 5000 or max(sizes) > 200_000 or index > 1_000_000:
            sys.exit("the explorer does not keep its promises at this size")


if __name__ == "__main__":
    main()
