"""The page model: what a Profil shows, in the order in which it shows it.

All figures are finished strings; numbers in charts are positions for drawing and decide no digit.
Every part is a frozen value that a worker process can be handed as it is.
"""

from dataclasses import dataclass
from enum import StrEnum

from reports.profile.chartmodel import (
    Diagramm,
    Druckzeichen,
    Kachelkarte,
    Liniendiagramm,
    Spine,
    Spinebeispiel,
)
from reports.profile.statement import Satz


@dataclass(frozen=True, slots=True)
class Stueck:
    """A piece of a cell's text, and what a screen reader says where that is something else."""

    text: str
    gesprochen: str = ""


@dataclass(frozen=True, slots=True)
class Bild:
    """A picture inside a cell, by the id of its row in a spine, and what it shows in words."""

    id: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zelle:
    """One cell: the printed text, and what a screen reader says where that holds a sign or mark.

    Attributes:
        zusatz: what stands small beneath the text.
        zeichen: the signs and marks in the text, for the legend.
        stuecke: the same text in pieces, each mark with its word, where it has marks; it may be
            broken before the letters, so that a narrow column has room for them.
        bild: what stands above the text; None without.
    """

    text: str
    gesprochen: str = ""
    zusatz: str = ""
    zeichen: tuple[Druckzeichen, ...] = ()
    stuecke: tuple[Stueck, ...] = ()
    bild: Bild | None = None

    @property
    def worte(self) -> str:
        """The text in words, for places where nobody sees it."""
        return self.gesprochen or self.text

    @property
    def gesetzt(self) -> tuple[Stueck, ...]:
        """The pieces to set, one where there are no marks."""
        return self.stuecke or (Stueck(self.text, self.gesprochen),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spalte:
    """The head of a column: its title and, smaller, its unit or Stand."""

    titel: str
    zusatz: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zeile:
    """A row: its head, what stands small beneath it, its cells, and whether it is set off."""

    kopf: str
    zusatz: str = ""
    zellen: tuple[Zelle, ...]
    abgesetzt: bool = False


class Tabellenart(StrEnum):
    """Which widths and alignments a table takes; the member's value is its CSS class."""

    VERGLEICH = "vergleich"  # a row per Kennzahl, of a Kommune, with its spine
    VERGLEICH_REGION = "vergleich-region"  # the same of the Region
    VERAENDERUNG = "veraenderung"  # a row per Kennzahl, its first and last year
    VERAENDERUNG_TREND = "veraenderung-trend"  # the same with the trend
    SIGNALE = "signale"  # signals on the first page
    AUFFAELLIG = "auffaellig"  # all signals
    BILANZ = "bilanz"  # a row per Kommune, three numbers
    KOMMUNEN = "kommunen"  # a row per Kommune
    KACHELN = "kacheln"  # a row per Kommune, a sign for each Kennzahl
    VERZEICHNIS = "verzeichnis"  # text columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelle:
    """A table with one header row; ``spalten[0]`` is the head of the row heads.

    Attributes:
        spine: the pictures that its cells name; None without.
    """

    id: str
    art: Tabellenart
    titel: str
    spalten: tuple[Spalte, ...]
    zeilen: tuple[Zeile, ...]
    spine: Spine | None = None

    @property
    def zeilenkoepfe(self) -> bool:
        """Whether the first cell of a row is its head; a single row is all there is to read."""
        return len(self.zeilen) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kachel:
    """A key figure of the front page.

    Attributes:
        veraenderung: the change and, small, its years; None where there is none.
        rang: the place among the Kommunen; empty where there is none.
    """

    titel: str
    stand: str
    wert: Zelle
    vergleich: str
    veraenderung: Zelle | None
    rang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergleich:
    """All Kennzahlen at their Stand, a table per chapter.

    Attributes:
        einleitung: how to read a row.
    """

    einleitung: str
    tabellen: tuple[Tabelle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommunenblick:
    """All Kommunen at once, a sign for each judged Kennzahl.

    Attributes:
        einleitung: what the signs mean.
        schluessel: head of a column and title of its Kennzahl.
    """

    einleitung: str
    tabellen: tuple[Tabelle, ...]
    schluessel: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thema:
    """A chapter: what it says, its charts, then its tables.

    Attributes:
        lesehilfe: how to read the charts; empty without any.
        karte: a Kennzahl of all Kommunen, in the Region's edition; else None.
    """

    id: str
    titel: str
    saetze: tuple[Satz, ...]
    diagramme: tuple[Liniendiagramm, ...]
    lesehilfe: str
    tabellen: tuple[Tabelle, ...]
    lesarten: tuple[tuple[str, str], ...]  # (Kennzahl, its reading in a sentence)
    karte: Kachelkarte | None

    @property
    def bilder(self) -> tuple[Diagramm, ...]:
        """The map and the charts in the order of the page."""
        return (self.karte, *self.diagramme) if self.karte else self.diagramme


@dataclass(frozen=True, slots=True, kw_only=True)
class Fruehwarnung:
    """The chapter of early warning.

    Attributes:
        bilanz: how many Kennzahlen were tested, stand out and are quiet.
        regel: when a figure stands out, in one line.
        fehlalarme: how many tests that were, and how many of them chance alone would set off.
        tabelle: all signals; None where all is quiet.
        kommunen: how many signals each Kommune has; None outside of the Region's edition.
    """

    bilanz: str
    regel: str
    fehlalarme: str
    tabelle: Tabelle | None
    kommunen: Tabelle | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Legendenzeile:
    """A sign that this profile uses, with its meaning and what a screen reader says."""

    zeichen: Zelle
    bedeutung: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quellenangabe:
    """A source as it must be named: who, what, under which licence, with which remarks.

    Attributes:
        nummer: what the ledger names it by.
    """

    nummer: str
    nennung: str
    herausgeber: str
    lizenz: str
    tabellen: tuple[str, ...]
    anmerkungen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzeichnis:
    """The back matter: the ledger of all Kennzahlen, breaks and sources.

    Attributes:
        bilanz: one sentence that counts delivered and missing Kennzahlen.
        anmerkungen: number and text of each remark that the ledger refers to.
        brueche: title and reason of each break inside the period.
    """

    bilanz: str
    tabellen: tuple[Tabelle, ...]
    anmerkungen: tuple[tuple[str, str], ...]
    brueche: tuple[tuple[str, str], ...]
    quellen: tuple[Quellenangabe, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """A whole Profil, of a Kommune or of the Region.

    Attributes:
        schluessel: 8-digit key of the area.
        dateiname: name of its PDF file.
        titel: document title, also the PDF's; names area, year and period.
        hinweis: what every page must say about the origin of the figures.
        fuss: parts of the footer, in order: area, edition, Datenstand, period, hash.
        saetze: the short text of the front page.
        signale: the signals of the front page; None where all is quiet.
        beispiel: a spine with labels, before the explanations; None without any spine.
        lesehilfe: term and explanation of what comparison says.
        seither: term and text of what has changed since the edition before.
        legende: the signs and marks that this profile uses.
        kommunenblick: None outside of the Region's Profil.
        rueckseite: term and text of what the last page says of the edition.
        karte: where the Kommune lies; None for the Region.
    """

    schluessel: str
    name: str
    dateiname: str
    titel: str
    untertitel: str
    hinweis: str
    fuss: tuple[str, ...]
    einwohner: Zelle
    einwohner_stand: str
    saetze: tuple[Satz, ...]
    signale: Tabelle | None
    kacheln: tuple[Kachel, ...]
    fruehwarnung: Fruehwarnung
    beispiel: Spinebeispiel | None
    lesehilfe: tuple[tuple[str, str], ...]
    seither: tuple[tuple[str, str], ...]
    legende: tuple[Legendenzeile, ...]
    vergleich: Vergleich
    kommunenblick: Kommunenblick | None
    themen: tuple[Thema, ...]
    verzeichnis: Verzeichnis
    rueckseite: tuple[tuple[str, str], ...]
    karte: Kachelkarte | None = None

    @property
    def bilder(self) -> tuple[Diagramm, ...]:
        """All maps and charts in the order of the pages."""
        of_themes = (bild for thema in self.themen for bild in thema.bilder)
        return (*self._front, *of_themes)

    @property
    def _front(self) -> tuple[Diagramm, ...]:
        """Those that stand before all tables of Kennzahlen."""
        return tuple(bild for bild in (self.karte, self.beispiel) if bild)

    @property
    def tabellen(self) -> tuple[Tabelle, ...]:
        """All tables in the order of the pages."""
        of_themes = (tabelle for thema in self.themen for tabelle in thema.tabellen)
        warning = (self.fruehwarnung.tabelle, self.fruehwarnung.kommunen)
        signs = self.kommunenblick.tabellen if self.kommunenblick else ()
        every = (self.signale, *self.vergleich.tabellen, *signs, *of_themes, *warning)
        return (*(tabelle for tabelle in every if tabelle), *self.verzeichnis.tabellen)

    @property
    def alttexte(self) -> tuple[str, ...]:
        """What each picture shows in words, in the order of the pages."""
        cells = [z for t in self.tabellen for zeile in t.zeilen for z in zeile.zellen]
        strips = [zelle.bild.alt for zelle in cells if zelle.bild]
        alts, first = [bild.alt for bild in self.bilder], len(self._front)
        return (*alts[:first], *strips, *alts[first:])
