"""The command line: arguments in, exit code out."""

import gettext
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from reports.domain.katalog import Katalog
from reports.edition import PAKET, choose, read_edition, shipped
from reports.errors import AblageFehler, Befund, Fehler
from reports.intake.catalogue import read_katalog
from reports.pipeline import chosen_gebiete, create, prepare, process_pool
from reports.reading import os_reason

# The command-line library asks gettext for its own words.
gettext.bindtextdomain("messages", PAKET / "uebersetzung")
os.environ["LANGUAGE"] = "de"

ORDNER = click.Path(path_type=Path)
EINGABE = click.option(
    "--eingabe",
    type=ORDNER,
    metavar="ORDNER",
    default=Path("input"),
    show_default=True,
    help="Ordner mit ausgabe.toml, Katalog und Lieferungen.",
)


class SozialprofilGroup(click.Group):
    """Turns a failure a person can act on into its messages and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except Fehler as fehler:
            for befund in fehler.befunde:
                click.echo(str(befund), err=True)
            click.echo(
                f"\nAbgebrochen: {_count(len(fehler.befunde), 'Befund', 'Befunde')}.", err=True
            )
            ctx.exit(1)


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
@click.option("--von", type=int, metavar="JAHR", help="Erstes Jahr des Betrachtungszeitraums.")
@click.option("--bis", type=int, metavar="JAHR", help="Letztes Jahr des Betrachtungszeitraums.")
@click.option(
    "--kommune",
    "kommunen",
    multiple=True,
    metavar="NAME|AGS",
    help="Nur diese Kommune (oder »Region Hannover«); mehrfach möglich.",
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
    von: int | None,
    bis: int | None,
    kommunen: tuple[str, ...],
    prozesse: int,
) -> None:
    """Druckt die Profile aller Kommunen und der Region."""
    edition = choose(read_edition(eingabe), jahr=jahr, von=von, bis=bis)
    gebiete = chosen_gebiete(edition, kommunen)
    with process_pool(prozesse) as pool, _progress(len(gebiete)) as done:
        bericht = create(edition, gebiete=gebiete, ausgabe=ausgabe, executor=pool, done=done)
    _print_befunde(bericht.warnungen)
    click.echo(
        f"{_count(len(bericht.dateien), 'Profil', 'Profile')} für {edition.jahr},"
        f" Zeitraum {edition.zeitraum}, {_count(len(bericht.warnungen), 'Warnung', 'Warnungen')}."
    )
    click.echo(f"Ordner: {bericht.ordner}")


@cli.command(options_metavar="[OPTIONEN]")
@EINGABE
def pruefen(*, eingabe: Path) -> None:
    """Prüft Katalog und Lieferungen, ohne etwas zu drucken."""
    edition = read_edition(eingabe)
    eingang, material = prepare(edition)
    _print_befunde(eingang.warnungen)
    total = len(eingang.katalog.kennzahlen)
    kommunen = len(edition.gebiete.kommunen)
    complete = sum(len(raenge) == kommunen for raenge in material.raenge.values())
    region = sum(
        material.wert(edition.gebiete.region, kennzahl).zeichen is None
        for kennzahl in eingang.katalog.kennzahlen.values()
        if kennzahl.id in material.staende
    )
    click.echo(
        f"{eingang.bestand.height} Zahlen aus"
        f" {_count(len(eingang.quellen), 'Quelle', 'Quellen')} gelesen,"
        f" {len(eingang.kontrollsummen)} Kontrollsummen verglichen."
    )
    click.echo(
        f"Berichtsjahr {edition.jahr}: Von {total} Kennzahlen haben {complete} einen Wert für alle"
        f" {kommunen} Kommunen und {region} einen für die Region."
    )
    click.echo(f"Keine Fehler, {_count(len(eingang.warnungen), 'Warnung', 'Warnungen')}.")


@cli.command(options_metavar="[OPTIONEN]")
@EINGABE
def katalog(*, eingabe: Path) -> None:
    """Listet alle Kennzahlen mit ihrer Formel."""
    _console().print(_catalogue_table(read_katalog(eingabe)))


@cli.command(options_metavar="[OPTIONEN]")
@click.argument("ordner", type=ORDNER)
def neu(*, ordner: Path) -> None:
    """Legt einen Ordner mit Beispielzahlen an."""
    if ordner.exists() and not (ordner.is_dir() and not any(ordner.iterdir())):
        raise AblageFehler(
            [
                Befund(
                    code="E-ABLAGE",
                    ort=str(ordner),
                    text="Hier liegt schon etwas.",
                    abhilfe="Einen neuen Namen wählen.",
                )
            ]
        )
    try:
        shutil.copytree(shipped("input"), ordner / "input")
    except OSError as fehler:
        raise AblageFehler(
            [
                Befund(
                    code="E-ABLAGE",
                    ort=str(ordner),
                    text=f"Der Ordner lässt sich nicht anlegen ({os_reason(fehler)}).",
                    abhilfe="Einen Ordner mit Schreibrecht wählen.",
                )
            ]
        ) from fehler
    click.echo(f"Angelegt: {ordner}. Weiter mit: cd {ordner} && sozialprofil erstellen")


def _console() -> Console:
    """Standard output, not wrapped when it goes to a file."""
    return Console(width=None if sys.stdout.isatty() else 160, highlight=False)


def _catalogue_table(catalogue: Katalog) -> Table:
    table = Table("Nr.", "Kennzahl", "Titel", "Zähler", "Nenner", "Einheit", box=None)
    for themenfeld in catalogue.themenfelder:
        table.add_section()
        table.add_row("", "", f"[bold]{themenfeld.titel}[/bold]")
        for kennzahl in catalogue.kennzahlen_of(themenfeld):
            table.add_row(
                kennzahl.nummer,
                kennzahl.id,
                kennzahl.titel,
                str(kennzahl.zaehler),
                str(kennzahl.nenner or ""),
                kennzahl.einheit,
            )
    return table


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """A function that is told each finished area: a bar on a terminal, lines elsewhere."""
    if not sys.stderr.isatty():
        yield lambda name: click.echo(f"Gedruckt: {name}", err=True)
        return
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("Lesen und rechnen", total=total)
        yield lambda name: progress.update(task, advance=1, description=name)


def _print_befunde(befunde: tuple[Befund, ...]) -> None:
    for befund in befunde:
        click.echo(str(befund), err=True)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
