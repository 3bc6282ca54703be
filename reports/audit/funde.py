"""What can be seen in the released files without any computing."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reports.audit.aufbau import Aufbau
from reports.audit.lesen import GESPERRT, read_tabelle
from reports.audit.wissen import Groesse
from reports.errors import Befund

_COMPARED = (
    *("rang", "rang_bis", "viertel", "platz", "unten", "oben", "zur_region"),
    *("trend_von", "trend_bis", "status", "dynamik", "signal", "seit"),
)
_ABHILFE = "Die Ausgabe nicht weitergeben; den Ordner mit den Eingaben dem Programm melden."


def leak(ort: str, text: str) -> Befund:
    """Something can be worked out; *text* must not tell what."""
    return Befund(code="G-LECK", ort=ort, text=text, abhilfe=_ABHILFE)


def contradiction(ort: str) -> Befund:
    """No counts at all fit what is told of these."""
    text = "Zu dem, was die Ausgabe über diese Zahl sagt, gibt es keine passende Zahl."
    return Befund(code="G-WIDERSPRUCH", ort=ort, text=text, abhilfe=_ABHILFE)


def place_of(groesse: Groesse, namen: Mapping[str, str]) -> str:
    """A count as a person would look it up."""
    return f"{namen.get(groesse.gebiet, groesse.gebiet)} {groesse.jahr}, {groesse.form}"


def burden(places: Sequence[str]) -> Befund:
    """What this edition cannot mend: earlier ones have told too much."""
    others = len(places) - 1
    text = "Diese Zahl ist gesperrt, lässt sich aber schon aus früheren Ausgaben errechnen."
    return Befund(
        code="W-ALTLAST",
        ort=f"{places[0]} und {others} weitere" if others else places[0],
        text=text,
        abhilfe="Mit dem Datenschutz klären, ob frühere Ausgaben zurückgezogen werden.",
    )


def open_secrets(aufbau: Aufbau) -> Iterator[Befund]:
    """Published figures that are secrets."""
    verzeichnis = aufbau.verzeichnis
    for groesse, wert in aufbau.neu.items():
        zero = wert == 0 and verzeichnis.nullschutz(groesse.form)
        small = 0 < wert < verzeichnis.minimum(groesse.form)
        if (small or zero) and not verzeichnis.is_saldo(groesse.form):
            yield leak(place_of(groesse, verzeichnis.namen), "Die Zahl ist gedruckt und zu klein.")


def bare_signs(aufbau: Aufbau) -> Iterator[Befund]:
    """Signs behind which nothing is hidden: all counts of the value are published."""
    for row, places in aufbau.hidden():
        known = all(aufbau.wissen.knows(groesse) is not None for groesse in places)
        if known and aufbau.verraten.isdisjoint(places):
            yield leak(_of_row(row), "Der Wert ist gesperrt, steht aber an anderer Stelle.")


def told_anyway(aufbau: Aufbau) -> Iterator[Befund]:
    """Suppressed counts that some other value tells."""
    for groesse in sorted(aufbau.gesperrt):
        if aufbau.wissen.knows(groesse) is not None:
            place = place_of(groesse, aufbau.verzeichnis.namen)
            yield leak(place, "Die Zahl ist gesperrt, steht aber an anderer Stelle.")


def lone_rates(aufbau: Aufbau) -> Iterator[Befund]:
    """Rates that are shown though the count of their cases is suppressed."""
    shown = aufbau.freigabe.filter(zeichen="")
    for row in shown.iter_rows(named=True):
        fallzahl = aufbau.verzeichnis.fallzahlen.get(row["kennzahl"], "")
        groesse = Groesse(row["schluessel"], int(row["jahr"]), fallzahl)
        if groesse in aufbau.gesperrt or groesse in aufbau.verdeckt:
            yield leak(_of_row(row), "Die Quote ist gedruckt, die Zahl ihrer Fälle gesperrt.")


def leftovers(aufbau: Aufbau, daten: Path) -> Iterator[Befund]:
    """What is left of a suppressed value in its own row, or in that of the comparison."""
    hidden = aufbau.freigabe.filter(zeichen=GESPERRT)
    for row in hidden.iter_rows(named=True):
        if row["zaehler"] or row["nenner"] or row["wert"] or row["gedruckt"] != GESPERRT:
            yield leak(_of_row(row), "Der Wert ist gesperrt, in freigabe.csv steht etwas von ihm.")
    keys = ["schluessel", "jahr", "kennzahl"]
    compared = read_tabelle(daten / "vergleich.csv").join(hidden.select(keys), on=keys, how="semi")
    for row in compared.iter_rows(named=True):
        if any(row[column] for column in _COMPARED):
            yield leak(_of_row(row), "Der Wert ist gesperrt, in vergleich.csv steht etwas von ihm.")


def _of_row(row: Mapping[str, str]) -> str:
    return f"{row['gebiet']} {row['jahr']}, Kennzahl {row['kennzahl']}"
