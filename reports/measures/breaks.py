"""Which breaks a Kennzahl inherits from the Merkmale it is made of."""

from collections.abc import Sequence

from reports.domain.katalog import Katalog, Kennzahl
from reports.domain.zeit import Bruch, Vergleichbarkeit, Zeitraum


def brueche_of(kennzahl: Kennzahl, katalog: Katalog, brueche: Sequence[Bruch]) -> tuple[Bruch, ...]:
    """The breaks in the series of the Kennzahl, in the order declared."""
    merkmale = list(katalog.merkmale_of(kennzahl))
    return tuple(bruch for bruch in brueche if any(bruch.concerns(m) for m in merkmale))


def comparability(brueche: Sequence[Bruch], zeitraum: Zeitraum) -> Vergleichbarkeit | None:
    """How far the ends of *zeitraum* can be compared; None where no break lies between them."""
    crossed = {bruch.vergleichbar for bruch in brueche if bruch.lies_in(zeitraum)}
    if Vergleichbarkeit.NEIN in crossed:
        return Vergleichbarkeit.NEIN
    return Vergleichbarkeit.EINGESCHRAENKT if crossed else None
