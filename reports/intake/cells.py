"""One delivered cell: a German number, perhaps with marks, or a sign of its source's set."""

import re
from dataclasses import dataclass
from decimal import Decimal

from reports.domain.katalog import Art, Merkmal
from reports.domain.quelle import Liefereinheit, Zeichensatz
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.intake.grids.tafel import Feld, Inhalt
from reports.intake.signsets import BUCHSTABEN, KEINE, MARKEN, STRICHE, ZEICHENSAETZE, sign_of

# Thousands are set off by a point or by one kind of narrow or unbreakable blank.
_ZAHL = re.compile(
    r"([+-]?)([1-9]\d{0,2}(?:([.\u00a0\u2009\u202f])\d{3})(?:\3\d{3})*|0|[1-9]\d*)(?:,(\d+))?",
    re.ASCII,
)
_FUSSNOTE = re.compile(r"(.*?)(?:[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+\)?|\s\d\))", re.DOTALL)
_STELLEN = 16  # digits of the largest figure; sums of such figures still fit into Int64

# How many zeros a unit stands for, as profiles name it and as the catalogue's units begin.
_NULLEN = {Liefereinheit.TAUSEND: 3, Liefereinheit.MILLION: 6}
_ANFAENGE = {"Tsd.": 3, "1.000": 3, "Mio.": 6}

_ABHILFEN = (
    (r"0\d+", "Mit führender Null sieht das wie ein Schlüssel aus: die Spalten prüfen."),
    (
        r"[+-]?\d[\d.,]*[eE][+-]?\d+",
        "Excel hat die Zahl gekürzt: die Spalte als ganze Zahl formatieren und neu speichern.",
    ),
    (
        r"#.*",
        "Excel meldet hier einen Fehler: die Formel berichtigen und die Datei neu speichern.",
    ),
    (
        r"[+-]?\d{1,3}(?: \d{3})+(?:,\d+)?",
        "Ein Leerzeichen kann auch zwei Zahlen trennen: Tausender mit Punkt abtrennen.",
    ),
    (
        r"[+-]?[\d.,]+\s*%",
        "Anteile nur zu einem Merkmal in % liefern: Spalte und Merkmal vergleichen.",
    ),
    (
        r"[+-]?[.,]*\d[\d.,]*",
        "Dezimalstellen mit Komma abtrennen, Tausender mit Punkt oder gar nicht: 1.234,5.",
    ),
)
_UNLESBAR = {
    Inhalt.DATUM: (
        "E-DATUM",
        "»{}« ist ein Datum und keine Zahl.",
        "Excel macht aus 3.12 ein Datum: die Zelle als Zahl formatieren und neu eintragen.",
    ),
    Inhalt.FORMEL: (
        "E-FORMEL",
        "Das Ergebnis der Formel »{}« ist nicht gespeichert.",
        "Die Datei in Excel öffnen, rechnen lassen und neu speichern.",
    ),
    Inhalt.EXCELFEHLER: (
        "E-FORMEL",
        "Hier steht der Excel-Fehler »{}«.",
        "Die Formel berichtigen und die Datei neu speichern.",
    ),
    Inhalt.VERFREMDET: (
        "E-ZAHL",
        "Excel zeigt die Zahl durch ihr Zahlenformat anders, als sie gespeichert ist: »{}«.",
        "Bei der Quelle klären, welche Zahl gilt; die Zelle soll sie ohne eigenes Format enthalten.",
    ),
    Inhalt.WAHRHEITSWERT: (
        "E-ZAHL",
        "»{}« ist ein Wahrheitswert und keine Zahl.",
        "Die Zahl oder ein Zeichen eintragen.",
    ),
}


@dataclass(frozen=True, slots=True)
class Angabe:
    """A delivered figure in units of its last decimal with its marks, or the sign in its place."""

    wert: int | None
    zeichen: Zeichen | None = None
    kennzeichen: Kennzeichen = KEINE


class ZellenError(ValueError):
    """A cell is neither a number nor a sign of the set.

    The message is the German reason; ``abhilfe`` what to do about it, the same for all cells of
    one cause.
    """

    def __init__(self, grund: str, abhilfe: str, code: str = "E-ZAHL") -> None:
        super().__init__(grund)
        self.abhilfe = abhilfe
        self.code = code


def read_zelle(
    feld: Feld, satz: Zeichensatz, merkmal: Merkmal, einheit: Liefereinheit = Liefereinheit.EINS
) -> Angabe:
    """The figure or sign in a cell of a column of that Merkmal and unit.

    Raises:
        ZellenError: an empty, merged or ambiguous cell, an undeclared sign, too many decimals or
            digits, a negative count, a date, a formula without its result.
    """
    if feld.verbunden:
        raise ZellenError(
            f"Die Zelle ist mit einer anderen verbunden, in der »{feld.text}« steht.",
            "Verbundene Zellen unter dem Tabellenkopf auflösen und jeden Wert eintragen.",
        )
    angabe = _of_kind(feld, satz, merkmal, einheit)
    if merkmal.art is Art.ANZAHL and (angabe.wert or 0) < 0:
        raise ZellenError(
            f"Die Anzahl »{feld.text}« ist negativ.",
            "Anzahlen ohne Vorzeichen liefern; Salden rechnet der Katalog.",
        )
    return angabe


