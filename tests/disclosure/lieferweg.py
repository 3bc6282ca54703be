"""The whole way of a made-up delivery: measured, protected, written as an edition writes it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import dataframely as dy
from zahlen import QUELLE, edition, gebiete, umstaende

from reports.disclosure.protect import Geschuetzt, protect
from reports.disclosure.secondary import Each
from reports.domain.frames import Bestand
from reports.domain.katalog import Katalog, Zerlegung
from reports.edition import Edition
from reports.handover.data import write_daten
from reports.measures.measure import measure
from reports.profile.material import material_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Lieferung:
    """Counts, what they mean, and the edition that is to show them."""

    katalog: Katalog
    bestand: dy.DataFrame[Bestand]
    edition: Edition


def protected(lieferung: Lieferung, each: Each = map) -> Geschuetzt:
    """What may be published of it, and what may not; *each* may spread the years."""
    messung = measure(lieferung.bestand, lieferung.katalog, (), lieferung.edition)
    return protect(messung, umstaende(lieferung.katalog, lieferung.edition), each=each)


def write_release(schutz: Geschuetzt, lieferung: Lieferung, ordner: Path) -> None:
    """The data of its edition, in *ordner*."""
    material = material_of(
        schutz.release,
        edition=lieferung.edition,
        katalog=lieferung.katalog,
        quellen=(QUELLE,),
        brueche=(),
        kennung="probe",
    )
    write_daten(ordner, material)


def kommunen(anzahl: int) -> tuple[str, ...]:
    """Keys of that many Kommunen."""
    return tuple(f"0324{number:04d}" for number in range(1001, 1001 + anzahl))


def edition_of(schluessel: Sequence[str], jahre: Sequence[int]) -> Edition:
    """An edition of these Kommunen with the changes over all years."""
    return replace(edition(jahre[0], jahre[-1]), gebiete=gebiete(*schluessel))


def divided(titel: str, ganzes: str, teile: Sequence[str]) -> Zerlegung:
    """The parts are exactly the whole."""
    return Zerlegung(
        titel=titel, ganzes=ganzes, teile=tuple(teile), vollstaendig=True, toleranz=Decimal(0)
    )
