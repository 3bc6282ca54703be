"""The command line: arguments in, exit code out."""

import shlex
import signal
from pathlib import Path

import click

from reports.audit.pruefung import pruefe
from reports.auskunft.anlegen import copy_beispiel, create_muster
from reports.auskunft.auswahl import find_frage
from reports.auskunft.herkunft import herkunft_of
from reports.auskunft.herkunft_text import herkunft_text
from reports.auskunft.pruefbericht import HTML, Pruefbericht, bericht_of, write_pruefbericht
from reports.auskunft.uebersicht import catalogue_table, check_summary, count, protection_summary
from reports.domain.zeit import Zeitraum
from reports.edition import read_edition
from reports.errors import Fehler
from reports.intake.catalogue import read_katalog
from reports.intake.checks import ERKLAERT
from reports.konsole import (
    SozialprofilGroup,
    ZeitraumAngabe,
    console,
    druck_options,
    print_befunde,
    print_stop,
    progress,
)
from reports.pipeline import (
    Auftrag,
    chosen_edition,
    chosen_gebiete,
    create,
    prepare,
)
from reports.press.pool import process_pool
from reports.press.variante import Variante, chosen_druckprofil
from reports.profile.names import write_periods

ORDNER = click.Path(path_type=Path)
EINGABE = click.option(
    "--eingabe",
    type=ORDNER,
    metavar="ORDNER",
    default=Path("input"),
    show_default=True,
    help="Ordner mit ausgabe.toml, Katalog und Lieferungen.",
)


@click.group(
    cls=SozialprofilGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL [OPTIONEN]",
)
@click.version_option(package_name="sozialprofil", message="sozialprofil %(version)s")
def cli() -> None:
    """Sozialstruktur-Profile der Kommunen als druckfertige PDF-Dateien."""


@cli.command(options_metavar="[OPTIONEN]")
@EINGABE
@click.option(
    "--ausgabe",
    type=ORDNER,
    metavar="ORDNER",
    default=Path("output"),
    show_default=True,
    help="Ordner, in den die Profile geschrieben werden.",
)
@click.option("--jahr", type=int, metavar="JAHR", help="Berichtsjahr; sonst das aus ausgabe.toml.")
@click.option(
    "--zeitraum",
    "zeitraeume",
    type=ZeitraumAngabe(),
    multiple=True,
    metavar="VON-BIS",
    help="Betrachtungszeitraum, etwa 2011-2015; mehrfach möglich, der erste gilt für die erste Seite.",
)
@click.option(
    "--vergleich",
    multiple=True,
    metavar="NAME|AGS",
    help="Dieses Gebiet neben die Region stellen; zweimal möglich.",
)
@click.option(
    "--kommune",
    "kommunen",
    multiple=True,
    metavar="NAME|AGS",
    help="Nur diese Kommune (oder »Region Hannover«); mehrfach möglich.",
)
@druck_options
@click.option(
    "--bestaetigt",
    metavar="KENNUNG",
    default="",
    help="Prüfkennung der Auffälligkeiten, die geprüft und richtig sind.",
)
@click.option(
    "--intern",
    type=ORDNER,
    metavar="DATEI",
    help="Excel-Datei, in der nur für das Amt steht, was gesperrt ist und warum.",
)
@click.option(
    "--prozesse",
    type=click.IntRange(1, 64),
    metavar="ZAHL",
    default=2,
    show_default=True,
    help="Wie viele Profile gleichzeitig entstehen.",
)
def erstellen(  # noqa: PLR0913 (one parameter an option)
    *,
    eingabe: Path,
    ausgabe: Path,
    jahr: int | None,
    zeitraeume: tuple[Zeitraum, ...],
    vergleich: tuple[str, ...],
    kommunen: tuple[str, ...],
    variante: Variante,
    druckprofil: Path | None,
    bestaetigt: str,
    intern: Path | None,
    prozesse: int,
) -> None:
    """Druckt die Profile aller Kommunen und der Region."""
    edition = chosen_edition(
        read_edition(eingabe), jahr=jahr, zeitraeume=zeitraeume, vergleich=vergleich
    )
    gebiete = chosen_gebiete(edition, kommunen)
    auftrag = Auftrag(
        gebiete=gebiete,
        ausgabe=ausgabe,
        bestaetigt=bestaetigt,
        intern=intern,
        variante=variante,
        druckprofil=chosen_druckprofil(druckprofil, variante),
    )
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like an interrupt: cleanly
    with process_pool(prozesse) as pool, progress(len(gebiete)) as done:
        bericht = create(edition, auftrag, executor=pool, done=done)
    offen = [befund for befund in bericht.warnungen if befund.code not in ERKLAERT]
    print_befunde(offen)
    click.echo(
        f"{count(len(bericht.dateien), 'Profil', 'Profile')} für {edition.jahr},"
        f" {write_periods(edition.zeitraeume)}, {count(len(offen), 'Warnung', 'Warnungen')};"
        f" {len(bericht.warnungen) - len(offen)} erklärte nennt »sozialprofil pruefen«."
    )
    if bericht.gesperrt:
        hint = "" if intern else " Warum, sagt --intern."
        click.echo(f"Gesperrt: {count(bericht.gesperrt, 'Wert', 'Werte')}.{hint}")
    click.echo(f"Ordner: {bericht.ordner}")


