"""Times a full edition, stage by stage, with its peak memory: ``make bench``.

The first table is one run of the whole edition as ``sozialprofil erstellen`` makes it. The second
splits the work of a worker over a few profiles, in this process.
"""

import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import TypeVar

import pypdfium2
from rich.console import Console
from rich.table import Table

from reports.charts.theme import Theme
from reports.disclosure.protect import protect
from reports.edition import read_edition, shipped
from reports.handover.fingerprint import fingerprint
from reports.intake.bestand import read_eingang
from reports.measures.measure import measure
from reports.pipeline import umstaende_of
from reports.press.html import render
from reports.press.pdf import write_pdf
from reports.press.pool import process_pool, render_all
from reports.press.preflight import preflight
from reports.press.produce import pictures
from reports.profile.build import build_profil
from reports.profile.material import material_of
from reports.profile.model import Profil

PROZESSE = 2
STICHPROBE = 3
T = TypeVar("T")


class Stopwatch:
    """Runs steps and keeps how long each took, in seconds."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str, step: Callable[[], T]) -> T:
        """The result of *step*; its time is added to *name*."""
        start = time.perf_counter()
        result = step()
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
        return result


def main() -> None:
    """Print both tables."""
    stages = Stopwatch()
    profile = _profile(stages)
    with tempfile.TemporaryDirectory() as ordner, process_pool(PROZESSE) as pool:
        pdfs = stages("Profile drucken", lambda: _print_all(profile, pool, Path(ordner)))
    _report("Ganze Ausgabe", stages, len(profile))
    parts = Stopwatch()
    for profil in profile[:STICHPROBE]:
        _print_one(profil, parts)
    _report(f"Davon je Profil, {STICHPROBE} Profile in einem Prozess", parts, STICHPROBE)
    console = Console(width=100)
    sizes, pages = zip(*pdfs, strict=True)
    console.print(
        f"{len(sizes)} Dateien, {sum(sizes) / 1e6:.1f} MB, größte {max(sizes) / 1e6:.2f} MB;"
        f" {sum(pages)} Seiten, von {min(pages)} bis {max(pages)} je Datei"
    )
    for who, usage in (
        ("Hauptprozess", resource.RUSAGE_SELF),
        ("Arbeiter", resource.RUSAGE_CHILDREN),
    ):
        console.print(f"Speicherspitze {who}: {resource.getrusage(usage).ru_maxrss / 1024:.0f} MiB")


def _profile(stages: Stopwatch) -> list[Profil]:
    edition = read_edition(shipped("input"))
    eingang = stages("Lesen und prüfen", lambda: read_eingang(edition))
    messung = stages(
        "Rechnen",
        lambda: measure(eingang.bestand, eingang.katalog, eingang.brueche, edition),
    )
    release = stages("Schützen", lambda: protect(messung, umstaende_of(edition, eingang)).release)
    kennung = stages("Kennung", lambda: fingerprint(edition, release, eingang.quellen))
    material = stages(
        "Vergleichen",
        lambda: material_of(
            release,
            edition=edition,
            katalog=eingang.katalog,
            quellen=eingang.quellen,
            brueche=eingang.brueche,
            kennung=kennung,
        ),
    )
    gebiete = (*edition.gebiete.kommunen, edition.gebiete.region)
    return stages("Seitenmodelle", lambda: [build_profil(gebiet, material) for gebiet in gebiete])


def _print_all(profile: list[Profil], pool: Executor, ordner: Path) -> list[tuple[int, int]]:
    """Bytes and pages of each file."""
    found = []
    for profil, pdf in render_all(profile, pool):
        (ordner / profil.dateiname).write_bytes(pdf)
        found.append((len(pdf), len(pypdfium2.PdfDocument(pdf))))
    return found


def _print_one(profil: Profil, parts: Stopwatch) -> None:
    styles = shipped("styles")
    theme = Theme.read(styles)
    bilder = parts("Bilder", lambda: pictures(profil, theme))
    html = parts("HTML", lambda: render(profil, layouts=shipped("layouts")))
    pdf = parts("PDF", lambda: write_pdf(html, styles=styles, bilder=bilder))
    parts("Schlussprüfung", lambda: preflight(pdf, profil))


def _report(titel: str, stopwatch: Stopwatch, count: int) -> None:
    table = Table("Schritt", "Sekunden", "je Profil", title=titel)
    for name, seconds in stopwatch.seconds.items():
        table.add_row(name, f"{seconds:.2f}", f"{seconds / count:.2f}")
    total = sum(stopwatch.seconds.values())
    table.add_section()
    table.add_row("zusammen", f"{total:.2f}", f"{total / count:.2f}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
