"""Which sentences a page says: the most telling ones, few, and none where nothing is certain."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.domain.angabe import Wert
from reports.domain.katalog import Art, Formelart, Kennzahl
from reports.profile.changes import ends_of
from reports.profile.material import Gebiet, Material
from reports.profile.sentence_kinds import (
    MEISTE_KOMMUNEN,
    against,
    balance,
    course,
    extreme,
    span,
    trend,
)
from reports.profile.statement import Satz

_OHNE_LAGE = (Formelart.ANZAHL, Formelart.ENTWICKLUNG)


def front_sentences(gebiet: Gebiet, material: Material) -> tuple[Satz, ...]:
    """The first page: position and change of the Kernzahlen, and what early warning has found."""
    every = material.katalog.kennzahlen
    kern = [every[name] for name in material.edition.kernzahlen if name in material.staende]
    return tuple(
        s for s in (*chapter_sentences(kern, gebiet, material), balance(gebiet, material)) if s
    )


def chapter_sentences(
    kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> tuple[Satz, ...]:
    """At most two: the position farthest from the Region, and the greatest change of another.

    The Region has no position; instead it tells the widest span of its Kommunen. Where nothing can
    be told beyond doubt, there is no sentence.
    """
    is_region = gebiet == material.edition.gebiete.region
    found = _spans if is_region else _positions
    position = next(found(kennzahlen, gebiet, material), None)
    rest = [k for k in kennzahlen if position is None or k.id != position.belege[0].kennzahl]
    change = next(_changes(rest, gebiet, material), None)
    return tuple(satz for satz in (position, change) if satz)


def _positions(
    kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> Iterator[Satz]:
    """Sentences on the place among the Kommunen, the farthest from the Region first."""
    places = [
        (abs(place), kennzahl)
        for kennzahl in kennzahlen
        if kennzahl.formel not in _OHNE_LAGE
        and (place := material.einordnung(gebiet, kennzahl).platz) is not None
    ]
    for _, kennzahl in sorted(places, key=lambda entry: -entry[0]):
        if satz := extreme(kennzahl, gebiet, material) or against(kennzahl, gebiet, material):
            yield satz


def _spans(kennzahlen: Sequence[Kennzahl], _gebiet: Gebiet, material: Material) -> Iterator[Satz]:
    """Sentences on the Kommunen with the lowest and the highest value, the widest span first."""
    wide = [
        (width, kennzahl)
        for kennzahl in kennzahlen
        if kennzahl.formel not in _OHNE_LAGE and (width := _width(kennzahl, material)) is not None
    ]
    for _, kennzahl in sorted(wide, key=lambda entry: -entry[0]):
        if satz := span(kennzahl, material):
            yield satz


def _width(kennzahl: Kennzahl, material: Material) -> Fraction | None:
    """How many times the lowest value the highest one is."""
    werte = (material.wert(kommune, kennzahl) for kommune in material.edition.gebiete.kommunen)
    known = [wert.genau for wert in werte if wert.genau is not None]
    return max(known) / min(known) if len(known) >= MEISTE_KOMMUNEN and min(known) > 0 else None


def _changes(kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material) -> Iterator[Satz]:
    """Sentences on change over the first period, the greatest in proportion first."""
    sizes = [
        (size, kennzahl)
        for kennzahl in kennzahlen
        if (size := _proportion(kennzahl, gebiet, material)) is not None
    ]
    for _, kennzahl in sorted(sizes, key=lambda entry: -entry[0]):
        if satz := trend(kennzahl, gebiet, material) or course(kennzahl, gebiet, material):
            yield satz


def _proportion(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Fraction | None:
    """The change as a part of what it starts from; None without, for a limited one, of few cases."""
    change = material.aenderung(gebiet, kennzahl)
    ends = ends_of(kennzahl, gebiet, material)
    first, last = (wert.genau for wert in ends)
    if change.absolut is None or change.eingeschraenkt or first is None or last is None:
        return None
    if first <= 0 or (_counts(kennzahl, material) and _is_few(ends, material)):
        return None
    return abs(last - first) / first


def _counts(kennzahl: Kennzahl, material: Material) -> bool:
    merkmale = (material.katalog.merkmale[name] for name in kennzahl.zaehler.merkmale)
    return all(merkmal.art is Art.ANZAHL for merkmal in merkmale)


def _is_few(werte: Sequence[Wert], material: Material) -> bool:
    least = material.edition.schwellen.mindestfaelle
    return any((wert.zaehler or 0) < least for wert in werte)