@cli.command(options_metavar="[OPTIONEN]")
@EINGABE
@click.option(
    "--bericht",
    type=ORDNER,
    metavar="ORDNER",
    default=Path("pruefbericht"),
    show_default=True,
    help="Ordner für den Prüfbericht, nicht bei den Ausgaben.",
)
def pruefen(*, eingabe: Path, bericht: Path) -> None:
    """Prüft Katalog und Lieferungen und schreibt den Prüfbericht."""
    try:
        eingang, material, _ = prepare(read_edition(eingabe))
    except Fehler as fehler:
        print_stop(fehler)
        write_pruefbericht(bericht, Pruefbericht(befunde=fehler.befunde), eingabe=eingabe)
        click.echo(f"Prüfbericht: {bericht / HTML}")
        raise click.exceptions.Exit(1) from fehler
    print_befunde(eingang.warnungen)
    write_pruefbericht(bericht, bericht_of(eingang), eingabe=eingabe)
    click.echo(check_summary(eingang, material))
    click.echo(f"Prüfbericht: {bericht / HTML}")


@cli.command(options_metavar="[OPTIONEN]")
@click.argument("ordner", type=ORDNER)
def geheimhaltung_pruefen(*, ordner: Path) -> None:
    """Prüft eine fertige Ausgabe darauf, ob sich Gesperrtes errechnen lässt."""
    pruefung = pruefe(ordner)
    print_befunde(pruefung.warnungen)
    click.echo(protection_summary(pruefung.protokoll))


@cli.command(options_metavar="[OPTIONEN]")
@EINGABE
@click.option("--kommune", required=True, metavar="NAME|AGS", help="Kommune, Region oder Gruppe.")
@click.option("--kennzahl", required=True, metavar="ID", help="Kennzahl, wie im Katalog.")
@click.option("--jahr", required=True, type=int, metavar="JAHR", help="Jahr der Zahl.")
def herkunft(*, eingabe: Path, kommune: str, kennzahl: str, jahr: int) -> None:
    """Zeigt den Weg einer Zahl von den Zellen bis zum Druck."""
    eingang, material, _ = prepare(read_edition(eingabe))
    frage = find_frage(kommune, kennzahl, jahr, material)
    click.echo(herkunft_text(herkunft_of(frage, eingang, material)))


@cli.command(options_metavar="[OPTIONEN]")
@EINGABE
def katalog(*, eingabe: Path) -> None:
    """Listet alle Kennzahlen mit ihrer Formel."""
    console().print(catalogue_table(read_katalog(eingabe)))


@cli.command(options_metavar="[OPTIONEN]")
@click.argument("ordner", type=ORDNER)
def neu(*, ordner: Path) -> None:
    """Legt einen Ordner mit Beispielzahlen an."""
    copy_beispiel(ordner)
    _print_created(ordner)


@cli.command(options_metavar="[OPTIONEN]")
@click.argument("ordner", type=ORDNER)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    metavar="ZAHL",
    default=1,
    show_default=True,
    help="Dieselbe Zahl ergibt dieselbe Lieferung.",
)
@click.option(
    "--kommunen",
    type=click.IntRange(2, 11000),
    metavar="ZAHL",
    default=21,
    show_default=True,
    help="Wie viele Kommunen; bis 21 mit echten Namen.",
)
def muster(*, ordner: Path, seed: int, kommunen: int) -> None:
    """Legt einen Ordner mit frei erfundenen Musterdaten an."""
    create_muster(ordner, seed=seed, kommunen=kommunen)
    _print_created(ordner)


def _print_created(ordner: Path) -> None:
    where = shlex.quote(str(ordner))
    click.echo(f"Angelegt: {ordner}. Weiter mit: cd {where} && sozialprofil pruefen")
