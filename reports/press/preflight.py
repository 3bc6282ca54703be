"""Whether a finished PDF may leave the house: what its file says, against what its page model says.

Reads the bytes as a stranger would, with libraries that had no part in writing them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from reports.charts.schrift import FAMILIE
from reports.errors import Befund, DruckFehler
from reports.press.preflight_druckerei import press_faults
from reports.press.pruefling import Pruefling, comparable, read_pruefling
from reports.press.variante import STANDARD, Druck, Zweck
from reports.press.zugang import access_problems
from reports.profile.model import Profil

A4 = (595.28, 841.89)  # points
TOLERANZ = 0.5  # points
MINDESTAUFLOESUNG = 290  # pixels an inch
NOTDEF = re.compile(rb"<(?:[0-9a-fA-F]{4})*?0000(?:[0-9a-fA-F]{4})*>")
ABHILFE = "Die Datei nicht weitergeben; layouts/ und styles/ prüfen und neu drucken."


def preflight(pdf: bytes, profil: Profil, druck: Druck = STANDARD) -> None:
    """Refuse a PDF that is not what *profil* says, or not fit for what *druck* makes it for.

    Raises:
        DruckFehler: with everything that is wrong.
    """
    with pikepdf.open(BytesIO(pdf)) as file:
        pruefling = read_pruefling(pdf, file, profil)
        seiten = pruefling.seiten
        texte = [text for check in CHECKS for text in check(pruefling)]
        texte += access_problems(file, profil)
        if druck.machart.umfang not in {None, len(seiten)}:
            texte.append(f"Die Datei hat {len(seiten)} Seiten statt {druck.machart.umfang}.")
        if druck.machart.zweck is Zweck.DRUCKEREI:
            texte += press_faults(file, with_profile=druck.druckprofil is not None)
        else:
            texte += [*_check_size(pruefling), *_check_standard(pruefling)]
    if texte:
        raise DruckFehler(_befund(profil, text) for text in texte)


def _befund(profil: Profil, text: str) -> Befund:
    return Befund(code="D-PRUEFUNG", ort=profil.dateiname, text=text, abhilfe=ABHILFE)


def _check_size(pruefling: Pruefling) -> Iterator[str]:
    """Every page is A4, upright."""
    for number, page in enumerate(pruefling.pdf.pages, 1):
        _, _, width, height = (float(edge) for edge in page.mediabox)
        if abs(width - A4[0]) > TOLERANZ or abs(height - A4[1]) > TOLERANZ:
            yield f"Seite {number} ist kein DIN-A4-Hochformat."


def _check_fonts(pruefling: Pruefling) -> Iterator[str]:
    """Only our family, and that embedded."""
    for font in pruefling.objekte:
        if font.get("/Type") == "/FontDescriptor":
            found = str(font.FontName)[1:].partition("+")[2]
            if not found.startswith(FAMILIE.replace(" ", "-")):
                yield f"Die Datei enthält die fremde Schrift »{found}«."
            if "/FontFile2" not in font:
                yield f"Die Schrift »{found}« ist nicht eingebettet."


def _check_glyphs(pruefling: Pruefling) -> Iterator[str]:
    """No text shows the glyph that stands for a missing one."""
    for number, page in enumerate(pruefling.pdf.pages, 1):
        if NOTDEF.search(page.Contents.read_bytes()):
            yield f"Seite {number} zeigt ein Zeichen, das die Schrift nicht hat."


def _check_identity(pruefling: Pruefling) -> Iterator[str]:
    """The document is about the area it is named after, in German, and shows its title."""
    profil, root = pruefling.profil, pruefling.pdf.Root
    title = str(pruefling.pdf.docinfo.get("/Title", ""))
    if title != profil.titel:
        yield f"Der Titel heißt »{title}« statt »{profil.titel}«."
    if comparable(profil.name) not in pruefling.seiten[0]:
        yield f"Auf Seite 1 steht nicht »{profil.name}«."
    if root.get("/Lang") != "de":
        yield "Die Sprache des Dokuments ist nicht Deutsch."
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "Das Fenster würde den Dateinamen statt des Titels zeigen."


def _check_standard(pruefling: Pruefling) -> Iterator[str]:
    """The file declares PDF/A-2a and PDF/UA-1, and its XMP has the same title."""
    with pruefling.pdf.open_metadata() as xmp:
        if xmp.pdfa_status != "2A":
            yield "Die Datei ist nicht als PDF/A-2a gekennzeichnet."
        if xmp.get("pdfuaid:part") != "1":
            yield "Die Datei ist nicht als PDF/UA-1 gekennzeichnet."
        if xmp.get("dc:title") != pruefling.profil.titel:
            yield "Der Titel in den Metadaten ist ein anderer als der des Profils."


def _check_front(pruefling: Pruefling) -> Iterator[str]:
    """The first page, which is handed out alone, holds all its signals and key figures."""
    profil = pruefling.profil
    signals = [row.kopf for row in profil.signale.zeilen] if profil.signale else []
    for titel in (*signals, *(tile.titel for tile in profil.kacheln)):
        if comparable(titel) not in pruefling.seiten[0]:
            yield f"»{titel}« passt nicht mehr auf das Ratsblatt."


def _check_contents(pruefling: Pruefling) -> Iterator[str]:
    """The second page names the page on which each chapter begins."""
    for thema in pruefling.profil.themen:
        line = rf"{re.escape(comparable(thema.titel))} (\d+)"
        named = re.search(line, pruefling.seiten[1]) if len(pruefling.seiten) > 1 else None
        if named and int(named[1]) != pruefling.kapitel.get(thema.titel):
            yield f"Das Inhaltsverzeichnis nennt für »{thema.titel}« Seite {named[1]}."


def _check_footers(pruefling: Pruefling) -> Iterator[str]:
    """Every page names its source, its number and the number of pages."""
    profil, count = pruefling.profil, len(pruefling.seiten)
    for number, text in enumerate(pruefling.seiten, 1):
        for part in (*profil.fuss, profil.hinweis, f"Seite {number} von {count}"):
            if comparable(part) not in text:
                yield f"Auf Seite {number} fehlt »{part}«."


def _check_figures(pruefling: Pruefling) -> Iterator[str]:
    """Every figure of the page model is printed at least as often as the model has it."""
    printed = Counter(word for text in pruefling.seiten for word in text.split())
    wanted = Counter(word for text in _figures(pruefling.profil) for word in text.split())
    for word, missing in (wanted - printed).items():
        yield f"»{word}« fehlt {missing}-mal im gedruckten Text."


def _figures(profil: Profil) -> Iterator[str]:
    """The texts of all cells and key figures, in comparable form."""
    cells = [cell for table in profil.tabellen for row in table.zeilen for cell in row.zellen]
    cells += [cell for tile in profil.kacheln for cell in (tile.wert, tile.veraenderung) if cell]
    texts = (text for cell in (*cells, profil.einwohner) for text in (cell.text, cell.zusatz))
    return (comparable(text) for text in texts)


def _check_pictures(pruefling: Pruefling) -> Iterator[str]:
    """Every chart is there with its own alternative text, and fine enough for print."""
    wanted = Counter(pruefling.profil.alttexte)
    found = Counter(str(figure.get("/Alt", "")) for figure in pruefling.elements("/Figure"))
    if found != wanted:
        yield "Die Alternativtexte der Abbildungen sind nicht die des Seitenmodells."
    if len(pruefling.bilder) != wanted.total():
        yield f"Gedruckt sind {len(pruefling.bilder)} Bilder statt {wanted.total()}."
    for bild in pruefling.bilder:
        if bild.aufloesung < MINDESTAUFLOESUNG:
            yield f"Ein Bild auf Seite {bild.seite} hat nur {bild.aufloesung:.0f} Punkte je Zoll."


def _check_tables(pruefling: Pruefling) -> Iterator[str]:
    """Every table is there in one piece, under its caption."""
    tables = {table.objgen for table in pruefling.elements("/Table")}
    captioned = {caption.P.objgen for caption in pruefling.elements("/Caption")}
    if len(tables) < len(pruefling.profil.tabellen):
        yield "Es fehlt eine Tabelle."
    if tables - captioned:
        yield "Eine Tabelle hat keine Überschrift."


def _check_heads(pruefling: Pruefling) -> Iterator[str]:
    """Every header cell says what it heads, and none of the page model's heads is missing."""
    scopes = Counter(_scope(cell) for cell in pruefling.elements("/TH"))
    tables = pruefling.profil.tabellen
    if scopes["/Column"] < sum(len(table.spalten) for table in tables):
        yield "Es fehlen Kopfzellen für Spalten."
    if scopes["/Row"] < sum(len(table.zeilen) for table in tables if table.zeilenkoepfe):
        yield "Es fehlen Kopfzellen für Zeilen."
    if scopes[""]:
        yield "Eine Kopfzelle sagt nicht, ob sie für eine Zeile oder eine Spalte gilt."


def _scope(cell: pikepdf.Object) -> str:
    """What a header cell says it heads, empty where it says nothing."""
    return str(cell.get("/A", pikepdf.Dictionary()).get("/Scope", ""))


CHECKS = (
    _check_fonts,
    _check_glyphs,
    _check_identity,
    _check_front,
    _check_contents,
    _check_footers,
    _check_figures,
    _check_pictures,
    _check_tables,
    _check_heads,
)
