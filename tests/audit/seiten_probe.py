"""A small edition, written by hand: three Kommunen, one Kennzahl, three years, two secrets.

Bdorf has suppressed values for 2021 and 2022; nobody else has any. Whoever tests traces plants one
into the open fields and writes the folder.
"""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from ordner import FREIGABE, VERAENDERUNGEN, VERGLEICH

TABELLEN = {"freigabe": FREIGABE, "veraenderungen": VERAENDERUNGEN, "vergleich": VERGLEICH}
REGION, A, B, C = "03241000", "03241001", "03241002", "03241003"
NAMEN = {A: "Adorf", B: "Bdorf", C: "Cdorf", REGION: "Region Nord"}
JAHRE = (2020, 2021, 2022)
# Zähler, Nenner and print of each year; None is suppressed
WERTE: dict[str, tuple[tuple[int, int, str] | None, ...]] = {
    A: ((20, 200, "10,0"), (24, 200, "12,0"), (27, 200, "13,5")),
    B: ((30, 300, "10,0"), None, None),
    C: ((50, 500, "10,0"), (40, 500, "8,0"), (60, 500, "12,0")),
    REGION: ((100, 1000, "10,0"), (110, 1000, "11,0"), (130, 1000, "13,0")),
}
VERAENDERUNGEN = {A: "+3,5 %-Pkt.", B: "*", C: "+2,0 %-Pkt.", REGION: "+3,0 %-Pkt."}
RAENGE = {A: 1, C: 2}
PLAETZE = {A: 0.5, C: -1.0}  # half a point above the Region, one below: the farthest is 1
STRICHE = (10, 11, 12, 13, 14)
Blatt = dict[str, Any]


@dataclass
class Probe:
    """The contents of the folder, open for planting.

    Attributes:
        texte: the lines of each page of the PDF of Adorf.
        stempel: entries of the PDF's information.
        nachbearbeiten: what else is done to the PDF of Adorf.
        weitere: names of more Kommunen by key.
    """

    freigabe: list[dict[str, object]]
    veraenderungen: list[dict[str, object]]
    vergleich: list[dict[str, object]]
    saetze: list[Blatt]
    signale: Blatt
    seiten: dict[str, Blatt]
    texte: list[list[str]]
    stempel: dict[str, str]
    nachbearbeiten: Callable[[pikepdf.Pdf], object] | None = None
    weitere: dict[str, str] = field(default_factory=dict)

    def zeile(self, tabelle: str, gebiet: str, jahr: int | None = None) -> dict[str, object]:
        """The row of an area, of a year where the table has several."""
        return next(
            zeile
            for zeile in getattr(self, tabelle)
            if zeile["schluessel"] == gebiet and jahr in {None, zeile.get("jahr")}
        )

    def diagramm(self, gebiet: str) -> Blatt:
        """The chart on the page of an area."""
        return self.seiten[gebiet]["themen"][0]["diagramme"][0]

    def tabelle(self, gebiet: str) -> Blatt:
        """The table of all Kennzahlen on the page of an area."""
        return self.seiten[gebiet]["vergleich"]["tabellen"][0]

    @property
    def rangfolge(self) -> Blatt:
        """The ranking on the page of the Region."""
        return self.seiten[REGION]["themen"][0]["rangfolge"]

    @property
    def karte(self) -> Blatt:
        """The map on the page of the Region."""
        return self.seiten[REGION]["themen"][0]["karte"]

    def write(self, ordner: Path) -> Path:
        """Write all files, and give the folder."""
        daten = ordner / "daten"
        (daten / "seiten").mkdir(parents=True)
        for name, columns in TABELLEN.items():
            _write_csv(daten / f"{name}.csv", columns, getattr(self, name))
        _write_json(daten / "beziehungen.json", _beziehungen(self.weitere))
        _write_json(daten / "saetze.json", self.saetze)
        _write_json(daten / "signale.json", self.signale)
        for gebiet, seite in self.seiten.items():
            _write_json(daten / "seiten" / f"{gebiet}.json", seite)
        _write_pdf(ordner / "A.pdf", self)
        return ordner


