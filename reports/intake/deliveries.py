"""Reads a delivered file in the project's own tidy form, cell by cell, into rows of Bestand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports.domain.gebiet import REGION, Gebiete
from reports.domain.katalog import Art, Katalog, Merkmal
from reports.domain.quelle import Lieferdatei, Quelle
from reports.errors import Befund, Sammlung
from reports.intake.cells import Angabe, ZellenError, read_zelle
from reports.intake.rows import key_problems, time_problems
from reports.intake.signs import idle_problems, meaning_of
from reports.intake.sources import path_of
from reports.reading import CsvZeile, Fund, grouped, nearest, read_csv

KOPF = ("ags", "name", "jahr", "stichtag", "merkmal", "wert")
Namen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestandszeile:
    """One row of Bestand, with the place it was read from."""

    gebiet: str
    jahr: int
    merkmal: str
    wert: int | None
    zeichen: str | None
    stichtag: str
    quelle: str
    datei: str
    zeile: int


@dataclass(frozen=True, slots=True)
class Leser:
    """Reads files against one catalogue and one set of areas, collecting every problem."""

    katalog: Katalog
    gebiete: Gebiete
    sammlung: Sammlung = field(default_factory=Sammlung)

    def read(self, eingabe: Path, quelle: Quelle, datei: Lieferdatei) -> list[Bestandszeile]:
        """The good rows of a file; its problems are added to ``sammlung``, one for each cause."""
        pfad, names = path_of(quelle, datei), _accepted_names(self.gebiete)
        zeilen: list[CsvZeile] = []
        rows: list[Bestandszeile] = []
        funde: list[Fund] = []
        befunde = Sammlung()
        with befunde.catching():
            for zeile in read_csv(eingabe / pfad, pfad, KOPF):
                zeilen.append(zeile)
                problems = [*self._problems(zeile, names)]
                try:
                    rows += [] if problems else [self._row(zeile, quelle, datei)]
                except ZellenError as fehler:
                    problems.append(_cell_fund(zeile, fehler))
                funde += problems
        befunde.befunde += grouped(pfad, funde)
        if not befunde.befunde:
            befunde.befunde += _file_problems(zeilen, quelle, datei)
        self.sammlung.befunde += befunde.befunde
        return rows

    def _problems(self, zeile: CsvZeile, names: Namen) -> Iterator[Fund]:
        yield from key_problems(zeile, names)
        name = zeile.felder["merkmal"]
        merkmal = self.katalog.merkmale.get(name)
        if merkmal is None:
            guess = nearest(name, list(self.katalog.merkmale))
            yield Fund(
                zeile=zeile.nummer,
                code="E-MERKMAL",
                text=f"Das Merkmal »{name}« steht nicht im Katalog.",
                abhilfe=f"Gemeint ist vielleicht {guess}."
                if guess
                else "Es in katalog/ eintragen.",
            )
            return
        if merkmal.summe:
            yield Fund(
                zeile=zeile.nummer,
                code="E-MERKMAL",
                text=f"»{name}« ist im Katalog eine Summe anderer Merkmale.",
                abhilfe="Nur die Teile liefern.",
            )
        yield from time_problems(zeile, merkmal)

    def _row(self, zeile: CsvZeile, quelle: Quelle, datei: Lieferdatei) -> Bestandszeile:
        merkmal = self.katalog.merkmale[zeile.felder["merkmal"]]
        angabe = _angabe(zeile, quelle, datei, merkmal)
        return Bestandszeile(
            gebiet=zeile.felder["ags"],
            jahr=int(zeile.felder["jahr"]),
            merkmal=merkmal.id,
            wert=angabe.wert,
            zeichen=angabe.zeichen,
            stichtag=zeile.felder["stichtag"],
            quelle=quelle.zitat,
            datei=path_of(quelle, datei),
            zeile=zeile.nummer,
        )


def _accepted_names(gebiete: Gebiete) -> Namen:
    kommunen = {k.schluessel: (k.name, k.amtlicher_name, k.kurzname) for k in gebiete.kommunen}
    return {**kommunen, REGION: (gebiete.region.name,)}


def _angabe(zeile: CsvZeile, quelle: Quelle, datei: Lieferdatei, merkmal: Merkmal) -> Angabe:
    """The figure or sign of a row; ZellenError when it is neither."""
    if zeichen := meaning_of(zeile, quelle, datei):
        return Angabe(None, zeichen)
    wert = zeile.felder["wert"]
    angabe = read_zelle(wert, quelle.zeichensatz, merkmal.dezimalen)
    if merkmal.art is Art.ANZAHL and (angabe.wert or 0) < 0:
        raise ZellenError(
            f"Die Anzahl »{wert}« ist negativ.",
            "Anzahlen ohne Vorzeichen liefern; Salden rechnet der Katalog.",
        )
    return angabe


def _cell_fund(zeile: CsvZeile, fehler: ZellenError) -> Fund:
    return Fund(
        zeile=zeile.nummer,
        code="E-ZAHL",
        text=str(fehler),
        abhilfe=fehler.abhilfe,
        ursache=fehler.abhilfe,
    )


def _file_problems(
    zeilen: Sequence[CsvZeile], quelle: Quelle, datei: Lieferdatei
) -> Iterator[Befund]:
    """What is wrong with a file whose rows are all good."""
    if not zeilen:
        yield Befund(
            code="E-FEHLT",
            ort=path_of(quelle, datei),
            text="Unter der Kopfzeile steht keine einzige Zeile.",
            abhilfe="Die Zahlen ergänzen oder die Datei und ihren Abschnitt [[datei]] entfernen.",
        )
    else:
        yield from idle_problems(zeilen, quelle, datei)
