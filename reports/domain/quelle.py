"""Where figures come from: a source, its files, and what its signs and totals mean."""

from decimal import Decimal
from enum import StrEnum

import msgspec

from reports.domain.zeichen import Zeichen


class Zeichensatz(StrEnum):
    """Which table of signs a source uses."""

    DESTATIS = "destatis"
    ZENSUS_2022 = "zensus_2022"


class Umfang(StrEnum):
    """Which areas a file has to hold for every Merkmal and year it delivers."""

    KOMMUNEN = "kommunen"
    KOMMUNEN_UND_REGION = "kommunen_und_region"
    REGION_UND_HANNOVER = "region_und_hannover"


class Zeichendeutung(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sign that means something else in one file than in its source's set.

    Attributes:
        zeichen: compared as the set compares its own signs; a dash of ``destatis`` stands for
            every dash, since word processors change it.
        ags: keys of the areas it holds for; empty for all.
        jahre: years it holds for; empty for all.
    """

    zeichen: str
    bedeutung: Zeichen
    grund: str
    ags: tuple[str, ...] = ()
    jahre: tuple[int, ...] = ()


class Abweichung(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A known difference between the Kommunen's sum and the delivered total of the Region.

    Attributes:
        differenz: sum of the Kommunen minus delivered total, exact, in the Merkmal's unit.
    """

    merkmal: str
    jahr: int
    differenz: Decimal
    grund: str

    def __post_init__(self) -> None:
        """Refuse what no sum can be compared with."""
        if not self.differenz.is_finite():
            raise ValueError(f"Die differenz {self.differenz} ist keine Zahl.")


class Lieferdatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of a source.

    Attributes:
        name: file name in the source's folder.
        tabelle: table number or name at the publisher.
        toleranz: largest difference between the Kommunen's sum and the delivered total that
            rounding or protection at the source explains, in the Merkmal's unit.
    """

    name: str
    titel: str
    tabelle: str
    url: str
    stichtag: str
    gebiete: Umfang
    toleranz: Decimal = Decimal(0)
    anmerkung: str = ""
    zeichen: tuple[Zeichendeutung, ...] = ()
    abweichung: tuple[Abweichung, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a tolerance that is no amount."""
        if not self.toleranz.is_finite() or self.toleranz < 0:
            raise ValueError(f"Die toleranz {self.toleranz} ist keine Zahl ab 0.")


class Quelle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source as its ``quelle.toml`` describes it.

    Attributes:
        ordner: its folder below ``lieferungen/``; not written in the file.
        nennung: the publisher's short name.
    """

    ordner: str
    titel: str
    nennung: str
    herausgeber: str
    lizenz: str
    zeichensatz: Zeichensatz
    anmerkung: str = ""
    datei: tuple[Lieferdatei, ...]

    @property
    def zitat(self) -> str:
        """The name that figures carry: who, and which of their statistics."""
        return f"{self.nennung}: {self.titel}"