def probe() -> Probe:
    """The edition without any trace."""
    seiten = {gebiet: _seite(gebiet) for gebiet in (A, B, REGION)}
    return Probe(
        freigabe=[_wert(g, place) for place in range(len(JAHRE)) for g in NAMEN],
        veraenderungen=[_veraenderung(gebiet) for gebiet in NAMEN],
        vergleich=[_vergleich(gebiet) for gebiet in NAMEN],
        saetze=[{"gebiet": A, "kapitel": "arbeit", "satz": _satz()}],
        signale={"jahr": 2022, "ausgabe": 1, "signale": []},
        seiten=seiten,
        texte=[
            ["Adorf", "Quote in % 2022 27 13,5", "Seite 1 von 2"],
            ["2020 10,0", "Seite 2 von 2"],
        ],
        stempel={"/Title": "Profil Adorf 2022"},
    )


def _wert(gebiet: str, place: int) -> dict[str, object]:
    found = WERTE[gebiet][place]
    zaehler, nenner, gedruckt = found or ("", "", "*")
    return {
        "jahr": JAHRE[place],
        "schluessel": gebiet,
        "gebiet": NAMEN[gebiet],
        "kennzahl": "quote",
        "titel": "Quote",
        "einheit": "%",
        "zaehler": zaehler,
        "nenner": nenner,
        "wert": _position(gebiet, place) if found else "",
        "gedruckt": gedruckt,
        "zeichen": "" if found else "*",
        "kennzeichen": "",
        "stichtag": "Jahr",
        "quelle": "Amt",
    }


def _position(gebiet: str, place: int) -> float | None:
    found = WERTE[gebiet][place]
    return 100 * found[0] / found[1] if found else None


def _veraenderung(gebiet: str) -> dict[str, object]:
    gedruckt = VERAENDERUNGEN[gebiet]
    return {
        "zeitraum": "2020–2022",
        "von": 2020,
        "bis": 2022,
        "schluessel": gebiet,
        "gebiet": NAMEN[gebiet],
        "kennzahl": "quote",
        "titel": "Quote",
        "gedruckt": gedruckt,
        "zeichen": "*" if gedruckt == "*" else "",
        "kennzeichen": "",
        "eingeschraenkt": "nein",
    }


def _vergleich(gebiet: str) -> dict[str, object]:
    ranked = gebiet in RAENGE
    columns = "viertel platz unten oben zur_region trend_von trend_bis status dynamik signal seit"
    return {
        "jahr": 2022,
        "schluessel": gebiet,
        "gebiet": NAMEN[gebiet],
        "kennzahl": "quote",
        "titel": "Quote",
        "rang": RAENGE.get(gebiet, ""),
        "rang_bis": RAENGE.get(gebiet, ""),
        "anzahl": 2 if ranked else "",
        **dict.fromkeys(columns.split(), ""),
        "platz": PLAETZE.get(gebiet, ""),
        "status": "auffällig" if gebiet == A else "",
        "trend": "nicht berechenbar",
        "pruefungen": 0,
    }


def _satz() -> Blatt:
    belege = [
        {
            "gebiet": A,
            "kennzahl": "quote",
            "jahr": jahr,
            "zaehler": zaehler,
            "nenner": 200,
            "gedruckt": f"{gedruckt}\N{NO-BREAK SPACE}%",
        }
        for jahr, zaehler, gedruckt in ((2020, 20, "10,0"), (2022, 27, "13,5"))
    ]
    text = "Quote: Der Wert für Adorf ist von 10,0 % (2020) auf 13,5 % (2022) gestiegen."
    return {"art": "gestiegen", "text": text, "belege": belege}


