"""The chapter of the Altersaufbau: a pyramid over the outline of another area, and its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from reports.domain.angabe import Wert
from reports.domain.katalog import Altersgruppe, Katalog, Kennzahl, Themenfeld
from reports.profile.cells import count_cell, value_cell, value_with_unit
from reports.profile.chartmodel import Balken, Pyramide, Pyramidenstufe, Strich
from reports.profile.material import Gebiet, Material
from reports.profile.model import Thema
from reports.profile.numbers import write_number
from reports.profile.sentences import chapter_sentences
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile, Zelle
from reports.profile.tables import compared_with, stand_text
from reports.profile.ticks import ticks

JAHRE_DER_LETZTEN = 15  # the open step has no end; it is drawn as if it had one
EINHEIT = "Prozent aller Einwohnerinnen und Einwohner je Altersjahr"
_ZEHNTEL = 10  # the scale is written with one decimal
_LESEHILFE = (
    "{erlaeuterung} Dieser Anteil ist die Fläche des Balkens. Die Gruppe »{letzte}« ist so gezeichnet,"
    " als endete sie mit {ende} Jahren."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anteil:
    """One side of a step: the share of its men or women in two areas.

    Attributes:
        jahre: how many years of age the step has, as it is drawn.
    """

    kennzahl: Kennzahl
    jahre: int
    eigen: Wert
    vergleich: Wert

    @property
    def laenge(self) -> float | None:
        """The own share a year of age, in percent; None where none is released."""
        return self._je_jahr(self.eigen)

    @property
    def umriss(self) -> float | None:
        """The same of the other area."""
        return self._je_jahr(self.vergleich)

    def _je_jahr(self, wert: Wert) -> float | None:
        return None if wert.wert is None else wert.wert / self.jahre


@dataclass(frozen=True, slots=True, kw_only=True)
class Aufbau:
    """What the chapter of an area shows, in the newest year that all Kennzahlen have reached.

    Attributes:
        stufen: each step with its men and its women, from the youngest on.
    """

    gebiet: Gebiet
    vergleich: Gebiet
    stand: str
    stufen: tuple[tuple[Altersgruppe, Anteil, Anteil], ...]

    @property
    def anteile(self) -> tuple[Anteil, ...]:
        """Both sides of all steps."""
        return tuple(chain.from_iterable(sides for _, *sides in self.stufen))


def altersaufbau(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> Thema:
    """The chapter; *kennzahlen* are those of its Kennzahlen that have figures."""
    aufbau = _aufbau(themenfeld, kennzahlen, gebiet, material)
    last = themenfeld.altersgruppen[-1]
    return Thema(
        id=themenfeld.id,
        titel=themenfeld.titel,
        saetze=chapter_sentences(kennzahlen, gebiet, material),
        diagramme=(),
        lesehilfe=_LESEHILFE.format(
            erlaeuterung=kennzahlen[0].erlaeuterung,
            letzte=last.titel,
            ende=_end(last) - 1,
        ),
        tabellen=(_table(themenfeld, aufbau, material.katalog),),
        lesarten=(),
        pyramide=_pyramid(aufbau, _longest(themenfeld, kennzahlen, material)),
    )


def _aufbau(
    themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], gebiet: Gebiet, material: Material
) -> Aufbau:
    oldest = min(kennzahlen, key=lambda kennzahl: material.staende[kennzahl.id].jahr)
    jahr, other = material.staende[oldest.id].jahr, compared_with(gebiet, material)

    def side(name: str, stufe: Altersgruppe) -> Anteil:
        kennzahl = material.katalog.kennzahlen[name]
        return Anteil(
            kennzahl=kennzahl,
            jahre=_end(stufe) - stufe.von,
            eigen=material.wert(gebiet, kennzahl, jahr),
            vergleich=material.wert(other, kennzahl, jahr),
        )

    return Aufbau(
        gebiet=gebiet,
        vergleich=other,
        stand=stand_text(oldest, material),
        stufen=tuple(
            (stufe, side(stufe.maenner, stufe), side(stufe.frauen, stufe))
            for stufe in themenfeld.altersgruppen
        ),
    )


def _end(stufe: Altersgruppe) -> int:
    """The first age after the step, as it is drawn."""
    return stufe.von + JAHRE_DER_LETZTEN if stufe.bis is None else stufe.bis + 1


def _pyramid(aufbau: Aufbau, longest: float) -> Pyramide:
    return Pyramide(
        id="pyramide",
        titel=f"Bevölkerungspyramide, {aufbau.stand}",
        einheit=EINHEIT,
        eigen=aufbau.gebiet.kurzname,
        vergleich=aufbau.vergleich.kurzname,
        stufen=tuple(
            Pyramidenstufe(von=stufe.von, bis=_end(stufe), maenner=_bar(men), frauen=_bar(women))
            for stufe, men, women in aufbau.stufen
        ),
        ende=longest,
        striche=tuple(_scale(longest)),
        alt=_alt(aufbau),
    )


def _bar(anteil: Anteil) -> Balken:
    sign = value_cell(anteil.kennzahl, anteil.eigen).text
    return Balken(
        wert=anteil.laenge,
        vergleich=anteil.umriss,
        zeichen=sign if anteil.laenge is None else "",
    )


def _longest(themenfeld: Themenfeld, kennzahlen: Sequence[Kennzahl], material: Material) -> float:
    """The longest bar of all areas, so that profiles can be laid side by side."""
    return max(
        anteil.laenge or 0.0
        for gebiet in material.edition.gebiete.alle
        for anteil in _aufbau(themenfeld, kennzahlen, gebiet, material).anteile
    )


def _scale(longest: float) -> Iterator[Strich]:
    for tick in ticks(0, ceil(_ZEHNTEL * longest)):
        if tick <= _ZEHNTEL * longest:
            yield Strich(wert=tick / _ZEHNTEL, text=write_number(tick, 1))


def _table(themenfeld: Themenfeld, aufbau: Aufbau, katalog: Katalog) -> Tabelle:
    columns = ("Anzahl", "in %", f"{aufbau.vergleich.kurzname}, in %")
    sides = [Spalte(titel=wer, zusatz=was) for wer in ("Männer", "Frauen") for was in columns]
    return Tabelle(
        id=f"stufen-{themenfeld.id}",
        art=Tabellenart.ALTERSAUFBAU,
        titel=f"{themenfeld.titel} in Zahlen, {aufbau.stand}",
        spalten=(Spalte(titel="Altersgruppe"), *sides),
        zeilen=tuple(
            Zeile(kopf=stufe.titel, zellen=(*_side(men, katalog), *_side(women, katalog)))
            for stufe, men, women in aufbau.stufen
        ),
    )


def _side(anteil: Anteil, katalog: Katalog) -> tuple[Zelle, Zelle, Zelle]:
    """The own count, the own share, and the share of the other area."""
    return (
        count_cell(anteil.kennzahl, anteil.eigen, katalog),
        value_cell(anteil.kennzahl, anteil.eigen),
        value_cell(anteil.kennzahl, anteil.vergleich),
    )


def _alt(aufbau: Aufbau) -> str:
    """Where the pyramid is the widest, and where it differs most from the outline."""
    found = "; ".join(_findings(aufbau)) or "kein Wert"
    return (
        f"Bevölkerungspyramide {aufbau.gebiet.name}, {aufbau.stand}, Männer links, Frauen rechts:"
        f" {found}. Die Werte stehen in der Tabelle danach."
    )


def _findings(aufbau: Aufbau) -> Iterator[str]:
    drawn = [anteil for anteil in aufbau.anteile if anteil.laenge is not None]
    if drawn:
        widest = max(drawn, key=lambda anteil: anteil.laenge or 0.0)
        yield f"am breitesten bei {_spoken(widest, widest.eigen)}"
    both = [anteil for anteil in drawn if anteil.umriss is not None]
    if both:
        apart = max(both, key=lambda anteil: abs((anteil.laenge or 0.0) - (anteil.umriss or 0.0)))
        other = value_with_unit(apart.kennzahl, apart.vergleich).worte
        yield (
            f"am weitesten von {aufbau.vergleich.kurzname} entfernt bei"
            f" {_spoken(apart, apart.eigen)} gegen {other}"
        )


def _spoken(anteil: Anteil, wert: Wert) -> str:
    """A step and its share in words."""
    return f"{anteil.kennzahl.kurztitel} mit {value_with_unit(anteil.kennzahl, wert).worte}"
