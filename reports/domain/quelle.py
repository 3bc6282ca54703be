"""Where figures come from: a source, its files, and what its signs and totals mean."""

from collections import Counter
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import msgspec

from reports.domain.zeichen import Zeichen


class Zeichensatz(StrEnum):
    """Which table of signs a source uses."""

    DIN = "din"  # DIN 55301, the older tables of the state offices
    LSN_NEU = "lsn_neu"  # Landesamt für Statistik Niedersachsen since it changed its signs
    BA = "ba"  # Bundesagentur für Arbeit and Jobcenter
    DESTATIS = "destatis"  # GENESIS, Regionaldatenbank
    ZENSUS_2022 = "zensus_2022"


class Dateiformat(StrEnum):
    """How the figures stand in a file."""

    EINFACH = "einfach"  # the project's own form: one figure a row, fixed columns
    TABELLE = "tabelle"  # a table in CSV or Excel, found by its heads
    GENESIS = "genesis"  # flat file of GENESIS or the Regionaldatenbank, old or new, also in a ZIP


class Liefereinheit(StrEnum):
    """The unit of a column, where it is not the Merkmal's own."""

    EINS = ""
    TAUSEND = "Tsd."
    MILLION = "Mio."
    PROZENT = "%"


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


JAHR = "{jahr}"  # stands for any year in the head of a column


class Wertspalte(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column of figures and the Merkmal that it holds.

    Attributes:
        kopf: the head of the column, its rows joined by »` | `«; ``{jahr}`` in it stands for any
            year, so that one entry describes a column a year. In ``genesis`` the code of the
            content, such as ``BEV081``.
        nur: head of another column → what it has to hold, so that the row counts for this entry.
            In ``genesis`` code of a variable → code of its value, empty for its total.
        jahr: the year of the column, where neither its head nor a column of the table says it.
        jahre: the years that ``{jahr}`` has to find, no more and no less: a second witness, without
            which a misspelt year would vanish unseen.
    """

    kopf: str
    merkmal: str
    nur: dict[str, str] = {}
    jahr: int | None = None
    jahre: tuple[int, ...] = ()
    einheit: Liefereinheit = Liefereinheit.EINS

    def __post_init__(self) -> None:
        """Refuse a head that names its year twice, or years that nothing stands for."""
        if self.kopf.count(JAHR) > 1:
            raise ValueError(f"Im Kopf »{self.kopf}« darf {JAHR} nur einmal stehen.")
        if (JAHR in self.kopf) != bool(self.jahre):
            raise ValueError(
                f"Zu {JAHR} im Kopf »{self.kopf}« gehört die Liste jahre mit allen Jahren der"
                " Datei, sonst keine."
            )


Kopfzeilen = Annotated[int, msgspec.Meta(ge=1, extra={"erwartet": "eine ganze Zahl ab 1"})]


class Tabellenform(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the areas and years of a table stand. Columns are named by their heads.

    A column without a head is named by its letter: ``Spalte A``.

    Attributes:
        blatt: the sheet of a workbook; the only visible one where it is left out.
        kopfzeilen: how many rows the head has.
        schluessel: column of the keys; in ``genesis`` the code of the variable of the areas.
        name: column of the names; the same as ``schluessel`` where both share a cell.
        jahr: column of the years or days.
        summen: names or keys of rows that are sums and no area, and are left out.
        fremde_gebiete: whether rows of areas outside the Region are left out.
        namen: name in the file → key, for names that say nothing on their own.
    """

    blatt: str = ""
    kopfzeilen: Kopfzeilen = 1
    schluessel: str = ""
    name: str = ""
    jahr: str = ""
    summen: tuple[str, ...] = ()
    fremde_gebiete: bool = False
    namen: dict[str, str] = {}


class Auffaelligkeit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A jump in a series, or a figure out of its range, that has been looked at and is right.

    Attributes:
        ags: keys of the areas it holds for; empty for all.
    """

    merkmal: str
    jahr: int
    grund: str
    ags: tuple[str, ...] = ()


class Lieferdatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of a source.

    Attributes:
        name: file name in the source's folder.
        tabelle: table number or name at the publisher.
        stichtag: the day or span of its figures, as a person reads it.
        endgueltig: False where all its figures are provisional.
        nebenjahre: years in its name and titles that are not those of its figures.
        tabellenform: for all formats but ``einfach``.
        spalte: the columns of figures, for all formats but ``einfach``.
        toleranz: largest difference between the Kommunen's sum and the delivered total that
            rounding or protection at the source explains, in the Merkmal's unit.
    """

    name: str
    titel: str
    tabelle: str
    url: str
    stichtag: str
    gebiete: Umfang
    format: Dateiformat = Dateiformat.EINFACH
    endgueltig: bool = True
    nebenjahre: tuple[int, ...] = ()
    tabellenform: Tabellenform = Tabellenform()
    spalte: tuple[Wertspalte, ...] = ()
    toleranz: Decimal = Decimal(0)
    anmerkung: str = ""
    zeichen: tuple[Zeichendeutung, ...] = ()
    abweichung: tuple[Abweichung, ...] = ()
    auffaellig: tuple[Auffaelligkeit, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a tolerance that is no amount."""
        if not self.toleranz.is_finite() or self.toleranz < 0:
            raise ValueError(f"Die toleranz {self.toleranz} ist keine Zahl ab 0.")
        if (self.format is Dateiformat.EINFACH) != (not self.spalte):
            raise ValueError(f"Das format »{self.format}« und die Spalten passen nicht zusammen.")
        if self.format is not Dateiformat.EINFACH:
            self._check_tabelle()

    def _check_tabelle(self) -> None:
        """Refuse areas or years that are named nowhere or twice, and columns that are read twice."""
        form = self.tabellenform
        if not (form.schluessel or form.name):
            raise ValueError("tabellenform nennt weder »schluessel« noch »name«.")
        read = Counter((s.kopf, str(sorted(s.nur.items())), s.jahr) for s in self.spalte)
        (kopf, *_), number = read.most_common(1)[0]
        if number > 1:
            raise ValueError(
                f"Die Spalte »{kopf}« ist für dieselben Zeilen {number}-mal beschrieben."
            )
        for spalte in self.spalte:
            self._check_jahr(spalte)

    def _check_jahr(self, spalte: Wertspalte) -> None:
        """Refuse a column whose year is said nowhere or more than once."""
        form, own = self.tabellenform, (spalte.jahr is not None, JAHR in spalte.kopf)
        if self.format is Dateiformat.GENESIS and (form.jahr or form.name or any(own)):
            raise ValueError(
                "Im format »genesis« nennt jede Zeile selbst Jahr und Namen: jahr und name unter"
                f" tabellenform und jahr, jahre und {JAHR} bei den Spalten streichen."
            )
        if self.format is Dateiformat.TABELLE and sum((bool(form.jahr), *own)) != 1:
            raise ValueError(
                f"Das Jahr der Spalte »{spalte.kopf}« muss genau einmal stehen: in der"
                f" Jahresspalte, im Kopf als {JAHR} oder bei der Spalte."
            )


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
