"""Tables in CSV and Excel as the offices lay them out.

Every row under the head is an area's, declared as left out, blank, a footer, or a finding. What is
left out is counted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.domain.quelle import Lieferdatei, Tabellenform, Wertspalte
from reports.intake.grids.tafel import LEERES_FELD, Feld, Reihe, Tafel, address
from reports.intake.keys import GebietError, Schluesselwerk, normal_name
from reports.intake.lieferzelle import Auszug, Lieferzelle, Spaltenfund
from reports.intake.tables.einfach import area_fund, ragged
from reports.intake.tables.heads import Kopf, find_kopf
from reports.reading import Fund

_FUSS = ("©", "(c)", "quelle", "*", "stand:", "erstellungsdatum", "anmerkung", "hinweis")
_STRICHE = "____"  # after a line of them everything is footer
_FUSSNOTE = re.compile(r"\d{1,2}\)\s")
_WORT = re.compile(r"[^\W\d_]{2}")
_GETEILT = re.compile(r"(\d+)\s+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Wertfeld:
    """A column of figures: its index, its written year, its entry, and its conditions."""

    index: int
    jahr: str
    spalte: Wertspalte
    nur: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aufbau:
    """Where things stand in one table; an index is None where the table has no such column.

    Attributes:
        bedingungen: columns that entries look at → their texts → the entries that ask for these.
    """

    form: Tabellenform
    schluessel: int | None
    name: int | None
    jahr: int | None
    werte: tuple[_Wertfeld, ...]
    bedingungen: Mapping[tuple[int, ...], Mapping[tuple[str, ...], Sequence[int]]]
    breite: int | None

    def area(self, row: Reihe) -> tuple[str, str]:
        """The written key and name, also where they share one cell."""
        key, name = _text(row, self.schluessel), _text(row, self.name)
        if self.schluessel == self.name:
            split = _GETEILT.fullmatch(key)
            return (split[1], split[2]) if split else ("", name)
        return key, name

    def area_column(self, row: Reihe) -> int:
        """The column that names the area of a row: of the key, or of the name where it is empty."""
        columns = [n for n in (self.schluessel, self.name) if n is not None]
        return next((n for n in columns if _text(row, n)), columns[0])

    def met(self, row: Reihe) -> list[int]:
        """The positions of the entries whose conditions the row meets, in their order."""
        found: list[int] = []
        for columns, entries in self.bedingungen.items():
            found += entries.get(tuple(" ".join(_at(row, n).text.split()) for n in columns), ())
        return sorted(found)

    def named_columns(self) -> set[int | None]:
        """The columns that the profile uses."""
        conditions = {n for wert in self.werte for n, _ in wert.nur}
        values = {wert.index for wert in self.werte}
        return {self.schluessel, self.name, self.jahr} | values | conditions


def read_tabelle(tafel: Tafel, datei: Lieferdatei, ort: str, werk: Schluesselwerk) -> Auszug:
    """The figures of a table, with everything that was left out.

    Raises:
        EingabeFehler: the head is not there.
    """
    kopf = find_kopf(tafel, datei, ort)
    aufbau = _aufbau(kopf, datei, is_text=not tafel.blatt)
    titles = [row for row in tafel.reihen[: kopf.reihe] if not row.leer]
    lesung = _Lesung(werk, aufbau)
    lesung.read(tafel.reihen[kopf.reihe + datei.tabellenform.kopfzeilen :])
    named = aufbau.named_columns()
    lesung.skipped["Titelzeilen"] = len(titles)
    lesung.skipped["weitere Spalten"] = sum(
        bool(path) and n not in named for n, path in enumerate(kopf.pfade)
    )
    return Auszug(
        zellen=lesung.zellen,
        funde=lesung.funde,
        vorspann=[feld.text for row in titles for feld in row.felder if not feld.leer],
        spalten=[
            Spaltenfund(
                koepfe=[kopf.pfade[w.index] for w in aufbau.werte if w.spalte is spalte],
                zeilen=lesung.rows_of(spalte),
            )
            for spalte in datei.spalte
        ],
        uebersprungen={what: count for what, count in sorted(lesung.skipped.items()) if count},
    )


def _aufbau(kopf: Kopf, datei: Lieferdatei, *, is_text: bool) -> _Aufbau:
    form, werte = datei.tabellenform, tuple(_wertfelder(kopf, datei))
    conditions: dict[tuple[int, ...], dict[tuple[str, ...], list[int]]] = {}
    for n, wert in enumerate(werte):
        by_texts = conditions.setdefault(tuple(column for column, _ in wert.nur), {})
        by_texts.setdefault(tuple(text for _, text in wert.nur), []).append(n)
    return _Aufbau(
        form=form,
        schluessel=kopf.column(form.schluessel) if form.schluessel else None,
        name=kopf.column(form.name) if form.name else None,
        jahr=kopf.column(form.jahr) if form.jahr else None,
        werte=werte,
        bedingungen=conditions,
        breite=kopf.breite if is_text else None,
    )


def _wertfelder(kopf: Kopf, datei: Lieferdatei) -> Iterator[_Wertfeld]:
    for spalte in datei.spalte:
        nur = tuple((kopf.column(head), text) for head, text in spalte.nur.items())
        for index, jahr in kopf.years(spalte):
            yield _Wertfeld(index, jahr, spalte, nur)


@dataclass(slots=True)
class _Lesung:
    """One pass over the rows under a head."""

    werk: Schluesselwerk
    aufbau: _Aufbau
    zellen: list[Lieferzelle] = field(default_factory=list)
    funde: list[Fund] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    used: Counter[int] = field(default_factory=Counter)

    def rows_of(self, spalte: Wertspalte) -> int:
        """How many rows an entry has read."""
        return sum(self.used[n] for n, w in enumerate(self.aufbau.werte) if w.spalte is spalte)

    def read(self, rows: Sequence[Reihe]) -> None:
        """All rows, from the first under the head to the end of the sheet."""
        sums = {normal_name(text) for text in self.aufbau.form.summen}
        backwards = reversed(range(len(rows)))
        last = next((n for n in backwards if self._names_area(rows[n])), len(rows))
        for n, row in enumerate(rows):
            if row.leer:
                self.skipped["leere Zeilen"] += 1
            elif _text(row, 0).startswith(_STRICHE):
                self._skip_footer(rows[n:])
                return
            elif reason := self._reason_to_skip(row, sums, below=n > last):
                self.skipped[reason] += 1
            elif met := self.aufbau.met(row):
                self._read_row(row, met)
            else:
                self.skipped["Zeilen anderer Ausprägungen"] += 1

    def _skip_footer(self, rows: Sequence[Reihe]) -> None:
        """Everything after a line of dashes; an area's figures there are a finding."""
        for row in rows:
            if self._names_area(row) and not all(
                _at(row, wert.index).leer for wert in self.aufbau.werte
            ):
                where = address(self.aufbau.area_column(row), row.nummer)
                text = "Unter dem Strich am Ende der Tabelle stehen noch Zahlen eines Gebiets."
                remedy = "Jeden Teil der Tabelle als eigene Datei liefern lassen."
                self.funde.append(Fund(zelle=where, code="E-ZEILE", text=text, abhilfe=remedy))
            self.skipped["Fußzeilen"] += not row.leer

    def _names_area(self, row: Reihe) -> bool:
        return self.werk.mentions(*self.aufbau.area(row), self.aufbau.form.namen)

    def _reason_to_skip(self, row: Reihe, sums: set[str], *, below: bool) -> str:
        """Why a row is no area's, in the words of the report; empty where it has to be one.

        Below the last row of an area, every text that stands alone is a note.
        """
        if self._is_footer(row) or (below and _is_note(row)):
            return "Fußzeilen"
        key, name = self.aufbau.area(row)
        if sums & {normal_name(key), normal_name(name)}:
            return "Summenzeilen"
        if self.aufbau.form.fremde_gebiete and self.werk.is_foreign(key):
            return "Zeilen fremder Gebiete"
        return ""

    def _is_footer(self, row: Reihe) -> bool:
        first = next(feld.text.strip() for feld in row.felder if not feld.leer)
        starts = first.casefold().startswith(_FUSS) or _FUSSNOTE.match(first)
        return bool(starts) and all(_at(row, wert.index).leer for wert in self.aufbau.werte)

    def _read_row(self, row: Reihe, met: Sequence[int]) -> None:
        aufbau = self.aufbau
        if aufbau.breite is not None and len(row.felder) != aufbau.breite:
            self.funde.append(ragged(row, aufbau.breite))
            return
        try:
            gebiet = self.werk.resolve(*aufbau.area(row), aufbau.form.namen)
        except GebietError as fehler:
            self.funde.append(area_fund(address(aufbau.area_column(row), row.nummer), fehler))
            return
        for n in met:
            self.used[n] += 1
            self.zellen.append(_lieferzelle(row, aufbau.werte[n], gebiet, aufbau.jahr))


def _lieferzelle(row: Reihe, wert: _Wertfeld, gebiet: str, zeitspalte: int | None) -> Lieferzelle:
    return Lieferzelle(
        nummer=row.nummer,
        spalte=wert.index,
        gebiet=gebiet,
        jahr=wert.jahr or _text(row, zeitspalte),
        stichtag="",
        merkmal=wert.spalte.merkmal,
        feld=_at(row, wert.index),
        einheit=wert.spalte.einheit,
        zeitspalte=zeitspalte,
    )


def _is_note(row: Reihe) -> bool:
    """Whether a row holds nothing but one text, such as a note under a table."""
    filled = [feld for feld in row.felder if not (feld.leer or feld.verbunden)]
    return len(filled) == 1 and filled[0].zahl is None and bool(_WORT.search(filled[0].text))


def _at(row: Reihe, index: int) -> Feld:
    return row.felder[index] if index < len(row.felder) else LEERES_FELD


def _text(row: Reihe, index: int | None) -> str:
    return "" if index is None else _at(row, index).text.strip()
