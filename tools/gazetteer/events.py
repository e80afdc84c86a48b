"""events.tsv: series of the field, all from tools/gazetteer/events.tsv."""

from .names import slug
from .tables import join, read, split

COLUMNS = ["key", "subtype", "name", "aliases", "series", "homepage"]


def build():
    rows = read("events")
    for row in rows:
        row["key"] = row["key"] or slug(row["name"])
        row["aliases"] = join(split(row["aliases"]))
    known = {row["key"] for row in rows}
    lost = {row["series"] for row in rows if row["series"]} - known
    if lost:
        raise SystemExit(f"events.tsv: series without a row: {sorted(lost)}")
    return rows
