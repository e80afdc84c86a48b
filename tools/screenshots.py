#!/usr/bin/env python3
"""screenshots.py SITE FOLDER [--all]   takes the README's picture of an explorer: FOLDER/explorer.png.

With --all also the landing page, a person, a project, an event, a post and the overviews, each at two widths, light and dark,
to look at.
"""

import argparse
import pathlib

import webdriver

WIDTHS = {"wide": (1280, 900), "narrow": (390, 844)}


def largest(site, kind):
    """The page of a kind that has most on it: that is where a design breaks."""
    return max((site / "explorer/en" / kind).glob("*.html"), key=lambda path: (path.stat().st_size, path.name))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    site, folder = arguments.site, arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    with webdriver.Browser() as browser:
        browser.view(1180, 860)
        browser.open(largest(site, "person"))
        (folder / "explorer.png").write_bytes(browser.screenshot())
        if not arguments.all:
            return
        pages = {"landing": site / "index.html"}
        pages |= {kind: largest(site, kind) for kind in ("person", "project", "event", "post")}
        for name in ("timeline", "cities", "companies-and-projects", "report"):
            pages[name] = site / f"explorer/fr/all/{name}.html"
        for name, page in pages.items():
            for width, size in WIDTHS.items():
                for scheme in ("light", "dark"):
                    browser.view(*size, scheme)
                    browser.open(page)
                    (folder / f"{name}-{width}-{scheme}.png").write_bytes(browser.screenshot(whole=True))


if __name__ == "__main__":
    main()
