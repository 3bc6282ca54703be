"""The files of a Musterlieferung beside the deliveries: edition, Kommunen, breaks, corrections."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reports.domain.korrektur import Korrektur
from reports.edition import AUSGABE, AusgabeDatei, read_edition, shipped
from reports.intake.corrections import KORREKTUREN
from reports.muster.formen.schriftstueck import HINWEIS
from reports.muster.orte import Orte
from reports.muster.toml import declared, fields, table
from reports.muster.vorgaben import ERSTES_JAHR, LETZTES_JAHR, Vorgaben
from reports.reading.areas import KOMMUNEN, KOMMUNEN_KOPF, NAMENTRENNER
from reports.reading.groups import GruppeEintrag

_BRUECHE = "brueche.toml"
_DATENSTAND = date(2025, 6, 30)


def write_ausgabe(eingabe: Path, orte: Orte) -> None:
    """``ausgabe.toml``: the year, the period, the groups and what every page says."""
    region, hauptstadt = orte.region, orte.kommunen[0]
    shown = read_edition(shipped("input"))
    datei = AusgabeDatei(
        jahr=LETZTES_JAHR,
        von=ERSTES_JAHR,
        ausgabe=1,
        datenstand=_DATENSTAND,
        hinweis=HINWEIS,
        kernzahlen=shown.kernzahlen,
        vergleich=("umland", hauptstadt.schluessel),
        fruehwarnung=shown.schwellen,
        gruppe=(
            GruppeEintrag(schluessel=region.schluessel, name=region.name, kurzname="Region"),
            GruppeEintrag(
                schluessel="umland",
                name="Umland der Landeshauptstadt",
                kurzname="Umland",
                ohne=(hauptstadt.schluessel,),
            ),
            GruppeEintrag(
                schluessel="mustergruppe",
                name="Mustergruppe",
                kurzname="Mustergruppe",
                mitglieder=tuple(kommune.schluessel for kommune in orte.kommunen[1:6]),
            ),
        ),
    )
    write_text(eingabe / AUSGABE, fields(declared(datei)))


def write_kommunen(eingabe: Path, orte: Orte) -> None:
    """``kommunen.csv``."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\n")
    rows.writerow(KOMMUNEN_KOPF)
    for kommune in orte.kommunen:
        names = NAMENTRENNER.join(kommune.weitere_namen)
        own = (kommune.schluessel, kommune.name, kommune.amtlicher_name, kommune.kurzname)
        rows.writerow((*own, kommune.status, kommune.spalte, kommune.reihe, names))
    write_text(eingabe / KOMMUNEN, text.getvalue())


def write_brueche(eingabe: Path, vorgaben: Vorgaben) -> None:
    """``brueche.toml``."""
    entries = [table("bruch", bruch.bruch()) for bruch in vorgaben.bruch]
    write_text(eingabe / _BRUECHE, "\n".join(entries))


def write_korrekturen(eingabe: Path, korrekturen: Sequence[Korrektur]) -> None:
    """``korrekturen.toml``."""
    entries = [table("korrektur", korrektur) for korrektur in korrekturen]
    write_text(eingabe / KORREKTUREN, "\n".join(entries))


def write_text(path: Path, text: str) -> None:
    """Text as UTF-8 with the same line ends on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")
