"""Which counts an attacker can work out from the released figures, or nearly so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from reports.audit.aufbau import ENTWICKLUNG, PROZENT, Aufbau
from reports.audit.lesen import GESPERRT, KennzahlEintrag, read_tabelle
from reports.audit.raum import Raum, teile
from reports.audit.wissen import Groesse
from reports.errors import Befund


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
        befunde: what can be worked out.
    """

    zellen: int
    gesperrt: int
    geprueft: int
    engster: Engster | None
    befunde: tuple[Befund, ...]


def pruefe_zahlen(daten: Path) -> Zahlenpruefung:
    """Attack the released figures in the folder *daten* of an edition."""
    aufbau = Aufbau(daten)
    aufbau.run()
    angriff = _Angriff(aufbau)
    befunde = (
        *_open_secrets(aufbau),
        *_bare_signs(aufbau),
        *_told_anyway(aufbau),
        *_leftovers(aufbau, daten),
        *angriff.run(),
    )
    signs = aufbau.freigabe["zeichen"] == GESPERRT
    return Zahlenpruefung(
        zellen=aufbau.freigabe.height,
        gesperrt=int(signs.sum()),
        geprueft=angriff.geprueft,
        engster=angriff.engster,
        befunde=befunde,
    )


class _Angriff:
    """The attack on everything that is not known exactly.

    Attributes:
        geprueft: how many counts were attacked.
        engster: the narrowest interval found.
    """

    def __init__(self, aufbau: Aufbau) -> None:
        self.aufbau = aufbau
        self.names = list(aufbau.wissen.plaetze)
        self.gesperrt = set(aufbau.gesperrt)
        self.geprueft = 0
        self.engster: Engster | None = None

    def run(self) -> Iterator[Befund]:
        """Every count that can be worked out, or narrowed down too far."""
        for teil in teile(self.aufbau.wissen):
            names = [self.names[place] for place in teil.plaetze]
            minima = [self._minimum(groesse) for groesse in names]
            if any(minima):
                raum = Raum(teil, np.array(minima, dtype=np.float64))
                for number, (groesse, minimum) in enumerate(zip(names, minima, strict=True)):
                    if minimum:
                        yield from self._attack(raum, number, groesse, minimum)

    def _minimum(self, groesse: Groesse) -> int:
        """The smallest figure that is no secret; 0 for what is none at all."""
        single = groesse.form in self.aufbau.merkmale
        return self.aufbau.minimum(groesse.form) if single or groesse in self.gesperrt else 0

    def _attack(self, raum: Raum, number: int, groesse: Groesse, minimum: int) -> Iterator[Befund]:
        self.geprueft += 1
        if groesse in self.gesperrt:
            yield from self._suppressed(raum, number, groesse, minimum)
        elif raum.groesste[number] < minimum and raum.greatest(number) < minimum:
            least = 0 if self.aufbau.nullschutz(groesse.form) else 1
            if raum.least(number) >= least:
                yield _leak(groesse, "ist nicht veröffentlicht und lässt sich doch errechnen")

    def _suppressed(
        self, raum: Raum, number: int, groesse: Groesse, minimum: int
    ) -> Iterator[Befund]:
        low, high = int(raum.least(number)), int(raum.greatest(number))
        self._note(groesse, low, high)
        if high - low < minimum - 1:
            yield _leak(groesse, "lässt sich auf zu wenige Möglichkeiten eingrenzen")
        elif high < minimum and not self.aufbau.is_saldo(groesse.form):
            yield _leak(groesse, "ist als kleine Zahl zu erkennen")

    def _note(self, groesse: Groesse, low: int, high: int) -> None:
        if self.engster is None or high - low < self.engster.oben - self.engster.unten:
            self.engster = Engster(
                unten=low,
                oben=high,
                gebiet=groesse.gebiet,
                jahr=groesse.jahr,
                form=groesse.form,
            )


