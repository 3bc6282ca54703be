"""What makes a delivery real: signs, marks, zeros, small counts, a jump, a wrong digit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from reports.domain.katalog import Art, Katalog, Merkmal
from reports.domain.korrektur import Korrektur
from reports.domain.quelle import Auffaelligkeit, Zeichensatz
from reports.muster.bindung import bindungen, divisors
from reports.muster.orte import Ort
from reports.muster.texte import Zelle, german
from reports.muster.vorgaben import ERSTES_JAHR, JAHRE, TAUSEND, Besonderheit, Vorgaben
from reports.muster.zahlen import total
from reports.muster.zufall import Raster

# What is planted in the files of each set; {} stands for the figure.
ZEICHEN: Mapping[Zeichensatz, Sequence[str]] = {
    Zeichensatz.DIN: (".", "x", "X", "/", "...", "…", "{}p", "{} r", "{}s", "({})"),
    Zeichensatz.DESTATIS: (".", "x", "/", "...", "{}p", "{}r", "{}s", "{}e", "{}u", "({})"),
    Zeichensatz.LSN_NEU: ("g", "t", "u", "x", "{}p", "{}r", "{}s", "{}e", "{}u", "{}f"),
    Zeichensatz.BA: ("*", "x"),
    Zeichensatz.ZENSUS_2022: ("–", "/"),
}
_SPAETER = ("...", "…", "t")
_GERUNDET = {Zeichensatz.DIN: "0", Zeichensatz.DESTATIS: "0", Zeichensatz.LSN_NEU: "k"}
_KLEIN = 15  # a figure up to this may become 0 without a jump that anybody notices
_EINZELNE = (1, 2)  # counts that protection has to hide
_SPRUNG = 20  # a jump beyond this is noticed
_KLEINE_QUOTE = 15  # percent, likewise
_ANTEIL = 25  # percent of change that is noticed
_HUNDERT = 100
_GEMELDET = date(2025, 3, 1)


@dataclass(slots=True, kw_only=True)
class Pflanzung:
    """Figures with what was planted among them.

    Attributes:
        orte: the Region, then the Kommunen.
        werte: the figures, see ``zufall.Raster``.
        texte: what stands in a cell in place of its figure.
        auffaellig: jumps that are declared.
        korrekturen: wrong figures that are declared.
    """

    katalog: Katalog
    vorgaben: Vorgaben
    orte: Sequence[Ort]
    werte: dict[str, pl.Series]
    texte: dict[Zelle, str] = field(default_factory=dict)
    auffaellig: list[Auffaelligkeit] = field(default_factory=list)
    korrekturen: list[Korrektur] = field(default_factory=list)

    def in_source(self, satz: Zeichensatz, merkmale: Sequence[Merkmal]) -> None:
        """Plant every sign and mark of a source's set among its figures."""
        self._plant_nulls(satz, merkmale)
        counts = self._counts(merkmale)
        for number, sign in enumerate(ZEICHEN[satz] if counts else ()):
            merkmal = counts[number % len(counts)]
            years = self.vorgaben.years_of(merkmal)
            jahr = years[-1] if sign in _SPAETER else years[1 % len(years)]
            if cell := self._free(merkmal.id, number, jahr):
                self.texte[cell] = sign.format(self._figure(cell))

    def _counts(self, merkmale: Sequence[Merkmal]) -> list[Merkmal]:
        """Counts, if possible without those that many Kennzahlen are divided by."""
        divided_by = divisors(self.katalog)
        counts = [merkmal for merkmal in merkmale if merkmal.art is Art.ANZAHL]
        return [merkmal for merkmal in counts if merkmal.id not in divided_by] or counts

    def jump(self) -> None:
        """The declared jump, and the way back in the year after it."""
        sprung = self.vorgaben.sprung
        last = self.werte[sprung.merkmal].gather_every(len(JAHRE), len(JAHRE) - 1)
        largest = max(range(min(2, len(last) - 1), len(last)), key=lambda n: (last[n], -n))
        cell = (sprung.merkmal, largest, sprung.jahr)
        self._set(cell, self._value(cell) * sprung.promille // TAUSEND)
        for jahr in (sprung.jahr, sprung.jahr + 1):
            here = self._value((sprung.merkmal, largest, jahr))
            before = self._value((sprung.merkmal, largest, jahr - 1))
            change = abs(here - before)
            if change > _SPRUNG and change * _HUNDERT > before * _ANTEIL:
                self.auffaellig.append(self._declared(sprung, jahr, largest))

    def digit(self) -> None:
        """The declared wrong digit."""
        ziffer = self.vorgaben.ziffer
        cell = self._free(ziffer.merkmal, 0, ziffer.jahr)
        if cell is None:
            return
        right = self._figure(cell)
        self.texte[cell] = f"{right}0"
        self.korrekturen.append(
            Korrektur(
                merkmal=ziffer.merkmal,
                ags=self.orte[cell[1]].schluessel,
                jahr=ziffer.jahr,
                erwartet=f"{right}0",
                neu=right,
                grund=ziffer.grund,
                gemeldet="Musteramt",
                am=_GEMELDET,
            )
        )

    def _declared(self, sprung: Besonderheit, jahr: int, number: int) -> Auffaelligkeit:
        return Auffaelligkeit(
            merkmal=sprung.merkmal,
            jahr=jahr,
            grund=sprung.grund,
            ags=(self.orte[number].schluessel,),
        )

    def _plant_nulls(self, satz: Zeichensatz, merkmale: Sequence[Merkmal]) -> None:
        """Zeros: exact, and nearly nothing where the set has a sign for it; then small counts."""
        small = self._small(merkmale)
        if cell := next(small, None):
            self._set(cell, 0)
        new = satz is Zeichensatz.LSN_NEU
        rounded = next(small, None) if new else self._small_rate(merkmale)
        if rounded and satz in _GERUNDET:
            self._set(rounded, 0)
            self.texte[rounded] = _GERUNDET[satz]
        for wert, other in zip(_EINZELNE, small, strict=False):
            self._set(other, wert)

    def _small(self, merkmale: Iterable[Merkmal]) -> Iterator[Zelle]:
        """Cells whose small figure nothing else is made of, the smallest of each Merkmal."""
        held = {name for b in bindungen(self.katalog) for name in b.ganzes}
        held |= {n for b in bindungen(self.katalog) if b.vollstaendig for n in b.teile}
        held |= divisors(self.katalog)
        for merkmal in merkmale:
            years = self.vorgaben.years_of(merkmal)
            if merkmal.id in held or merkmal.art is Art.QUOTE or not merkmal.additiv:
                continue
            jahr = years[1 % len(years)]
            cells = [(merkmal.id, number, jahr) for number in range(1, len(self.orte))]
            smallest = min(cells, key=self._value)
            if self._value(smallest) <= _KLEIN * 10**merkmal.dezimalen:
                yield smallest

    def _small_rate(self, merkmale: Iterable[Merkmal]) -> Zelle | None:
        """A cell of a low rate in percent."""
        for merkmal in merkmale:
            usual = self.vorgaben.of(merkmal, self.katalog).wert
            low = usual <= _KLEINE_QUOTE * 10**merkmal.dezimalen
            if merkmal.art is Art.QUOTE and merkmal.einheit == "%" and low:
                return merkmal.id, len(self.orte) - 1, self.vorgaben.years_of(merkmal)[0]
        return None

    def _free(self, merkmal: str, number: int, jahr: int) -> Zelle | None:
        """A cell of a Kommune that holds a plain figure; the Landeshauptstadt is left alone."""
        others = range(min(2, len(self.orte) - 1), len(self.orte))
        for step in range(len(others)):
            cell = (merkmal, others[(number + step) % len(others)], jahr)
            if cell not in self.texte and self._value(cell) > 0:
                return cell
        return None

    def _figure(self, cell: Zelle) -> str:
        """The figure of a cell as it is written."""
        places = self.katalog.merkmale[cell[0]].dezimalen
        return str(german(pl.Series([self._value(cell)]), places, "")[0])

    def _value(self, cell: Zelle) -> int:
        return int(self.werte[cell[0]][_place(cell)])

    def _set(self, cell: Zelle, wert: int) -> None:
        figures = self.werte[cell[0]].scatter(_place(cell), wert)
        raster = Raster(len(self.orte), len(JAHRE))
        additive = self.katalog.merkmale[cell[0]].additiv
        self.werte[cell[0]] = total(raster, figures) if additive else figures


def _place(cell: Zelle) -> int:
    _, number, jahr = cell
    return number * len(JAHRE) + jahr - ERSTES_JAHR
