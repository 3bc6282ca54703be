"""Corrections as data: ``korrekturen.toml`` says what, why, who reported it, and what to expect."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from reports.domain.katalog import Katalog
from reports.domain.korrektur import Korrektur
from reports.errors import Befund, Sammlung
from reports.intake.cells import ZellenError
from reports.intake.grids.tafel import Feld
from reports.reading import convert, nearest, read_toml

KORREKTUREN = "korrekturen.toml"


class KorrekturenDatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of ``korrekturen.toml``."""

    korrektur: tuple[Korrektur, ...] = ()


@dataclass(slots=True)
class Korrekturen:
    """The declared corrections, and which of them have met their cell."""

    eintraege: dict[tuple[str, str, int], Korrektur]
    used: set[tuple[str, str, int]] = field(default_factory=set)

    def corrected(self, merkmal: str, gebiet: str, jahr: int, feld: Feld) -> Feld | None:
        """The cell's content in place of *feld*, None where nothing is to be corrected.

        Raises:
            ZellenError: the cell does not hold what the correction expects.
        """
        korrektur = self.eintraege.get((merkmal, gebiet, jahr))
        if korrektur is None:
            return None
        self.used.add((merkmal, gebiet, jahr))
        if feld.text.strip() != korrektur.erwartet.strip():
            raise ZellenError(
                f"Laut {KORREKTUREN} steht hier »{korrektur.erwartet}«, es ist aber »{feld.text}«.",
                "Hat die Quelle den Wert berichtigt, die Korrektur streichen; sonst prüfen.",
                "E-KORREKTUR",
            )
        return Feld(korrektur.neu)

    def idle_problems(self) -> Iterator[Befund]:
        """Corrections whose cell was not delivered."""
        for merkmal, gebiet, jahr in sorted(self.eintraege.keys() - self.used):
            yield _befund(
                f"{KORREKTUREN}, Korrektur »{merkmal}« {gebiet} {jahr}",
                "Diese Zahl ist in keiner Datei geliefert.",
                "Merkmal, ags und jahr berichtigen oder die Korrektur streichen.",
            )


def read_korrekturen(eingabe: Path, katalog: Katalog) -> tuple[Korrektur, ...]:
    """The declared corrections.

    Raises:
        EingabeFehler: the file is missing or broken, a Merkmal is unknown, a cell named twice.
    """
    entries = convert(
        read_toml(eingabe / KORREKTUREN, KORREKTUREN), KorrekturenDatei, KORREKTUREN
    ).korrektur
    sammlung = Sammlung()
    seen: set[tuple[str, str, int]] = set()
    for entry in entries:
        key = (entry.merkmal, entry.ags, entry.jahr)
        ort = f"{KORREKTUREN}, Korrektur »{entry.merkmal}« {entry.ags} {entry.jahr}"
        if entry.merkmal not in katalog.merkmale:
            guess = nearest(entry.merkmal, list(katalog.merkmale))
            text = f"Das Merkmal »{entry.merkmal}« steht nicht im Katalog."
            remedy = f"Gemeint ist vielleicht {guess}." if guess else "Den Namen berichtigen."
            sammlung.add(_befund(ort, text, remedy))
        if key in seen:
            sammlung.add(
                _befund(ort, "Die Zahl wird zweimal korrigiert.", "Einen Eintrag streichen.")
            )
        seen.add(key)
    sammlung.stop_on_errors()
    return entries


def korrekturen_of(entries: tuple[Korrektur, ...]) -> Korrekturen:
    """The corrections by their cell."""
    return Korrekturen({(entry.merkmal, entry.ags, entry.jahr): entry for entry in entries})


def _befund(ort: str, text: str, abhilfe: str) -> Befund:
    return Befund(code="E-KORREKTUR", ort=ort, text=text, abhilfe=abhilfe)
