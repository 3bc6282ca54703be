"""Which counts are secrets: how small one has to be, and whether zero is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.domain.formel import Summe
from reports.domain.katalog import Art, Katalog, Kennzahl

MINDESTFALLZAHL = 3  # where nobody says otherwise


@dataclass(frozen=True, slots=True)
class Schutz:
    """What of a count is a secret.

    Attributes:
        minimum: the smallest count, except zero, that is none; 0 where nothing is one.
        null: whether zero is one too.
    """

    minimum: int
    null: bool

    def __or__(self, other: "Schutz") -> "Schutz":
        """What is a secret by either."""
        return Schutz(max(self.minimum, other.minimum), self.null or other.null)

    def covers(self, wert: int) -> bool:
        """Whether the count *wert* is a secret."""
        return 0 < wert < self.minimum or (self.null and wert == 0)


KEINER = Schutz(0, null=False)


def schutz_of(katalog: Katalog) -> dict[str, Schutz]:
    """The protection of each Merkmal, by id.

    A count takes that of the Kennzahlen it is counted in and of every whole that it is a part of;
    its own ``mindestfallzahl`` replaces their number. Amounts and rates have none.
    """
    counts = [m for m in katalog.merkmale.values() if m.art is Art.ANZAHL]
    found = {merkmal.id: Schutz(MINDESTFALLZAHL, null=False) for merkmal in counts}
    for name, schutz in _demanded(katalog):
        if name in found:
            found[name] |= schutz
    pairs = [pair for pair in _parts(katalog) if found.keys() >= set(pair)]
    before: Mapping[str, Schutz] = {}
    while before != found:
        before = dict(found)
        for whole, part in pairs:
            found[part] |= found[whole]
    own = {m.id: m.mindestfallzahl for m in counts if m.mindestfallzahl is not None}
    return found | {name: Schutz(minimum, found[name].null) for name, minimum in own.items()}


def schutz_of_zaehler(kennzahl: Kennzahl, schutz: Mapping[str, Schutz]) -> Schutz:
    """The protection of what a Kennzahl counts, *schutz* being that of the Merkmale.

    An amount, such as hectares, has none, whatever its Kennzahl demands of counts.
    """
    if schutz.keys().isdisjoint(kennzahl.zaehler.merkmale):
        return KEINER
    own = Schutz(kennzahl.mindestfallzahl, kennzahl.nullschutz)
    return own | schutz_of_summe(kennzahl.zaehler, schutz)


def schutz_of_summe(summe: Summe, schutz: Mapping[str, Schutz]) -> Schutz:
    """The protection of a sum: that of all its Merkmale."""
    found = KEINER
    for name in summe.merkmale:
        found |= schutz.get(name, KEINER)
    return found


def _demanded(katalog: Katalog) -> Iterator[tuple[str, Schutz]]:
    """What each Kennzahl demands for the Merkmale it counts."""
    for kennzahl in katalog.kennzahlen.values():
        for name in kennzahl.zaehler.merkmale:
            yield name, Schutz(kennzahl.mindestfallzahl, kennzahl.nullschutz)


def _parts(katalog: Katalog) -> Iterator[tuple[str, str]]:
    """Pairs of a whole and a part, of Zerlegungen and of derived Merkmale."""
    for zerlegung in katalog.zerlegungen:
        for teil in zerlegung.teile:
            yield zerlegung.ganzes, teil
    for merkmal in katalog.merkmale.values():
        for summe in merkmal.summe:
            for name in summe.merkmale:
                yield merkmal.id, name
