"""How the counts of an edition hang together: sums, groups, parts, and what is left of a whole."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from reports.audit.lesen import KennzahlEintrag, ZerlegungEintrag
from reports.audit.verzeichnis import Verzeichnis, summe_of, without
from reports.audit.wissen import Groesse, Wissen

Paar = tuple[Groesse, Groesse]  # a part and its whole


class Forderung(NamedTuple):
    """What of a count is a secret: the smallest that is none, and whether zero is one too."""

    minimum: int
    null: bool


class Zusammenhang:
    """Relates what is known.

    Attributes:
        reste: counts that nobody publishes but anybody can subtract: all that is in a whole and
            in none of its parts.
        offene: those of them that follow from published counts and are secrets, with what they are.
    """

    def __init__(self, verzeichnis: Verzeichnis, wissen: Wissen) -> None:
        self.verzeichnis = verzeichnis
        self.wissen = wissen
        self.reste: dict[Groesse, Forderung] = {}
        self.offene: dict[Groesse, int] = {}

    def relate(self) -> None:
        """Relate everything of every year of which anything is known."""
        years = sorted({groesse.jahr for groesse in self.wissen.plaetze})
        self._relate_sums()
        for jahr in years:
            self._relate_groups(jahr)
            self._relate_totals(jahr)
            self._relate_derived(jahr)
            self._relate_parts(jahr)
            for kennzahl in self.verzeichnis.shares():
                self._relate_share(kennzahl, jahr)

    def _relate_sums(self) -> None:
        """Each Form of several Merkmale is their sum."""
        for groesse in list(self.wissen.plaetze):
            terms = summe_of(groesse.form).terme
            if len(terms) > 1 or terms[0][0] < 0:
                parts = [(groesse._replace(form=name), sign) for sign, name in terms]
                self.wissen.relate([(groesse, -1), *parts])

    def _relate_groups(self, jahr: int) -> None:
        nearly = {
            (n.schluessel, n.merkmal): n.toleranz
            for n in self.verzeichnis.beziehungen.naeherungen
            if n.jahr == jahr
        }
        groups = [g for g in self.verzeichnis.beziehungen.gebiete if g.mitglieder]
        for merkmal in self.verzeichnis.additive():
            for gebiet in groups:
                spiel = nearly.get((gebiet.schluessel, merkmal.id), 0.0) * 10**merkmal.dezimalen
                own = Groesse(gebiet.schluessel, jahr, merkmal.id)
                members = [(own._replace(gebiet=key), 1) for key in gebiet.mitglieder]
                self.wissen.relate([(own, -1), *members], -spiel, spiel)

    def _relate_totals(self, jahr: int) -> None:
        """What the sources themselves tell of all Kommunen together."""
        for total in self.verzeichnis.beziehungen.gesamtzahlen:
            if total.jahr == jahr and total.merkmal in self.verzeichnis.merkmale:
                unit = self.verzeichnis.einheit(total.merkmal)
                keys = self.verzeichnis.kommunen
                kommunen = [(Groesse(key, jahr, total.merkmal), 1) for key in keys]
                wert, spiel = total.wert * unit, total.toleranz * unit
                self.wissen.relate(kommunen, wert - spiel, wert + spiel)

    def _relate_derived(self, jahr: int) -> None:
        for merkmal in self.verzeichnis.merkmale.values():
            for text in merkmal.summe:
                for gebiet in self.verzeichnis.namen:
                    own = Groesse(gebiet, jahr, merkmal.id)
                    parts = [(own._replace(form=name), sign) for sign, name in summe_of(text).terme]
                    if all(part in self.wissen.plaetze for part, _ in parts):
                        self.wissen.relate([(own, -1), *parts])

    def _relate_parts(self, jahr: int) -> None:
        for zerlegung in self.verzeichnis.beziehungen.zerlegungen:
            holds = (zerlegung.von or jahr) <= jahr <= (zerlegung.bis or jahr)
            if holds and zerlegung.ganzes in self.verzeichnis.merkmale:
                for gebiet in self.verzeichnis.namen:
                    self._relate_part(Groesse(gebiet, jahr, zerlegung.ganzes), zerlegung)

    def _relate_part(self, whole: Groesse, zerlegung: ZerlegungEintrag) -> None:
        parts = [whole._replace(form=teil) for teil in zerlegung.teile]
        placed = [part for part in parts if part in self.wissen.plaetze]
        if whole not in self.wissen.plaetze or not placed:
            return
        spiel = zerlegung.toleranz * self.verzeichnis.einheit(zerlegung.ganzes)
        complete = zerlegung.vollstaendig and placed == parts
        if complete or spiel:
            terms = [(whole, -1), *((part, 1) for part in placed)]
            self.wissen.relate(terms, -spiel if complete else -inf, spiel)
        else:
            self._leave(whole, placed, self._strictest(placed))

    def _relate_share(self, kennzahl: KennzahlEintrag, jahr: int) -> None:
        """Who counts in a share is one of all, wherever that is not seen to be otherwise."""
        for pair in self._pairs(kennzahl, jahr):
            if self._is_placed(pair) and self._fits(pair):
                part, whole = pair
                self._leave(whole, [part], Forderung(kennzahl.minimum, kennzahl.nullschutz))

    def _pairs(self, kennzahl: KennzahlEintrag, jahr: int) -> Iterator[Paar]:
        for gebiet in self.verzeichnis.namen:
            yield (
                Groesse(gebiet, jahr, kennzahl.zaehler),
                Groesse(gebiet, jahr, kennzahl.nenner),
            )

    def _is_placed(self, pair: Paar) -> bool:
        return all(groesse in self.wissen.plaetze for groesse in pair)

    def _fits(self, pair: Paar) -> bool:
        part, whole = (self.wissen.knows(groesse) for groesse in pair)
        return part is None or whole is None or part <= whole

    def _strictest(self, parts: Sequence[Groesse]) -> Forderung:
        forms = [part.form for part in parts]
        return Forderung(
            max(self.verzeichnis.minimum(form) for form in forms),
            any(self.verzeichnis.nullschutz(form) for form in forms),
        )

    def _leave(self, whole: Groesse, parts: Sequence[Groesse], forderung: Forderung) -> None:
        """The parts leave something of the whole, or nothing, but not less."""
        rest = whole._replace(form=without(whole.form, [part.form for part in parts]))
        if self.wissen.knows(whole) == 0:
            forderung = Forderung(0, null=False)
        known = [self.wissen.knows(groesse) for groesse in (whole, *parts)]
        figures = [figure for figure in known if figure is not None]
        if figures == known:
            left = figures[0] - sum(figures[1:])
            if 0 < left < forderung.minimum or (forderung.null and left == 0):
                self.offene[rest] = left
        elif figures and forderung.minimum:
            self._place_rest(rest, forderung)
            self.wissen.relate([(rest, -1), (whole, 1), *((part, -1) for part in parts)])
        else:
            self.wissen.relate([(whole, -1), *((part, 1) for part in parts)], -inf, 0.0)

    def _place_rest(self, rest: Groesse, forderung: Forderung) -> None:
        self.wissen.place(rest)
        self.wissen.narrow(rest, unten=0.0)
        known = self.reste.get(rest, forderung)
        self.reste[rest] = Forderung(
            max(known.minimum, forderung.minimum), known.null or forderung.null
        )
