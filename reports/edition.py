"""One edition: its year, period and number, its areas, and where its files lie."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec

from reports.domain.gebiet import REGION, Gebiete, Gruppe, Kommune
from reports.domain.zeit import Zeitraum
from reports.errors import AuswahlFehler, Befund, EingabeFehler
from reports.reading import convert, read_csv, read_toml

PAKET = Path(__file__).parent
KOMMUNEN_KOPF = ("ags", "name", "amtlicher_name", "kurzname", "status")


class GruppeEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of ``ausgabe.toml``: all Kommunen but those named in ``ohne``."""

    schluessel: str
    name: str
    kurzname: str
    ohne: tuple[str, ...] = ()


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
    ausgabe: int
    datenstand: date
    hinweis: str
    kernzahlen: tuple[str, ...]
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
    """The edition that ``ausgabe.toml`` and ``kommunen.csv`` describe."""
    ort = "ausgabe.toml"
    datei = convert(read_toml(eingabe / ort, ort), AusgabeDatei, ort)
    kommunen = tuple(_read_kommunen(eingabe))
    zeitraum = Zeitraum(datei.von, datei.jahr)
    _check_zeitraum(zeitraum, ort)
    return Edition(
        eingabe=eingabe,
        jahr=datei.jahr,
        zeitraum=zeitraum,
        standard=zeitraum,
        ausgabe=datei.ausgabe,
        datenstand=datei.datenstand,
        hinweis=datei.hinweis,
        kernzahlen=datei.kernzahlen,
        gebiete=Gebiete(kommunen=kommunen, gruppen=_gruppen(datei, kommunen, ort)),
    )


def choose(edition: Edition, *, jahr: int | None, von: int | None, bis: int | None) -> Edition:
    """The edition with another Berichtsjahr or period; AuswahlFehler for a reversed period."""
    year = edition.jahr if jahr is None else jahr
    standard = Zeitraum(min(edition.standard.von, year), year)
    zeitraum = Zeitraum(standard.von if von is None else von, standard.bis if bis is None else bis)
    _check_zeitraum(zeitraum, "Zeitraum")
    if zeitraum.bis > year:
        raise _auswahl(
            f"Der Zeitraum {zeitraum} endet nach dem Berichtsjahr {year}.",
            f"--bis höchstens {year} wählen oder --jahr {zeitraum.bis} angeben.",
        )
    return replace(edition, jahr=year, zeitraum=zeitraum, standard=standard)


def _check_zeitraum(zeitraum: Zeitraum, ort: str) -> None:
    if zeitraum.von >= zeitraum.bis:
        raise _auswahl(
            f"Der Zeitraum {zeitraum} hat kein früheres Anfangs- als Endjahr.",
            "Als Anfang (von) ein früheres Jahr wählen als das Ende (bis).",
            ort,
        )


def _auswahl(text: str, abhilfe: str, ort: str = "Zeitraum") -> AuswahlFehler:
    return AuswahlFehler([Befund(code="E-ZEITRAUM", ort=ort, text=text, abhilfe=abhilfe)])


def _read_kommunen(eingabe: Path) -> list[Kommune]:
    ort = "kommunen.csv"
    return [
        Kommune(
            schluessel=zeile.felder["ags"],
            name=zeile.felder["name"],
            amtlicher_name=zeile.felder["amtlicher_name"],
            kurzname=zeile.felder["kurzname"],
            status=zeile.felder["status"],
        )
        for zeile in read_csv(eingabe / ort, ort, KOMMUNEN_KOPF)
    ]


def _gruppen(datei: AusgabeDatei, kommunen: tuple[Kommune, ...], ort: str) -> tuple[Gruppe, ...]:
    gruppen = tuple(
        Gruppe(
            schluessel=eintrag.schluessel,
            name=eintrag.name,
            kurzname=eintrag.kurzname,
            mitglieder=tuple(k.schluessel for k in kommunen if k.schluessel not in eintrag.ohne),
        )
        for eintrag in datei.gruppe
    )
    if not gruppen or gruppen[0].schluessel != REGION:
        raise EingabeFehler(
            [
                Befund(
                    code="E-GRUPPE",
                    ort=ort,
                    text="Die erste Gruppe ist nicht die Region.",
                    abhilfe=f"Als erste [[gruppe]] die Region mit dem Schlüssel {REGION} eintragen.",
                )
            ]
        )
    return gruppen
