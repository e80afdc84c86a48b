"""given-names.tsv: given names of Faker's locales in Latin script."""
import importlib
import pkgutil
import re

import faker.providers.person as person

from .names import fold, is_word

COLUMNS = ["name", "flags"]
LATIN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
# Kept even though a dictionary has them; flagged `common`. Locales whose lists are romanised badly or are not names.
LEFT_OUT = {"en", "en_TH", "tw_GH", "ha_NG", "ig_NG", "yo_NG", "zu_ZA", "uz_UZ", "az_AZ", "sw", "vi_VN"}


def is_latin(name):
    return bool(LATIN.fullmatch(name)) and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c == "’" for c in name)


def build():
    names = set()
    for module in pkgutil.iter_modules(person.__path__):
        if module.name in LEFT_OUT:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in sorted(vars(provider)):
            found = getattr(provider, attribute)
            if attribute.startswith("first_names") and isinstance(found, (list, tuple, dict)):
                names |= {name.strip() for name in found}
    names = {name for name in names if is_latin(name) and len(name) > 1 and name[0].isupper()}
    return [{"name": name, "flags": "common" if is_word(name) and len(fold(name)) > 1 else ""} for name in sorted(names)]
