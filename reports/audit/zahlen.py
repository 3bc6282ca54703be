"""Which counts an attacker can work out from the released figures, or nearly so."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reports.audit.altlast import Altlast
from reports.audit.aufbau import Aufbau
from reports.audit.funde import (
    bare_signs,
    contradiction,
    leak,
    leftovers,
    lone_rates,
    open_secrets,
    place_of,
    told_anyway,
)
from reports.audit.lesen import GESPERRT, read_ausgabe
from reports.audit.raum import Raum, teile
from reports.audit.wissen import Groesse
from reports.audit.zusammenhang import Forderung
from reports.errors import Befund

_NONE = Forderung(0, null=False)
_EXACT = 2  # a suppressed amount has no minimum, but two possibilities at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Engster:
    """The narrowest interval that is left to a suppressed count."""

    unten: int
    oben: int
    gebiet: str
    jahr: int
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zahlenpruefung:
    """What came out.

    Attributes:
        zellen: how many values the edition shows or suppresses.
        gesperrt: how many it suppresses.
        geprueft: how many unknown counts were attacked.
        engster: the suppressed count with the fewest figures left.
        befunde: what can be worked out.
        altlasten: suppressed counts that earlier editions alone give away.
    """

    zellen: int
    gesperrt: int
    geprueft: int
    engster: Engster | None
    befunde: tuple[Befund, ...]
    altlasten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Leck:
    """A count that can be placed between two figures too near each other."""

    groesse: Groesse
    unten: int
    oben: int
    text: str


def pruefe_zahlen(daten: Path) -> Zahlenpruefung:
    """Attack the released figures in the folder *daten* of an edition.

    Raises:
        GeheimhaltungFehler: a file that the attack needs is missing or unreadable.
    """
    ausgabe = read_ausgabe(daten)
    aufbau = Aufbau(ausgabe)
    aufbau.run()
    angriff = _Angriff(aufbau)
    altlast = Altlast(ausgabe)
    lecks = list(angriff.run())
    alte = [leck for leck in lecks if altlast.tells(leck.groesse, leck.unten, leck.oben)]
    namen = aufbau.verzeichnis.namen
    befunde = (
        *open_secrets(aufbau),
        *bare_signs(aufbau),
        *told_anyway(aufbau),
        *lone_rates(aufbau),
        *leftovers(aufbau, daten),
        *(contradiction(place_of(groesse, namen)) for groesse in angriff.widersprueche),
        *(leak(place_of(leck.groesse, namen), leck.text) for leck in lecks if leck not in alte),
    )
    verraten = sorted({*aufbau.verraten, *(leck.groesse for leck in alte)})
    return Zahlenpruefung(
        zellen=aufbau.freigabe.height,
        gesperrt=int((aufbau.freigabe["zeichen"] == GESPERRT).sum()),
        geprueft=angriff.geprueft,
        engster=angriff.engster,
        befunde=befunde,
        altlasten=tuple(place_of(groesse, namen) for groesse in verraten),
    )


class _Angriff:
    """The attack on everything that nobody has published.

    Attributes:
        geprueft: how many counts were attacked.
        engster: the narrowest interval found.
        widersprueche: counts of which the publications tell what cannot be.
    """

    def __init__(self, aufbau: Aufbau) -> None:
        self.aufbau = aufbau
        self.names = list(aufbau.wissen.plaetze)
        self.geprueft = 0
        self.engster: Engster | None = None
        self.widersprueche = list(dict.fromkeys(aufbau.wissen.widersprueche))

    def run(self) -> Iterator[_Leck]:
        """Every count that can be worked out, or narrowed down too far."""
        yield from self._leftovers()
        for teil in teile(self.aufbau.wissen):
            names = [self.names[place] for place in teil.plaetze]
            demands = [self._demand(groesse) for groesse in names]
            minima = np.array([demand.minimum for demand in demands], dtype=np.float64)
            if minima.any():
                yield from self._attack(Raum(teil, minima), names, demands)

    def _leftovers(self) -> Iterator[_Leck]:
        """What published figures leave of a whole by mere subtraction."""
        text = "Was gedruckt ist, lässt von einem Ganzen zu wenige übrig."
        for groesse, wert in self.aufbau.zusammenhang.offene.items():
            yield _Leck(groesse, wert, wert, text)

    def _demand(self, groesse: Groesse) -> Forderung:
        """What of a count is a secret; nothing of what is no count."""
        verzeichnis = self.aufbau.verzeichnis
        if (rest := self.aufbau.zusammenhang.reste.get(groesse)) is not None:
            return rest
        hidden = self._is_hidden(groesse)
        if verzeichnis.is_saldo(groesse.form) and not hidden:
            return _NONE
        least = _EXACT if hidden else 0
        minimum = max(verzeichnis.minimum(groesse.form), least)
        return Forderung(minimum, verzeichnis.nullschutz(groesse.form))

    def _is_hidden(self, groesse: Groesse) -> bool:
        """Whether the edition, an earlier one or a source has suppressed a count."""
        return groesse in self.aufbau.gesperrt or groesse in self.aufbau.verdeckt

    def _attack(
        self, raum: Raum, names: list[Groesse], demands: list[Forderung]
    ) -> Iterator[_Leck]:
        if raum.is_empty:
            self.widersprueche.append(names[0])
            return
        for number, (groesse, demand) in enumerate(zip(names, demands, strict=True)):
            self.geprueft += bool(demand.minimum)
            if self._is_hidden(groesse):
                yield from self._suppressed(raum, number, groesse, demand.minimum)
            elif demand.minimum and self._is_pinned(raum, number, demand):
                text = "Die Zahl ist nicht gedruckt, lässt sich aber als zu klein errechnen."
                yield _Leck(groesse, int(raum.least(number)), int(raum.greatest(number)), text)

    def _is_pinned(self, raum: Raum, number: int, demand: Forderung) -> bool:
        """Whether a count that nobody publishes can be seen to be a secret."""
        if raum.groesste[number] >= demand.minimum or raum.greatest(number) >= demand.minimum:
            return False
        return raum.least(number) >= (0 if demand.null else 1)

    def _suppressed(
        self, raum: Raum, number: int, groesse: Groesse, minimum: int
    ) -> Iterator[_Leck]:
        if self._is_wide(raum, number, minimum):
            return
        low, high = int(raum.least(number)), int(raum.greatest(number))
        self._note(groesse, low, high)
        if high - low < minimum - 1:
            text = "Die Zahl ist gesperrt, lässt sich aber auf zu wenige Möglichkeiten eingrenzen."
            yield _Leck(groesse, low, high, text)
        elif high < minimum and not self.aufbau.verzeichnis.is_saldo(groesse.form):
            text = "Die Zahl ist gesperrt, lässt sich aber als zu klein erkennen."
            yield _Leck(groesse, low, high, text)

    def _is_wide(self, raum: Raum, number: int, minimum: int) -> bool:
        """Whether what was found meanwhile leaves it enough, and no less than the narrowest."""
        if self.engster is None:
            return False
        low, high = raum.kleinste[number], raum.groesste[number]
        needed = max(minimum - 1, self.engster.oben - self.engster.unten)
        return bool(high >= minimum and high - low >= needed)

    def _note(self, groesse: Groesse, low: int, high: int) -> None:
        if self.engster is None or high - low < self.engster.oben - self.engster.unten:
            self.engster = Engster(
                unten=low,
                oben=high,
                gebiet=groesse.gebiet,
                jahr=groesse.jahr,
                form=groesse.form,
            )
