"""What the pages print, computed once more: straight from the delivered files, with Decimal."""

import csv
import re
import tomllib
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from zahlen import REGION, UMLAND, A, echtes_material

from reports.edition import shipped
from reports.profile.cells import value_cell

INPUT = shipped("input")
FAKTOR = {"prozent": 100, "je_100": 100, "je_1000": 1000}
ZAHL = re.compile(r"[+-]?\d+(,\d+)?")
Key = tuple[str, int, str]  # Gebiet, Jahr, Merkmal


@cache
def entries(kind: str) -> dict[str, dict]:
    """The Merkmale or Kennzahlen of the catalogue as they stand in its files."""
    paths = (INPUT / "katalog").glob("*.toml")
    found = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]
    shares = [
        {**file["altersaufbau"], "id": f"alter_{kurz}_{stufe['von']}", "zaehler": stufe[wer]}
        for file in found
        if kind == "kennzahl" and "altersaufbau" in file
        for stufe in file["altersaufbau"]["stufen"]
        for kurz, wer in (("m", "maenner"), ("w", "frauen"))
    ]
    every = [entry for file in found for entry in file.get(kind, [])]
    return {entry["id"]: {"formel": "prozent", **entry} for entry in [*every, *shares]}


def files() -> list[tuple[dict, list[dict[str, str]]]]:
    """Each described file with its rows."""
    return [
        (datei, list(csv.DictReader(stream, delimiter=";")))
        for path in (INPUT / "lieferungen").glob("*/quelle.toml")
        for datei in tomllib.loads(path.read_text(encoding="utf-8"))["datei"]
        for stream in [(path.parent / datei["name"]).read_text(encoding="utf-8").splitlines()]
    ]


@cache
def cells() -> dict[Key, Decimal | None]:
    """Every delivered number; None where a sign stands."""
    return {
        (row["ags"], int(row["jahr"]), row["merkmal"]): Decimal(row["wert"].replace(",", "."))
        if ZAHL.fullmatch(row["wert"])
        else None
        for _, rows in files()
        for row in rows
    }


def terms(summe: str) -> list[tuple[int, str]]:
    return [
        (-1 if sign == "-" else 1, name)
        for sign, name in re.findall(r"([+-]?)\s*([a-z][a-z0-9_]*)", summe)
    ]


def parts(summe: str, gebiet: str, jahr: int) -> tuple[Decimal, Decimal] | None:
    """What a signed sum adds and what it subtracts; None where an operand is no number."""
    found = [(sign, figure(name, gebiet, jahr)) for sign, name in terms(summe)]
    if any(wert is None for _, wert in found):
        return None
    return (
        sum((wert for sign, wert in found if sign > 0), Decimal(0)),
        sum((wert for sign, wert in found if sign < 0), Decimal(0)),
    )


def figure(name: str, gebiet: str, jahr: int) -> Decimal | None:
    """A delivered figure, or the sum of the first alternative whose operands are delivered."""
    if (gebiet, jahr, name) in cells():
        return cells()[gebiet, jahr, name]
    for summe in entries("merkmal")[name].get("summe", []):
        if all((gebiet, jahr, operand) in cells() for _, operand in terms(summe)):
            found = parts(summe, gebiet, jahr)
            return None if found is None else found[0] - found[1]
    return None


def counted(summe: str) -> bool:
    return all(
        entries("merkmal")[name].get("art", "anzahl") == "anzahl" for _, name in terms(summe)
    )


def german(exact: Fraction, stellen: int) -> str:
    """German print of an exact value, rounded half away from zero by Decimal."""
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    rounded = value.quantize(Decimal(1).scaleb(-stellen), ROUND_HALF_UP)
    text = f"{abs(rounded):,.{stellen}f}".translate(str.maketrans(",.", ".,"))
    return f"\u2212{text}" if rounded < 0 else text


def expected(entry: dict, gebiete: tuple[str, ...], jahr: int) -> str | None:
    """The print for the sum of some Kommunen; None where it cannot be told from the files."""
    summen = [entry["zaehler"], *([entry["nenner"]] if "nenner" in entry else [])]
    found = [[parts(summe, gebiet, jahr) for gebiet in gebiete] for summe in summen]
    if any(pair is None for column in found for pair in column):
        return None
    totals = [(sum(a for a, _ in column), sum(b for _, b in column)) for column in found]
    small = [
        count
        for summe, total in zip(summen, totals, strict=True)
        if counted(summe)
        for count in total
    ]
    if any(0 < count < entry.get("mindestfallzahl", 3) for count in small):
        return "*"
    zaehler, nenner = (Fraction(a - b) for a, b in [*totals, (Decimal(1), Decimal(0))][:2])
    faktor = FAKTOR.get(entry["formel"], entry.get("faktor", 1))
    return german(zaehler * faktor / nenner, entry["nachkommastellen"]) if nenner else None


