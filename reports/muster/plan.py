"""Which Merkmal comes from which folder in which form: ``lieferplan.toml`` → one Sendung a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from reports.domain.katalog import Katalog, Merkmal
from reports.domain.quelle import Zeichensatz
from reports.muster.vorgaben import LETZTES_JAHR, Vorgaben

TABELLEN_BIS = 100  # Kommunen; beyond, spreadsheets are of no use to anybody


class Form(StrEnum):
    """The layouts of the houses that deliver."""

    EINFACH = "einfach"
    GENESIS_ALT = "genesis_alt"
    GENESIS_NEU = "genesis_neu"
    REGIONALDATENBANK = "regionaldatenbank"
    LSN = "lsn"
    INKAR = "inkar"
    BA_JAHR = "ba_jahr"  # a workbook a year
    BA_ZEITREIHE = "ba_zeitreihe"
    AMT_BREIT = "amt_breit"
    AMT_LANG = "amt_lang"


_FUER_VIELE = {Form.EINFACH, Form.GENESIS_ALT, Form.GENESIS_NEU}


class Musterquelle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source of the Musterlieferung.

    Attributes:
        von: beginnings of the catalogue's ``quelle`` that belong to it.
        vorlaeufig: whether the last year comes in a file of its own, as provisional.
    """

    ordner: str
    titel: str
    form: Form
    zeichensatz: Zeichensatz
    von: tuple[str, ...]
    vorlaeufig: bool = False


class Lieferplan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of ``lieferplan.toml``."""

    quelle: tuple[Musterquelle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sendung:
    """What one file holds: every Merkmal for every year and area.

    Attributes:
        name: the file name without its ending.
    """

    name: str
    form: Form
    titel: str
    merkmale: tuple[Merkmal, ...]
    jahre: tuple[int, ...]
    endgueltig: bool = True

    @property
    def zeitraum(self) -> str:
        """The years as a title names them."""
        first, last = self.jahre[0], self.jahre[-1]
        return str(first) if first == last else f"{first} bis {last}"


def read_lieferplan() -> tuple[Musterquelle, ...]:
    """The sources in their order."""
    path = Path(__file__).with_name("lieferplan.toml")
    return msgspec.toml.decode(path.read_bytes(), type=Lieferplan).quelle


def merkmale_of(
    quelle: Musterquelle, quellen: Sequence[Musterquelle], katalog: Katalog
) -> list[Merkmal]:
    """The delivered Merkmale of a source, in catalogue order."""
    return [
        merkmal
        for merkmal in katalog.merkmale.values()
        if not merkmal.summe
        and quelle == next(one for one in quellen if merkmal.quelle.startswith(one.von))
    ]


def sendungen(
    quelle: Musterquelle, merkmale: Sequence[Merkmal], vorgaben: Vorgaben, kommunen: int
) -> Iterator[Sendung]:
    """The files of a source: all Merkmale of the same years together, one by one for many areas."""
    many = kommunen > TABELLEN_BIS
    form = quelle.form if not many or quelle.form in _FUER_VIELE else Form.EINFACH
    groups: dict[tuple[str, tuple[int, ...]], list[Merkmal]] = {}
    for merkmal in merkmale:
        stem = merkmal.id if many else quelle.ordner
        groups.setdefault((stem, vorgaben.years_of(merkmal)), []).append(merkmal)
    for number, ((stem, years), own) in enumerate(groups.items(), start=1):
        part = f"_teil_{number}" if len(groups) > 1 and not many else ""
        for some in _year_groups(years, quelle, form):
            span = f"{some[0]}-{some[-1]}" if len(some) > 1 else str(some[0])
            yield Sendung(
                name=f"gemband-muster-0-{span}06-xlsx"
                if form is Form.BA_JAHR
                else f"{stem}{part}_{span}",
                form=form,
                titel=quelle.titel,
                merkmale=tuple(own),
                jahre=some,
                endgueltig=not (quelle.vorlaeufig and some == (LETZTES_JAHR,)),
            )


def _year_groups(
    years: tuple[int, ...], quelle: Musterquelle, form: Form
) -> Iterator[tuple[int, ...]]:
    """The years that share a file."""
    if form is Form.BA_JAHR:
        yield from ((year,) for year in years)
    elif quelle.vorlaeufig and len(years) > 1 and years[-1] == LETZTES_JAHR:
        yield from (years[:-1], years[-1:])
    else:
        yield years
