"""Tab-separated tables: one header line, UTF-8 in NFC, lists inside a cell separated by `|`, rows sorted by key."""

import pathlib
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent


def read(name):
    """The rows of tools/gazetteer/NAME.tsv as dictionaries; `#` begins a comment line."""
    with open(HERE / f"{name}.tsv", encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise SystemExit(f"{name}.tsv: more cells than columns: {line!r}")
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)))))
    return rows


def write(path, columns, rows):
    rows = sorted(rows, key=lambda row: row[columns[0]])
    keys = [row[columns[0]] for row in rows]
    doubled = sorted({a for a, b in zip(keys, keys[1:]) if a == b})
    if doubled:
        raise SystemExit(f"{path.name}: doubled keys {doubled}")
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [str(row.get(column, "") or "") for column in columns]
        if any("\t" in cell or "\n" in cell for cell in cells):
            raise SystemExit(f"{path.name}: tab or line break in {cells}")
        lines.append("\t".join(cells))
    path.write_text(unicodedata.normalize("NFC", "\n".join(lines) + "\n"), encoding="utf-8")


def split(cell):
    return [part for part in cell.split("|") if part]


def join(parts):
    """Without doubles, in the given order."""
    return "|".join(dict.fromkeys(part for part in parts if part))