def _seite(gebiet: str) -> Blatt:
    name = NAMEN[gebiet]
    own = WERTE[gebiet][-1]
    return {
        "schluessel": gebiet,
        "name": name,
        "dateiname": f"{name[0]}.pdf",
        "titel": f"Profil {name} 2022",
        "untertitel": "Zeitraum 2020–2022",
        "hinweis": "Probe",
        "fuss": [name, "Ausgabe 2022/1", "Datenstand 30.06.2023", "a7b41c99"],
        "einwohner": _zelle(own[2] if own else "*"),
        "einwohner_stand": "2022",
        "saetze": [_satz()] if gebiet == A else [],
        "signale": None,
        "kacheln": [_kachel(gebiet)],
        "fruehwarnung": {
            "bilanz": "Geprüft: 0, auffällig: 0, ruhig: 0.",
            "regel": "Auffällig ist ein Wert ab 1,5 Standardabweichungen.",
            "fehlalarme": "Prüfungen: 0. Davon höchstens 0,0 Fehlalarme.",
            "tabelle": None,
            "kommunen": None,
        },
        "beispiel": _beispiel(gebiet),
        "kommunenblick": _blick() if gebiet == REGION else None,
        "seither": [["Neu auffällig", "Quote"]],
        "lesehilfe": [["Über", "In 95 von 100 Fällen."]],
        "legende": [],
        "rueckseite": [["Kennung", "a7b41c99"]],
        "vergleich": {"einleitung": "In 95 von 100 Fällen.", "tabellen": [_kennzahlen(gebiet)]},
        "themen": [_thema(gebiet)],
        "karte": None if gebiet == REGION else _lage(gebiet),
        "verzeichnis": {
            "bilanz": f"Kennzahlen im Katalog: 1. Mit Wert: {int(bool(own))};"
            f" mit Zeichen: {int(not own)}; anderswo: 0; nicht geliefert: 0.",
            "brueche": [["Umstellung 2019", "Neues Gesetz 815"]],
        },
    }


def _zelle(text: str, gesprochen: str = "") -> Blatt:
    return {"text": text, "gesprochen": gesprochen, "zusatz": "", "zeichen": [], "stuecke": []}


def _kachel(gebiet: str) -> Blatt:
    own = WERTE[gebiet][-1]
    rang = f"Rang {RAENGE[gebiet]} von 2" if gebiet in RAENGE else ""
    change = VERAENDERUNGEN[gebiet]
    dated = _zelle(change) | {"zusatz": "seit 2020 (10,0 %)"}
    return {
        "titel": "Quote",
        "stand": "2022",
        "wert": _zelle(f"{own[2]} %" if own else "*"),
        "vergleich": "Region 13,0 %",
        "veraenderung": None if change == "*" else dated,
        "rang": rang,
    }


def _thema(gebiet: str) -> Blatt:
    return {
        "id": "arbeit",
        "titel": "Arbeit",
        "saetze": [],
        "diagramme": [_linien(gebiet)],
        "lesehilfe": "Die Raute ist das eigene Gebiet.",
        "tabellen": [_kommunen()] if gebiet == REGION else [],
        "lesarten": [["Quote", "Von 100 Personen."]],
        "rangfolge": _rangfolge() if gebiet == REGION else None,
        "karte": _karte() if gebiet == REGION else None,
    }


def _rangfolge() -> Blatt:
    """Adorf before Cdorf; Bdorf without rank, and the Region below."""
    rows = ((A, "13,5", "1"), (C, "12,0", "2"), (B, "*", "x"), (REGION, "13,0", "x"))
    zeilen = [
        {"kopf": NAMEN[key], "zellen": [_zelle(text), _zelle(rang)]} for key, text, rang in rows
    ]
    heads = [{"titel": "Kommune"}, {"titel": "Wert", "zusatz": "%, 2022"}, {"titel": "Rang"}]
    tabelle = {"id": "rangfolge-quote", "art": "rangfolge", "titel": "Rangfolge: Quote"}
    return tabelle | {"spalten": heads, "zeilen": zeilen}


