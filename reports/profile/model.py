"""The page model: what a Profil shows, in the order in which it shows it.

All figures are finished strings; numbers in charts are positions for drawing and decide no digit.
Every part is a frozen value that a worker process can be handed as it is.
"""

from dataclasses import dataclass

from reports.profile.chartmodel import (
    Diagramm,
    Kachelkarte,
    Liniendiagramm,
    Pyramide,
    Spinebeispiel,
)
from reports.profile.statement import Satz
from reports.profile.tablemodel import Tabelle, Zelle


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
        rangfolge: the Kommunen by rank, in the Region's edition; else None, as is the map of the
            same Kennzahl, which stands beside it.
        pyramide: the Altersaufbau, in its chapter; else None.
    """

    id: str
    titel: str
    saetze: tuple[Satz, ...]
    diagramme: tuple[Liniendiagramm, ...]
    lesehilfe: str
    tabellen: tuple[Tabelle, ...]
    lesarten: tuple[tuple[str, str], ...]  # (Kennzahl, its reading in a sentence)
    rangfolge: Tabelle | None = None
    karte: Kachelkarte | None = None
    pyramide: Pyramide | None = None

    @property
    def bilder(self) -> tuple[Diagramm, ...]:
        """The map, the charts and the pyramid in the order of the page."""
        every = (self.karte, *self.diagramme, self.pyramide)
        return tuple(bild for bild in every if bild)

    @property
    def tafeln(self) -> tuple[Tabelle, ...]:
        """The ranking and the tables in the order of the page."""
        return (self.rangfolge, *self.tabellen) if self.rangfolge else self.tabellen


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
        of_themes = (tabelle for thema in self.themen for tabelle in thema.tafeln)
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
