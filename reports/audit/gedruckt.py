"""What a printed rate or change tells of counts that are not printed."""

import re
from collections.abc import Mapping
from math import inf

from reports.audit.lesen import KennzahlEintrag
from reports.audit.verzeichnis import ENTWICKLUNG, Verzeichnis
from reports.audit.wissen import Groesse, Wissen

Zeile = Mapping[str, str]

_MINUS = "\u2212"
_FIGURE = rf"[{_MINUS}-]?\d+(?:\.\d{{3}})*(?:,\d+)?"
_NUMBER = re.compile(_FIGURE)
_PERCENT = re.compile(rf"[;(]\s*\(?[+±]?({_FIGURE})\s*%")


def learn_rate(row: Zeile, verzeichnis: Verzeichnis, wissen: Wissen) -> None:
    """A value without its counts leaves its Zähler few figures where its Nenner is known."""
    kennzahl = verzeichnis.kennzahlen[row["kennzahl"]]
    groesse = Groesse(row["schluessel"], int(row["jahr"]), kennzahl.zaehler)
    nenner = _base(kennzahl, groesse, wissen)
    bounds = _exact(row["wert"]) if row["wert"] else _printed(row["gedruckt"])
    if nenner is None or bounds is None or kennzahl.formel == ENTWICKLUNG:
        return
    unit = nenner * _scale(kennzahl, verzeichnis)
    wissen.place(groesse, saldo=verzeichnis.is_saldo(groesse.form))
    wissen.narrow(groesse, bounds[0] * unit, bounds[1] * unit)


def learn_change(row: Zeile, verzeichnis: Verzeichnis, wissen: Wissen) -> None:
    """Two rates whose Nenner are known differ by the printed points, two counts by a count."""
    kennzahl = verzeichnis.kennzahlen[row["kennzahl"]]
    bounds = _printed(row["gedruckt"])
    if bounds is None or kennzahl.formel == ENTWICKLUNG:
        return
    old, new = (
        Groesse(row["schluessel"], int(row[end]), kennzahl.zaehler) for end in ("von", "bis")
    )
    old_base, new_base = (_base(kennzahl, groesse, wissen) for groesse in (old, new))
    if old_base is None or new_base is None:
        return
    _place(wissen, verzeichnis, old, new)
    unit = old_base * new_base * _scale(kennzahl, verzeichnis)
    wissen.relate([(new, old_base), (old, -new_base)], bounds[0] * unit, bounds[1] * unit)
    if not kennzahl.nenner:
        _learn_percent(row["gedruckt"], old, new, wissen)


def _learn_percent(text: str, old: Groesse, new: Groesse, wissen: Wissen) -> None:
    """A change in percent beside the change itself tells how large a count was."""
    found = _PERCENT.search(text)
    if found is None:
        return
    digits = _digits(found[1])
    least, most = (
        round((100 + bound) * 2 * 10**digits) for bound in _between(_plain(found[1]), digits)
    )
    whole = 200 * 10**digits
    wissen.relate([(new, whole), (old, -least)], 0.0, inf)
    wissen.relate([(new, whole), (old, -most)], -inf, 0.0)


def _place(wissen: Wissen, verzeichnis: Verzeichnis, *groessen: Groesse) -> None:
    for groesse in groessen:
        wissen.place(groesse, saldo=verzeichnis.is_saldo(groesse.form))


def _base(kennzahl: KennzahlEintrag, groesse: Groesse, wissen: Wissen) -> int | None:
    """The Nenner of a Kennzahl where it is known; 1 for a count."""
    return wissen.knows(groesse._replace(form=kennzahl.nenner)) if kennzahl.nenner else 1


def _scale(kennzahl: KennzahlEintrag, verzeichnis: Verzeichnis) -> float:
    """What one of a Kennzahl is in units of its Zähler, for a Nenner of one unit."""
    units = verzeichnis.einheit(kennzahl.zaehler) / kennzahl.faktor
    return units / verzeichnis.einheit(kennzahl.nenner) if kennzahl.nenner else units


def _exact(text: str) -> tuple[float, float]:
    return _between(float(text), len(text.partition(".")[2]))


def _printed(text: str) -> tuple[float, float] | None:
    """Between which figures the first number of a German text was before it was rounded."""
    found = _NUMBER.search(text)
    return _between(_plain(found[0]), _digits(found[0])) if found else None


def _between(figure: float, digits: int) -> tuple[float, float]:
    half = 0.5 * 10.0**-digits
    return figure - half, figure + half


def _plain(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace(_MINUS, "-"))


def _digits(text: str) -> int:
    return len(text.partition(",")[2])
