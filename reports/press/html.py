"""The page model as HTML.

Templates only arrange what the page model holds; an undefined name in one stops the run.
"""

import traceback
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from reports.errors import Befund, DruckFehler
from reports.profile.model import Profil

LAYOUT = "profil.html"


def render(profil: Profil, *, layouts: Path, layout: str = LAYOUT) -> str:
    """The HTML page of a Profil; it names its charts as ``bild:<id>``.

    Args:
        profil: what the page shows, all figures finished.
        layouts: folder of the templates.
        layout: the template of the whole document.

    Raises:
        DruckFehler: a template is missing, malformed or asks for something the model has not.
    """
    try:
        return environment(layouts).get_template(layout).render(profil=profil)
    except TemplateError as error:
        raise DruckFehler([_befund(error, layouts)]) from error


@cache
def environment(layouts: Path) -> Environment:
    """The strict Jinja environment of a folder, kept so that a template is compiled once."""
    return Environment(
        loader=FileSystemLoader(layouts),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _befund(error: TemplateError, layouts: Path) -> Befund:
    """What a person who edits layouts has to know about *error*."""
    return Befund(
        code="D-LAYOUT",
        ort=_ort(error, layouts),
        text=f"Die Vorlage lässt sich nicht setzen: {error}.",
        abhilfe="Den Namen in der Vorlage berichtigen oder die fehlende Vorlage ergänzen.",
    )


def _ort(error: TemplateError, layouts: Path) -> str:
    """File and line of the template that failed, or the folder where none was reached."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(layouts)
    ]
    return f"{frames[-1].filename}, Zeile {frames[-1].lineno}" if frames else str(layouts)
