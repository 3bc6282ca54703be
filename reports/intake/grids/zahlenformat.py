"""Number formats of Excel: what a person sees where a cell holds a number.

A format has up to four sections, for positive numbers, negative ones, zero and texts, or each
under its own condition such as ``[<3]``. A section prints its digits among literal text, or only
text: ``[<3]"*";#,##0`` shows every figure below 3 as »*«.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_TEIL = re.compile(
    r'"(?P<zitat>[^"]*)"|\\(?P<zeichen>.)|\*(?P<fuellung>.)|_.|(?P<ende>;)'
    r"|\[(?P<vergleich><=|>=|<>|<|>|=)(?P<grenze>-?[\d.]+)\]|\[\$(?P<waehrung>[^\]-]*)[^\]]*\]"
    r"|\[[^\]]*\]|(?P<ziffern>General|E[+-]|[0#?@.,])|(?P<prozent>%)|(?P<sonst>.)",
    re.IGNORECASE | re.DOTALL,
)
_VERGLEICHE: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_GEKUERZT = re.compile(r",(?:\.|$)")  # a comma behind the digits prints thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Abschnitt:
    """One section of a format.

    Attributes:
        ziffern: its placeholders of digits, empty where it prints none.
        text: what it prints besides them.
        prozent: whether it prints the number a hundredfold, as a share.
        bedingung: comparison and limit that the number has to meet; None without one.
    """

    ziffern: str
    text: str
    prozent: bool
    bedingung: tuple[str, Decimal] | None

    @property
    def gekuerzt(self) -> bool:
        """Whether it prints thousands or millions only."""
        return bool(_GEKUERZT.search(self.ziffern))

    def holds(self, number: Decimal) -> bool:
        """Whether the number meets its condition."""
        if self.bedingung is None:
            return True
        sign, limit = self.bedingung
        return _VERGLEICHE[sign](number, limit)


def section_of(number: Decimal, number_format: str) -> Abschnitt | None:
    """The section that prints the number; None where that is not certain."""
    sections = _sections(number_format)[:3]
    if any(section.bedingung for section in sections):
        sure = len(sections) < len("+-0") or sections[1].bedingung is not None
        return next((one for one in sections if one.holds(number)), None) if sure else None
    by_sign = {1: 0, 2: 1 if number < 0 else 0, 3: 0 if number > 0 else 1 if number < 0 else 2}
    return sections[by_sign[len(sections)]]


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[Abschnitt, ...]:
    """The sections of a format, at least one."""
    sections: list[list[re.Match[str]]] = [[]]
    for part in _TEIL.finditer(number_format):
        if part["ende"]:
            sections.append([])
        else:
            sections[-1].append(part)
    return tuple(_section(parts) for parts in sections)


def _section(parts: list[re.Match[str]]) -> Abschnitt:
    texts = ("zitat", "zeichen", "fuellung", "waehrung", "sonst")
    limits = [(part["vergleich"], Decimal(part["grenze"])) for part in parts if part["vergleich"]]
    return Abschnitt(
        ziffern="".join(part["ziffern"] or "" for part in parts),
        text="".join(part[name] or "" for part in parts for name in texts).strip(),
        prozent=any(part["prozent"] for part in parts),
        bedingung=limits[0] if limits else None,
    )
