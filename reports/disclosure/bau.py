"""Builds the table of one year: its cells first, then what hangs together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import log1p
from typing import NamedTuple

from reports.disclosure.tabelle import Beziehung, Lage, Tabelle, Zelle
from reports.domain.schutz import Schutz

SOCKEL = 0.1  # what it costs to suppress a zero
GRUPPE = 5.0  # what a figure of a group costs more than one of a Kommune
REGION = 50.0  # what a figure of the Region costs more
ANTEIL = 5  # an amount is known too well when it is known to one part in five


class Name(NamedTuple):
    """What a cell of a year is: a Form of an area, or what is left of one, with what is taken."""

    gebiet: str
    form: str
    ohne: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorgabe:
    """What is to be known of a Form before its cell can be made.

    Attributes:
        schutz: what of it is a secret.
        saldo: whether it may be below zero.
        nutzungen: how many Kennzahlwerte publish it.
        geheim: whether it is a secret whatever its figure.
        ganz: whether it is left out everywhere, so that its sign does not tell it from zero.
        bekannt: whether it has been published before.
        gezeichnet: whether the sign of an earlier edition has told it from zero.
    """

    schutz: Schutz
    saldo: bool = False
    nutzungen: int = 0
    geheim: bool = False
    ganz: bool = False
    bekannt: bool = False
    gezeichnet: bool = False


@dataclass(slots=True)
class Bau:
    """A table in the making.

    Attributes:
        zuschlag: by key of an area what suppressing one of its figures costs more.
        verloren: cells that nothing protects; they count as known, and as no secrets.
        plaetze: place of each cell by its name.
    """

    zuschlag: Mapping[str, float]
    verloren: frozenset[Name] = frozenset()
    zellen: list[Zelle] = field(default_factory=list)
    plaetze: dict[Name, int] = field(default_factory=dict)
    beziehungen: list[Beziehung] = field(default_factory=list)

    def add(self, name: Name, wert: int | None, vorgabe: Vorgabe) -> None:
        """Add the cell of that name."""
        self.plaetze[name] = len(self.zellen)
        self.zellen.append(self._zelle(name, wert, vorgabe))

    def relate(
        self, terme: Iterable[tuple[Name, int]], spiel: float = 0, *, offen: bool = False
    ) -> None:
        """The weighted sum of these cells is zero.

        Args:
            terme: cells of this table and their weights.
            spiel: how far the sum may lie from zero; more where the figures are further away.
            offen: whether the sum may be any figure below zero.
        """
        places = tuple((self.plaetze[name], weight) for name, weight in terme)
        known = [(self.zellen[place].wert, weight) for place, weight in places]
        summe = sum(wert * weight for wert, weight in known if wert is not None)
        away = abs(summe) if all(wert is not None for wert, _ in known) else 0
        limit = max(float(spiel), float(max(summe, 0) if offen else away))
        self.beziehungen.append(
            Beziehung(terme=places, unten=None if offen else -limit, oben=limit)
        )

    def tabelle(self) -> Tabelle:
        """The finished table."""
        return Tabelle(zellen=tuple(self.zellen), beziehungen=tuple(self.beziehungen))

    def _zelle(self, name: Name, wert: int | None, vorgabe: Vorgabe) -> Zelle:
        secret = (vorgabe.geheim or vorgabe.ganz) or (
            wert is not None and not vorgabe.saldo and vorgabe.schutz.covers(wert)
        )
        if name in self.verloren:
            vorgabe = replace(vorgabe, bekannt=True)
            secret = secret and wert is not None
        lage = _lage(wert, vorgabe, secret=secret)
        marked = vorgabe.gezeichnet or (lage is Lage.GEDRUCKT and not vorgabe.ganz)
        below = vorgabe.saldo or (wert or 0) < 0
        least = int(marked and not vorgabe.schutz.null and wert != 0)
        uses = max(vorgabe.nutzungen, 1)
        loss = SOCKEL + log1p(abs(wert or 0)) + self.zuschlag.get(name.gebiet, 0.0)
        return Zelle(
            name=name,
            wert=wert,
            lage=lage,
            mindestens=None if below else least,
            minimum=vorgabe.schutz.minimum,
            klein=secret,
            verlust=uses * loss,
        )


def _lage(wert: int | None, vorgabe: Vorgabe, *, secret: bool) -> Lage:
    if vorgabe.bekannt and wert is not None:
        return Lage.BEKANNT
    if wert is None or not vorgabe.nutzungen:
        return Lage.INNEN
    shown_zero = wert == 0 and not vorgabe.schutz.null and not vorgabe.saldo
    return Lage.BEKANNT if shown_zero and not secret else Lage.GEDRUCKT
