"""Findings in cells and rows, put together where one mending removes them all."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.errors import Befund, Stelle


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Something wrong in a cell or row of a file.

    Attributes:
        zelle: an address or ``Zeile 17``.
        ursache: what findings have in common that one mending removes; else their text.
    """

    zelle: str
    code: str
    text: str
    abhilfe: str
    ursache: str = ""


def grouped(datei: str, blatt: str, funde: Iterable[Fund]) -> list[Befund]:
    """One Befund for each cause in a file, with its first cell and the number of the others."""
    groups: dict[tuple[str, str], list[Fund]] = {}
    for fund in funde:
        groups.setdefault((fund.code, fund.ursache or fund.text), []).append(fund)
    return [
        Befund(
            code=first.code,
            ort=Stelle(datei, blatt, first.zelle, len(more)),
            text=first.text,
            abhilfe=first.abhilfe,
        )
        for first, *more in groups.values()
    ]
