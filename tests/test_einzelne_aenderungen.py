"""A thousand random changes of single cells in a good delivery: none gets through silently.

Each changed delivery is either refused or noted with a message, or its figure is printed and can be
led back to the changed cell, or the change says nothing (a blank more, a name in another form).
"""

import io
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from helfer import GEBIETE, KLEIN, KOMMUNEN, LIEFERUNG, MERKMAL, QUELLE, write_input

from reports.auskunft.belege import belegbuch
from reports.auskunft.herkunft import Frage, trace
from reports.disclosure.protect import protect
from reports.edition import Edition, read_edition
from reports.errors import EingabeFehler, Stelle
from reports.intake.bestand import Eingang, read_eingang
from reports.intake.grids.tafel import address
from reports.measures.measure import measure
from reports.pipeline import umstaende_of
from reports.profile.material import Material, material_of

ANZAHL = 1000
ARBEIT = "katalog/arbeit.toml"
ORDNER = "lieferungen/amt"
MAPPE, TABELLE, FLACH = f"{ORDNER}/alo.xlsx", f"{ORDNER}/wohnungen_2020.csv", f"{ORDNER}/svb.csv"
REGION = "03241000"

KENNZAHL = """
[[kennzahl]]
id = "{0}_anzahl"
nummer = "{1}"
titel = "Anzahl {0}"
kurztitel = "Anzahl {0}"
formel = "anzahl"
zaehler = "{0}"
einheit = "Personen"
nachkommastellen = 0
richtung = "neutral"
quelle = "Amt"
stichtag = "31.12."
erlaeuterung = "So viele."
"""

PROFIL = """
[[datei]]
name = "alo.xlsx"
titel = "Arbeitslose"
tabelle = "2"
url = "https://example.org/2"
stichtag = "31.12."
gebiete = "kommunen"
format = "tabelle"
[datei.tabellenform]
schluessel = "Schlüssel"
name = "Name"
[[datei.spalte]]
kopf = "{jahr}"
jahre = [2018, 2019, 2020]
merkmal = "alo"

[[datei]]
name = "wohnungen_2020.csv"
titel = "Wohnungen"
tabelle = "3"
url = "https://example.org/3"
stichtag = "31.12."
gebiete = "kommunen"
format = "tabelle"
[datei.tabellenform]
schluessel = "Spalte A"
name = "Spalte B"
[[datei.spalte]]
kopf = "Wohnungen"
merkmal = "wohnungen"
jahr = 2020

[[datei]]
name = "svb.csv"
titel = "Beschäftigte"
tabelle = "4"
url = "https://example.org/4"
stichtag = "31.12."
gebiete = "kommunen_und_region"
format = "genesis"
[datei.tabellenform]
schluessel = "GEMEIN"
[[datei.spalte]]
kopf = "ERW032"
nur = { GES = "GESW" }
merkmal = "svb"
"""


def workbook() -> bytes:
    """Unemployed of the Kommunen, a column a year, under a title."""
    mappe = openpyxl.Workbook()
    blatt = mappe.active
    blatt.append(["Arbeitslose 2018 bis 2020"])
    blatt.append(["Schlüssel", "Name", 2018, 2019, 2020])
    for n, (ags, name) in enumerate(KOMMUNEN.items(), start=2):
        blatt.append([ags, name, 310 * n, 300 * n, 307 * n])
    stream = io.BytesIO()
    mappe.save(stream)
    return stream.getvalue()


def table() -> bytes:
    rows = [f"{ags};{name};{450 + n}" for n, (ags, name) in enumerate(KOMMUNEN.items())]
    lines = ["Wohnungen am 31.12.2020;;", ";;Wohnungen", *rows, "© Amt;;"]
    return "\r\n".join(lines).encode("cp1252")


def flat() -> bytes:
    head = (
        "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;"
        "1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;"
        "2_Auspraegung_Code;2_Auspraegung_Label;ERW032__Beschaeftigte__Anzahl"
    )
    keys = {ags: 700 + 10 * n for n, ags in enumerate(KOMMUNEN)}
    figures = {REGION: sum(keys.values()), **keys}
    start = "13111;Beschäftigte;STAG;Stichtag;31.12.2020;GEMEIN;Gemeinden"
    rows = [
        f"{start};{ags.removesuffix('000') if ags == REGION else ags};{GEBIETE[ags]};GES;Geschlecht;{code};{label};{wert * factor}"
        for ags, wert in figures.items()
        for code, label, factor in (("GESW", "weiblich", 1), ("", "Insgesamt", 2))
    ]
    return "\ufeff".encode() + "\n".join([head, *rows]).encode()


def delivery() -> dict[str, str | bytes]:
    names = ("alo", "wohnungen", "svb")
    catalogue = "".join(MERKMAL.format(name) for name in names) + "".join(
        KENNZAHL.format(name, f"ARB0{n}") for n, name in enumerate(names)
    )
    return {
        ARBEIT: f'titel = "Arbeit"\nrang = 2\n{catalogue}',
        QUELLE: KLEIN[QUELLE] + PROFIL,
        MAPPE: workbook(),
        TABELLE: table(),
        FLACH: flat(),
    }


@dataclass(frozen=True, slots=True)
class Aenderung:
    """One cell of one file with other content."""

    datei: str
    inhalt: bytes
    stelle: Stelle
    alt: str
    neu: str


