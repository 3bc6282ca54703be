"""Which breaks a Kennzahl inherits from the Merkmale it is made of."""

from collections.abc import Sequence

from reports.domain.katalog import Katalog, Kennzahl
from reports.domain.zeit import Bruch


def brueche_of(kennzahl: Kennzahl, katalog: Katalog, brueche: Sequence[Bruch]) -> tuple[Bruch, ...]:
    """The breaks in the series of the Kennzahl, in the order declared."""
    merkmale = list(katalog.merkmale_of(kennzahl))
    return tuple(bruch for bruch in brueche if any(bruch.concerns(m) for m in merkmale))
