"""Whether what people see of an edition tells more than its released rows.

Nothing but the files of the folder is read, and none of the code that made them is used.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2

from reports.audit.spuren_altersaufbau import altersaufbau_spuren
from reports.audit.spuren_bilder import bild_spuren
from reports.audit.spuren_dateien import tabellen_spuren
from reports.audit.spuren_daten import Freigabe, read_freigabe, spur
from reports.audit.spuren_druck import druck_spuren
from reports.audit.spuren_karten import karten_spuren
from reports.audit.spuren_ordner import ordner_spuren
from reports.audit.spuren_pdf import pdf_spuren
from reports.audit.spuren_rangfolgen import rangfolgen_spuren
from reports.audit.spuren_saetze import datei_spuren, satz_spuren
from reports.audit.spuren_seite import Profil, texts_of
from reports.audit.spuren_texte import Blatt, text_spuren
from reports.audit.spuren_worte import wort_spuren
from reports.audit.spuren_wortschatz import Seite, Wortschatz
from reports.audit.spuren_zellen import zellen_spuren
from reports.errors import Befund, GeheimhaltungFehler

_FORM = (
    msgspec.MsgspecError,
    LookupError,
    OverflowError,
    ValueError,
)  # what a file of another form leads to
_SEITENSPUREN: tuple[Callable[[Seite], Iterator[Befund]], ...] = (
    altersaufbau_spuren,
    bild_spuren,
    karten_spuren,
    rangfolgen_spuren,
    wort_spuren,
    satz_spuren,
    zellen_spuren,
)


def pruefe_spuren(ordner: Path) -> tuple[Befund, ...]:
    """The traces of what is not released, in the folder of an edition.

    Args:
        ordner: the folder with the PDFs and, in ``daten``, the released files.

    Returns:
        A Befund for each place; no text repeats the figure it found.
    """
    try:
        return tuple(_traces(ordner))
    except OSError as fehler:
        return (_unread(Path(fehler.filename or ordner).name),)
    except GeheimhaltungFehler as fehler:
        return fehler.befunde
    except _FORM as fehler:
        return (_unread(f"daten ({type(fehler).__name__})"),)


def _unread(ort: str) -> Befund:
    return spur(ort, "Das lässt sich nicht lesen und ist deshalb nicht auf Spuren geprüft.")


def _traces(ordner: Path) -> Iterator[Befund]:
    daten = ordner / "daten"
    freigabe = read_freigabe(daten)
    wortschatz = Wortschatz(freigabe)
    yield from ordner_spuren(ordner, frozenset(freigabe.namen))
    yield from tabellen_spuren(freigabe)
    yield from datei_spuren(daten, freigabe)
    blaetter = {
        f"daten/seiten/{path.name}": msgspec.json.decode(path.read_bytes(), type=dict[str, object])
        for path in sorted((daten / "seiten").glob("*.json"))
    }
    for ort, blatt in blaetter.items():
        yield from _of_page(ort, blatt, freigabe, wortschatz)
    yield from text_spuren(blaetter, wortschatz)
    yield from _of_pdfs(ordner, {str(blatt["dateiname"]): blatt for blatt in blaetter.values()})


def _of_page(
    ort: str, blatt: Blatt, freigabe: Freigabe, wortschatz: Wortschatz
) -> Iterator[Befund]:
    try:
        profil = msgspec.convert(blatt, Profil)
        seite = Seite(profil=profil, freigabe=freigabe, wortschatz=wortschatz)
        for spuren in _SEITENSPUREN:
            yield from spuren(seite)
    except _FORM:
        yield _unread(ort)


def _of_pdfs(ordner: Path, blaetter: Mapping[str, Blatt]) -> Iterator[Befund]:
    for path in sorted(ordner.glob("*.pdf")):
        if path.name in blaetter:
            yield from _of_pdf(path, blaetter[path.name])
        else:
            yield spur(
                path.name, "Zu der Datei gibt es kein Seitenmodell, an dem sie zu prüfen ist."
            )


def _of_pdf(path: Path, blatt: Blatt) -> Iterator[Befund]:
    try:
        yield from pdf_spuren(path, frozenset(texts_of(blatt)))
        yield from druck_spuren(path, blatt)
    except (pikepdf.PdfError, pypdfium2.PdfiumError):
        yield _unread(path.name)
