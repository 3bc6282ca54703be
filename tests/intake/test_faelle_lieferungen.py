"""Deliveries as offices send them, read from beginning to end.

Every folder below ``faelle/lieferungen`` is a case that needs no Python; the head of
``katalog.toml`` there says what it may hold.
"""

import csv
import json
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.edition import read_edition, shipped
from reports.errors import Befund, EingabeFehler
from reports.intake.bestand import Eingang, read_eingang

LIEFERUNGEN = Path(__file__).parents[1] / "faelle" / "lieferungen"
FALL = "fall.toml"
FAELLE = {
    path.parent.name: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(LIEFERUNGEN.glob(f"*/{FALL}"))
}
LESBAR = [
    name
    for name, fall in FAELLE.items()
    if not any(befund["code"].startswith("E-") for befund in fall.get("befund", ()))
]
KORREKTUREN = "korrekturen.toml"
REGION = "03241000"
AMT = "lieferungen/amt/"
AUSGABE = """\
jahr = 2022
von = 2020
ausgabe = 1
datenstand = 2023-06-30
hinweis = "Frei erfundene Zahlen"
kernzahlen = ["bevoelkerung"]
vergleich = ["03241001", "03241002"]
[fruehwarnung]
beobachten = 1.0
auffaellig = 1.5
irrtum = 0.2
mindestfaelle = 30
mindestkommunen = 11
mindestaenderung = 10
[[gruppe]]
schluessel = "03241000"
name = "Region Hannover"
kurzname = "Region"
"""
QUELLE = {"titel": "Probe", "nennung": "Amt", "herausgeber": "Amt für Proben", "lizenz": "frei"}
KENNZEICHEN = {
    "p": Kennzeichen.VORLAEUFIG,
    "r": Kennzeichen.BERICHTIGT,
    "s": Kennzeichen.GESCHAETZT,
    "u": Kennzeichen.EINGESCHRAENKT,
    "f": Kennzeichen.FEHLERHAFT,
    "k": Kennzeichen.GERUNDET_NULL,
}
ERLAUBT = {"titel", "zeichensatz", "datei", "korrektur", "liefert", "wert", "befund"}
Stelle = tuple[str, int, str]  # ags, jahr, merkmal
Angabe = tuple[Decimal | None, Zeichen | None, Kennzeichen]


