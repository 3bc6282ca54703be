"""Traces in the rows of the released tables: what stands beside a suppressed value."""

from collections.abc import Iterator
from itertools import chain

from reports.audit.spuren_daten import DRUCK, GESPERRT, Freigabe, Zeile, spur
from reports.errors import Befund

_KEIN_TREND = "nicht berechenbar"
_TRENDJAHRE = 5
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
        yield from _of_wert(zeile)
    for zeile in chain.from_iterable(freigabe.laeufe.values()):
        yield from _of_change(zeile, freigabe)
    for zeile in freigabe.vergleiche.values():
        yield from _of_comparison(zeile, freigabe)
    for kennzahl in freigabe.staende:
        yield from _of_ranks(kennzahl, freigabe)
    yield from _of_signals(freigabe)


def _of_wert(zeile: Zeile) -> Iterator[Befund]:
    if not zeile["zeichen"]:
        return
    ort = f"daten/freigabe.csv, {_place(zeile)}"
    for spalte in ("zaehler", "nenner", "wert", "kennzeichen"):
        if zeile[spalte]:
            yield spur(ort, f"Neben dem Zeichen steht etwas in der Spalte »{spalte}«.")
    if zeile["gedruckt"] != DRUCK.get(zeile["zeichen"]):
        yield spur(ort, "Gedruckt ist etwas anderes als das Zeichen der Zeile.")


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


def _of_ranks(kennzahl: str, freigabe: Freigabe) -> Iterator[Befund]:
    """Ranks that the printed values do not give: a value that is not shown has been counted."""
    sizes = {key: size for key in freigabe.kommunen if (size := _size(key, kennzahl, freigabe))}
    for key in sorted(freigabe.kommunen):
        zeile = freigabe.vergleiche.get((key, kennzahl))
        if zeile is None or not zeile["anzahl"]:
            continue
        expected = _rank(sizes.get(key), list(sizes.values()))
        if tuple(zeile[spalte] for spalte in ("rang", "rang_bis", "anzahl")) != expected:
            ort = f"daten/vergleich.csv, {_place(zeile)}"
            yield spur(ort, "Der Rang ergibt sich nicht aus den freigegebenen Werten.")


def _size(gebiet: str, kennzahl: str, freigabe: Freigabe) -> tuple[float, str] | None:
    """The value and what of its print decides the rank: nothing of its marks but »k«."""
    zeile = freigabe.am_stand(gebiet, kennzahl)
    if zeile is None or zeile["zeichen"] or not zeile["wert"]:
        return None
    printed = "".join(letter for letter in zeile["gedruckt"] if letter not in "() prsf≈u\xa0")
    return float(zeile["wert"]), printed


def _rank(own: tuple[float, str] | None, every: list[tuple[float, str]]) -> tuple[str, ...]:
    """Place, last place of those who share it, and how many there are; none without a value."""
    if own is None:
        return "", "", ""
    alike = sum(other[1] == own[1] for other in every)
    above = sum(_is_above(other, own) for other in every)
    return str(above + 1), str(above + alike), str(len(every))


def _is_above(other: tuple[float, str], own: tuple[float, str]) -> bool:
    if other[1] == own[1]:
        return False
    return other[0] > own[0] or (other[0] == own[0] and other[1] == "k")


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
