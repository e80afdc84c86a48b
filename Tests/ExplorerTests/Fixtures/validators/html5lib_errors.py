"""Prints every parse error (HTML, 13.2.2) that html5lib finds in the files."""

import sys

import html5lib

found = 0
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(file.read())
    for (line, column), code, _ in parser.errors:
        found += 1
        print(f"{path}:{line}:{column}: {code}")
sys.exit(1 if found else 0)
