"""given-names.tsv: names of Faker's locales in Latin script, and romanised ones of tools/gazetteer/given-names.tsv."""

import importlib
import re

from .names import fold, is_word
from .tables import read

COLUMNS = ["name", "flags"]
LATIN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
LOCALES = """cs_CZ da_DK de_DE en_GB en_IE en_IN en_PK en_US es_ES es_MX et_EE fi_FI fr_CA fr_CH fr_FR
    hr_HR hu_HU it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE tr_TR""".split()


def is_latin(name):
    return bool(LATIN.fullmatch(name)) and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c == "’" for c in name)


def build():
    names = {row["name"] for row in read("given-names")}  # common ones that Faker has in other scripts only
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in sorted(vars(provider)):
            found = getattr(provider, attribute)
            if attribute.startswith("first_names") and isinstance(found, (list, tuple, dict)):
                names |= {name.strip() for name in found}
    names = {name for name in names if is_latin(name) and len(name) > 1 and name[0].isupper()}
    return [
        {"name": name, "flags": "common" if is_word(name) and len(fold(name)) > 1 else ""} for name in sorted(names)
    ]
