"""Whether the folder of an edition tells a secret, by what lies in the folder alone."""

from dataclasses import dataclass
from pathlib import Path

from reports.audit.spuren import pruefe_spuren
from reports.audit.zahlen import Engster, pruefe_zahlen
from reports.errors import GeheimhaltungFehler

DATEN = "daten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Protokoll:
    """What was checked: ``daten/geheimhaltung.json``, which anybody may read.

    Attributes:
        zellen: values that the edition shows or suppresses.
        gesperrt: those of them that it suppresses.
        geprueft: counts that are not published, each of which was attacked.
        engster: the suppressed count with the fewest figures left.
    """

    zellen: int
    gesperrt: int
    geprueft: int
    engster: Engster | None


def pruefe(ordner: Path) -> Protokoll:
    """Read the folder like a stranger.

    Raises:
        GeheimhaltungFehler: with everything that can be worked out from it.
    """
    zahlen = pruefe_zahlen(ordner / DATEN)
    befunde = (*zahlen.befunde, *pruefe_spuren(ordner))
    if befunde:
        raise GeheimhaltungFehler(befunde)
    return Protokoll(
        zellen=zahlen.zellen,
        gesperrt=zahlen.gesperrt,
        geprueft=zahlen.geprueft,
        engster=zahlen.engster,
    )
