"""The bytes of a delivered file, out of its ZIP archive, and whether it is of a kind we read.

A workbook is a ZIP archive, too; only a name in ``.zip`` makes it one to unpack. What a file is
shows in its first bytes, never in its name, since offices rename files.
"""

import io
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from reports.errors import EingabeFehler, Stelle
from reports.reading import os_reason, refusal
from reports.reading.messages import quoted

GROESSE = 500_000_000  # bytes that a file in an archive may have once unpacked

_ARCHIV = b"PK\x03\x04"
_LEERES_ARCHIV = b"PK\x05\x06"
_OLE2 = b"\xd0\xcf\x11\xe0"
_VERSCHLUESSELT = "EncryptedPackage".encode("utf-16-le")
_AUSZEICHNUNG = (b"<!doctype html", b"<html", b"<head", b"<table", b"<?xml")
_VOR_AUSZEICHNUNG = b"\xef\xbb\xbf\xff\xfe\t\r\n "
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_MAPPE = "xl/workbook.xml"
_KENNWORT = 0x1  # bit in the flags of a ZIP entry

_ALS_XLSX = "In Excel öffnen und als .xlsx speichern."
_UNLESBAR = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


def read_bytes(path: Path, datei: str) -> tuple[str, bytes]:
    """Name and content of the file that a delivery consists of.

    Args:
        path: the file, or a ZIP archive that holds nothing else.
        datei: the file as messages name it.

    Raises:
        EingabeFehler: missing, locked, empty, several files in an archive, protected by a
            password, or of a kind that is neither text nor ``.xlsx``.
    """
    try:
        content = path.read_bytes()
    except OSError as fehler:
        reason, remedy = os_reason(fehler), "Die Datei ablegen oder die Leserechte prüfen."
        text = f"Die Datei lässt sich nicht lesen ({reason})."
        raise refusal("E-DATEI", Stelle(datei), text, remedy) from fehler
    _refuse_empty(content, datei)
    name = path.name
    if path.suffix.lower() == ".zip" and content.startswith((_ARCHIV, _LEERES_ARCHIV)):
        name, content = _unpacked(content, datei)
        _refuse_empty(content, datei)
    _refuse_other_kinds(content, datei)
    return name, content


def _refuse_empty(content: bytes, datei: str) -> None:
    if not content:
        remedy = "Die Datei noch einmal aus der Quelle holen."
        raise refusal("E-DATEI", Stelle(datei), "Die Datei ist leer (0 Bytes).", remedy)


def _unpacked(content: bytes, datei: str) -> tuple[str, bytes]:
    """Name and content of the only file in an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entry = _only_file(archive, datei)
            return PurePosixPath(entry.filename).name, archive.read(entry)
    except _UNLESBAR as fehler:
        raise _broken(datei) from fehler


def _only_file(archive: zipfile.ZipFile, datei: str) -> zipfile.ZipInfo:
    files = [entry for entry in archive.infolist() if not _is_ignored(entry)]
    if len(files) != 1:
        names = quoted(entry.filename for entry in files) if files else "nichts"
        raise _wrong(
            datei,
            f"Das Archiv enthält {len(files)} Dateien ({names}), erwartet ist genau eine.",
            "Die Dateien einzeln ablegen und in quelle.toml je einen Abschnitt [[datei]] anlegen.",
        )
    _check_entry(files[0], datei)
    return files[0]


def _is_ignored(entry: zipfile.ZipInfo) -> bool:
    """Whether it is a folder, or one of the copies that macOS puts beside every file."""
    return entry.is_dir() or entry.filename.startswith("__MACOSX/")


def _check_entry(entry: zipfile.ZipInfo, datei: str) -> None:
    if entry.flag_bits & _KENNWORT:
        text = f"»{entry.filename}« im Archiv ist mit einem Kennwort geschützt."
        raise _wrong(datei, text, "Die Datei ohne Kennwort packen; Kennwörter werden nie probiert.")
    if entry.file_size > GROESSE:
        size = entry.file_size // 1_000_000
        text = f"»{entry.filename}« wäre entpackt {size} MB groß, erlaubt sind 500 MB."
        raise _wrong(datei, text, "Die Datei auf die nötigen Gebiete und Jahre beschränken.")


def _refuse_other_kinds(content: bytes, datei: str) -> None:
    if content.startswith(_OLE2):
        raise _ole2(content, datei)
    if content.startswith((_ARCHIV, _LEERES_ARCHIV)):
        _check_workbook(content, datei)
    elif content.startswith(b"%PDF"):
        remedy = "Die Zahlen bei der Quelle als Excel- oder CSV-Datei anfordern."
        raise _wrong(datei, "Die Datei ist ein PDF.", remedy)
    elif _head(content).startswith(_AUSZEICHNUNG):
        text = "Die Datei ist eine HTML- oder XML-Seite, auch wenn ihr Name anders lautet."
        raise _wrong(datei, text, _ALS_XLSX)


def _head(content: bytes) -> bytes:
    """The beginning in small letters, without byte order mark, blanks and the NUL of UTF-16."""
    return content[:1000].replace(b"\0", b"").lstrip(_VOR_AUSZEICHNUNG).lower()


def _ole2(content: bytes, datei: str) -> EingabeFehler:
    if _VERSCHLUESSELT in content:
        return _wrong(
            datei,
            "Die Excel-Datei ist mit einem Kennwort verschlüsselt.",
            "In Excel öffnen, das Kennwort entfernen und neu speichern; Kennwörter werden nie"
            " probiert.",
        )
    return _wrong(datei, "Die Datei hat ein altes Office-Format wie .xls.", _ALS_XLSX)


def _check_workbook(content: bytes, datei: str) -> None:
    """Raise EingabeFehler when a ZIP archive is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.read("mimetype").startswith(_ODS):
                text = "Die Datei hat das Format OpenDocument (.ods)."
                raise _wrong(datei, text, "In Excel oder LibreOffice als .xlsx speichern.")
            for entry in archive.infolist():
                _check_entry(entry, datei)
    except _UNLESBAR as fehler:
        raise _broken(datei) from fehler
    if _MAPPE not in names:
        text = "Die Datei ist ein ZIP-Archiv oder ein Office-Dokument, aber keine Excel-Mappe."
        raise _wrong(
            datei, text, "Eine .csv- oder .xlsx-Datei abgeben, gepackt mit Namen auf .zip."
        )


def _wrong(datei: str, text: str, abhilfe: str) -> EingabeFehler:
    return refusal("E-FORMAT", Stelle(datei), text, abhilfe)


def _broken(datei: str) -> EingabeFehler:
    text = "Die Datei ist beschädigt oder unvollständig übertragen."
    return _wrong(datei, text, "Die Datei noch einmal aus der Quelle holen.")
