"""Whether the folder of an edition tells a secret, by what lies in the folder alone."""

from dataclasses import dataclass
from pathlib import Path

from reports.audit.funde import burden
from reports.audit.spuren import pruefe_spuren
from reports.audit.zahlen import Engster, pruefe_zahlen
from reports.errors import Befund, GeheimhaltungFehler

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruefung:
    """A folder that tells no secret by itself.

    Attributes:
        warnungen: for the office alone, what earlier editions tell.
    """

    protokoll: Protokoll
    warnungen: tuple[Befund, ...]


def pruefe(ordner: Path) -> Pruefung:
    """Read the folder like a stranger.

    Raises:
        GeheimhaltungFehler: with everything that can be worked out from it.
    """
    zahlen = pruefe_zahlen(ordner / DATEN)
    befunde = (*zahlen.befunde, *pruefe_spuren(ordner))
    if befunde:
        raise GeheimhaltungFehler(befunde)
    protokoll = Protokoll(
        zellen=zahlen.zellen,
        gesperrt=zahlen.gesperrt,
        geprueft=zahlen.geprueft,
        engster=zahlen.engster,
    )
    warnungen = (burden(zahlen.altlasten),) if zahlen.altlasten else ()
    return Pruefung(protokoll=protokoll, warnungen=warnungen)
