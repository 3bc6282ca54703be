"""One edition: its year, period and number, its areas, and where its files lie."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from reports.domain.gebiet import Gebiete, Kommune
from reports.domain.zeit import Zeitraum
from reports.errors import AuswahlFehler, Befund, Sammlung
from reports.reading import AbEins, convert, read_toml, refusal
from reports.reading.areas import GruppeEintrag, gruppen_of, read_kommunen

PAKET = Path(__file__).parent
AUSGABE = "ausgabe.toml"


class AusgabeDatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of ``ausgabe.toml``.

    Attributes:
        jahr: the Berichtsjahr; no figure of a later year is shown.
        von: first year of the Betrachtungszeitraum, which ends with the Berichtsjahr.
        ausgabe: number of the edition of this year; a correction gets the next one.
        datenstand: day on which the deliveries were closed.
        hinweis: what every page says about the origin of the figures.
        kernzahlen: ids of the Kennzahlen of the front page.
    """

    jahr: int
    von: int
    ausgabe: AbEins
    datenstand: date
    hinweis: str
    kernzahlen: Annotated[
        tuple[str, ...],
        msgspec.Meta(
            min_length=1, extra={"erwartet": "eine Liste von Kennzahlen, mindestens einer"}
        ),
    ]
    gruppe: tuple[GruppeEintrag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition as it is made now.

    Attributes:
        eingabe: folder with ``ausgabe.toml``, catalogue and deliveries.
        zeitraum: the Betrachtungszeitraum; ``standard`` is the one it has without options.
    """

    eingabe: Path
    jahr: int
    zeitraum: Zeitraum
    standard: Zeitraum
    ausgabe: int
    datenstand: date
    hinweis: str
    kernzahlen: tuple[str, ...]
    gebiete: Gebiete

    @property
    def ordner(self) -> Path:
        """Its folder below the output folder; another period than the standard one is named."""
        return Path(str(self.jahr)) / f"{self.ausgabe}{self.zusatz}"

    @property
    def zusatz(self) -> str:
        """What names of files and folders carry for another period than the standard one."""
        zeitraum = self.zeitraum
        return "" if zeitraum == self.standard else f"_{zeitraum.von}-{zeitraum.bis}"


def shipped(name: str) -> Path:
    """The folder ``layouts``, ``styles`` or ``input`` that came with the program.

    In an installed package it lies inside it, in a checkout beside it.
    """
    inside = PAKET / "mitgeliefert" / name
    return inside if inside.is_dir() else PAKET.parent / name


def read_edition(eingabe: Path) -> Edition:
    """The edition that ``ausgabe.toml`` and ``kommunen.csv`` describe.

    Raises:
        EingabeFehler: there is no such folder, or the problems of both files.
    """
    if not _is_there(eingabe):
        raise refusal(
            "E-DATEI",
            str(eingabe),
            "Den Eingabeordner gibt es nicht.",
            "Mit --eingabe einen vorhandenen nennen oder mit »sozialprofil neu« einen anlegen.",
        )
    datei, kommunen = _read_files(eingabe)
    zeitraum = Zeitraum(datei.von, datei.jahr)
    sammlung = Sammlung()
    with sammlung.catching():
        _check_zeitraum(zeitraum, AUSGABE)
    with sammlung.catching():
        gruppen = gruppen_of(datei.gruppe, kommunen, AUSGABE)
    sammlung.stop_on_errors()
    return Edition(
        eingabe=eingabe,
        jahr=datei.jahr,
        zeitraum=zeitraum,
        standard=zeitraum,
        ausgabe=datei.ausgabe,
        datenstand=datei.datenstand,
        hinweis=datei.hinweis,
        kernzahlen=datei.kernzahlen,
        gebiete=Gebiete(kommunen=kommunen, gruppen=gruppen),
    )


def _is_there(folder: Path) -> bool:
    """Whether there is such a folder; one that may not be looked into says so when it is read."""
    try:
        return folder.is_dir()
    except PermissionError:
        return True


def choose(edition: Edition, *, jahr: int | None, von: int | None, bis: int | None) -> Edition:
    """The edition with another Berichtsjahr or period; AuswahlFehler for a reversed period."""
    year = edition.jahr if jahr is None else jahr
    if von is None:
        _check_start(edition.standard.von, year)
    standard = Zeitraum(min(edition.standard.von, year), year)
    zeitraum = Zeitraum(standard.von if von is None else von, standard.bis if bis is None else bis)
    _check_zeitraum(zeitraum, "Zeitraum")
    if zeitraum.bis > year:
        raise _auswahl(
            f"Der Zeitraum {zeitraum} endet nach dem Berichtsjahr {year}.",
            f"--bis höchstens {year} wählen oder --jahr {zeitraum.bis} angeben.",
        )
    return replace(edition, jahr=year, zeitraum=zeitraum, standard=standard)


def _read_files(eingabe: Path) -> tuple[AusgabeDatei, tuple[Kommune, ...]]:
    sammlung = Sammlung()
    with sammlung.catching():
        datei = convert(read_toml(eingabe / AUSGABE, AUSGABE), AusgabeDatei, AUSGABE)
    with sammlung.catching():
        kommunen = read_kommunen(eingabe)
    sammlung.stop_on_errors()
    return datei, kommunen


def _check_start(von: int, year: int) -> None:
    if year <= von:
        raise _auswahl(
            f"Das Berichtsjahr {year} liegt nicht nach dem Anfang des Zeitraums ({von}): Es gäbe"
            " keine frühere Zahl zum Vergleich.",
            f"Mit --von ein Jahr vor {year} wählen, für das Zahlen vorliegen.",
        )


def _check_zeitraum(zeitraum: Zeitraum, ort: str) -> None:
    if zeitraum.von >= zeitraum.bis:
        raise _auswahl(
            f"Der Zeitraum {zeitraum} hat kein früheres Anfangs- als Endjahr.",
            "Als Anfang (von) ein früheres Jahr wählen als das Ende (bis).",
            ort,
        )


def _auswahl(text: str, abhilfe: str, ort: str = "Zeitraum") -> AuswahlFehler:
    return AuswahlFehler([Befund(code="E-ZEITRAUM", ort=ort, text=text, abhilfe=abhilfe)])
