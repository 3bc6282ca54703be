"""Writes a Musterlieferung: a complete input folder with invented figures."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from reports.domain.katalog import Katalog, Merkmal
from reports.domain.quelle import Lieferdatei, Umfang
from reports.edition import shipped
from reports.intake.catalogue import KATALOG, read_katalog
from reports.intake.sources import LIEFERUNGEN, QUELLE
from reports.muster.ausgabe import (
    write_ausgabe,
    write_brueche,
    write_kommunen,
    write_korrekturen,
    write_text,
)
from reports.muster.formen import FORMEN
from reports.muster.orte import Orte, orte_of
from reports.muster.pflanzen import Pflanzung
from reports.muster.plan import Musterquelle, Sendung, merkmale_of, read_lieferplan, sendungen
from reports.muster.texte import Schreiber
from reports.muster.toml import fields, table
from reports.muster.vorgaben import JAHRE, Vorgaben, read_vorgaben
from reports.muster.zahlen import rechnung
from reports.muster.zufall import Raster, Zufall

_ADRESSE = "https://example.org/muster"
_ERFUNDEN = "frei erfunden"


def write_muster(ordner: Path, *, seed: int, kommunen: int) -> None:
    """Write the folder ``input`` of a Musterlieferung below *ordner*.

    The same seed gives the same bytes.

    Args:
        ordner: an empty folder, or one that is not there yet.
        seed: chooses the figures.
        kommunen: how many, at least 2; as many as there are real ones have real names.

    Raises:
        OSError: the folder cannot be written.
    """
    eingabe = ordner / "input"
    shutil.copytree(shipped("input") / KATALOG, eingabe / KATALOG)
    katalog, vorgaben = read_katalog(eingabe), read_vorgaben()
    zufall = Zufall(seed, Raster(kommunen + 1, len(JAHRE)))
    orte = orte_of(kommunen, vorgaben, zufall)
    pflanzung = _planted(katalog, vorgaben, zufall, orte)
    write_ausgabe(eingabe, orte)
    write_kommunen(eingabe, orte)
    write_brueche(eingabe, vorgaben)
    write_korrekturen(eingabe, pflanzung.korrekturen)
    for quelle, merkmale in _sources(katalog):
        _write_source(eingabe / LIEFERUNGEN, quelle, merkmale, pflanzung)


def _sources(katalog: Katalog) -> Iterator[tuple[Musterquelle, list[Merkmal]]]:
    """Each source that delivers anything, with its Merkmale."""
    quellen = read_lieferplan()
    for quelle in quellen:
        if merkmale := merkmale_of(quelle, quellen, katalog):
            yield quelle, merkmale


def _planted(katalog: Katalog, vorgaben: Vorgaben, zufall: Zufall, orte: Orte) -> Pflanzung:
    """All figures, with everything that is planted among them."""
    werte = rechnung(katalog, vorgaben, zufall, orte.einwohner).run()
    pflanzung = Pflanzung(katalog=katalog, vorgaben=vorgaben, orte=orte.alle, werte=dict(werte))
    pflanzung.jump()
    pflanzung.digit()
    for quelle, merkmale in _sources(katalog):
        pflanzung.in_source(quelle.zeichensatz, merkmale)
    return pflanzung


def _write_source(
    lieferungen: Path, quelle: Musterquelle, merkmale: Sequence[Merkmal], pflanzung: Pflanzung
) -> None:
    """The files of a source and its profile."""
    schreiber = Schreiber(
        orte=pflanzung.orte,
        werte=pflanzung.werte,
        zeichensatz=quelle.zeichensatz,
        gepflanzt=pflanzung.texte,
    )
    ordner = lieferungen / quelle.ordner
    ordner.mkdir(parents=True)
    sent = sendungen(quelle, merkmale, pflanzung.vorgaben, len(pflanzung.orte) - 1)
    dateien = [_write_file(ordner, sendung, schreiber, pflanzung) for sendung in sent]
    head = {
        "titel": quelle.titel,
        "nennung": "Musterdaten",
        "herausgeber": _ERFUNDEN,
        "lizenz": f"keine; {_ERFUNDEN}",
        "zeichensatz": quelle.zeichensatz,
        "anmerkung": f"Alle Zahlen sind {_ERFUNDEN}.",
    }
    write_text(ordner / QUELLE, "\n".join([fields(head), *(table("datei", d) for d in dateien)]))


def _write_file(
    ordner: Path, sendung: Sendung, schreiber: Schreiber, pflanzung: Pflanzung
) -> Lieferdatei:
    """Write a file; return its entry in the profile."""
    stueck = FORMEN[sendung.form](sendung, schreiber)
    name = f"{sendung.name}{stueck.endung}"
    (ordner / name).write_bytes(stueck.inhalt)
    own = {merkmal.id for merkmal in sendung.merkmale}
    return Lieferdatei(
        name=name,
        titel=f"{sendung.titel} {sendung.zeitraum}",
        tabelle="Muster",
        url=_ADRESSE,
        stichtag=" oder ".join(dict.fromkeys(merkmal.stichtag for merkmal in sendung.merkmale)),
        gebiete=Umfang.KOMMUNEN_UND_REGION,
        format=stueck.format,
        endgueltig=sendung.endgueltig,
        tabellenform=stueck.tabellenform,
        spalte=stueck.spalten,
        auffaellig=tuple(one for one in pflanzung.auffaellig if one.merkmal in own),
    )
