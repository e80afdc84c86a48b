"""organizations.tsv: the landscape's members and partners, and what tools/gazetteer/organizations.tsv adds."""

import re

from .names import common_flags, slug
from .tables import join, read, split

COLUMNS = ["key", "subtype", "name", "aliases", "flags", "homepage", "sameAs"]
SUBCATEGORIES = {"Kubernetes Certified Service Provider", "Kubernetes and Cloud Native Training Partner"}
SUBTYPES = {
    "Platinum": "corporation",
    "Gold": "corporation",
    "Silver": "corporation",
    "Academic": "educationalOrganization",
    "Nonprofit": "ngo",
}
LEGAL_FORM = re.compile(
    r",?\s+(Inc\.?|Incorporated|LLC|L\.L\.C\.|Ltd\.?|Limited|GmbH|AG|SAS|SA|S\.A\.|B\.?V\.?|AB|AS|A/S|Oy|PLC|plc|"
    r"Corp\.?|Corporation|Co\.,? Ltd\.?|Co\.|Pty\.? Ltd\.?|Pte\.? Ltd\.?|s\.r\.o\.|Sp\. z o\.o\.|S\.p\.A\.|SE|KK|K\.K\.|"
    r"Technologies Inc\.?|& Co\. KG)$"
)


def is_organization(category, subcategory):
    return category == "CNCF Members" or subcategory in SUBCATEGORIES


def bare_name(name):
    """Without the landscape's marks: `Acme (member)`, `Acme (KCSP)`."""
    return re.sub(
        r"\s*\((member|supporter|contributor|KCSP|KCNTP|KTP|end user|enduser)\)\s*$", "", name, flags=re.I
    ).strip()


def build(items):
    rows = {}
    for category, subcategory, item in items:
        if not is_organization(category, subcategory) and not item["name"].endswith("(member)"):
            continue
        name = bare_name(item["name"])
        if name.startswith("Non-Public Organization"):
            continue
        aliases = []
        inner = re.fullmatch(r"(.+?) \(([^)]+)\)", name)
        if inner:
            name = inner[1]
            aliases.append(re.sub(r"^(formerly|previously|f/k/a) ", "", inner[2], flags=re.I))
        while LEGAL_FORM.search(name):
            aliases.append(name)
            name = LEGAL_FORM.sub("", name)
        row = rows.setdefault(
            slug(name), {"key": slug(name), "subtype": "", "name": name, "aliases": [], "homepage": "", "sameAs": []}
        )
        row["aliases"] += aliases
        row["subtype"] = row["subtype"] or SUBTYPES.get(subcategory, "")
        row["homepage"] = row["homepage"] or item.get("homepage_url") or ""
        if item.get("twitter"):
            row["sameAs"].append(item["twitter"])
    for extra in read("organizations"):
        key = extra["key"] or slug(extra["name"])
        row = rows.setdefault(
            key, {"key": key, "subtype": "", "name": extra["name"], "aliases": [], "homepage": "", "sameAs": []}
        )
        if row["name"] != extra["name"]:
            row["aliases"].append(row["name"])
        row["name"] = extra["name"]
        row["aliases"] += split(extra["aliases"])
        row["subtype"] = extra["subtype"] or row["subtype"]
        row["homepage"] = extra["homepage"] or row["homepage"]
        row["sameAs"] += split(extra["sameAs"])
    merge(rows)
    for row in rows.values():
        aliases = [alias for alias in dict.fromkeys(row["aliases"]) if alias != row["name"]]
        row["flags"] = join(common_flags(row["name"], aliases))
        row["aliases"], row["sameAs"] = join(aliases), join(sorted(set(row["sameAs"])))
    return list(rows.values())


def merge(rows):
    """A member whose name the supplement has as another's alias is that other (`Amazon Web Services`, `AWS`)."""
    owner = {}
    for extra in read("organizations"):
        key = extra["key"] or slug(extra["name"])
        for alias in split(extra["aliases"]):
            owner.setdefault(slug(alias), key)
    for key in sorted(rows):
        target = owner.get(key)
        if target and target != key and target in rows:
            double = rows.pop(key)
            rows[target]["aliases"].append(double["name"])
            rows[target]["homepage"] = rows[target]["homepage"] or double["homepage"]
            rows[target]["sameAs"] += double["sameAs"]
