"""One edition: its year, period and number, its areas, and where its files lie."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from reports.domain.gebiet import Gebiete, Kommune
from reports.domain.schwellen import Schwellen
from reports.domain.vorausgabe import Bekannt, Vorausgabe
from reports.domain.zeit import Zeitraum
from reports.errors import AuswahlFehler, Befund, Sammlung
from reports.reading import AbEins, convert, read_toml, refusal
from reports.reading.areas import read_kommunen
from reports.reading.earlier import read_frueheres
from reports.reading.groups import GruppeEintrag, check_vergleich, gruppen_of

PAKET = Path(__file__).parent
AUSGABE = "ausgabe.toml"
MEISTE_ZEITRAEUME = 4  # for which a footer has room


class AusgabeDatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of ``ausgabe.toml``.

    Attributes:
        jahr: the Berichtsjahr; no figure of a later year is shown.
        von: first year of the Betrachtungszeitraum, which ends with the Berichtsjahr.
        ausgabe: number of the edition of this year; a correction gets the next one.
        datenstand: day on which the deliveries were closed.
        hinweis: what every page says about the origin of the figures.
        kernzahlen: ids of the Kennzahlen of the front page.
        vergleich: keys of the two areas that stand beside the Region.
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
    vergleich: Annotated[
        tuple[str, ...],
        msgspec.Meta(
            min_length=2,
            max_length=2,
            extra={"erwartet": "eine Liste von zwei Schlüsseln von Gruppen oder Kommunen"},
        ),
    ]
    fruehwarnung: Schwellen
    gruppe: tuple[GruppeEintrag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition as it is made now.

    Attributes:
        eingabe: folder with ``ausgabe.toml``, catalogue and deliveries.
        zeitraeume: the Betrachtungszeiträume, the one of tiles, charts and Entwicklungen first.
        vergleich: keys of the two areas that stand beside the Region.
        zusatz: what names of files and folders carry for choices other than those of
            ``ausgabe.toml``; empty for those.
        vorausgabe: the edition before this one; None where none is known.
        frueher: the counts that earlier editions have published or suppressed.
    """

    eingabe: Path
    jahr: int
    zeitraeume: tuple[Zeitraum, ...]
    vergleich: tuple[str, ...]
    zusatz: str
    ausgabe: int
    datenstand: date
    hinweis: str
    kernzahlen: tuple[str, ...]
    gebiete: Gebiete
    schwellen: Schwellen
    vorausgabe: Vorausgabe | None
    frueher: tuple[Bekannt, ...]

    @property
    def name(self) -> str:
        """Year and number, such as ``2022/1``."""
        return f"{self.jahr}/{self.ausgabe}"

    @property
    def ordner(self) -> Path:
        """Its folder below the output folder."""
        return Path(str(self.jahr)) / f"{self.ausgabe}{self.zusatz}"

    @property
    def zeitraum(self) -> Zeitraum:
        """The first Betrachtungszeitraum."""
        return self.zeitraeume[0]

    @property
    def spanne(self) -> Zeitraum:
        """All years that a Betrachtungszeitraum holds, and those between."""
        return Zeitraum(min(z.von for z in self.zeitraeume), max(z.bis for z in self.zeitraeume))


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
        gebiete = Gebiete(kommunen=kommunen, gruppen=gruppen_of(datei.gruppe, kommunen, AUSGABE))
        check_vergleich(datei.vergleich, gebiete, AUSGABE)
    sammlung.stop_on_errors()
    frueheres = read_frueheres(
        eingabe, jahr=datei.jahr, ausgabe=datei.ausgabe, gebiete=gebiete.kennungen
    )
    return Edition(
        eingabe=eingabe,
        jahr=datei.jahr,
        zeitraeume=(zeitraum,),
        vergleich=datei.vergleich,
        zusatz="",
        ausgabe=datei.ausgabe,
        datenstand=datei.datenstand,
        hinweis=datei.hinweis,
        kernzahlen=datei.kernzahlen,
        gebiete=gebiete,
        schwellen=datei.fruehwarnung,
        vorausgabe=frueheres.vorausgabe,
        frueher=frueheres.bekannt,
    )