@cache
def erfundene_zahlen() -> Mapping[Stelle, Decimal]:
    """The made-up figures that the files of most cases hold, in the unit of their Merkmal."""
    with (LIEFERUNGEN / "zahlen.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["ags"], int(row["jahr"]), row["merkmal"]): number(row["wert"])
            for row in csv.DictReader(file, delimiter=";")
        }


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def as_toml(value: object) -> str:
    """A value in TOML; texts and keys are written there as in JSON."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(k)} = {as_toml(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def document(entries: Mapping[str, object]) -> bytes:
    return "\n".join(f"{key} = {as_toml(value)}" for key, value in entries.items()).encode()


def write_case(name: str, folder: Path) -> Path:
    """The case as an input folder."""
    fall = FAELLE[name]
    files = {
        "ausgabe.toml": AUSGABE.encode(),
        "kommunen.csv": (shipped("input") / "kommunen.csv").read_bytes(),
        "brueche.toml": b"",
        KORREKTUREN: document({"korrektur": fall.get("korrektur", [])}),
        "katalog/lieferfaelle.toml": (LIEFERUNGEN / "katalog.toml").read_bytes(),
        f"{AMT}quelle.toml": document(
            QUELLE | {"zeichensatz": fall["zeichensatz"], "datei": fall["datei"]}
        ),
    }
    delivered = [path for path in (LIEFERUNGEN / name).iterdir() if path.name != FALL]
    for path, content in (files | {AMT + p.name: p.read_bytes() for p in delivered}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def befunde_of(name: str, folder: Path) -> tuple[Befund, ...]:
    """What reading the case reports, whether it stops the run or not."""
    edition = read_edition(write_case(name, folder))
    try:
        return read_eingang(edition).warnungen
    except EingabeFehler as fehler:
        return fehler.befunde


def expected_figures(fall: Mapping[str, Any]) -> dict[Stelle, Angabe]:
    """The figures of the blocks that the case delivers, with its own in place of the made-up ones."""
    blocks = {tuple(block.split()) for block in fall["liefert"]}
    with_region = any(datei["gebiete"] == "kommunen_und_region" for datei in fall["datei"])
    figures: dict[Stelle, Angabe] = {
        (ags, jahr, merkmal): (wert, None, Kennzeichen(0))
        for (ags, jahr, merkmal), wert in erfundene_zahlen().items()
        if (merkmal, str(jahr)) in blocks and (with_region or ags != REGION)
    }
    return figures | {
        (entry["ags"], entry["jahr"], entry["merkmal"]): own_figure(entry)
        for entry in fall.get("wert", ())
    }


def own_figure(entry: Mapping[str, Any]) -> Angabe:
    if "zeichen" in entry:
        return None, Zeichen(entry["zeichen"]), Kennzeichen(0)
    marks = Kennzeichen(0)
    for letter in entry.get("kennzeichen", "").split():
        marks |= KENNZEICHEN[letter]
    return number(entry["wert"]), None, marks


def read_figures(eingang: Eingang) -> dict[Stelle, Angabe]:
    """Every figure of Bestand in the unit of its Merkmal."""
    merkmale = eingang.katalog.merkmale
    return {
        (row["gebiet"], row["jahr"], row["merkmal"]): (
            None
            if row["wert"] is None
            else scaled(row["wert"], merkmale[row["merkmal"]].dezimalen),
            None if row["zeichen"] is None else Zeichen(row["zeichen"]),
            Kennzeichen(row["kennzeichen"]),
        )
        for row in eingang.bestand.iter_rows(named=True)
    }


def scaled(wert: int, dezimalen: int) -> Decimal:
    return Decimal(wert).scaleb(-dezimalen)


@pytest.mark.parametrize("name", FAELLE)
def test_exactly_the_findings_of_the_case_are_reported(name: str, tmp_path: Path) -> None:
    expected = FAELLE[name].get("befund", [])

    befunde = befunde_of(name, tmp_path)

    found = [(b.code, str(b.ort).removeprefix(AMT)) for b in befunde]
    assert sorted(found) == sorted((b["code"], b["ort"]) for b in expected), befunde
    messages = {place: str(befund) for place, befund in zip(found, befunde, strict=True)}
    for befund in expected:
        for word in befund.get("nennt", ()):
            assert word in messages[befund["code"], befund["ort"]]


@pytest.mark.parametrize("name", LESBAR)
def test_every_figure_is_read_as_the_office_meant_it(name: str, tmp_path: Path) -> None:
    eingang = read_eingang(read_edition(write_case(name, tmp_path)))

    assert read_figures(eingang) == expected_figures(FAELLE[name])


@pytest.mark.parametrize("name", FAELLE)
def test_a_case_is_complete_and_has_no_misspelt_key(name: str) -> None:
    fall = FAELLE[name]
    delivered = {path.name for path in (LIEFERUNGEN / name).iterdir()} - {FALL}

    assert set(fall) <= ERLAUBT
    assert len(fall["titel"]) > 20
    assert delivered == {datei["name"] for datei in fall["datei"]}
    assert ("liefert" in fall) == (name in LESBAR)
    assert fall.get("befund") or fall.get("liefert")


def test_there_are_enough_clean_and_enough_broken_cases() -> None:
    clean = [name for name in LESBAR if not FAELLE[name].get("befund")]

    assert len(clean) >= 20
    assert len(FAELLE) - len(LESBAR) >= 40


def test_the_made_up_figures_are_consistent() -> None:
    figures = erfundene_zahlen()
    for (ags, jahr, merkmal), wert in figures.items():
        if merkmal == "einwohner":
            assert wert == figures[ags, jahr, "einwohner_w"] + figures[ags, jahr, "einwohner_m"]
        if ags == REGION and merkmal != "alo_quote":
            parts = [
                w for (a, j, m), w in figures.items() if (j, m) == (jahr, merkmal) and a != ags
            ]
            assert len(parts) == 21
            assert wert == sum(parts)
