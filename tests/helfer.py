"""A made-up region of three Kommunen, small enough to be changed by hand in a test."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from reports.errors import Befund, EingabeFehler

KATALOG = "katalog/bevoelkerung.toml"
QUELLE = "lieferungen/amt/quelle.toml"
LIEFERUNG = "lieferungen/amt/bevoelkerung.csv"

KOMMUNEN = {"03241001": "Großau", "03241002": "Heidefeld (Moor)", "03241003": "Krumm am Bach"}
GEBIETE = {"03241000": "Region Probe", **KOMMUNEN}

# Year → figures of the Kommunen, in their order; the Region is their sum.
BEVOELKERUNG = {2018: (5100, 1900, 800), 2019: (5150, 1880, 790), 2020: (5200, 1860, 780)}
KINDER = {2018: (900, 300, 100), 2019: (910, 290, 95), 2020: (930, 280, 90)}


def row(ags: str, jahr: int, merkmal: str, wert: object) -> str:
    """A line of a delivery for a Merkmal of 31 December."""
    return f"{ags};{GEBIETE[ags]};{jahr};{jahr}-12-31;{merkmal};{wert}\n"


def block(merkmal: str, jahr: int, werte: tuple[int, ...]) -> str:
    """The lines of a Merkmal and year for the Region and its Kommunen."""
    figures = (sum(werte), *werte)
    return "".join(
        row(ags, jahr, merkmal, wert) for ags, wert in zip(GEBIETE, figures, strict=True)
    )


KOPF = "ags;name;jahr;stichtag;merkmal;wert\n"
GUT = KOPF + "".join(
    block(merkmal, jahr, werte)
    for merkmal, jahre in (("bev", BEVOELKERUNG), ("bev_u18", KINDER))
    for jahr, werte in jahre.items()
)

MERKMAL = """
[[merkmal]]
id = "{0}"
titel = "Merkmal {0}"
einheit = "Personen"
quelle = "Amt"
stichtag = "31.12."
basis = "fortschreibung"
"""

KLEIN = {
    "ausgabe.toml": """\
jahr = 2020
von = 2018
ausgabe = 1
datenstand = 2021-06-30
hinweis = "Probe mit erfundenen Zahlen"
kernzahlen = ["einwohner", "anteil_kinder"]
vergleich = ["umland", "03241001"]
[fruehwarnung]
beobachten = 1.0
auffaellig = 1.5
irrtum = 0.2
mindestfaelle = 30
mindestkommunen = 2
mindestaenderung = 10
[[gruppe]]
schluessel = "03241000"
name = "Region Probe"
kurzname = "Region"
[[gruppe]]
schluessel = "umland"
name = "Umland"
kurzname = "Umland"
ohne = ["03241001"]
""",
    "kommunen.csv": """\
ags;name;amtlicher_name;kurzname;status;spalte;reihe;weitere_namen
03241001;Großau;Großau, Landeshauptstadt;Großau;Landeshauptstadt;2;1;LHG
03241002;Heidefeld (Moor);Heidefeld (Moor);Heidefeld;Gemeinde;1;1;
03241003;Krumm am Bach;Krumm am Bach, Stadt;Krumm a. B.;Stadt;2;2;Krumm/Bach|Krumm am B.
""",
    "brueche.toml": "",
    "korrekturen.toml": "",
    KATALOG: f"""\
titel = "Bevölkerung"
rang = 1
{MERKMAL.format("bev")}{MERKMAL.format("bev_u18")}[[kennzahl]]
id = "einwohner"
nummer = "BEV01"
titel = "Einwohner"
kurztitel = "Einwohner"
formel = "anzahl"
zaehler = "bev"
einheit = "Personen"
nachkommastellen = 0
richtung = "neutral"
quelle = "Amt"
stichtag = "31.12."
erlaeuterung = "So viele Menschen leben hier."
[[kennzahl]]
id = "anteil_kinder"
nummer = "BEV02"
titel = "Anteil der Kinder"
kurztitel = "Kinder"
formel = "prozent"
zaehler = "bev_u18"
nenner = "bev"
nachkommastellen = 1
richtung = "neutral"
quelle = "Amt"
stichtag = "31.12."
erlaeuterung = "So viele von 100 Menschen sind unter 18 Jahre alt."
""",
    QUELLE: """\
titel = "Bevölkerung"
nennung = "Amt"
herausgeber = "Amt für Statistik"
lizenz = "frei"
zeichensatz = "destatis"
[[datei]]
name = "bevoelkerung.csv"
titel = "Bevölkerung 2018 bis 2020"
tabelle = "1"
url = "https://example.org/1"
stichtag = "31.12."
gebiete = "kommunen_und_region"
""",
    LIEFERUNG: GUT,
}


def write_input(folder: Path, changes: Mapping[str, str | bytes] | None = None) -> Path:
    """The small input below *folder*, with the given files in place of its own or beside them."""
    for name, text in {**KLEIN, **(changes or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def befunde_of(action: Callable[[], object]) -> tuple[Befund, ...]:
    """The Befunde with which *action* refuses the input."""
    with pytest.raises(EingabeFehler) as caught:
        action()
    return caught.value.befunde


def contents(folder: Path) -> dict[str, str]:
    """Everything below a folder with its hash; a folder has none."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else ""
        for path in folder.rglob("*")
    }