def _blick() -> Blatt:
    signs = {A: _zelle("▲", "auffällig"), B: _zelle("*", "aus Datenschutzgründen gesperrt")}
    signs[C] = _zelle("x", "Angabe nicht sinnvoll oder nicht möglich")
    zeilen = [{"kopf": NAMEN[key], "zellen": [sign]} for key, sign in signs.items()]
    tabelle = {"id": "kacheln-1", "art": "kacheln", "titel": "Alle", "zeilen": zeilen}
    return {
        "einleitung": "Ein Zeichen je Kennzahl.",
        "tabellen": [tabelle | {"spalten": [{"titel": "Kommune"}, {"titel": "QUO 01"}]}],
        "schluessel": [["QUO 01", "Quote"]],
    }


def _beispiel(gebiet: str) -> Blatt:
    own, kennzahlen = WERTE[gebiet][-1], _kennzahlen(gebiet)
    return {
        "id": "beispiel",
        "titel": "Quote, 2022",
        "zeile": dict(kennzahlen["spine"]["zeilen"][0]),
        "eigen": f"{NAMEN[gebiet]} {own[2]} %" if own and gebiet in PLAETZE else "",
        "andere": "ein Strich je Kommune",
        "region": "Region 13,0 %",
        "enden": ["niedriger", "höher"],
        "alt": f"Beispiel. {kennzahlen['zeilen'][0]['zellen'][-1]['bild']['alt']}.",
    }


def _kennzahlen(gebiet: str) -> Blatt:
    own = WERTE[gebiet][-1]
    texts = (str(own[0]) if own else "*", own[2] if own else "*", "13,0")
    heads = ("Kennzahl", "Anzahl", "Wert", "Region", "Lage")
    rang = f"{RAENGE[gebiet]} von 2" if gebiet in RAENGE else "x"
    said = f"; {NAMEN[gebiet]} {own[2]} %, Rang {rang}" if gebiet in RAENGE and own else ""
    alt = f"Lage der Kommunen bei Quote, 2022{said}; Region 13,0 %; alle von 12,0 % bis 13,5 %"
    lage = _zelle(rang) | {"bild": {"id": "spine-quote", "alt": alt}}
    cells = [*(_zelle(text) for text in texts), lage]
    zeile = {"kopf": "Quote", "zusatz": "in % · 2022", "zellen": cells}
    others = sorted(place for key, place in PLAETZE.items() if key != gebiet)
    drawn = {"id": "spine-quote", "andere": others, "eigen": PLAETZE.get(gebiet)}
    return {
        "id": "tabelle-arbeit",
        "art": "vergleich",
        "titel": f"Arbeit, {NAMEN[gebiet]}",
        "spalten": [{"titel": head, "zusatz": ""} for head in heads],
        "zeilen": [zeile | {"abgesetzt": False}],
        "spine": {"id": "spine-arbeit", "zeilen": [drawn | {"gewertet": False}]},
    }


def _kommunen() -> Blatt:
    zeilen = [
        {"kopf": name, "zusatz": "", "zellen": [_zelle(found[2] if found else "*")]}
        for gebiet, name in NAMEN.items()
        for found in (WERTE[gebiet][-1],)
    ]
    return {
        "id": "kommunen-arbeit-1",
        "art": "kommunen",
        "titel": "Arbeit: alle Kommunen",
        "spalten": [{"titel": "Kommune", "zusatz": ""}, {"titel": "Quote", "zusatz": "%, 2022"}],
        "zeilen": zeilen,
    }


def tile(name: str, text: str, stufe: int, *, eigen: bool = False) -> Blatt:
    """A tile of a map."""
    place = {"spalte": 1, "reihe": 1}
    return place | {"name": name, "text": text, "stufe": stufe, "eigen": eigen}


def _lage(gebiet: str) -> Blatt:
    """Where a Kommune lies."""
    return {
        "id": "lage",
        "titel": "Lage in der Region",
        "kartenkacheln": [tile("", "", 4 * (k == gebiet), eigen=k == gebiet) for k in (A, B, C)],
        "breite": 119,
        "alt": f"Die Kachel von {NAMEN[gebiet]} liegt im Norden.",
    }


