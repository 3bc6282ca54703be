"""The way of one printed figure: from its cells to its string, computed a second time."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from reports.auskunft.belege import Beleg, Belegbuch, Teile, added, belegbuch, first_sign
from reports.domain.angabe import Wert
from reports.domain.formel import Summe
from reports.domain.katalog import Formelart, Katalog, Kennzahl
from reports.domain.rundung import is_nearest
from reports.domain.zeichen import Zeichen
from reports.intake.bestand import Eingang
from reports.profile.cells import value_with_unit
from reports.profile.material import Gebiet, Material
from reports.profile.tablemodel import Zelle

_EIGENE_ZEICHEN = (Zeichen.GESPERRT, Zeichen.BRUCH)  # of protection and breaks, not of a cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Frage:
    """Which figure is meant."""

    kennzahl: Kennzahl
    gebiet: Gebiet
    jahr: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechnung:
    """A signed sum of Merkmale with its figures.

    Attributes:
        name: its part in the Kennzahl, such as ``Zähler``.
        dezimalen: of its Merkmale; ``wert`` is in units of the last one.
        teile: empty where one of its figures was not delivered.
    """

    name: str
    summe: Summe
    dezimalen: int
    teile: Teile
    wert: int | None
    zeichen: Zeichen | None

    @property
    def bruch(self) -> Fraction | None:
        """Its value in the unit of its Merkmale, None where there is a sign."""
        return None if self.wert is None else Fraction(self.wert, 10**self.dezimalen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkunft:
    """The way of a figure.

    Attributes:
        rechnungen: Zähler and, where there is one, Nenner; of an Entwicklung the count of the
            year and that of the first year.
        genau: the value before rounding, in its printed unit; None where a sign stands for it.
        wert: what was released.
        gedruckt: how pages print it.
    """

    frage: Frage
    rechnungen: tuple[Rechnung, ...]
    genau: Fraction | None
    wert: Wert
    gedruckt: Zelle

    def belege(self) -> Iterator[Beleg]:
        """All cells that the figure is made of."""
        for rechnung in self.rechnungen:
            for _, zahl in rechnung.teile:
                yield from zahl.belege()


def herkunft_of(frage: Frage, eingang: Eingang, material: Material) -> Herkunft:
    """The way of the figure that *frage* means.

    Raises:
        RuntimeError: the second computation contradicts the printed figure, which is a bug.
    """
    needed = [merkmal.id for merkmal in eingang.katalog.merkmale_of(frage.kennzahl)]
    own = eingang.bestand.filter(pl.col("merkmal").is_in(needed))
    return trace(frage, belegbuch(own, eingang, material.edition.gebiete), material)


def trace(frage: Frage, buch: Belegbuch, material: Material) -> Herkunft:
    """As :func:`herkunft_of`, for many figures of one input."""
    wert = material.wert(frage.gebiet, frage.kennzahl, frage.jahr)
    rechnungen = tuple(_rechnungen(frage, buch, material))
    herkunft = Herkunft(
        frage=frage,
        rechnungen=rechnungen,
        genau=_exact(frage.kennzahl, rechnungen),
        wert=wert,
        gedruckt=value_with_unit(frage.kennzahl, wert),
    )
    if wert.zeichen not in _EIGENE_ZEICHEN and _found(herkunft) != _released(herkunft):
        raise RuntimeError(
            f"{frage.kennzahl.id}, {frage.gebiet.name}, {frage.jahr}: {_found(herkunft)} from the"
            f" cells, {_released(herkunft)} in print"
        )
    return herkunft


def _rechnungen(frage: Frage, buch: Belegbuch, material: Material) -> Iterator[Rechnung]:
    kennzahl, katalog = frage.kennzahl, buch.katalog
    if kennzahl.formel is Formelart.ENTWICKLUNG:
        spanne = material.staende[kennzahl.id].spanne
        for jahr in (frage.jahr,) if spanne is None else (frage.jahr, spanne.von):
            teile = buch.teile(kennzahl.zaehler, frage.gebiet, jahr)
            yield rechnung_of(str(jahr), kennzahl.zaehler, teile, katalog)
        return
    for name, summe in (("Zähler", kennzahl.zaehler), ("Nenner", kennzahl.nenner)):
        if summe:
            yield rechnung_of(name, summe, buch.teile(summe, frage.gebiet, frage.jahr), katalog)


def rechnung_of(name: str, summe: Summe, teile: Teile | None, katalog: Katalog) -> Rechnung:
    """The sum of the figures of *summe*, None where one of them was not delivered."""
    wert, zeichen = (None, Zeichen.FEHLT) if teile is None else added(teile)
    return Rechnung(
        name=name,
        summe=summe,
        dezimalen=katalog.merkmale[summe.merkmale[0]].dezimalen,
        teile=teile or (),
        wert=wert,
        zeichen=zeichen,
    )


def _exact(kennzahl: Kennzahl, rechnungen: tuple[Rechnung, ...]) -> Fraction | None:
    zaehler, *rest = (rechnung.bruch for rechnung in rechnungen)
    nenner = rest[0] if rest else Fraction(1)
    if zaehler is None or not nenner:
        return None
    if kennzahl.formel is not Formelart.ENTWICKLUNG:
        return zaehler * kennzahl.faktor / nenner
    return (zaehler - nenner) * kennzahl.faktor / nenner if rest and nenner > 0 else None


def _found(herkunft: Herkunft) -> tuple[object, ...]:
    """Sign, Zähler, Nenner, and whether the released rounding is the nearest, from the cells."""
    if herkunft.genau is None:
        signs = first_sign(rechnung.zeichen for rechnung in herkunft.rechnungen)
        return signs or Zeichen.SINNLOS, None, None, None
    zaehler, *rest = (rechnung.wert for rechnung in herkunft.rechnungen)
    if herkunft.frage.kennzahl.formel is Formelart.ENTWICKLUNG:
        zaehler = (zaehler or 0) - (rest[0] or 0)
    return None, zaehler, rest[0] if rest else None, _is_nearest(herkunft)


def _released(herkunft: Herkunft) -> tuple[object, ...]:
    wert = herkunft.wert
    return wert.zeichen, wert.zaehler, wert.nenner, None if wert.gerundet is None else True


def _is_nearest(herkunft: Herkunft) -> bool:
    """Whether the released figure is the exact value rounded, halves away from zero."""
    places = herkunft.frage.kennzahl.nachkommastellen
    units: Fraction = (herkunft.genau or Fraction(0)) * 10**places
    return is_nearest(units, herkunft.wert.gerundet or 0)
