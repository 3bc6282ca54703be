"""Released folders, written by hand: a few lines, and the files that say the same.

The areas are A, B and C, together R; ``umland`` is B and C. Each Merkmal has a Kennzahl ``k_…`` that
prints its count. A line of figures is ``A alo 2020 12``, one of rates ``A quote 2020 20/1000 2.0``;
``*`` is suppressed, and what is not named is neither shown nor suppressed.
"""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

KOMMUNEN = ("A", "B", "C")
GRUPPEN: Mapping[str, Sequence[str]] = {"R": KOMMUNEN, "umland": ("B", "C")}
AUSGABE = "2021/1"
FREIGABE = (
    *("jahr", "schluessel", "gebiet", "kennzahl", "titel", "einheit", "zaehler", "nenner", "wert"),
    *("gedruckt", "zeichen", "kennzeichen", "stichtag", "quelle"),
)
VERAENDERUNGEN = (
    *("zeitraum", "von", "bis", "schluessel", "gebiet", "kennzahl", "titel", "gedruckt"),
    *("zeichen", "kennzeichen", "eingeschraenkt"),
)
VERGLEICH = (
    *("jahr", "schluessel", "gebiet", "kennzahl", "titel", "rang", "rang_bis", "anzahl", "viertel"),
    *("platz", "unten", "oben", "zur_region", "trend", "trend_von", "trend_bis", "status"),
    *("dynamik", "pruefungen", "signal", "seit"),
)
_BEKANNT = ("ausgabe", "schluessel", "jahr", "summe", "wert", "zeichen", "mitglieder")
Zeile = dict[str, object]