def compared(area: str) -> list[tuple[str, str, int, str, str]]:
    """Expected and printed values of a Kommune or group, all years of the period."""
    found = echtes_material()
    gebiet = found.edition.gebiete.named(area)
    members = getattr(gebiet, "mitglieder", (area,))
    rows = []
    for (schluessel, jahr, name), wert in found.werte.items():
        entry = entries("kennzahl")[name]
        if schluessel == area and entry["formel"] != "entwicklung":
            text = expected(entry, members, jahr)
            if text is not None and (len(members) == 1 or entry.get("additiv", True)):
                printed = value_cell(found.katalog.kennzahlen[name], wert).text
                rows.append((name, area, jahr, text, printed))
    return rows


def test_every_printed_value_of_every_kommune_follows_from_the_files() -> None:
    kommunen = echtes_material().edition.gebiete.kommunen
    rows = [row for kommune in kommunen for row in compared(kommune.schluessel)]

    assert len(rows) > 3000
    assert [row for row in rows if row[3] != row[4]] == []


def test_every_printed_value_of_the_groups_is_the_ratio_of_their_kommunens_sums() -> None:
    rows = compared(REGION) + compared(UMLAND)

    assert len(rows) > 300
    assert [row for row in rows if row[3] != row[4]] == []


def test_every_kommune_has_90_kennzahlen_and_the_region_105() -> None:
    """What the first issue promises of the shipped input."""
    found = echtes_material()
    with_value: dict[str, set[str]] = defaultdict(set)
    for (gebiet, jahr, name), wert in found.werte.items():
        if jahr == found.staende[name].jahr and wert.zeichen is None:
            with_value[gebiet].add(name)

    in_all = set.intersection(*(with_value[k.schluessel] for k in found.edition.gebiete.kommunen))
    assert len(in_all) >= 90
    assert len(with_value[REGION]) >= 105


def allowed() -> dict[tuple[str, int], Decimal]:
    """By Merkmal and year: how far the sum may lie from the delivered total of the Region."""
    found: dict[tuple[str, int], Decimal] = {}
    for datei, rows in files():
        known = {(d["merkmal"], d["jahr"]): d["differenz"] for d in datei.get("abweichung", [])}
        for row in rows:
            key = row["merkmal"], int(row["jahr"])
            differences = (datei.get("toleranz", 0), abs(known.get(key, 0)))
            if row["ags"] == REGION:
                found[key] = max(Decimal(str(difference)) for difference in differences)
    return found


def printed_totals() -> list[tuple[str, int, Decimal]]:
    """Merkmal, year and figure of each single Merkmal in the Region's Zähler and Nenner."""
    return [
        (merkmal, jahr, Decimal(wert).scaleb(-entries("merkmal")[merkmal].get("dezimalen", 0)))
        for (gebiet, jahr, name), row in echtes_material().werte.items()
        if gebiet == REGION and entries("kennzahl")[name]["formel"] != "entwicklung"
        for part, wert in (("zaehler", row.zaehler), ("nenner", row.nenner))
        if wert is not None
        for merkmal in [entries("kennzahl")[name][part]]
        if cells().get((REGION, jahr, merkmal)) is not None
    ]


def test_every_total_of_the_region_agrees_with_the_delivered_one_within_its_tolerance() -> None:
    totals, tolerances = printed_totals(), allowed()

    assert len(totals) > 300
    for merkmal, jahr, printed in totals:
        difference = abs(printed - cells()[REGION, jahr, merkmal])
        assert difference <= tolerances[merkmal, jahr], (merkmal, jahr)


def test_the_umland_is_the_region_without_the_landeshauptstadt() -> None:
    found = echtes_material().werte
    checked = 0
    for (gebiet, jahr, name), region in found.items():
        formel = entries("kennzahl")[name]["formel"]
        if gebiet == REGION and formel == "anzahl" and region.zaehler is not None:
            stadt = found[A, jahr, name].zaehler
            assert stadt is not None
            assert found[UMLAND, jahr, name].zaehler == region.zaehler - stadt, (name, jahr)
            checked += 1

    assert checked > 40
