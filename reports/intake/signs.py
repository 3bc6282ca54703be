"""Signs that mean something else in one file: ``[[datei.zeichen]]`` of its profile."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.domain.quelle import Lieferdatei, Quelle, Zeichendeutung
from reports.domain.zeichen import Zeichen
from reports.errors import Befund
from reports.intake.signsets import sign_of
from reports.intake.sources import place_in_profile


@dataclass(slots=True)
class Deutungen:
    """The entries of one file, and which areas and years needed them."""

    quelle: Quelle
    datei: Lieferdatei
    used: dict[int, set[tuple[str, int]]] = field(default_factory=dict)

    def meaning_of(self, text: str, gebiet: str, jahr: int) -> Zeichen | None:
        """What the profile says the cell means; None where it says nothing."""
        for nummer, deutung in enumerate(self.datei.zeichen):
            if self._applies(deutung, text, gebiet, jahr):
                self.used.setdefault(nummer, set()).add((gebiet, jahr))
                return deutung.bedeutung
        return None

    def idle_problems(self) -> Iterator[Befund]:
        """Entries that no cell of the file needs, wholly or for one of their areas or years."""
        for nummer, deutung in enumerate(self.datei.zeichen):
            cells = self.used.get(nummer, set())
            idle = {*deutung.ags} - {gebiet for gebiet, _ in cells}
            idle |= {str(jahr) for jahr in {*deutung.jahre} - {jahr for _, jahr in cells}}
            if idle or not cells:
                where = f"Für {', '.join(sorted(idle))}" if idle else "In der Datei"
                yield Befund(
                    code="E-QUELLE",
                    ort=f"{place_in_profile(self.quelle, self.datei)}, Zeichen {nummer + 1}",
                    text=f"{where} steht nirgends »{deutung.zeichen}«.",
                    abhilfe="Zeichen, ags und jahre berichtigen oder den Eintrag streichen.",
                )

    def _applies(self, deutung: Zeichendeutung, text: str, gebiet: str, jahr: int) -> bool:
        satz = self.quelle.zeichensatz
        return (
            sign_of(text, satz) == sign_of(deutung.zeichen, satz)
            and (not deutung.ags or gebiet in deutung.ags)
            and (not deutung.jahre or jahr in deutung.jahre)
        )
