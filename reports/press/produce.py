"""One Profil from page model to finished file: the whole task of a worker."""

from pathlib import Path

from reports.charts.draw import draw, draw_strips
from reports.charts.theme import Theme
from reports.press.html import render
from reports.press.pdf import write_pdf
from reports.press.preflight import preflight
from reports.press.variante import STANDARD, Druck
from reports.profile.model import Profil


def produce(profil: Profil, *, layouts: Path, styles: Path, druck: Druck = STANDARD) -> bytes:
    """The PDF of *profil*, printed as *druck* says and checked.

    Raises:
        DruckFehler: a layout, style or chart is wrong, or the finished PDF is not fit to print.
    """
    bilder = pictures(profil, Theme.read(styles))
    html = render(profil, layouts=layouts, layout=druck.machart.layout)
    pdf = write_pdf(html, styles=styles, bilder=bilder, druck=druck)
    preflight(pdf, profil, druck)
    return pdf


def pictures(profil: Profil, theme: Theme) -> dict[str, bytes]:
    """All pictures of *profil* by the name that its page knows them by."""
    found = {bild.id: draw(bild, theme) for bild in profil.bilder}
    for spine in (tabelle.spine for tabelle in profil.vergleich.tabellen):
        if spine:
            found |= draw_strips(spine, theme)
    return found