def _is_there(folder: Path) -> bool:
    """Whether there is such a folder; one that may not be looked into says so when it is read."""
    try:
        return folder.is_dir()
    except PermissionError:
        return True


def choose(
    edition: Edition,
    *,
    jahr: int | None = None,
    zeitraeume: Sequence[Zeitraum] = (),
    vergleich: Sequence[str] = (),
) -> Edition:
    """The edition of ``ausgabe.toml`` with other choices.

    Args:
        edition: the edition without any choice.
        jahr: another Berichtsjahr; the period ends with it.
        zeitraeume: other periods, each once.
        vergleich: keys of one or two areas that stand beside the Region, before the usual ones.

    Raises:
        AuswahlFehler: a period is reversed or ends after the Berichtsjahr, or an area cannot stand
            beside the Region.
    """
    year = edition.jahr if jahr is None else jahr
    if not zeitraeume:
        _check_start(edition.zeitraum.von, year)
    standard = (Zeitraum(edition.zeitraum.von, year),)
    chosen = tuple(dict.fromkeys(zeitraeume)) or standard
    _check_chosen(chosen, year)
    areas = _beside(vergleich, edition)
    return replace(
        edition,
        jahr=year,
        zeitraeume=chosen,
        vorausgabe=_earlier(edition.vorausgabe, (year, edition.ausgabe)),
        vergleich=areas,
        zusatz=(
            "".join(f"_{z.von}-{z.bis}" for z in chosen if chosen != standard)
            + ("" if areas == edition.vergleich else f"_neben-{'-'.join(areas)}")
        ),
    )


def _earlier(vorausgabe: Vorausgabe | None, ausgabe: tuple[int, int]) -> Vorausgabe | None:
    """The edition before, unless it is none before this one."""
    return vorausgabe if vorausgabe and vorausgabe.nummer < ausgabe else None


def _beside(vergleich: Sequence[str], edition: Edition) -> tuple[str, ...]:
    """The two areas beside the Region, the chosen ones first."""
    check_vergleich(vergleich, edition.gebiete, "--vergleich", AuswahlFehler)
    if len(vergleich) > len(edition.vergleich):
        raise _auswahl(
            "Neben der Region ist nur für zwei Vergleiche Platz.",
            "--vergleich höchstens zweimal angeben.",
            "--vergleich",
        )
    return tuple(dict.fromkeys((*vergleich, *edition.vergleich)))[: len(edition.vergleich)]


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
            f"Mit --zeitraum einen Zeitraum wählen, der mit {year} endet.",
        )


def _check_chosen(zeitraeume: Sequence[Zeitraum], year: int) -> None:
    sammlung = Sammlung()
    if len(zeitraeume) > MEISTE_ZEITRAEUME:
        text = f"Gewählt sind {len(zeitraeume)} Zeiträume."
        sammlung.befunde += _auswahl(text, f"Höchstens {MEISTE_ZEITRAEUME} wählen.").befunde
    for zeitraum in zeitraeume:
        with sammlung.catching():
            _check_zeitraum(zeitraum, "Zeitraum")
        if zeitraum.bis > year:
            text = f"Der Zeitraum {zeitraum} endet nach dem Berichtsjahr {year}."
            remedy = f"Einen wählen, der mit {year} endet, oder --jahr {zeitraum.bis} angeben."
            sammlung.befunde += _auswahl(text, remedy).befunde
    sammlung.stop_on_errors(AuswahlFehler)


def _check_zeitraum(zeitraum: Zeitraum, ort: str) -> None:
    if zeitraum.von >= zeitraum.bis:
        raise _auswahl(
            f"Der Zeitraum {zeitraum} hat kein früheres Anfangs- als Endjahr.",
            "Als Anfang (von) ein früheres Jahr wählen als das Ende (bis).",
            ort,
        )


def _auswahl(text: str, abhilfe: str, ort: str = "Zeitraum") -> AuswahlFehler:
    return AuswahlFehler([Befund(code="E-ZEITRAUM", ort=ort, text=text, abhilfe=abhilfe)])
