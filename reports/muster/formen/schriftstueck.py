"""A written file, and the small change that all forms need."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reports.domain.quelle import Dateiformat, Tabellenform, Wertspalte
from reports.muster.texte import Schreiber

HINWEIS = "Musterdaten – frei erfunden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schriftstueck:
    """A file as a house would send it.

    Attributes:
        endung: the ending of its name, with the point.
    """

    endung: str
    inhalt: bytes
    format: Dateiformat = Dateiformat.TABELLE
    tabellenform: Tabellenform = field(default_factory=Tabellenform)
    spalten: tuple[Wertspalte, ...] = ()


def semicolons(
    rows: Iterable[Sequence[str]], *, ende: str = "\n", quoting: int = csv.QUOTE_MINIMAL
) -> str:
    """Rows as text with semicolons between their fields."""
    text = io.StringIO(newline="")
    # The modes of quoting are plain numbers for the type checker only since Python 3.12.
    csv.writer(text, delimiter=";", lineterminator=ende, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def areas(schreiber: Schreiber) -> list[tuple[int, str, str]]:
    """Number, key and official name of all areas."""
    return [(number, ort.schluessel, ort.amtlich) for number, ort in enumerate(schreiber.orte)]
