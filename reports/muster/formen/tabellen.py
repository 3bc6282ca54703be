"""Tables in CSV as the Regionaldatenbank, the state office and INKAR lay them out."""

import csv
from collections.abc import Iterator, Mapping, Sequence

from reports.domain.katalog import Merkmal
from reports.domain.quelle import JAHR, Tabellenform, Wertspalte
from reports.muster.formen.schriftstueck import HINWEIS, Schriftstueck, areas, semicolons
from reports.muster.plan import Sendung
from reports.muster.texte import Schreiber, stichtag_of

_LAND = 2  # digits of a key that name the state
_MUSTERZAHLEN = "Musterzahlen"

Texte = Mapping[str, Mapping[tuple[int, int], str]]


def regionaldatenbank(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """Six title rows, three head rows with empty corners, a footer under a line; Windows-1252."""
    merkmale = sendung.merkmale
    footer = [["__________"], [HINWEIS]]
    body = (
        [_day(merkmale[0], jahr), key, f"    {name}", *figures]
        for jahr, _, key, name, figures in _by_year(sendung, schreiber)
    )
    return Schriftstueck(
        endung=".csv",
        inhalt=semicolons([*_regional_head(sendung), *body, *footer]).encode("cp1252"),
        tabellenform=Tabellenform(
            kopfzeilen=3, jahr="Spalte A", schluessel="Spalte B", name="Spalte C"
        ),
        spalten=tuple(
            Wertspalte(
                kopf=f"{_MUSTERZAHLEN} | {merkmal.titel} | {merkmal.einheit}", merkmal=merkmal.id
            )
            for merkmal in merkmale
        ),
    )


def _regional_head(sendung: Sendung) -> list[list[str]]:
    """Title rows and head rows."""
    merkmale = sendung.merkmale
    titles = [
        [sendung.titel],
        ["- regionale Tiefe: Gemeinden -"],
        ["Tabelle: 99999-01-01-5"],
        [HINWEIS],
        ["Gemeinden"],
        [f"Zeitraum: {sendung.zeitraum}"],
    ]
    heads = [
        ["", "", "", *(_MUSTERZAHLEN for _ in merkmale)],
        ["", "", "", *(merkmal.titel for merkmal in merkmale)],
        ["", "", "", *(merkmal.einheit for merkmal in merkmale)],
    ]
    return [*titles, *heads]


def lsn(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """Keys without the state, the year in a column, a footer with its ©; Windows-1252."""
    titles = [["Tabelle M0000000"], [sendung.titel], [HINWEIS], [f"Zeitraum {sendung.zeitraum}"]]
    heads = ["Schlüssel", "Gemeinde", "Jahr", *(merkmal.titel for merkmal in sendung.merkmale)]
    body = (
        [_short(number, key), name, str(jahr), *figures]
        for jahr, number, key, name, figures in _by_year(sendung, schreiber)
    )
    return Schriftstueck(
        endung=".csv",
        inhalt=semicolons([*titles, heads, *body, [f"© {HINWEIS}"]]).encode("cp1252"),
        tabellenform=Tabellenform(schluessel="Schlüssel", name="Gemeinde", jahr="Jahr"),
        spalten=tuple(
            Wertspalte(kopf=merkmal.titel, merkmal=merkmal.id) for merkmal in sendung.merkmale
        ),
    )


def inkar(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """Every field in quotation marks, names above years, keys without their leading zero."""
    merkmale, jahre = sendung.merkmale, sendung.jahre
    columns = [(merkmal, jahr) for merkmal in merkmale for jahr in jahre]
    texts = {merkmal.id: schreiber.texts(merkmal, jahre) for merkmal in merkmale}
    heads = [
        ["Kennziffer", "Raumeinheit", "Aggregat", *(merkmal.titel for merkmal, _ in columns)],
        ["", "", "", *(str(jahr) for _, jahr in columns)],
    ]
    body = (
        [
            (key if number else key.rstrip("0")).removeprefix("0"),
            name,
            "Gemeinden" if number else "Kreise",
            *(texts[merkmal.id][number, jahr] for merkmal, jahr in columns),
        ]
        for number, key, name in areas(schreiber)
    )
    text = semicolons([*heads, *body], ende="\r\n", quoting=csv.QUOTE_ALL)
    return Schriftstueck(
        endung=".csv",
        inhalt=text.encode("utf-8-sig"),
        tabellenform=Tabellenform(kopfzeilen=2, schluessel="Kennziffer", name="Raumeinheit"),
        spalten=tuple(
            Wertspalte(kopf=f"{merkmal.titel} | {JAHR}", merkmal=merkmal.id, jahre=jahre)
            for merkmal in merkmale
        ),
    )


def _by_year(
    sendung: Sendung, schreiber: Schreiber
) -> Iterator[tuple[int, int, str, str, Sequence[str]]]:
    """Year, number, key, name and figures of every row."""
    texts: Texte = {m.id: schreiber.texts(m, sendung.jahre) for m in sendung.merkmale}
    for jahr in sendung.jahre:
        for number, key, name in areas(schreiber):
            figures = [texts[merkmal.id][number, jahr] for merkmal in sendung.merkmale]
            yield jahr, number, key, name, figures


def _day(merkmal: Merkmal, jahr: int) -> str:
    """A day as German tables write it, where the Merkmal has one; else the year."""
    year, *rest = stichtag_of(merkmal, jahr).split("-")
    return ".".join([*reversed(rest), year]) if rest else str(jahr)


def _short(number: int, key: str) -> str:
    """The key without its state; of the Region without zeros, too, where that leaves something."""
    return (not number and key.rstrip("0")[_LAND:]) or key[_LAND:]
