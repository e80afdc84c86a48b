#!/usr/bin/env python3
"""incremental.py PROGRAM   measures an export that starts from the one before it against one that starts from nothing.

1,000 synthetic posts; before each run one post is changed. Prints one table with what is asked for, and fails when something is
missed. The bytes are compared too.

    BENCH_ROUNDS=5       rounds that count
"""

import filecmp
import os
import pathlib
import statistics
import sys
import tempfile

from support.measuring import Contender
from support.posts import generate
from support.table import Table

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
POSTS = 1000


def differences(one, other):
    found = filecmp.dircmp(one, other)
    names = found.left_only + found.right_only + found.diff_files
    # A comparison of sizes and times is not enough.
    names += filecmp.cmpfiles(one, other, found.common_files, shallow=False)[1]
    for name in found.common_dirs:
        names += differences(pathlib.Path(one) / name, pathlib.Path(other) / name)
    return names


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        os.environ["XDG_CACHE_HOME"] = str(scratch / "cache")
        site = scratch / "site"
        generate(POSTS, site)
        posts = sorted((site / "content" / "en" / "posts").iterdir())
        # The generator's posts break a shape here and there.
        statuses = (0, 1)
        whole = Contender(
            "from nothing", [sys.argv[1], "export", site, "-o", scratch / "whole", "--quiet", "--fresh"], statuses)
        step = Contender("from the one before", [sys.argv[1], "export", site, "-o", scratch / "step", "--quiet"], statuses)
        different = []
        for turn in range(ROUNDS + 1):
            if turn == 0:
                step.run(scratch)
            post = posts[turn * 37 % len(posts)]
            post.write_text(post.read_text(encoding="utf-8") + f"\nAda Abbott, Staff Engineer at Maple Health, runs Istio {turn}.\n")
            for contender in (whole, step):
                contender.run(scratch)
            different += differences(scratch / "whole", scratch / "step")
            if turn == 0:
                for contender in (whole, step):
                    contender.seconds.clear()
                    contender.worked.clear()
        table = Table(f"Incremental export: median of {ROUNDS} rounds, spread, posts a second, peak memory")
        table.work(f"Export {POSTS:,} posts, one of which has changed")
        table.measured(whole, POSTS)
        table.measured(step, POSTS)
        table.target("the same bytes", "yes" if not different else ", ".join(sorted(set(different))), not different)
        share = step.median / whole.median
        worked = [statistics.median(contender.worked) for contender in (whole, step)]
        table.note(f"processors worked {worked[0]:.2f} s and {worked[1]:.2f} s: {worked[1] / worked[0]:.1%}")
        table.target("under 10 % of an export from nothing", f"{share:.1%}", share < 0.1)
        table.print()
    sys.exit(1 if table.missed else 0)


if __name__ == "__main__":
    main()
