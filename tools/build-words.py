#!/usr/bin/env python3
"""Builds ontology/languages/{en,fr}/words.txt: ordinary word forms, lower case and folded, one a line, sorted.

    build-words.py FR.conllu...

They tell a capitalised word at the start of a sentence from a name. English: SCOWL's small list (Debian's
wamerican-small). French: the forms that the dictionary of Dicollecte (Debian's
hunspell-fr-classical) makes of the words that occur in the given treebanks (UD_French-GSD, UD_French-Sequoia), less the
tenses that only literature uses; the treebanks' own word forms besides. Needs Python 3.9 and nothing else.
"""

import argparse
import collections
import pathlib
import re
import unicodedata

LANGUAGES = pathlib.Path(__file__).resolve().parent.parent / "ontology" / "languages"
ENGLISH = [pathlib.Path("/usr/share/dict/american-english-small")]
HUNSPELL = pathlib.Path("/usr/share/hunspell/fr")
NO_WORDS = {"PROPN", "X", "NUM", "SYM", "PUNCT"}
LITERARY = {"po:ipsi", "po:simp"}  # passé simple, subjonctif imparfait
NAMES = {"po:npr", "po:prn", "po:patr", "po:titr", "po:sfx", "po:pfx", "po:err"}


def is_word(form):
    return form.isalpha() and form == form.lower() and len(form) > 1


def folded(word):
    """As `Folding.fold` of the program does it."""
    word = word.replace("œ", "oe").replace("æ", "ae").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def english():
    return {
        unicodedata.normalize("NFC", line.strip())
        for path in ENGLISH
        for line in path.read_text(encoding="utf-8").splitlines()
        if is_word(line.strip())
    }


def treebank_forms(paths):
    """How often each form stands in the treebanks as something else than a name."""
    forms = collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                cells = line.split("\t")
                if len(cells) == 10 and cells[0].isdigit() and cells[3] not in NO_WORDS:
                    for form in (cells[1].lower(), cells[2].lower()):
                        if is_word(form):
                            forms[unicodedata.normalize("NFC", form)] += 1
    return forms


def suffix_rules():
    """Flag -> [(what is cut, what is added, condition, grammar)], from the affix file's SFX lines."""
    rules = collections.defaultdict(list)
    for line in HUNSPELL.with_suffix(".aff").read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) < 5 or parts[0] != "SFX":
            continue
        _, flag, cut, added, condition, *grammar = parts
        added = added.split("/")[0]
        rules[flag].append(
            ("" if cut == "0" else cut, "" if added == "0" else added, re.compile(condition + "$"), set(grammar))
        )
    return rules


def french_entries():
    """The dictionary's words with all forms that are in living use."""
    rules = suffix_rules()
    for line in HUNSPELL.with_suffix(".dic").read_text(encoding="utf-8").splitlines()[1:]:
        head, *grammar = line.split()
        word, _, flags = head.partition("/")
        if not is_word(word) or NAMES & set(grammar):
            continue
        flags = {flags[i : i + 2] for i in range(0, len(flags), 2)}
        forms = set() if "()" in flags else {word}
        for flag in flags & rules.keys():
            for cut, added, condition, tense in rules[flag]:
                if word.endswith(cut) and condition.search(word) and not LITERARY & tense:
                    forms.add(word[: len(word) - len(cut)] + added)
        yield {unicodedata.normalize("NFC", form) for form in forms if is_word(form)}


def french(paths):
    seen = treebank_forms(paths)
    words, known = set(), set()
    for forms in french_entries():
        known |= forms
        if forms & seen.keys():
            words |= forms
    # A form that no dictionary has is a word if it is there more than once: else it may be a slip or a name.
    return words | {form for form, count in seen.items() if form in known or count > 4}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebanks", nargs="+", type=pathlib.Path, metavar="FR.conllu")
    for language, words in [("en", english()), ("fr", french(parser.parse_args().treebanks))]:
        path = LANGUAGES / language / "words.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        # Words are compared folded: without diacritics, and in the order of their bytes.
        words = {folded(word) for word in words}
        path.write_text("".join(word + "\n" for word in sorted(words, key=str.encode)), encoding="utf-8")
        print(f"{language}: {len(words)} forms, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