def _of_kind(feld: Feld, satz: Zeichensatz, merkmal: Merkmal, einheit: Liefereinheit) -> Angabe:
    if feld.art in _UNLESBAR:
        code, text, remedy = _UNLESBAR[feld.art]
        raise ZellenError(text.format(feld.text), remedy, code)
    if feld.zahl is None:
        return _of_text(feld.text, satz, merkmal, einheit)
    if feld.art is Inhalt.PROZENT and merkmal.einheit != Liefereinheit.PROZENT:
        raise ZellenError(
            f"»{feld.text}« ist als Prozentwert formatiert, »{merkmal.id}« hat eine andere Einheit.",
            "Die Zelle als Zahl formatieren und die Anzahl eintragen.",
            "E-EINHEIT",
        )
    number = feld.zahl.scaleb(2) if feld.art is Inhalt.PROZENT else feld.zahl
    return Angabe(_units(number, merkmal, einheit, feld.text))


def _of_text(text: str, satz: Zeichensatz, merkmal: Merkmal, einheit: Liefereinheit) -> Angabe:
    bare, marks = _without_marks(text, satz)
    if merkmal.einheit == Liefereinheit.PROZENT:
        bare = re.sub(r"(?<=\d)\s*%$", "", bare)
    if match := _ZAHL.fullmatch(bare.translate(STRICHE)):
        number = _units(_decimal(match), merkmal, einheit, text)
        if number == 0 and _is_rounded(satz, merkmal, einheit):
            marks |= Kennzeichen.GERUNDET_NULL
        return Angabe(number, None, marks)
    if satz is Zeichensatz.LSN_NEU and bare == "k":
        return Angabe(0, None, marks | Kennzeichen.GERUNDET_NULL)
    known = ZEICHENSAETZE[satz]
    sign = sign_of(bare, satz)
    if sign not in known:
        raise _unreadable(text, satz)
    meaning = known[sign]
    return Angabe(0, None, marks) if meaning is None else Angabe(None, meaning)


def _without_marks(text: str, satz: Zeichensatz) -> tuple[str, Kennzeichen]:
    """The text without footnote mark, brackets and letters, and what these say."""
    bare = text.strip()
    if (note := _FUSSNOTE.fullmatch(bare)) and _ZAHL.fullmatch(note[1].strip()):
        bare = note[1].strip()
    marks = KEINE
    if bracketed := re.fullmatch(r"\(\s*(.+?)\s*\)", bare):
        bare, marks = bracketed[1], Kennzeichen.EINGESCHRAENKT
    if letters := MARKEN[satz]:
        beside = re.fullmatch(
            rf"([{letters}])\s*([+-]?\d.*)|(.*\d|\S+(?=\s))\s*([{letters}]+)", bare
        )
        if beside:
            bare = beside[2] or beside[3]
            for letter in beside[1] or beside[4]:
                marks |= BUCHSTABEN[letter]
    return bare, marks


def _is_rounded(satz: Zeichensatz, merkmal: Merkmal, einheit: Liefereinheit) -> bool:
    """Whether a written 0 is only nearly nothing: in sets of the DIN, where figures are rounded."""
    rounded = einheit is not Liefereinheit.EINS or merkmal.einheit.startswith(("Tsd.", "Mio.", "%"))
    return rounded and satz in {Zeichensatz.DIN, Zeichensatz.DESTATIS}


def _decimal(match: re.Match[str]) -> Decimal:
    whole = match[2].replace(match[3] or ".", "")
    return Decimal(f"{match[1]}{whole}.{match[4] or 0}")


def _units(number: Decimal, merkmal: Merkmal, einheit: Liefereinheit, text: str) -> int:
    """The number in units of the Merkmal's last decimal."""
    units = number.scaleb(_zeros(merkmal, einheit) + merkmal.dezimalen)
    if abs(units) >= 10**_STELLEN:
        raise ZellenError(f"»{text}« ist zu groß.", f"Höchstens {_STELLEN} Ziffern liefern.")
    if units != units.to_integral_value():
        raise ZellenError(
            f"»{text}« hat mehr als die {merkmal.dezimalen} Nachkommastellen des Merkmals.",
            f"Auf {merkmal.dezimalen} Stellen nach dem Komma liefern oder dezimalen im Katalog"
            " ändern.",
        )
    return int(units)


def _zeros(merkmal: Merkmal, einheit: Liefereinheit) -> int:
    """How many zeros a delivered figure lacks in the Merkmal's own unit, as of »Tsd. EUR«."""
    if einheit not in _NULLEN:
        return 0
    own = (zeros for word, zeros in _ANFAENGE.items() if merkmal.einheit.startswith(word))
    return _NULLEN[einheit] - next(own, 0)


def _unreadable(text: str, satz: Zeichensatz) -> ZellenError:
    if not text.strip():
        return ZellenError("Die Zelle ist leer.", "Den Wert oder ein Zeichen eintragen.")
    signs = " ".join(ZEICHENSAETZE[satz])
    reason = (
        f"»{text}« ist weder eine Zahl in deutscher Schreibweise noch eines der Zeichen {signs}."
    )
    for pattern, remedy in _ABHILFEN:
        if re.fullmatch(pattern, text.strip()):
            return ZellenError(reason, remedy)
    remedy = f"Statt »{text}« die Zahl oder eines der Zeichen eintragen."
    return ZellenError(reason, remedy, "E-ZEICHEN")
