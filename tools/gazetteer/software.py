"""software.tsv: projects and products of the landscape, and what tools/gazetteer/supplement.tsv adds or corrects."""

import collections
import re

from .names import common_flags, fold, is_common, is_distinctive, slug
from .organizations import bare_name, is_organization
from .tables import join, read, split

COLUMNS = [
    "key",
    "type",
    "name",
    "aliases",
    "flags",
    "homepage",
    "repository",
    "sameAs",
    "owner",
    "maturity",
    "accepted",
    "incubating",
    "graduated",
    "archived",
]
LEFT_OUT = {("Wasm", "Languages")}  # programming languages are no projects here
HOSTED = {"Certified Kubernetes - Hosted", "Hosted Platform", "Hosted Platforms", "Certified CNFs"}
VENDORS = [
    "Alibaba Cloud",
    "Amazon",
    "AWS",
    "Azure",
    "Google Cloud",
    "Google",
    "Huawei Cloud",
    "Huawei",
    "IBM Cloud",
    "IBM",
    "Microsoft",
    "Oracle",
    "Red Hat",
    "Tencent Cloud",
    "Tencent",
    "VMware",
    "Apache",
    "Netflix",
    "Project",
    "Grafana",
    "Eclipse",
]
CNCF = "cloud-native-computing-foundation"


def build(items, organizations):
    rows, by_page = {}, pages(items, organizations)
    corrections = {row["landscape"]: row["key"] for row in read("corrections")}
    members = {fold(row["name"]) for row in organizations}
    for category, subcategory, item in items:
        name = item["name"]
        if is_organization(category, subcategory) or (category, subcategory) in LEFT_OUT or name.endswith("(member)"):
            continue
        is_open = bool(item.get("repo_url")) and item.get("open_source") is not False
        name, aliases = cleaned(re.sub(r"\s*\((wasm)\)$", "", name, flags=re.I))
        key = corrections.get(item["name"], slug(name))
        if not key or (not is_open and fold(name) in members):
            continue  # the landscape puts a company where its product should stand
        is_project = bool(item.get("project")) or (is_open and subcategory not in HOSTED)
        row = rows.setdefault(key, empty(key, name))
        row["aliases"] += aliases + ([name] if name != row["name"] else [])
        row["type"] = "project" if is_project or row["type"] == "project" else "product"
        row["homepage"] = row["homepage"] or item.get("homepage_url") or ""
        row["repository"] = row["repository"] or item.get("repo_url") or ""
        if item.get("twitter"):
            row["sameAs"].append(item["twitter"])
        if item.get("project"):
            row["owner"], row["maturity"] = CNCF, item["project"]
            for level in ("accepted", "incubating", "graduated", "archived"):
                row[level] = str((item.get("extra") or {}).get(level) or row.get(level) or "")
        else:
            row["owner"] = row["owner"] or by_page.get(item.get("crunchbase"), "")
    supplement = read("supplement")
    joined(rows, supplement)
    for extra in supplement:
        supplemented(rows, extra)
    drop_ambiguous(rows, supplement)
    generated = {key: derived(row["name"]) for key, row in sorted(rows.items())}
    unknown = {row["owner"] for row in rows.values() if row["owner"]} - {row["key"] for row in organizations}
    if unknown:
        raise SystemExit(f"owners that organizations.tsv lacks: {sorted(unknown)}")
    add_generated(rows, generated)
    for row in rows.values():
        aliases = [alias for alias in dict.fromkeys(row["aliases"]) if alias != row["name"]]
        row["flags"] = join(split(row.get("flags", "")) + common_flags(row["name"], aliases))
        row["aliases"], row["sameAs"] = join(aliases), join(sorted(set(row["sameAs"])))
    return list(rows.values())


def empty(key, name):
    return {
        "key": key,
        "type": "",
        "name": name,
        "aliases": [],
        "homepage": "",
        "repository": "",
        "sameAs": [],
        "owner": "",
    }


