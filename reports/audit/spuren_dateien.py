"""Traces in the rows of the released tables: what stands beside a suppressed value."""

from collections.abc import Iterator
from itertools import chain
from math import isclose

from reports.audit.spuren_daten import DRUCK, GESPERRT, Freigabe, Zeile, spur, zahlen
from reports.audit.spuren_lage import lage_spuren
from reports.errors import Befund

_KEIN_TREND = "nicht berechenbar"
_TRENDJAHRE = 5
_GENAU = 1e-9
_DYNAMIKJAHRE = 3
_AM_WERT = (
    "rang",
    "rang_bis",
    "anzahl",
    "viertel",
    "platz",
    "unten",
    "oben",
    "zur_region",
    "trend_von",
    "trend_bis",
    "status",
    "dynamik",
    "signal",
    "seit",
)
_AN_DER_REGION = ("platz", "zur_region", "status", "dynamik")


def tabellen_spuren(freigabe: Freigabe) -> Iterator[Befund]:
    """The traces in the CSV files and in ``signale.json``."""
    for zeile in chain.from_iterable(reihe.values() for reihe in freigabe.reihen.values()):
        yield from _of_wert(zeile, freigabe)
    for zeile in chain.from_iterable(freigabe.laeufe.values()):
        yield from _of_change(zeile, freigabe)
    for zeile in freigabe.vergleiche.values():
        yield from _of_comparison(zeile, freigabe)
    yield from lage_spuren(freigabe)
    yield from _of_signals(freigabe)


def _of_wert(zeile: Zeile, freigabe: Freigabe) -> Iterator[Befund]:
    ort = f"daten/freigabe.csv, {_place(zeile)}"
    if not zeile["zeichen"]:
        if not _adds_up(zeile, freigabe):
            yield spur(ort, "Zähler, Nenner, Wert und Gedrucktes gehören nicht zusammen.")
        return
    for spalte in ("zaehler", "nenner", "wert", "kennzeichen"):
        if zeile[spalte]:
            yield spur(ort, f"Neben dem Zeichen steht etwas in der Spalte »{spalte}«.")
    if zeile["gedruckt"] != DRUCK.get(zeile["zeichen"]):
        yield spur(ort, "Gedruckt ist etwas anderes als das Zeichen der Zeile.")


def _adds_up(zeile: Zeile, freigabe: Freigabe) -> bool:
    """Whether the value is that of its counts, and the print the value rounded."""
    if not zeile["zaehler"] or not zeile["wert"]:
        return False
    kennzahl, wert = freigabe.kennzahlen[zeile["kennzahl"]], float(zeile["wert"])
    nenner = float(zeile["nenner"] or 1)
    if nenner and not isclose(
        wert, kennzahl.faktor * float(zeile["zaehler"]) / nenner, rel_tol=_GENAU, abs_tol=_GENAU
    ):
        return False
    printed = [zahl.replace(".", "").replace(",", ".") for zahl in zahlen(zeile["gedruckt"])]
    half = 0.5 * 10.0**-kennzahl.nachkommastellen + _GENAU
    return not printed or abs(float(printed[0]) - abs(wert)) <= half


def _of_change(zeile: Zeile, freigabe: Freigabe) -> Iterator[Befund]:
    ort = f"daten/veraenderungen.csv, {_place(zeile)}, {zeile['zeitraum']}"
    if zeile["zeichen"] and zeile["gedruckt"] != DRUCK.get(zeile["zeichen"]):
        yield spur(ort, "Gedruckt ist etwas anderes als das Zeichen der Zeile.")
    if zeile["zeichen"] and zeile["kennzeichen"]:
        yield spur(ort, "Neben dem Zeichen steht etwas in der Spalte »kennzeichen«.")
    years = [int(zeile[ende]) for ende in ("von", "bis") if zeile[ende]]
    if zeile["zeichen"] != GESPERRT and _any_hidden(zeile, years, freigabe):
        yield spur(ort, "Die Veränderung von oder zu einem gesperrten Wert ist nicht gesperrt.")


def _of_comparison(zeile: Zeile, freigabe: Freigabe) -> Iterator[Befund]:
    ort = f"daten/vergleich.csv, {_place(zeile)}"
    jahr, kennzahl = int(zeile["jahr"]), zeile["kennzahl"]
    if freigabe.ist_gesperrt(zeile["schluessel"], kennzahl, jahr):
        yield from _filled(zeile, _AM_WERT, ort, "der Wert gesperrt ist")
        if zeile["pruefungen"] not in {"", "0"}:
            yield spur(ort, "Ein gesperrter Wert ist für die Frühwarnung geprüft worden.")
    if freigabe.ist_gesperrt(freigabe.region, kennzahl, jahr):
        yield from _filled(zeile, _AN_DER_REGION, ort, "der Wert der Region gesperrt ist")
    if any(
        freigabe.ist_gesperrt(gebiet, kennzahl, jahr - _DYNAMIKJAHRE)
        for gebiet in (zeile["schluessel"], freigabe.region)
    ):
        yield from _filled(zeile, ("dynamik",), ort, "der Wert, von dem sie ausgeht, gesperrt ist")
    yield from _of_trend(zeile, ort, freigabe)


def _filled(zeile: Zeile, spalten: tuple[str, ...], ort: str, grund: str) -> Iterator[Befund]:
    for spalte in spalten:
        if zeile[spalte]:
            yield spur(ort, f"Die Spalte »{spalte}« ist gefüllt, obwohl {grund}.")


def _of_trend(zeile: Zeile, ort: str, freigabe: Freigabe) -> Iterator[Befund]:
    if zeile["trend"] in {"", _KEIN_TREND} and not zeile["trend_von"]:
        return
    last = int(zeile["trend_bis"] or zeile["jahr"])
    first = int(zeile["trend_von"] or last - _TRENDJAHRE + 1)
    if _any_hidden(zeile, range(first, last + 1), freigabe):
        yield spur(ort, "Der Trend beruht auf einem Jahr, dessen Wert gesperrt ist.")


def _of_signals(freigabe: Freigabe) -> Iterator[Befund]:
    for signal in freigabe.signale.signale:
        stand = freigabe.staende.get(signal.kennzahl, 0)
        if freigabe.ist_gesperrt(signal.gebiet, signal.kennzahl, stand):
            yield spur(
                f"daten/signale.json, {freigabe.namen.get(signal.gebiet, signal.gebiet)},"
                f" Kennzahl {signal.kennzahl}",
                "Das Signal gehört zu einem gesperrten Wert.",
            )


def _any_hidden(zeile: Zeile, years: list[int] | range, freigabe: Freigabe) -> bool:
    return any(
        freigabe.ist_gesperrt(zeile["schluessel"], zeile["kennzahl"], jahr) for jahr in years
    )


def _place(zeile: Zeile) -> str:
    jahr = f" {zeile['jahr']}" if "jahr" in zeile else ""
    return f"{zeile['gebiet']}{jahr}, Kennzahl {zeile['kennzahl']}"
