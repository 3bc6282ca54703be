"""What the check of an edition reads, and what it found: known counts, pages, the protocol."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from reports.domain.vorausgabe import BEKANNT_KOPF, Bekannt, nummer_of
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.handover.files import write_csv, write_json
from reports.profile.material import Material
from reports.profile.model import Profil


def write_bekannt(path: Path, material: Material) -> None:
    """Every count that this edition or an earlier one published or suppressed."""
    write_csv(path, BEKANNT_KOPF, _bekannt_rows(material))


def write_seiten(ordner: Path, profile: Iterable[Profil]) -> None:
    """The page model of each Profil, in a file named by the key of its area."""
    for profil in profile:
        (ordner / f"{profil.schluessel}.json").write_bytes(msgspec.json.encode(profil) + b"\n")


def write_protokoll(path: Path, protokoll: Any) -> None:
    """What the audit found, without any figure that it protects: ``geheimhaltung.json``."""
    write_json(path, protokoll)


def _bekannt_rows(material: Material) -> Iterator[tuple[object, ...]]:
    kennungen = material.edition.gebiete.kennungen
    for bekannt in sorted(material.bekannt, key=_place):
        first = material.katalog.merkmale[bekannt.summe.merkmale[0]]
        yield (
            bekannt.ausgabe,
            bekannt.gebiet,
            bekannt.jahr,
            bekannt.summe,
            "" if bekannt.wert is None else Decimal(bekannt.wert).scaleb(-first.dezimalen),
            DARSTELLUNG[Zeichen.GESPERRT].csv if bekannt.wert is None else "",
            kennungen[bekannt.gebiet],
        )


def _place(bekannt: Bekannt) -> tuple[tuple[int, int], str, int, str]:
    return nummer_of(bekannt.ausgabe), bekannt.gebiet, bekannt.jahr, str(bekannt.summe)
