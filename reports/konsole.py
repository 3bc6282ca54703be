"""What a terminal shows of a command: its messages, its progress, its failure."""

import gettext
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from reports.auskunft.uebersicht import count
from reports.domain.zeit import Zeitraum
from reports.edition import PAKET
from reports.errors import Befund, Fehler
from reports.press.variante import Variante

# The command-line library asks gettext for its own words.
gettext.bindtextdomain("messages", PAKET / "uebersetzung")
os.environ["LANGUAGE"] = "de"


class ZeitraumAngabe(click.ParamType[Zeitraum]):
    """A period as ``2011-2015``, with a hyphen or an en dash."""

    name = "zeitraum"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Zeitraum:
        """The period; a usage error for anything else."""
        years = re.fullmatch(r"(\d{4})\s*[-–]\s*(\d{4})", value)
        if years is None:
            self.fail(f"»{value}« ist kein Zeitraum; so geht es: 2011-2015.", param, ctx)
        return Zeitraum(int(years[1]), int(years[2]))


def druck_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say for whom a command prints."""
    variante = click.option(
        "--variante",
        type=click.Choice(Variante, case_sensitive=False),
        metavar="NAME",
        default="standard",
        show_default=True,
        help="standard: für Bildschirm, Post und Bürodrucker; kurz: die erste Seite allein;"
        " druckerei: mit 3 mm Anschnitt und Schneidemarken, in Grau oder mit --druckprofil farbig.",
    )
    druckprofil = click.option(
        "--druckprofil",
        type=click.Path(path_type=Path),
        metavar="DATEI",
        help="CMYK-Profil (ICC) der Druckerei für PDF/X-4, zu --variante druckerei. Ohne Profil ist"
        " die Datei grau und kein PDF/X-4, das eine Druckbedingung nennen muss.",
    )
    return variante(druckprofil(command))


class SozialprofilGroup(click.Group):
    """Turns a failure a person can act on into its messages and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except Fehler as fehler:
            print_stop(fehler)
            ctx.exit(1)


def console() -> Console:
    """Standard output, not wrapped when it goes to a file."""
    return Console(width=None if sys.stdout.isatty() else 160, highlight=False)


@contextmanager
def progress(total: int) -> Iterator[Any]:
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
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("Lesen und rechnen", total=total)
        yield lambda name: bar.update(task, advance=1, description=name)


def print_befunde(befunde: Iterable[Befund]) -> None:
    """Write findings to standard error."""
    for befund in befunde:
        click.echo(str(befund), err=True)


def print_stop(fehler: Fehler) -> None:
    """Write what stopped the command, and how much it was."""
    print_befunde(fehler.befunde)
    click.echo(f"\nAbgebrochen: {count(len(fehler.befunde), 'Befund', 'Befunde')}.", err=True)
