"""The head of a table: found by the heads that the profile declares, never by its row number."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.domain.quelle import JAHR, Lieferdatei, Wertspalte
from reports.errors import Befund, EingabeFehler, Sammlung, Stelle
from reports.intake.grids.tafel import Feld, Reihe, Tafel, address
from reports.reading import nearest, refusal

_TRENNER = " | "
# Marks behind a year, a bracket or a word; »m²« is none.
_FUSSNOTE = re.compile(r"(?:(?<=[\d)])[¹²³⁰⁴-⁹]+\)?|(?<=\w{4})(?:[¹⁰⁴-⁹]+\)?| \d\)))(?= \||$)")
_BUCHSTABE = re.compile(r"Spalte ([A-Z]{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopf:
    """The head of a table that was found.

    Attributes:
        reihe: index of its first row in the sheet.
        pfade: for each column its heads from top to bottom, joined by »` | `«.
        breite: number of fields of its last row.
    """

    reihe: int
    pfade: Sequence[str]
    breite: int

    def column(self, head: str) -> int:
        """The index of the column that the profile names; it is known to be there once."""
        return next(_positions(head, self.pfade))

    def years(self, spalte: Wertspalte) -> list[tuple[int, str]]:
        """Index and written year of each column that the entry describes; year empty without."""
        if JAHR in spalte.kopf:
            pattern = _pattern(spalte.kopf)
            matches = ((n, pattern.fullmatch(_unmarked(p))) for n, p in enumerate(self.pfade))
            return [(n, match["jahr"]) for n, match in matches if match]
        return [(self.column(spalte.kopf), "" if spalte.jahr is None else str(spalte.jahr))]


def find_kopf(tafel: Tafel, datei: Lieferdatei, ort: str) -> Kopf:
    """The first rows that hold every declared head.

    Raises:
        EingabeFehler: no rows do (naming the missing heads where most others are), or a head
            stands in two columns.
    """
    wanted = list(dict.fromkeys(_wanted(datei)))
    best: tuple[int, Sequence[str], list[str]] | None = None
    for start in range(len(tafel.reihen)):
        rows = tafel.reihen[start : start + datei.tabellenform.kopfzeilen]
        paths = _paths(rows)
        missing = [head for head in wanted if not any(True for _ in _positions(head, paths))]
        if not missing:
            where = Stelle(ort, tafel.blatt, f"Zeile {rows[0].nummer}")
            _check_once(wanted, paths, where)
            _check_years(datei.spalte, paths, where)
            return Kopf(reihe=start, pfade=paths, breite=len(rows[-1].felder))
        if best is None or len(missing) < len(best[2]):
            best = start, paths, missing
    raise _not_found(tafel, best, wanted, ort)


def _wanted(datei: Lieferdatei) -> Iterator[str]:
    form = datei.tabellenform
    yield from (head for head in (form.schluessel, form.name, form.jahr) if head)
    for spalte in datei.spalte:
        yield spalte.kopf
        yield from spalte.nur


def _paths(rows: Sequence[Reihe]) -> list[str]:
    width = max((len(row.felder) for row in rows), default=0)
    return [_path([row.felder[n] for row in rows if n < len(row.felder)]) for n in range(width)]


def _path(felder: Sequence[Feld]) -> str:
    """The heads of one column without blanks and without those that a merged cell repeats."""
    texts = [" ".join(feld.text.split()) for feld in felder]
    return _TRENNER.join(dict.fromkeys(text for text in texts if text))


def _positions(head: str, paths: Sequence[str]) -> Iterator[int]:
    """The columns with that head; a column without one is named by its letter."""
    if JAHR in head:
        pattern = _pattern(head)
        yield from (n for n, path in enumerate(paths) if pattern.fullmatch(_unmarked(path)))
        return
    letter = _BUCHSTABE.fullmatch(head)
    for n, path in enumerate(paths):
        if head in {path, _unmarked(path)} or (
            letter and not path and address(n, 1) == f"{letter[1]}1"
        ):
            yield n


def _unmarked(path: str) -> str:
    """Heads without the footnote marks at their ends."""
    return _FUSSNOTE.sub("", path)


def _pattern(head: str) -> re.Pattern[str]:
    year = r"(?P<jahr>(?:19|20)\d\d|\d\d\.\d\d\.(?:19|20)\d\d)"
    return re.compile(re.escape(head).replace(re.escape(JAHR), year))


def _check_once(wanted: Sequence[str], paths: Sequence[str], ort: Stelle) -> None:
    twice = [h for h in wanted if JAHR not in h and len(list(_positions(h, paths))) > 1]
    if twice:
        raise EingabeFehler(
            Befund(
                code="E-SPALTE",
                ort=ort,
                text=f"Den Spaltenkopf »{head}« gibt es mehrfach.",
                abhilfe="Die Köpfe unterscheiden oder die überzählige Spalte löschen.",
            )
            for head in twice
        )


def _check_years(spalten: Sequence[Wertspalte], paths: Sequence[str], ort: Stelle) -> None:
    """Raise EingabeFehler where the years in heads are not exactly those of the profile."""
    sammlung = Sammlung()
    for spalte in (spalte for spalte in spalten if JAHR in spalte.kopf):
        pattern = _pattern(spalte.kopf)
        matches = [match for path in paths if (match := pattern.fullmatch(_unmarked(path)))]
        found = Counter(int(match["jahr"][-4:]) for match in matches)
        expected = Counter(spalte.jahre)
        for year in sorted((expected - found).keys()):
            head = spalte.kopf.replace(JAHR, str(year))
            guess = nearest(
                head, [path for path in paths if path and not pattern.fullmatch(_unmarked(path))]
            )
            text = f"Im Tabellenkopf fehlt »{head}«."
            remedy = "Den Kopf berichtigen oder das Jahr in quelle.toml unter jahre streichen."
            remedy = f"Gemeint ist vielleicht {guess}. {remedy}" if guess else remedy
            sammlung.add(Befund(code="E-KOPF", ort=ort, text=text, abhilfe=remedy))
        for year in sorted((found - expected).keys()):
            text = f"Im Tabellenkopf steht »{spalte.kopf.replace(JAHR, str(year))}« zu viel."
            remedy = "Die Spalte löschen oder das Jahr in quelle.toml unter jahre ergänzen."
            sammlung.add(Befund(code="E-KOPF", ort=ort, text=text, abhilfe=remedy))
    sammlung.stop_on_errors()


def _not_found(
    tafel: Tafel,
    best: tuple[int, Sequence[str], list[str]] | None,
    wanted: Sequence[str],
    ort: str,
) -> EingabeFehler:
    if best is None or len(best[2]) == len(wanted):
        return refusal(
            "E-KOPF",
            Stelle(ort, tafel.blatt),
            f"Keine Zeile enthält die erwarteten Spaltenköpfe {_quoted(wanted)}.",
            "Blatt, kopfzeilen und Köpfe in quelle.toml mit der Datei vergleichen.",
        )
    start, paths, missing = best
    heads = [path for path in paths if path]
    guess = nearest(missing[0], heads)
    return refusal(
        "E-KOPF",
        Stelle(ort, tafel.blatt, f"Zeile {tafel.reihen[start].nummer}"),
        f"Im Tabellenkopf fehlt {_quoted(missing)}.",
        f"Gemeint ist vielleicht {guess}: Datei oder quelle.toml berichtigen."
        if guess
        else f"Vorhanden sind {_quoted(heads)}: Datei oder quelle.toml berichtigen.",
    )


def _quoted(heads: Sequence[str]) -> str:
    return ", ".join(f"»{head}«" for head in heads)
