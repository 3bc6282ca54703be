"""Text files: bytes in one of four encodings → rows of fields between semicolons.

The encoding is found in a fixed order, never guessed: byte order mark, else strict UTF-8, else
strict Windows-1252. A text that some program read or wrote in a third encoding is refused where
its letters give it away.

Of what DOS (cp850) and old Macs wrote, strict Windows-1252 itself refuses only the DOS »ü«, byte
0x81. The rest decodes to other signs: DOS »ä ö ß Ä Ö Ü« to »„ ” á Ž ™ š«, Mac »ä ö ü ß Ä Ö Ü« to
»Š š Ÿ § € … †«. Beside letters these are refused. What still gets through is a text whose only
sign of it is a DOS »²«, »³« or »§« (»ý«, »ü«, »õ«), or a Mac »ä« or »Ö« that begins a word or
»ß« that ends one.
"""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from reports.errors import EingabeFehler, Stelle
from reports.intake.grids.tafel import Feld, Reihe, Tafel
from reports.reading import refusal

_MARKEN = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OHNE_MARKE = ("utf-8", "cp1252")

_FOLGEZEICHEN = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", errors="ignore"))
_BUCHSTABE = r"[^\W\d_]"
_VERDAECHTIG = (
    (re.compile("\ufffd"), "Ersatzzeichen für verlorene Buchstaben"),
    (re.compile("\0"), "Nullzeichen"),
    (re.compile("[\x80-\x9f]"), "Steuerzeichen statt Buchstaben"),
    # UTF-8 that was read as Windows-1252 or DOS and saved again: »Ã¼«, »â€“«, »├╝«
    (re.compile(f"[ÂÃâ][{_FOLGEZEICHEN}]|Ìˆ|├"), "zerbrochene Umlaute"),
)
_DOS_ODER_MAC = re.compile(
    f"{_BUCHSTABE}„|[”™€†]{_BUCHSTABE}|{_BUCHSTABE}[šŸŽ]|[šŸŽ]{_BUCHSTABE}"
    f"|[a-zäöüß]Š|[AEIOUaeiouäöü„”]á|{_BUCHSTABE}[§…†]{_BUCHSTABE}"
)
_ANDERE_TRENNER = {"\t": "Tabulatoren", ",": "Kommas"}


def read_tafel(content: bytes, datei: str) -> Tafel:
    """The rows of a text file; all cells are text with composed letters (NFC).

    Rows keep their length, and the number of the line they begin at.

    Args:
        content: the whole file.
        datei: the file as messages name it.

    Raises:
        EingabeFehler: another encoding, another separator, an open or stray quotation mark.
    """
    text = _decoded(content, datei)
    _refuse_other_separators(text, datei)
    rows = [
        Reihe(number, tuple(Feld(unicodedata.normalize("NFC", field)) for field in fields))
        for number, fields in _records(text, datei)
    ]
    while rows and rows[-1].leer:
        rows.pop()
    return Tafel(blatt="", reihen=rows)


def _decoded(content: bytes, datei: str) -> str:
    marked = [encoding for mark, encoding in _MARKEN if content.startswith(mark)]
    for encoding in marked or _OHNE_MARKE:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        _refuse_broken_letters(text, encoding, datei)
        return text
    expected = "UTF-8 oder UTF-16" if marked else "UTF-8 oder Windows-1252"
    raise _broken_encoding(Stelle(datei), f"Die Datei ist kein Text in {expected}.")


def _refuse_broken_letters(text: str, encoding: str, datei: str) -> None:
    for pattern, name in _VERDAECHTIG:
        if found := pattern.search(text):
            ort = _place(text, found.start(), datei)
            raise _broken_encoding(ort, f"Der Text enthält {name}: {_excerpt(text, found)}.")
    found = _foreign_letter(text) if encoding == "cp1252" else None
    if found:
        ort = _place(text, found.start(), datei)
        reason = f"Die Umlaute sind wohl die von DOS oder Mac: {_excerpt(text, found)}."
        raise _broken_encoding(ort, reason)


def _foreign_letter(text: str) -> re.Match[str] | None:
    """The first trace of DOS or Mac; an opening quotation mark needs a closing one."""
    lone = None if "“" in text else re.search(f"„(?={_BUCHSTABE})", text)
    return _DOS_ODER_MAC.search(text) or lone


def _place(text: str, position: int, datei: str) -> Stelle:
    line = text.count("\n", 0, position) + 1
    return Stelle(datei, zelle=f"Zeile {line}")


def _excerpt(text: str, found: re.Match[str]) -> str:
    """The word around a finding, with a dot for every sign that cannot be printed."""
    before = re.split(r"[;\s]", text[: found.start()])[-1][-12:]
    after = re.split(r"[;\s]", text[found.end() :], maxsplit=1)[0][:12]
    word = before + found[0] + after
    return f"»{''.join(sign if sign.isprintable() else '·' for sign in word)}«"


def _broken_encoding(ort: Stelle, text: str) -> EingabeFehler:
    remedy = "Die Datei noch einmal aus der Quelle holen und als UTF-8 speichern."
    return refusal("E-ENC", ort, text, remedy)


def _refuse_other_separators(text: str, datei: str) -> None:
    if ";" in text:
        return
    for sign, name in _ANDERE_TRENNER.items():
        if sign in text:
            raise refusal(
                "E-TRENN",
                Stelle(datei),
                f"Die Datei enthält kein Semikolon; ihre Felder sind durch {name} getrennt.",
                "In Excel mit deutscher Einstellung als »CSV (Trennzeichen-getrennt)« speichern.",
            )


def _records(text: str, datei: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers of the lines they begin at."""
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=";", strict=True)
    raw = io.StringIO(text, newline="")
    begin = 0
    while True:
        try:
            fields = next(reader, None)
        except csv.Error as fehler:
            raise _stray_quote(begin + 1, datei) from fehler
        if fields is None:
            return
        written = "".join(islice(raw, reader.line_num - begin))
        if any('"' in field and _quoted(field) not in written for field in fields):
            raise _stray_quote(begin + 1, datei)
        yield begin + 1, fields
        begin = reader.line_num


def _quoted(field: str) -> str:
    """How a field with a quotation mark has to be written; the reader lets others through."""
    doubled = field.replace('"', '""')
    return f'"{doubled}"'


def _stray_quote(line: int, datei: str) -> EingabeFehler:
    return refusal(
        "E-TRENN",
        Stelle(datei, zelle=f"Zeile {line}"),
        'In der Zeile, die hier beginnt, steht ein Anführungszeichen (") zu viel oder zu wenig.',
        'Das Zeichen löschen oder das Feld in " einschließen und jedes " darin verdoppeln.',
    )
