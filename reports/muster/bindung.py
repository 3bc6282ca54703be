"""What the catalogue demands of figures: parts add up to their whole, or stay within it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.domain.katalog import Formelart, Katalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Bindung:
    """Parts that may not exceed a whole, or have to add up to it.

    Attributes:
        ganzes: ids of delivered Merkmale whose sum is the whole.
        teile: ids of delivered Merkmale.
    """

    ganzes: tuple[str, ...]
    teile: tuple[str, ...]
    vollstaendig: bool


def bindungen(katalog: Katalog) -> list[Bindung]:
    """What Zerlegungen and percentages demand."""
    return [
        *(
            Bindung(
                ganzes=operands(katalog, [zerlegung.ganzes]),
                teile=operands(katalog, zerlegung.teile),
                vollstaendig=zerlegung.vollstaendig,
            )
            for zerlegung in katalog.zerlegungen
        ),
        *_percentages(katalog),
    ]


def _percentages(katalog: Katalog) -> Iterator[Bindung]:
    for kennzahl in katalog.kennzahlen.values():
        if kennzahl.formel is Formelart.PROZENT and kennzahl.nenner is not None:
            whole = operands(katalog, kennzahl.nenner.merkmale)
            added = [name for sign, name in kennzahl.zaehler.terme if sign > 0]
            # What stands above and below the line is no part that needs room.
            parts = tuple(name for name in operands(katalog, added) if name not in whole)
            if parts:
                yield Bindung(ganzes=whole, teile=parts, vollstaendig=False)


def divisors(katalog: Katalog) -> frozenset[str]:
    """Ids of the delivered Merkmale that something is divided by."""
    summen = (k.nenner for k in katalog.kennzahlen.values() if k.nenner is not None)
    return frozenset(name for summe in summen for name in operands(katalog, summe.merkmale))


def operands(katalog: Katalog, names: Iterable[str]) -> tuple[str, ...]:
    """The delivered Merkmale behind names of delivered and derived ones."""
    found: list[str] = []
    for name in names:
        summe = katalog.merkmale[name].summe
        found += summe[0].merkmale if summe else [name]
    return tuple(found)