@dataclass(kw_only=True)
class Ordner:
    """What a folder tells.

    Attributes:
        zahlen: lines of counts.
        quoten: lines of rates.
        prozente: Zähler and Nenner of each rate, by its id.
        zerlegungen: whole, parts and whether they are all.
        frueher: lines of counts of earlier editions, with the edition in front. What they tell and
            what is suppressed now has not changed since, unless it is ``berichtigt``.
        aenderungen: area, Merkmal, years and print of each change.
        gesamtzahlen: Merkmal, year, figure and tolerance.
        null: Merkmale of which zero is a secret.
        minima: smallest counts that are no secrets, where they are not 3.
        fallzahlen: of Merkmale that are delivered rates, the count of their cases.
    """

    zahlen: str = ""
    quoten: str = ""
    prozente: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    zerlegungen: Sequence[tuple[str, Sequence[str], bool]] = ()
    frueher: str = ""
    berichtigt: bool = False
    aenderungen: Sequence[tuple[str, str, int, int, str]] = ()
    gesamtzahlen: Sequence[tuple[str, int, int, int]] = ()
    null: Sequence[str] = ()
    minima: Mapping[str, int] = field(default_factory=dict)
    fallzahlen: Mapping[str, str] = field(default_factory=dict)

    def write(self, daten: Path) -> Path:
        """Write the files into the folder *daten*, which is made."""
        daten.mkdir(parents=True)
        (daten / "beziehungen.json").write_text(json.dumps(self._beziehungen()), encoding="utf-8")
        _write(daten / "freigabe.csv", FREIGABE, [*self._zahlen(), *self._quoten()])
        _write(daten / "veraenderungen.csv", VERAENDERUNGEN, self._veraenderungen())
        _write(daten / "vergleich.csv", VERGLEICH, self._vergleich())
        _write(daten / "bekannt.csv", _BEKANNT, self._bekannt())
        return daten

    @property
    def _merkmale(self) -> list[str]:
        counted = [name for _, name, *_ in _fields(self.zahlen)]
        named = [name for pair in self.prozente.values() for name in pair]
        parts = [name for ganzes, teile, _ in self.zerlegungen for name in (ganzes, *teile)]
        earlier = [name for _, _, name, *_ in _fields(self.frueher)]
        totals = [name for name, *_ in self.gesamtzahlen]
        return list(dict.fromkeys([*counted, *named, *parts, *earlier, *totals]))

    def _beziehungen(self) -> dict[str, object]:
        members = dict.fromkeys(KOMMUNEN, ()) | dict(GRUPPEN)
        return {
            "ausgabe": AUSGABE,
            "gebiete": [
                {"schluessel": key, "name": f"Ort {key}", "mitglieder": list(mitglieder)}
                for key, mitglieder in members.items()
            ],
            "merkmale": [self._merkmal(name) for name in self._merkmale],
            "kennzahlen": [
                *(self._kennzahl(f"k_{name}", "anzahl", name, "") for name in self._merkmale),
                *(self._kennzahl(k, "prozent", *pair) for k, pair in self.prozente.items()),
            ],
            "zerlegungen": [
                {"ganzes": g, "teile": list(t), "vollstaendig": v, "toleranz": 0}
                | {"von": None, "bis": None}
                for g, t, v in self.zerlegungen
            ],
            "gesamtzahlen": [
                {"merkmal": name, "jahr": jahr, "wert": wert, "toleranz": toleranz}
                for name, jahr, wert, toleranz in self.gesamtzahlen
            ],
            "naeherungen": [],
        }

    def _merkmal(self, name: str) -> Zeile:
        what = {"id": name, "art": "anzahl", "dezimalen": 0, "additiv": True, "summe": []}
        what |= {"minimum": self.minima.get(name, 3), "nullschutz": name in self.null}
        if name not in self.fallzahlen:
            return what | {"fallzahl": ""}
        return what | {"art": "quote", "additiv": False, "fallzahl": self.fallzahlen[name]}

    def _kennzahl(self, name: str, formel: str, zaehler: str, nenner: str) -> Zeile:
        what = {"id": name, "formel": formel, "zaehler": zaehler, "nenner": nenner}
        what |= {"faktor": 100 if nenner else 1, "nachkommastellen": 1 if nenner else 0}
        what |= {"teilmenge": formel == "prozent"}
        return what | {"minimum": self.minima.get(zaehler, 3), "nullschutz": zaehler in self.null}

    def _zahlen(self) -> Iterable[Zeile]:
        for gebiet, name, jahr, wert in _fields(self.zahlen):
            row: Zeile = {"jahr": jahr, "schluessel": gebiet, "gebiet": gebiet, "gedruckt": wert}
            shown = {"zeichen": "*"} if wert == "*" else {"zaehler": wert, "wert": wert}
            yield row | {"kennzahl": f"k_{name}"} | shown

    def _quoten(self) -> Iterable[Zeile]:
        for gebiet, name, jahr, counts, *rate in _fields(self.quoten):
            row: Zeile = {"jahr": jahr, "schluessel": gebiet, "gebiet": gebiet, "kennzahl": name}
            if counts == "*":
                yield row | {"gedruckt": "*", "zeichen": "*"}
            else:
                zaehler, _, nenner = counts.partition("/")
                yield row | {"zaehler": zaehler, "nenner": nenner, "gedruckt": rate[0]}

    def _veraenderungen(self) -> Iterable[Zeile]:
        for gebiet, name, von, bis, gedruckt in self.aenderungen:
            row: Zeile = {"zeitraum": f"{von}-{bis}", "von": von, "bis": bis, "schluessel": gebiet}
            yield row | {"kennzahl": f"k_{name}", "gedruckt": gedruckt}

    def _vergleich(self) -> Iterable[Zeile]:
        for row in self._zahlen():
            yield {key: row[key] for key in ("jahr", "schluessel", "gebiet", "kennzahl")}

    def _bekannt(self) -> Iterable[Zeile]:
        counts = (line for line in _fields(self.zahlen) if line[1] not in self.fallzahlen)
        told = [line[1:4] for line in _fields(self.frueher) if line[4] != "*"]
        own = (
            f"{AUSGABE} {' '.join(line)}"
            for line in counts
            if self.berichtigt or line[3] != "*" or line[:3] not in told
        )
        for ausgabe, gebiet, name, jahr, wert in [*_fields(self.frueher), *_fields("\n".join(own))]:
            row: Zeile = {"ausgabe": ausgabe, "schluessel": gebiet, "jahr": jahr, "summe": name}
            yield row | ({"zeichen": "*"} if wert == "*" else {"wert": wert})


def _fields(lines: str) -> list[list[str]]:
    return [line.split() for line in lines.splitlines() if line.strip()]


def _write(path: Path, columns: Sequence[str], rows: Iterable[Zeile]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
