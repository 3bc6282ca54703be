"""The renderer, held so that it takes nothing from outside and keeps nothing to itself.

Importing this module loads the system libraries that WeasyPrint needs.
"""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reports.charts.schrift import FAMILIE
from reports.errors import Befund, DruckFehler
from reports.press import druckerei, tags
from reports.press.farbraum import farbraum_of
from reports.press.fonts import font_faces, font_files
from reports.press.images import Bild
from reports.press.variante import Druck, Zweck

BILD = "bild:"
BLATT = "druck.css"
LOGGER = ("weasyprint", "fontTools")

# PDF/A forbids interpolated images; the font lacks U+2010, the default character for hyphenation;
# the links carry what is said in place of a sign (see tags.SPRICH).
GRUNDBLATT = """
html { hyphenate-character: "-" }
img { image-rendering: crisp-edges }
abbr > a[href] { color: inherit; text-decoration: none; white-space: nowrap }
"""


class Bestellbuch(URLFetcher):
    """Serves the fonts and the style sheets; anything else ends the print."""

    def __init__(self, styles: Path) -> None:
        super().__init__(fail_on_errors=True)  # type: ignore[no-untyped-call]
        self._styles = styles.resolve()
        self._fonts = font_files()

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """The content behind *url*.

        Raises:
            LookupError: *url* is none of what this print was given.
        """
        if url in self._fonts:
            return URLFetcherResponse(url, self._fonts[url].read_bytes())
        return URLFetcherResponse(url, self._sheet(url).read_bytes(), {"Content-Type": "text/css"})

    def _sheet(self, url: str) -> Path:
        """The style sheet behind a file address, which must lie in the style folder."""
        path = Path(unquote(urlsplit(url).path))
        if not url.startswith("file:") or path.suffix != ".css":
            raise LookupError(f"{url} gehört nicht zu diesem Druck")
        if not path.resolve().is_relative_to(self._styles):
            raise LookupError(f"{url} liegt nicht im Ordner der Stilvorlagen")
        return path


def print_document(html: str, *, styles: Path, bilder: Mapping[str, bytes], druck: Druck) -> bytes:
    """Print *html*; see :func:`reports.press.pdf.write_pdf`, which is the way in."""
    farbraum = farbraum_of(druck)
    with _complaints_are_errors():
        images = {BILD + name: Bild(name, png, farbraum) for name, png in bilder.items()}
        document = _lay_out(html, images, styles, druck)
        if druck.machart.zweck is Zweck.DRUCKEREI:
            pdf = druckerei.write(document, druck, html)
        else:
            pdf = _write(document)
    _refuse_other_fonts(document)
    return pdf


def _write(document: Document) -> bytes:
    """Write the pages as PDF/A-2a and finish their structure."""
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves its colour profile to the garbage collector to be closed.
        warnings.filterwarnings("ignore", "unclosed file .*sRGB", ResourceWarning)
        pdf: bytes = document.write_pdf(finisher=tags.finish, pdf_variant="pdf/a-2a")
    return pdf


def _lay_out(html: str, images: dict[str, Bild], styles: Path, druck: Druck) -> Document:
    """Paginate with the product's font and sheets; *images* go by their addresses."""
    fonts, fetcher = FontConfiguration(), Bestellbuch(styles)
    source = HTML(string=html, url_fetcher=fetcher)
    _require_captions(source.etree_element)
    if druck.machart.zweck is Zweck.DRUCKEREI:
        druckerei.without_links(source.etree_element)
    _carry_spoken_text(source.etree_element)
    sheets = [
        CSS(
            string=font_faces() + GRUNDBLATT + druck.machart.stil,
            url_fetcher=fetcher,
            font_config=fonts,
        ),
        CSS(url=(styles / BLATT).resolve().as_uri(), url_fetcher=fetcher, font_config=fonts),
    ]
    document: Document = source.render(stylesheets=sheets, font_config=fonts, cache=images)
    return document


def _require_captions(root: Element) -> None:
    """Stop for a table without caption, by which the parts of a cut table are told from others."""
    if any(table.find("caption") is None for table in root.iter("table")):
        raise DruckFehler([_no_caption()])


def _carry_spoken_text(root: Element) -> None:
    """Wrap each sign in a link that carries what is said in its place.

    WeasyPrint drops the title of an ``abbr``, but writes the target of a link beside the tag that
    belongs to it; :mod:`reports.press.tags` turns it into expansion text and removes the link.
    """
    for abbr in root.iter("abbr"):
        if title := abbr.get("title"):
            link = SubElement(abbr, "a", href=tags.SPRICH + quote(title, safe=""))
            link.text, abbr.text = abbr.text, None


class Sammler(logging.Handler):
    """Keeps the records of warnings and worse in a list."""

    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self._records = records

    def emit(self, record: logging.LogRecord) -> None:
        """Keep *record*."""
        self._records.append(record)


@contextmanager
def _complaints_are_errors() -> Iterator[None]:
    """Collect what the libraries only log, keep it off the screen, and stop the print for it."""
    records: list[logging.LogRecord] = []
    try:
        with _handled_by(Sammler(records)):
            yield
    except FatalURLFetchingError as error:
        raise DruckFehler([_refused(error)]) from error
    if records:
        raise DruckFehler(_complaint(text) for text in _distinct(records))


@contextmanager
def _handled_by(handler: logging.Handler) -> Iterator[None]:
    """Send the libraries' messages to *handler* and nowhere else."""
    loggers = [logging.getLogger(name) for name in LOGGER]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagate


def _distinct(records: list[logging.LogRecord]) -> list[str]:
    """The messages in order, each once."""
    return list(dict.fromkeys(record.getMessage() for record in records))


def _complaint(text: str) -> Befund:
    return Befund(
        code="D-MELDUNG",
        ort="WeasyPrint",
        text=f"Der Satz meldet: {text}",
        abhilfe="Vorlage in layouts/ oder Stil in styles/ berichtigen.",
    )


def _no_caption() -> Befund:
    return Befund(
        code="D-TABELLE",
        ort="WeasyPrint",
        text="Eine Tabelle hat keine Überschrift.",
        abhilfe="Der Tabelle in layouts/ ein caption geben.",
    )


def _refused(error: BaseException) -> Befund:
    return Befund(
        code="D-ADRESSE",
        ort="WeasyPrint",
        text=f"Eine Adresse im Dokument wird nicht geladen: {error.__cause__ or error}.",
        abhilfe="Nur Bilder dieses Profils (bild:NAME) und Blätter aus styles/ einbinden.",
    )


def _refuse_other_fonts(document: Document) -> None:
    """Stop when a character or a style sheet called for another font than ours."""
    foreign = {font.family for font in document.fonts.values()} - {FAMILIE}
    missing = {chr(code) for font in document.fonts.values() for code in font.missing}
    befunde = [_foreign_font(family) for family in sorted(foreign)]
    befunde += [_missing_glyph(char) for char in sorted(missing)]
    if befunde:
        raise DruckFehler(befunde)


def _foreign_font(family: str) -> Befund:
    return Befund(
        code="D-SCHRIFT",
        ort="PDF",
        text=f"Das Dokument braucht die fremde Schrift »{family}«.",
        abhilfe=f"In styles/ nur die Schrift »{FAMILIE}« verwenden.",
    )


def _missing_glyph(char: str) -> Befund:
    return Befund(
        code="D-ZEICHEN",
        ort="PDF",
        text=f"Die Schrift »{FAMILIE}« hat das Zeichen »{char}« (U+{ord(char):04X}) nicht.",
        abhilfe="Das Zeichen im Text oder in der Vorlage ersetzen.",
    )
