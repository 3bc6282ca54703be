"""One Profil from page model to finished file: the whole task of a worker."""

from pathlib import Path

from reports.charts.draw import draw, draw_strips
from reports.charts.theme import Theme
from reports.press.html import render
from reports.press.pdf import write_pdf
from reports.press.preflight import preflight
from reports.profile.model import Profil


def produce(profil: Profil, *, layouts: Path, styles: Path) -> bytes:
    """The PDF of *profil*, checked.

    Raises:
        DruckFehler: a layout, style or chart is wrong, or the finished PDF is not fit to print.
    """
    theme = Theme.read(styles)
    bilder = {diagramm.id: draw(diagramm, theme) for diagramm in profil.diagramme}
    for spine in (tabelle.spine for tabelle in profil.vergleich.tabellen):
        if spine:
            bilder |= draw_strips(spine, theme)
    pdf = write_pdf(render(profil, layouts=layouts), styles=styles, bilder=bilder)
    preflight(pdf, profil)
    return pdf
