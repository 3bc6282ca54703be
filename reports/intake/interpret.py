"""One delivered figure with all its witnesses → one row of Bestand."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.domain.katalog import Merkmal
from reports.domain.quelle import Dateiformat, Lieferdatei, Quelle
from reports.domain.zeichen import Kennzeichen
from reports.intake.cells import Angabe, ZellenError, read_zelle
from reports.intake.corrections import Korrekturen
from reports.intake.grids.tafel import address
from reports.intake.lieferzelle import Lieferzelle
from reports.intake.signs import Deutungen
from reports.intake.times import ZeitError, read_einfach, read_tabelle
from reports.reading import Fund, nearest

SPALTEN = (
    "gebiet",
    "jahr",
    "merkmal",
    "wert",
    "zeichen",
    "kennzeichen",
    "stichtag",
    "zelle",
    "roh",
)
Zeile = tuple[str, int, str, int | None, str | None, int, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deuter:
    """What the cells of one file are read with."""

    merkmale: Mapping[str, Merkmal]
    korrekturen: Korrekturen
    deutungen: Deutungen
    quelle: Quelle
    datei: Lieferdatei

    def read(self, zelle: Lieferzelle) -> Zeile | Fund:
        """The row that a cell gives, or what is wrong with it."""
        try:
            return self._row(zelle)
        except ZeitError as fehler:
            return _fund(zelle, fehler, fehler.ursache)
        except ZellenError as fehler:
            return _fund(zelle, fehler, fehler.abhilfe)

    def _row(self, zelle: Lieferzelle) -> Zeile:
        merkmal = delivered_merkmal(zelle.merkmal, self.merkmale)
        if self.datei.format is Dateiformat.EINFACH:
            jahr, stichtag = read_einfach(zelle.jahr, zelle.stichtag, merkmal)
        else:
            jahr, stichtag = read_tabelle(zelle.jahr, merkmal)
        angabe = self._angabe(zelle, merkmal, jahr)
        return (
            zelle.gebiet,
            jahr,
            merkmal.id,
            angabe.wert,
            angabe.zeichen,
            int(angabe.kennzeichen),
            stichtag,
            zelle.zelle,
            zelle.feld.text,
        )

    def _angabe(self, zelle: Lieferzelle, merkmal: Merkmal, jahr: int) -> Angabe:
        """The figure with the marks that its correction and its whole file give it."""
        corrected = self.korrekturen.corrected(merkmal.id, zelle.gebiet, jahr, zelle.feld)
        feld = corrected or zelle.feld
        if zeichen := self.deutungen.meaning_of(feld.text, zelle.gebiet, jahr):
            return Angabe(None, zeichen)
        angabe = read_zelle(feld, self.quelle.zeichensatz, merkmal, zelle.einheit)
        if angabe.wert is None:
            return angabe
        marks = angabe.kennzeichen
        marks |= Kennzeichen.BERICHTIGT if corrected else marks
        marks |= marks if self.datei.endgueltig else Kennzeichen.VORLAEUFIG
        return Angabe(angabe.wert, None, marks)


def delivered_merkmal(name: str, merkmale: Mapping[str, Merkmal]) -> Merkmal:
    """The Merkmal of that name.

    Raises:
        ZellenError: the catalogue lacks it, or computes it from others.
    """
    merkmal = merkmale.get(name)
    if merkmal is None:
        guess = nearest(name, list(merkmale))
        raise ZellenError(
            f"Das Merkmal »{name}« steht nicht im Katalog.",
            f"Gemeint ist vielleicht {guess}." if guess else "Es in katalog/ eintragen.",
            "E-MERKMAL",
        )
    if merkmal.summe:
        raise ZellenError(
            f"»{name}« ist im Katalog eine Summe anderer Merkmale.",
            "Nur die Teile liefern.",
            "E-MERKMAL",
        )
    return merkmal


def _fund(zelle: Lieferzelle, fehler: ZellenError, ursache: str) -> Fund:
    said = {"E-STICHTAG": zelle.zeitspalte, "E-MERKMAL": zelle.merkmalspalte}.get(fehler.code)
    return Fund(
        zelle=address(zelle.spalte if said is None else said, zelle.nummer),
        code=fehler.code,
        text=str(fehler),
        abhilfe=fehler.abhilfe,
        ursache="" if fehler.code == "E-MERKMAL" else ursache,
    )
