"""Traces in how the Kommunen stand to each other: ranks, quarters and places on the spine.

Released values alone give them; whoever counts a hidden one among them gives it away.
"""

from collections.abc import Iterator
from math import isclose

from reports.audit.spuren_daten import Freigabe, Zeile, spur
from reports.errors import Befund

_VIERTEL = 4
_GENAU = 1e-9
_OHNE_RANG = ("", "", "")  # place, last place, number of places


def lage_spuren(freigabe: Freigabe) -> Iterator[Befund]:
    """The traces in the ranks and places of all Kennzahlen."""
    for kennzahl in freigabe.staende:
        yield from _of_ranks(kennzahl, freigabe)
        yield from _of_places(kennzahl, freigabe)


def ort_of(zeile: Zeile) -> str:
    """A row as a person would look it up."""
    return f"{zeile['gebiet']} {zeile['jahr']}, Kennzahl {zeile['kennzahl']}"


def viertel_of(kennzahl: str, freigabe: Freigabe) -> dict[str, int]:
    """The quarter, 1 with the highest values, of each Kommune that shows a value at the Stand."""
    sizes = {key: size for key in freigabe.kommunen if (size := _size(key, kennzahl, freigabe))}
    every = list(sizes.values())
    return {key: _quarter(int(_rank(size, every)[0]), len(every)) for key, size in sizes.items()}


def _of_ranks(kennzahl: str, freigabe: Freigabe) -> Iterator[Befund]:
    """Ranks that the printed values do not give: a value that is not shown has been counted."""
    sizes = {key: size for key in freigabe.kommunen if (size := _size(key, kennzahl, freigabe))}
    for key in sorted(freigabe.kommunen):
        zeile = freigabe.vergleiche.get((key, kennzahl))
        if zeile is None or not zeile["anzahl"]:
            continue
        expected = _rank(sizes.get(key), list(sizes.values())) if len(sizes) > 1 else _OHNE_RANG
        if tuple(zeile[spalte] for spalte in ("rang", "rang_bis", "anzahl")) != expected:
            ort = f"daten/vergleich.csv, {ort_of(zeile)}"
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
        return _OHNE_RANG
    alike = sum(other[1] == own[1] for other in every)
    above = sum(_is_above(other, own) for other in every)
    return str(above + 1), str(above + alike), str(len(every))


def _is_above(other: tuple[float, str], own: tuple[float, str]) -> bool:
    if other[1] == own[1]:
        return False
    return other[0] > own[0] or (other[0] == own[0] and other[1] == "k")


def _of_places(kennzahl: str, freigabe: Freigabe) -> Iterator[Befund]:
    """Places that are not the distance from the Region, the farthest Kommune being at 1."""
    stand = freigabe.staende[kennzahl]
    middle = freigabe.werte(freigabe.region, kennzahl).get(stand)
    werte = {key: freigabe.werte(key, kennzahl).get(stand) for key in freigabe.kommunen}
    known = {} if middle is None else {k: w - middle for k, w in werte.items() if w is not None}
    farthest = max(map(abs, known.values()), default=0.0)
    for key in sorted(freigabe.kommunen):
        zeile = freigabe.vergleiche.get((key, kennzahl))
        if zeile is not None and not _is_place(zeile["platz"], known.get(key), farthest):
            ort = f"daten/vergleich.csv, {ort_of(zeile)}"
            yield spur(ort, "Der Platz zur Region ergibt sich nicht aus den freigegebenen Werten.")
    yield from _of_quarters(kennzahl, freigabe)


def _is_place(platz: str, distance: float | None, farthest: float) -> bool:
    """Whether a place is the distance, to whichever side; none is told where none is known."""
    if not platz:
        return True
    if distance is None or not farthest:
        return False
    return isclose(abs(float(platz)), abs(distance) / farthest, rel_tol=_GENAU, abs_tol=_GENAU)


def _of_quarters(kennzahl: str, freigabe: Freigabe) -> Iterator[Befund]:
    """Quarters that do not follow from the rank and the number of ranks."""
    for key in sorted(freigabe.kommunen):
        zeile = freigabe.vergleiche.get((key, kennzahl))
        if zeile is not None and zeile["viertel"] and not _is_quarter(zeile):
            ort = f"daten/vergleich.csv, {ort_of(zeile)}"
            yield spur(ort, "Das Viertel ergibt sich nicht aus dem Rang.")


def _is_quarter(zeile: Zeile) -> bool:
    if not zeile["rang"] or not zeile["anzahl"]:
        return False
    return int(zeile["viertel"]) == _quarter(int(zeile["rang"]), int(zeile["anzahl"]))


def _quarter(rang: int, anzahl: int) -> int:
    above = -(-_VIERTEL * (anzahl + 1 - rang) // anzahl)
    return _VIERTEL + 1 - above