def other_text(text: str, chance: random.Random) -> str:
    """What slips of the hand, copying and spreadsheets make of a text."""
    place = chance.randrange(len(text) + 1)
    digit = str(chance.randrange(10))
    ways = [
        lambda: text[:place] + digit + text[place:],
        lambda: text[:place] + text[place + 1 :],
        lambda: text[:place] + digit + text[place + 1 :],
        lambda: text[: max(place - 1, 0)] + text[place:] + text[max(place - 1, 0) : place],
        lambda: text[:place] + chance.choice(",.;- ") + text[place:],
        lambda: "-" + text,
        lambda: chance.choice(["", "-", ".", "x", "/", "...", "*", "k. A.", "#NV", "0"]),
        lambda: f"{text}{chance.choice('prs0')}",
        lambda: chance.choice([*GEBIETE, *GEBIETE.values(), "2019", "2021", "bev", "bev_u18"]),
    ]
    return chance.choice(ways)()


def changed_text(datei: str, content: bytes, encoding: str, chance: random.Random) -> Aenderung:
    """A text file with another cell."""
    lines = [line.split(";") for line in content.decode(encoding).splitlines()]
    row = chance.randrange(len(lines))
    column = chance.randrange(len(lines[row]))
    old = lines[row][column]
    lines[row][column] = new = other_text(old, chance)
    text = "\n".join(";".join(line) for line in lines)
    stelle = Stelle(datei, zelle=address(column, row + 1))
    return Aenderung(datei, text.encode(encoding, errors="replace"), stelle, old, new)


def changed_workbook(datei: str, content: bytes, chance: random.Random) -> Aenderung:
    """A workbook with another cell: a number, a text, nothing."""
    mappe = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for row in mappe.active.iter_rows() for cell in row if cell.value is not None]
    cell = chance.choice(cells)
    old = str(cell.value)
    if isinstance(cell.value, int) and chance.random() < 0.5:
        cell.value += chance.choice([-10, -1, 1, 10, 100, 0.5])
    else:
        cell.value = other_text(old, chance) or None
    stream = io.BytesIO()
    mappe.save(stream)
    stelle = Stelle(datei, mappe.active.title, cell.coordinate)
    return Aenderung(datei, stream.getvalue(), stelle, old, str(cell.value))


def random_change(files: dict[str, bytes], chance: random.Random) -> Aenderung:
    datei = chance.choice([LIEFERUNG, MAPPE, TABELLE, FLACH])
    if datei == MAPPE:
        return changed_workbook(datei, files[datei], chance)
    encoding = {TABELLE: "cp1252", FLACH: "utf-8-sig"}.get(datei, "utf-8")
    return changed_text(datei, files[datei], encoding, chance)


def printed(eingang: Eingang, edition: Edition) -> Material:
    messung = measure(eingang.bestand, eingang.katalog, eingang.brueche, edition)
    release = protect(messung, umstaende_of(edition, eingang)).release
    return material_of(
        release,
        edition=edition,
        katalog=eingang.katalog,
        quellen=eingang.quellen,
        brueche=eingang.brueche,
        kennung="",
    )


def leads_back(found: Eingang, before: Material, after: Material, change: Aenderung) -> bool:
    """Whether a printed figure differs and its Herkunft names the changed cell, row or column."""
    gebiete = after.edition.gebiete
    buch = belegbuch(found.bestand, found, gebiete)
    column, row = change.stelle.zelle[:1], change.stelle.zelle[1:]
    for key in {*after.werte, *before.werte}:
        if key in after.werte and after.werte[key] != before.werte.get(key):
            gebiet, jahr, name = key
            frage = Frage(
                kennzahl=found.katalog.kennzahlen[name],
                gebiet=gebiete.named(gebiet),
                jahr=jahr,
            )
            for beleg in trace(frage, buch, after).belege():
                same = (beleg.ort.datei, beleg.ort.blatt) == (change.datei, change.stelle.blatt)
                if same and (beleg.ort.zelle[:1] == column or beleg.ort.zelle[1:] == row):
                    return True
    return False


def fate(folder: Path, change: Aenderung, before: Material) -> str:
    """What becomes of a change: refused, noted, printed, harmless – or silent."""
    (folder / change.datei).write_bytes(change.inhalt)
    edition = read_edition(folder)
    try:
        found = read_eingang(edition)
    except EingabeFehler:
        return "abgelehnt"
    if found.warnungen:
        return "gemeldet"
    after = printed(found, edition)
    if after.werte == before.werte:
        return "gleich"
    return "gedruckt" if leads_back(found, before, after, change) else "still"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_input(tmp_path_factory.mktemp("eingabe"), delivery())


def test_no_change_of_a_single_cell_is_accepted_silently(folder: Path) -> None:
    chance = random.Random(20221231)  # noqa: S311 (examples, no secrets)
    edition = read_edition(folder)
    good = read_eingang(edition)
    before = printed(good, edition)
    assert good.warnungen == ()
    files = {name: (folder / name).read_bytes() for name in (LIEFERUNG, MAPPE, TABELLE, FLACH)}
    fates: Counter[str] = Counter()
    silent: list[Aenderung] = []
    for _ in range(ANZAHL):
        change = random_change(files, chance)
        what = fate(folder, change, before)
        fates[what] += 1
        silent += [change] if what == "still" else []
        (folder / change.datei).write_bytes(files[change.datei])

    assert [f"{c.stelle}: {c.alt!r} → {c.neu!r}" for c in silent] == []
    assert fates["abgelehnt"] > ANZAHL / 2, fates
    assert fates["gedruckt"] > ANZAHL / 50, fates
