"""Files and folders of the input: found and decoded."""

import errno
import hashlib
import unicodedata
from pathlib import Path

from reports.reading.messages import refusal

_GRUENDE = {
    errno.ENOENT: "nicht vorhanden",
    errno.EACCES: "keine Berechtigung",
    errno.EPERM: "keine Berechtigung",
    errno.EISDIR: "ein Ordner, keine Datei",
    errno.ENOTDIR: "ein Teil des Pfades ist kein Ordner",
    errno.ENOSPC: "kein Platz mehr auf dem Datenträger",
    errno.EROFS: "schreibgeschützt",
}


def os_reason(fehler: OSError) -> str:
    """Why the operating system refuses, in German; the number where we have no word for it."""
    return _GRUENDE.get(fehler.errno or 0, f"Fehler {fehler.errno} des Betriebssystems")


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def list_folder(folder: Path) -> list[Path]:
    """What lies in a folder, by name, without the files that systems and programs put there.

    Raises:
        EingabeFehler: the folder is missing or cannot be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if not _is_ignored(path.name))
    except OSError as fehler:
        raise refusal(
            "E-DATEI",
            str(folder),
            f"Der Ordner lässt sich nicht lesen ({os_reason(fehler)}).",
            "Den Ordner anlegen oder die Leserechte prüfen.",
        ) from fehler


def read_text(path: Path, ort: str) -> str:
    """The text of a UTF-8 file, its letters composed (NFC).

    Raises:
        EingabeFehler: the file is missing or in another encoding.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fehler:
        reason = f"Byte {fehler.start + 1} ist ungültig"
        raise refusal("E-ENC", ort, *_encoding_words(reason)) from fehler
    except OSError as fehler:
        raise refusal(
            "E-DATEI",
            ort,
            f"Die Datei lässt sich nicht lesen ({os_reason(fehler)}).",
            "Die Datei anlegen oder die Leserechte prüfen.",
        ) from fehler
    if "\0" in text:
        raise refusal("E-ENC", ort, *_encoding_words("sie enthält Nullzeichen"))
    return unicodedata.normalize("NFC", text)


def _is_ignored(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "Thumbs.db"


def _encoding_words(reason: str) -> tuple[str, str]:
    return (
        f"Die Datei ist nicht in UTF-8 gespeichert ({reason}).",
        "Die Datei mit der Kodierung UTF-8 speichern.",
    )
