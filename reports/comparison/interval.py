"""The interval of chance around a value, and what it says of the value beside the Region's.

Methods are those of the English public health profiles (Fingertips, PHEindicatormethods): Wilson
for shares; for other counts the exact Poisson limits below 10 and Byar's approximation from there.
A full count is no sample: the interval tells how far the same risk lets a count of this size move
from year to year.
"""

from math import sqrt
from statistics import NormalDist

from scipy.special import gammainccinv, gammaincinv

from reports.comparison.standing import Bereich, Lage
from reports.domain.angabe import Wert
from reports.domain.katalog import Art, Formelart, Katalog, Kennzahl
from reports.domain.zeichen import Kennzeichen

BYAR_AB = 10
QUOTIENTEN = frozenset({Formelart.PROZENT, Formelart.JE_100, Formelart.JE_1000})
UNGENAU = (
    Kennzeichen.GESCHAETZT
    | Kennzeichen.EINGESCHRAENKT
    | Kennzeichen.FEHLERHAFT
    | Kennzeichen.GERUNDET_NULL
)


def z_of(sicherheit: float) -> float:
    """How many standard deviations hold the probability *sicherheit* (0 to 1, two-sided)."""
    return -NormalDist().inv_cdf((1 - sicherheit) / 2)


def wilson(anzahl: int, von: int, *, sicherheit: float) -> Bereich:
    """Wilson's interval of the share *anzahl* of *von*, both ends from 0 to 1.

    It needs ``0 <= anzahl <= von`` and ``von > 0``.
    """
    z2 = z_of(sicherheit) ** 2
    mitte, doppelt = 2 * anzahl + z2, 2 * (von + z2)
    breite = sqrt(z2 * (z2 + 4 * anzahl * (von - anzahl) / von))
    return Bereich(
        unten=(mitte - breite) / doppelt,
        # Rounding must not leave the share itself outside, as it might where it is 1.
        oben=min(1.0, max(anzahl / von, (mitte + breite) / doppelt)),
    )


def poisson(anzahl: int, *, sicherheit: float) -> Bereich:
    """The interval of a count of events that happen by chance, in events; *anzahl* is 0 or more."""
    if anzahl < BYAR_AB:
        return _exact(anzahl, (1 - sicherheit) / 2)
    z = z_of(sicherheit)
    return Bereich(unten=_byar(anzahl, -z), oben=_byar(anzahl + 1, z))


def _exact(anzahl: int, irrtum: float) -> Bereich:
    return Bereich(
        unten=float(gammaincinv(anzahl, irrtum)) if anzahl else 0.0,
        oben=float(gammainccinv(anzahl + 1, irrtum)),
    )


def _byar(anzahl: int, z: float) -> float:
    """The limit *z* standard deviations from *anzahl*, by the cube root of the gamma law."""
    return float(anzahl * (1 - 1 / (9 * anzahl) + z / (3 * sqrt(anzahl))) ** 3)


def zaehlung_of(kennzahl: Kennzahl, wert: Wert, katalog: Katalog) -> tuple[int, int] | None:
    """Zähler and Nenner of a value that chance moves as it moves counts, else None.

    None are signs, amounts, means, balances, counts without a Nenner, and values whose marks say
    that the counts behind them are not the true ones.
    """
    if wert.zaehler is None or wert.zaehler < 0 or wert.nenner is None or wert.nenner <= 0:
        return None
    if wert.kennzeichen & UNGENAU or not _counts(kennzahl, katalog):
        return None
    return wert.zaehler, wert.nenner


def _counts(kennzahl: Kennzahl, katalog: Katalog) -> bool:
    """Whether the Kennzahl is a quotient of whole counts, nothing taken away from its Zähler."""
    return (
        kennzahl.formel in QUOTIENTEN
        and not _subtracts(kennzahl, katalog)
        and all(
            m.art is Art.ANZAHL and not m.dezimalen and not m.stichprobe
            for m in katalog.merkmale_of(kennzahl)
        )
    )


def _subtracts(kennzahl: Kennzahl, katalog: Katalog) -> bool:
    derived = [s for name in kennzahl.zaehler.merkmale for s in katalog.merkmale[name].summe]
    return any(sign < 0 for summe in (kennzahl.zaehler, *derived) for sign, _ in summe.terme)


def bereich_of(
    kennzahl: Kennzahl, wert: Wert, katalog: Katalog, *, sicherheit: float
) -> Bereich | None:
    """The interval around *wert* in its unit; None where :func:`zaehlung_of` finds no counts.

    A percentage of those it counts is a share, a ratio je 100 compares two counts; a percentage
    above 100 % and a rate je 1.000 are counts of events by a Nenner that is taken as known.
    """
    zaehlung = zaehlung_of(kennzahl, wert, katalog)
    if zaehlung is None:
        return None
    zaehler, nenner = zaehlung
    if kennzahl.formel is Formelart.PROZENT and zaehler <= nenner:
        return _scaled(wilson(zaehler, nenner, sicherheit=sicherheit), kennzahl.faktor)
    if kennzahl.formel is Formelart.JE_100:
        return _scaled(_ratio(zaehler, nenner, sicherheit=sicherheit), kennzahl.faktor)
    return _scaled(poisson(zaehler, sicherheit=sicherheit), kennzahl.faktor / nenner)


def _ratio(anzahl: int, zu: int, *, sicherheit: float) -> Bereich:
    """The interval of a count against another: that of its share in both together, turned round."""
    share = wilson(anzahl, anzahl + zu, sicherheit=sicherheit)
    return Bereich(unten=share.unten / (1 - share.unten), oben=share.oben / (1 - share.oben))


def _scaled(bereich: Bereich, faktor: float) -> Bereich:
    return Bereich(unten=bereich.unten * faktor, oben=bereich.oben * faktor)


def lage_of(wert: Wert, region: Wert, bereich: Bereich | None) -> Lage | None:
    """Where *wert* lies against the Region's value; None without either or without *bereich*.

    It is above or below only when its interval does not hold the Region's value and the printed
    values differ in the same direction.
    """
    if bereich is None or region.wert is None or wert.groesse is None or region.groesse is None:
        return None
    if region.wert < bereich.unten and wert.groesse > region.groesse:
        return Lage.UEBER
    if region.wert > bereich.oben and wert.groesse < region.groesse:
        return Lage.UNTER
    return Lage.VERGLEICHBAR