def _open_secrets(aufbau: Aufbau) -> Iterator[Befund]:
    """Released values that are secrets themselves, or whose complement is one."""
    for row in aufbau.freigabe.iter_rows(named=True):
        kennzahl = aufbau.kennzahlen.get(row["kennzahl"])
        if kennzahl is None or not row["zaehler"]:
            continue
        told = dict(aufbau.told_by(kennzahl, row))
        for groesse, wert in told.items():
            secret = _is_secret(wert, aufbau.minimum(groesse.form), aufbau.nullschutz(groesse.form))
            if secret and not aufbau.is_saldo(groesse.form):
                yield _leak(groesse, "ist veröffentlicht und zu klein")
        yield from _complement(kennzahl, told)


def _complement(kennzahl: KennzahlEintrag, told: Mapping[Groesse, int]) -> Iterator[Befund]:
    """The others of a percentage, where so few are left that they are a secret."""
    if kennzahl.formel == PROZENT:
        (groesse, zaehler), (_, nenner) = told.items()
        rest = nenner - zaehler
        if nenner > 0 and _is_secret(rest, kennzahl.minimum, kennzahl.nullschutz):
            yield _leak(groesse, "lässt zu wenige übrig, die nicht mitgezählt sind")


def _is_secret(wert: int, minimum: int, null: bool) -> bool:  # noqa: FBT001 (a property of a count)
    return 0 < wert < minimum or (null and wert == 0 and minimum > 0)


def _bare_signs(aufbau: Aufbau) -> Iterator[Befund]:
    """Signs behind which nothing is hidden: all counts of the value are known."""
    for row in aufbau.freigabe.filter(zeichen=GESPERRT).iter_rows(named=True):
        kennzahl = aufbau.kennzahlen.get(row["kennzahl"])
        if kennzahl is not None:
            forms = [form for form in (kennzahl.zaehler, kennzahl.nenner) if form]
            places = [Groesse(row["schluessel"], int(row["jahr"]), form) for form in forms]
            places += [
                groesse._replace(jahr=aufbau.starts[kennzahl.id])
                for groesse in places
                if kennzahl.id in aufbau.starts and kennzahl.formel == ENTWICKLUNG
            ]
            if all(aufbau.wissen.knows(groesse) is not None for groesse in places):
                yield _leak(places[0], "hat ein Zeichen, ist aber an anderer Stelle zu lesen")


def _told_anyway(aufbau: Aufbau) -> Iterator[Befund]:
    """Suppressed counts that some other figure tells exactly."""
    for groesse in aufbau.gesperrt:
        if aufbau.wissen.knows(groesse) is not None:
            yield _leak(groesse, "ist gesperrt, folgt aber aus einer anderen")


def _leftovers(aufbau: Aufbau, daten: Path) -> Iterator[Befund]:
    """What is left of a suppressed value in its own row, or in that of the comparison."""
    hidden = aufbau.freigabe.filter(zeichen=GESPERRT)
    for row in hidden.iter_rows(named=True):
        if row["zaehler"] or row["nenner"] or row["wert"] or row["gedruckt"] != GESPERRT:
            yield _leak(_place(row), "ist gesperrt, und in freigabe.csv steht doch etwas davon")
    keys = ["schluessel", "jahr", "kennzahl"]
    compared = read_tabelle(daten / "vergleich.csv").join(hidden.select(keys), on=keys, how="semi")
    columns = ["rang", "rang_bis", "viertel", "platz", "unten", "oben", "zur_region", "status"]
    for row in compared.iter_rows(named=True):
        if any(row[column] for column in columns):
            yield _leak(_place(row), "ist gesperrt, und in vergleich.csv steht doch etwas davon")


def _place(row: Mapping[str, str]) -> Groesse:
    return Groesse(row["schluessel"], int(row["jahr"]), row["kennzahl"])


def _leak(groesse: Groesse, text: str) -> Befund:
    return Befund(
        code="G-LECK",
        ort=f"{groesse.gebiet} {groesse.jahr}, {groesse.form}",
        text=f"Die Zahl {text}.",
        abhilfe="Die Ausgabe nicht weitergeben; den Ordner mit den Eingaben dem Programm melden.",
    )
