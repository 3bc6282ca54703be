"""What anybody knows beside the figures: areas, totals of the sources, earlier editions."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.domain.beziehung import Gesamtzahl
from reports.domain.gebiet import Gebiete
from reports.domain.katalog import Katalog
from reports.domain.vorausgabe import Bekannt
from reports.domain.zeit import Bruch


@dataclass(frozen=True, slots=True, kw_only=True)
class Umstaende:
    """What protection takes for known.

    Attributes:
        ausgabe: name of the edition, such as ``2022/1``.
        gesamtzahlen: the sources' own totals of the Region.
        frueher: what earlier editions have published or suppressed.
    """

    ausgabe: str
    katalog: Katalog
    brueche: Sequence[Bruch]
    gebiete: Gebiete
    gesamtzahlen: Sequence[Gesamtzahl] = ()
    frueher: Sequence[Bekannt] = ()
