"""The wall: what lies on the page side of protection, and the only thing it may import.

In these frames a suppressed value does not exist: not as a number, not as a rounded figure, not as
a numerator.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import dataframely as dy

from reports.domain.frames import Freigabe, Veraenderung


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The years of a Kennzahl that an edition shows.

    Attributes:
        jahr: the year of its values.
        von: first year its change compares, None where the period holds only one.
        bis: last year its change compares.
        bruchjahre: years up to the Berichtsjahr with which a new, incomparable series begins.
    """

    jahr: int
    von: int | None
    bis: int | None
    bruchjahre: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Everything that may be published of an edition.

    Attributes:
        werte: every released year of every Kennzahl up to the Berichtsjahr.
        veraenderungen: the changes over the period.
        staende: by id of the Kennzahl; a Kennzahl without one has not been delivered.
    """

    werte: dy.DataFrame[Freigabe]
    veraenderungen: dy.DataFrame[Veraenderung]
    staende: Mapping[str, Stand]