def _karte() -> Blatt:
    """Two values are too few for quarters."""
    texts = {key: found[2] if (found := WERTE[key][-1]) else "*" for key in (A, B, C)}
    return {
        "id": "karte-quote",
        "titel": "Quote, in %, 2022",
        "kartenkacheln": [tile(NAMEN[key], text, 0) for key, text in texts.items()],
        "breite": 255,
        "alt": "Kachelkarte Quote, 2022: von 12,0 % (Cdorf) bis 13,5 % (Adorf).",
        "lesehilfe": "Ohne Farbstufen.",
    }


def _linien(gebiet: str) -> Blatt:
    beside = [] if gebiet == REGION else [_linie(REGION, "vergleich")]
    known = [jahr for jahr, found in zip(JAHRE, WERTE[gebiet], strict=True) if found]
    last = WERTE[gebiet][len(known) - 1]
    course = f"von 10,0 % im Jahr 2020 auf {last[2] if last else ''} % im Jahr {known[-1]}"
    return {
        "id": "linie-quote",
        "titel": "Quote",
        "einheit": "%",
        "linien": [_linie(gebiet, "eigen"), *beside],
        "spannweiten": [{"jahr": 2022, "unten": 12.0, "oben": 13.5}],
        "striche": [{"wert": tick, "text": f"{tick},0"} for tick in STRICHE],
        "brueche": [],
        "einschraenkungen": [2021],
        "jahre": [2020, 2022],
        "hinweis": "",
        "alt": f"Liniendiagramm Quote, 2020 bis 2022: {NAMEN[gebiet]} {course}.",
    }


def _linie(gebiet: str, art: str) -> Blatt:
    points = [_position(gebiet, place) for place in range(len(JAHRE))]
    last = [found for found in WERTE[gebiet] if found][-1]
    return {
        "name": NAMEN[gebiet].split()[0],
        "art": art,
        "punkte": [{"jahr": j, "wert": wert} for j, wert in zip(JAHRE, points, strict=True)],
        "endtext": f"{NAMEN[gebiet].split()[0]} {last[2]} %",
        "zeichen": [],
    }


def _beziehungen(weitere: Mapping[str, str]) -> Blatt:
    kommunen = [A, B, C, *weitere]
    areas = [
        {"schluessel": key, "name": name, "mitglieder": kommunen if key == REGION else []}
        for key, name in (NAMEN | weitere).items()
    ]
    kennzahl = {"id": "quote", "formel": "prozent", "zaehler": "teil", "nenner": "ganzes"}
    kennzahl |= {
        "faktor": 100,
        "nachkommastellen": 1,
        "teilmenge": True,
        "minimum": 3,
        "nullschutz": False,
    }
    plain = {"art": "anzahl", "dezimalen": 0, "additiv": True, "summe": [], "fallzahl": ""}
    counts = [plain | {"id": k, "minimum": 3, "nullschutz": False} for k in ("teil", "ganzes")]
    nothing = ("zerlegungen", "gesamtzahlen", "naeherungen")
    told = {"ausgabe": "2022/1", "gebiete": areas, "merkmale": counts, "kennzahlen": [kennzahl]}
    return told | {key: [] for key in nothing}


def _write_csv(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _write_pdf(path: Path, probe: Probe) -> None:
    with pikepdf.new() as pdf:
        kind = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        names = {key: pikepdf.Name(name) for key, name in kind.items()}
        font = pdf.make_indirect(pikepdf.Dictionary(names))
        for lines in probe.texte:
            page = pdf.add_blank_page(page_size=(595, 842))
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.obj.Contents = pdf.make_stream(_content(lines))
        for name, text in probe.stempel.items():
            pdf.docinfo[name] = text
        if probe.nachbearbeiten:
            probe.nachbearbeiten(pdf)
        pdf.save(path)


def _content(lines: Sequence[str]) -> bytes:
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("latin-1")
