"""Names: folding, slugs, and what is an ordinary word."""

import functools
import pathlib
import re
import unicodedata

LANGUAGES = pathlib.Path(__file__).resolve().parent.parent.parent / "ontology" / "languages"
# Words of the field that are in no dictionary and yet name nothing by themselves.
FIELD_WORDS = set(
    """kubernetes k8s serverless gitops devops devsecops observability api apis middleware analytics workflow blockchain
    saas paas iaas caas cnf vm ai ml llm iot url sql nosql backend frontend runtime multicloud microservices cd ci cli
    dns http tls app apps caching autoscaling postgres postgresql mysql graphql desktop cloud database""".split()
)
LETTERS = {
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ł": "l",
    "Ł": "L",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "ı": "i",
    "ħ": "h",
    "Ħ": "H",
}


def ascii_form(text):
    text = "".join(LETTERS.get(c, c) for c in text.replace("’", "'").replace("ʻ", "'"))
    text = unicodedata.normalize("NFKD", text)
    return text.encode("ascii", "ignore").decode("ascii")


def slug(name):
    """The part of an IRI that names the thing: lower-case ASCII words and hyphens (`C++` becomes `c-plus-plus`)."""
    text = ascii_form(name).lower().replace("++", "-plus-plus").replace("#", "-sharp").replace("&", "-and-")
    text = text.replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def fold(name):
    return re.sub(r"[^a-z0-9+#.]+", " ", ascii_form(name).lower()).strip()


@functools.lru_cache(maxsize=None)
def dictionary():
    """The folded word forms of the languages that have a dictionary (tools/build-words.py).

    The short lists of the others hold function words that are names elsewhere (`Max`, `Jan`).
    """
    words = set()
    for tag in ("en", "fr"):
        words |= {fold(word) for word in (LANGUAGES / tag / "words.txt").read_text(encoding="utf-8").split()}
    return frozenset(words)


def is_word(text):
    return fold(text) in dictionary()


def is_common(name):
    """An ordinary word, or too short to tell by itself: needs more than its spelling to be taken for a name."""
    return is_word(name) or len(fold(name).replace(" ", "")) <= 2


def is_distinctive(name):
    """Names something even without what stood before it: has a word that no dictionary has."""
    words = fold(name).split()
    return (
        bool(words)
        and words[0] not in FIELD_WORDS
        and any(
            word not in dictionary() and word not in FIELD_WORDS and len(word) > 2 and not word.isdigit()
            for word in words
        )
    )


def common_flags(name, aliases):
    """`common` for the name, `common=ALIAS` for each alias that is an ordinary word."""
    flags = ["common"] if is_common(name) else []
    for alias in aliases:
        bare = re.sub(r"@(en|fr)$", "", alias)
        if bare != name and is_common(bare):
            flags.append("common=" + bare)
    return flags
