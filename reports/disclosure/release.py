"""The wall: what lies on the page side of protection, and the only thing it may import.

In these frames a suppressed value does not exist: not as a number, not as a rounded figure, not as
a numerator.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import dataframely as dy

from reports.domain.beziehung import Gesamtzahl, Naeherung
from reports.domain.frames import Freigabe, Veraenderung
from reports.domain.vorausgabe import Bekannt
from reports.domain.zeit import Bruch, Vergleichbarkeit, Zeitraum, comparability


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The years of a Kennzahl that an edition shows.

    Attributes:
        jahr: the year of its values.
        spannen: first and last year its change compares, for each period of the edition; None
            where the period holds fewer than two.
        brueche: the breaks in its series.
    """

    jahr: int
    spannen: tuple[Zeitraum | None, ...]
    brueche: tuple[Bruch, ...]

    @property
    def spanne(self) -> Zeitraum | None:
        """The years that its change over the first period compares."""
        return self.spannen[0]

    def comparability(self, spanne: Zeitraum) -> Vergleichbarkeit | None:
        """How far the ends of *spanne* can be compared; None where no break lies between."""
        return comparability(self.brueche, spanne)

    def bruchjahre(self, grad: Vergleichbarkeit) -> tuple[int, ...]:
        """The years up to its own with a break of that grade, ascending."""
        years = {b.ab for b in self.brueche if b.vergleichbar is grad and b.ab <= self.jahr}
        return tuple(sorted(years))


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Everything that may be published of an edition.

    Attributes:
        werte: every released year of every Kennzahl up to the Berichtsjahr.
        veraenderungen: the changes over each period.
        staende: by id of the Kennzahl; a Kennzahl without one has not been delivered.
        bekannt: the counts and amounts behind the released values, and those of earlier editions.
        gesamtzahlen: the sources' own totals of the Region.
        naeherungen: figures of groups that are not exactly the sum of their Kommunen.
    """

    werte: dy.DataFrame[Freigabe]
    veraenderungen: dy.DataFrame[Veraenderung]
    staende: Mapping[str, Stand]
    bekannt: tuple[Bekannt, ...]
    gesamtzahlen: tuple[Gesamtzahl, ...]
    naeherungen: tuple[Naeherung, ...]
