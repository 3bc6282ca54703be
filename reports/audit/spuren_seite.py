"""The page model as its file tells it; an unknown field is an error, so that nothing goes unread."""

from collections.abc import Iterator
from typing import Any

from reports.audit.spuren_seitenbilder import (
    Bild,
    Diagramm,
    Karte,
    Pyramide,
    Spine,
    Spinebeispiel,
    Teil,
)


class Stueck(Teil, frozen=True):
    """A piece of a cell."""

    text: str
    gesprochen: str = ""


class Zelle(Teil, frozen=True):
    """A cell; ``zeichen`` are names of signs, or marks with their texts."""

    text: str
    gesprochen: str = ""
    zusatz: str = ""
    zeichen: tuple[Any, ...] = ()
    stuecke: tuple[Stueck, ...] = ()
    bild: Bild | None = None

    @property
    def texte(self) -> tuple[str, ...]:
        """All that is printed or said of the figure, and what stands small beneath it."""
        pieces = (text for stueck in self.stuecke for text in (stueck.text, stueck.gesprochen))
        return self.text, self.gesprochen, self.zusatz, *pieces


class Spalte(Teil, frozen=True):
    """The head of a column."""

    titel: str
    zusatz: str = ""


class Zeile(Teil, frozen=True):
    """A row."""

    kopf: str
    zellen: tuple[Zelle, ...]
    zusatz: str = ""
    abgesetzt: bool = False


class Tabelle(Teil, frozen=True):
    """A table; the first column is the heads of the rows."""

    id: str
    art: str
    titel: str
    spalten: tuple[Spalte, ...]
    zeilen: tuple[Zeile, ...]
    spine: Spine | None = None

    @property
    def bilder(self) -> Iterator[Bild]:
        """The pictures in its cells."""
        cells = (zelle for zeile in self.zeilen for zelle in zeile.zellen)
        yield from (zelle.bild for zelle in cells if zelle.bild)


class Beleg(Teil, frozen=True):
    """A cell that a sentence rests on; counts in units of their last decimal."""

    gebiet: str
    kennzahl: str
    jahr: int
    zaehler: int
    nenner: int | None
    gedruckt: str


class Satz(Teil, frozen=True):
    """A sentence."""

    art: str
    text: str
    belege: tuple[Beleg, ...]


class Kachel(Teil, frozen=True):
    """A key figure of the front page."""

    titel: str
    stand: str
    wert: Zelle
    vergleich: str
    veraenderung: Zelle | None
    rang: str


class Vergleich(Teil, frozen=True):
    """All Kennzahlen at their Stand."""

    einleitung: str
    tabellen: tuple[Tabelle, ...]


class Kommunenblick(Teil, frozen=True):
    """All Kommunen by sign; ``schluessel`` are pairs of a column's head and its Kennzahl."""

    einleitung: str
    tabellen: tuple[Tabelle, ...]
    schluessel: tuple[tuple[str, str], ...]


class Thema(Teil, frozen=True):
    """A chapter."""

    id: str
    titel: str
    saetze: tuple[Satz, ...]
    diagramme: tuple[Diagramm, ...]
    lesehilfe: str
    tabellen: tuple[Tabelle, ...]
    lesarten: tuple[tuple[str, str], ...]
    rangfolge: Tabelle | None = None
    karte: Karte | None = None
    pyramide: Pyramide | None = None


class Fruehwarnung(Teil, frozen=True):
    """The chapter of early warning."""

    bilanz: str
    regel: str
    fehlalarme: str
    tabelle: Tabelle | None
    kommunen: Tabelle | None


class Profil(Teil, frozen=True):
    """The page model of an area; the back matter says nothing of figures and stays as it is."""

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
    legende: tuple[dict[str, Any], ...]
    vergleich: Vergleich
    kommunenblick: Kommunenblick | None
    themen: tuple[Thema, ...]
    verzeichnis: dict[str, Any]
    rueckseite: tuple[tuple[str, str], ...]
    karte: Karte | None = None

    @property
    def tabellen(self) -> Iterator[Tabelle]:
        """All tables with figures of this area."""
        own = (self.signale, self.fruehwarnung.tabelle)
        yield from (tabelle for tabelle in own if tabelle)
        yield from self.vergleich.tabellen
        yield from (tabelle for thema in self.themen for tabelle in thema.tabellen)

    @property
    def diagramme(self) -> Iterator[Diagramm]:
        """All charts."""
        yield from (diagramm for thema in self.themen for diagramm in thema.diagramme)

    @property
    def karten(self) -> Iterator[Karte]:
        """The maps of figures."""
        yield from (thema.karte for thema in self.themen if thema.karte)

    @property
    def rangfolgen(self) -> Iterator[Tabelle]:
        """The rankings of all Kommunen."""
        yield from (thema.rangfolge for thema in self.themen if thema.rangfolge)

    @property
    def altersaufbau(self) -> Thema | None:
        """The chapter with the pyramid."""
        return next((thema for thema in self.themen if thema.pyramide), None)


def texts_of(value: object, ohne: frozenset[str] = frozenset()) -> Iterator[str]:
    """All strings of a decoded file but names of fields, and what stands in the fields *ohne*."""
    if isinstance(value, str):
        yield value
        return
    if isinstance(value, dict):
        value = [part for name, part in value.items() if name not in ohne]
    if isinstance(value, list):
        for part in value:
            yield from texts_of(part, ohne)
