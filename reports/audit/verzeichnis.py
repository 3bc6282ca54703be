"""What the figures of an edition are: units, balances, and how small a count may be."""

from collections.abc import Iterator
from functools import cache

from reports.audit.lesen import Beziehungen, KennzahlEintrag, MerkmalEintrag
from reports.domain.formel import Summe, parse_summe

BETRAG, QUOTE = "betrag", "quote"
ENTWICKLUNG = "entwicklung"

summe_of = cache(parse_summe)


class Verzeichnis:
    """The entries of ``beziehungen.json``, as far as they are about counts and amounts.

    Attributes:
        beziehungen: all that the file tells.
        merkmale: counts and amounts, by id.
        kennzahlen: those made of them, by id.
        fallzahlen: by id of any other Kennzahl the count that it is made of, where one is told.
        namen: names of the areas, by key.
        kommunen: keys of the areas without members.
    """

    def __init__(self, beziehungen: Beziehungen) -> None:
        self.beziehungen = beziehungen
        self.merkmale = {m.id: m for m in beziehungen.merkmale if m.art != QUOTE}
        self.kennzahlen = {
            k.id: k
            for k in beziehungen.kennzahlen
            if self.merkmale.keys() >= set(summe_of(k.zaehler).merkmale)
        }
        cases = {m.id: m.fallzahl for m in beziehungen.merkmale if m.fallzahl}
        self.fallzahlen = {
            k.id: cases[k.zaehler] for k in beziehungen.kennzahlen if k.zaehler in cases
        }
        self.namen = {g.schluessel: g.name for g in beziehungen.gebiete}
        self.kommunen = [g.schluessel for g in beziehungen.gebiete if not g.mitglieder]

    def einheit(self, form: str) -> int:
        """How many units of the last decimal make one of a Form."""
        return int(10 ** self.merkmale[summe_of(form).merkmale[0]].dezimalen)

    def is_saldo(self, form: str) -> bool:
        """Whether it may be below zero: it takes something away that is no part of the rest."""
        summe = summe_of(form)
        taken = {name for sign, name in summe.terme if sign < 0}
        rest = [name for sign, name in summe.terme if sign > 0]
        parts = (z for z in self.beziehungen.zerlegungen if rest == [z.ganzes])
        return bool(taken) and not any(taken.issubset(z.teile) for z in parts)

    def is_amount(self, form: str) -> bool:
        """Whether it is a sum of amounts, which are no numbers of anything."""
        return self.merkmale[summe_of(form).merkmale[0]].art == BETRAG

    def nullschutz(self, form: str) -> bool:
        """Whether zero is a secret of this Form."""
        merkmale = (self.merkmale[name].nullschutz for name in summe_of(form).merkmale)
        return any(merkmale) or any(k.nullschutz for k in self._counting(form))

    def minimum(self, form: str) -> int:
        """The smallest figure of this Form that is no secret."""
        found = [self.merkmale[name].minimum for name in summe_of(form).merkmale]
        return max(found + [k.minimum for k in self._counting(form)])

    def shares(self) -> Iterator[KennzahlEintrag]:
        """Kennzahlen whose Zähler is counted within their Nenner."""
        return (k for k in self.kennzahlen.values() if k.teilmenge and k.nenner)

    def additive(self) -> list[MerkmalEintrag]:
        """Merkmale that add up over Kommunen and are not derived from others."""
        return [m for m in self.merkmale.values() if m.additiv and not m.summe]

    def _counting(self, form: str) -> Iterator[KennzahlEintrag]:
        return (k for k in self.kennzahlen.values() if k.zaehler == form)


def without(ganzes: str, teile: list[str]) -> str:
    """The Form of all that is in a whole and in none of the parts."""
    taken = [(-sign, name) for teil in teile for sign, name in summe_of(teil).terme]
    return str(Summe((*summe_of(ganzes).terme, *taken)))