def joined(rows, supplement):
    """A landscape row whose name the supplement has as another's alias is that other (`Cassandra`, `Apache Cassandra`)."""
    own = {extra["key"] for extra in supplement}
    for extra in supplement:
        for alias in split(extra["aliases"]):
            double = rows.get(slug(alias.rsplit("@", 1)[0]))
            if double is None or double["key"] in own:
                continue
            del rows[double["key"]]
            row = rows.setdefault(extra["key"], double)
            if row is not double:
                row["aliases"] += double["aliases"] + [double["name"]]
                row["sameAs"] += double["sameAs"]
                for column in COLUMNS:
                    row[column] = row.get(column) or double.get(column, "")
            row["key"] = extra["key"]


def supplemented(rows, extra):
    """What the supplement says wins over the landscape; aliases and links are added."""
    key = extra["key"] or slug(extra["name"])
    row = rows.setdefault(key, empty(key, extra["name"]))
    row["aliases"] += ([row["name"]] if row["name"] != extra["name"] else []) + split(extra["aliases"])
    row["name"] = extra["name"]
    row["sameAs"] += split(extra["sameAs"])
    for column in COLUMNS:
        if column not in ("key", "name", "aliases", "sameAs") and extra.get(column):
            row[column] = extra[column]


def pages(items, organizations):
    """Which organization a landscape page link means: members and products of one maker carry the same link."""
    known = {row["key"] for row in organizations}
    found = {}
    for category, subcategory, item in items:
        if (category == "CNCF Members" or is_organization(category, subcategory)) and item.get("crunchbase"):
            key = slug(bare_name(item["name"]))
            if key in known:
                found.setdefault(item["crunchbase"], key)
    for extra in organizations:
        found.setdefault("https://www.crunchbase.com/organization/" + extra["key"], extra["key"])
    return found


def cleaned(name):
    """The name and the aliases that the landscape puts in parentheses behind it."""
    aliases = []
    name = name.replace("®", "").replace("™", "").strip()
    inner = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", name)
    if inner:
        name, other = inner[1], re.sub(r"^(formerly|previously) ", "", inner[2], flags=re.I)
        aliases.append(other)
        vendor = next((v for v in VENDORS if name.startswith(v + " ")), None)
        if vendor and not other.startswith(vendor) and " " not in other:
            aliases.append(f"{vendor} {other}")
        elif vendor and other.startswith(vendor + " "):
            aliases.append(other[len(vendor) + 1 :])
    maker = re.fullmatch(r"(.+?) by (.+)", name)
    if maker:
        aliases.append(name)
        name = maker[1]
    return name, aliases


def derived(name):
    """The name without its maker's, where the rest still names something; `Apache` is left off by everybody."""
    for vendor in VENDORS:
        rest = name[len(vendor) + 1 :]
        if name.startswith(vendor + " ") and rest:
            if is_distinctive(rest) or (vendor in ("Apache", "Project", "Netflix") and not is_common(rest)):
                return [rest]
    return []


def drop_ambiguous(rows, supplement):
    """An alias that several things bear belongs to the one that the supplement gives it to, or to none."""
    bearers = collections.defaultdict(set)
    for row in rows.values():
        for name in [row["name"]] + row["aliases"]:
            bearers[fold(name)].add(row["key"])
    chosen = {(row["key"], fold(alias)) for row in supplement for alias in split(row["aliases"])}
    for row in rows.values():
        row["aliases"] = [a for a in row["aliases"] if len(bearers[fold(a)]) == 1 or (row["key"], fold(a)) in chosen]


def add_generated(rows, generated):
    """A derived alias that two things could bear, or that is another's name, helps nobody."""
    names = {fold(row["name"]) for row in rows.values()}
    names |= {fold(alias) for row in rows.values() for alias in row["aliases"]}
    counts = collections.Counter(fold(alias) for aliases in generated.values() for alias in aliases)
    for key, aliases in generated.items():
        rows[key]["aliases"] += [a for a in aliases if counts[fold(a)] == 1 and fold(a) not in names]
