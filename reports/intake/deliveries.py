"""Reads a delivered file in the project's own tidy form, cell by cell, into rows of Bestand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reports.domain.gebiet import REGION, Gebiete
from reports.domain.katalog import Art, Katalog, Merkmal, Stichtag
from reports.domain.quelle import Lieferdatei, Quelle
from reports.errors import Befund, Sammlung
from reports.intake.cells import Angabe, ZellenError, read_zelle
from reports.intake.sources import path_of
from reports.reading import CsvZeile, nearest, read_csv

KOPF = ("ags", "name", "jahr", "stichtag", "merkmal", "wert")

_TAGE = {
    Stichtag.JAHRESENDE: "-12-31",
    Stichtag.JAHRESMITTE: "-06-30",
    Stichtag.MAERZ: "-03-01",
    Stichtag.OKTOBER: "-10-01",
    Stichtag.JANUAR: "-01-31",
}
_BELIEBIGER_TAG = {Stichtag.ZENSUSTAG, Stichtag.WAHLTAG}


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
        """The good rows of a file; its problems are added to ``sammlung``."""
        pfad = path_of(quelle, datei)
        rows: list[Bestandszeile] = []
        with self.sammlung.catching():
            for zeile in read_csv(eingabe / pfad, pfad, KOPF):
                ort = f"{pfad}, Zeile {zeile.nummer}"
                problems = list(self._problems(zeile, ort))
                self.sammlung.befunde += problems
                if not problems:
                    rows += self._row(zeile, quelle, datei, ort)
        return rows

    def _problems(self, zeile: CsvZeile, ort: str) -> Iterator[Befund]:
        yield from self._key_problems(zeile.felder, ort)
        yield from self._merkmal_problems(zeile.felder, ort)

    def _key_problems(self, felder: Mapping[str, str], ort: str) -> Iterator[Befund]:
        ags, name = felder["ags"], felder["name"]
        names = _accepted_names(self.gebiete).get(ags)
        if names is None:
            yield Befund(code="E-AGS", ort=ort, text=_ags_text(ags), abhilfe=_ags_remedy(ags))
        elif name not in names:
            yield Befund(
                code="E-NAME",
                ort=ort,
                text=f"Schlüssel {ags} und Name »{name}« gehören nicht zusammen.",
                abhilfe=f"{ags} ist »{names[0]}«: Schlüssel oder Namen berichtigen.",
            )

    def _merkmal_problems(self, felder: Mapping[str, str], ort: str) -> Iterator[Befund]:
        name = felder["merkmal"]
        merkmal = self.katalog.merkmale.get(name)
        if merkmal is None:
            guess = nearest(name, list(self.katalog.merkmale))
            yield Befund(
                code="E-MERKMAL",
                ort=ort,
                text=f"Das Merkmal »{name}« steht nicht im Katalog.",
                abhilfe=f"Gemeint ist vielleicht {guess}."
                if guess
                else "Es in katalog/ eintragen.",
            )
            return
        if merkmal.summe:
            yield Befund(
                code="E-MERKMAL",
                ort=ort,
                text=f"»{name}« ist im Katalog eine Summe anderer Merkmale.",
                abhilfe="Nur die Teile liefern.",
            )
        yield from _time_problems(felder["jahr"], felder["stichtag"], merkmal, ort)

    def _row(
        self, zeile: CsvZeile, quelle: Quelle, datei: Lieferdatei, ort: str
    ) -> Iterator[Bestandszeile]:
        merkmal = self.katalog.merkmale[zeile.felder["merkmal"]]
        angabe = self._angabe(zeile, quelle, datei, merkmal, ort)
        if angabe is not None:
            yield Bestandszeile(
                gebiet=zeile.felder["ags"],
                jahr=int(zeile.felder["jahr"]),
                merkmal=merkmal.id,
                wert=angabe.wert,
                zeichen=angabe.zeichen,
                stichtag=zeile.felder["stichtag"],
                quelle=quelle.nennung,
                datei=path_of(quelle, datei),
                zeile=zeile.nummer,
            )

    def _angabe(
        self, zeile: CsvZeile, quelle: Quelle, datei: Lieferdatei, merkmal: Merkmal, ort: str
    ) -> Angabe | None:
        felder = zeile.felder
        for deutung in datei.zeichen:
            if (
                felder["wert"].strip() == deutung.zeichen
                and (not deutung.ags or felder["ags"] in deutung.ags)
                and (not deutung.jahre or int(felder["jahr"]) in deutung.jahre)
            ):
                return Angabe(None, deutung.bedeutung)
        try:
            angabe = read_zelle(felder["wert"], quelle.zeichensatz, merkmal.dezimalen)
        except ZellenError as fehler:
            abhilfe = "Den Wert der Lieferung prüfen und in deutscher Schreibweise eintragen."
            self.sammlung.add(Befund(code="E-ZAHL", ort=ort, text=str(fehler), abhilfe=abhilfe))
            return None
        if merkmal.art is Art.ANZAHL and (angabe.wert or 0) < 0:
            self.sammlung.add(
                Befund(
                    code="E-ZAHL",
                    ort=ort,
                    text=f"Die Anzahl »{felder['wert']}« ist negativ.",
                    abhilfe="Anzahlen ohne Vorzeichen liefern; Salden rechnet der Katalog.",
                )
            )
            return None
        return angabe


def _accepted_names(gebiete: Gebiete) -> dict[str, tuple[str, ...]]:
    kommunen = {k.schluessel: (k.name, k.amtlicher_name, k.kurzname) for k in gebiete.kommunen}
    return {**kommunen, REGION: (gebiete.region.name,)}


def _ags_text(ags: str) -> str:
    return f"Der Schlüssel »{ags}« gehört weder zu einer Kommune noch zur Region."


def _ags_remedy(ags: str) -> str:
    if re.fullmatch(r"\d{7}", ags):
        return f"Die führende Null ist verloren gegangen: »0{ags}« als Text speichern."
    return "Schlüssel haben acht Ziffern und stehen in kommunen.csv; die Region hat 03241000."


def _time_problems(jahr: str, stichtag: str, merkmal: Merkmal, ort: str) -> Iterator[Befund]:
    if not re.fullmatch(r"(19|20)\d\d", jahr):
        yield Befund(
            code="E-STICHTAG",
            ort=ort,
            text=f"»{jahr}« ist kein Jahr.",
            abhilfe="Vier Ziffern eintragen, etwa 2022.",
        )
    elif not _fits(jahr, stichtag, merkmal.stichtag):
        yield Befund(
            code="E-STICHTAG",
            ort=ort,
            text=f"Der Stichtag »{stichtag}« passt nicht zu »{merkmal.id}« ({merkmal.stichtag})"
            f" und dem Jahr {jahr}.",
            abhilfe="Stichtag oder Jahr der Lieferung prüfen.",
        )


def _fits(jahr: str, stichtag: str, art: Stichtag) -> bool:
    if art in _TAGE:
        return stichtag in {jahr + _TAGE[art], Stichtag.JAHR}
    if art in _BELIEBIGER_TAG:
        return stichtag == Stichtag.JAHR or _is_day(stichtag, jahr)
    return stichtag in {art, Stichtag.JAHR}


def _is_day(text: str, jahr: str) -> bool:
    try:
        return str(date.fromisoformat(text).year) == jahr
    except ValueError:
        return False
