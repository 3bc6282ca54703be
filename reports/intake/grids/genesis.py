"""Flat files of GENESIS and the Regionaldatenbank: their columns get codes as heads.

The older layout has a column for each content, the newer a row for each content and columns that
name it. Nothing is found by a label: in published files some of them are wrong.

Contents are told apart by code and unit, since one code may come as a number and as a share: the
religions of the Zensus 2022 are ``PRS018`` in »Anzahl« and in »%«. Such a content is called
»PRS018 %«; where its code has only one unit, it is called by the code alone.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reports.errors import EingabeFehler, Stelle
from reports.intake.grids.tafel import Feld, Reihe, Tafel, address
from reports.reading import refusal

_ZEIT, _INHALT, _WERT, _NAME = "Zeit", "Inhalt", "Wert", " Name"

_TRENNER = "__"
_GUETE = "__q"
_PUNKTZAHL = re.compile(r"[+-]?\d+\.\d+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """How a layout names its columns; {} stands for the position of a variable."""

    zeit: str
    merkmal: str
    code: str
    name: str


_ALT = _Form(
    zeit="Zeit",
    merkmal="{}_Merkmal_Code",
    code="{}_Auspraegung_Code",
    name="{}_Auspraegung_Label",
)
_NEU = _Form(
    zeit="time",
    merkmal="{}_variable_code",
    code="{}_variable_attribute_code",
    name="{}_variable_attribute_label",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flach:
    """A flat file.

    Attributes:
        kopf: the names of its columns.
        reihen: the rows below that have as many fields; others are for the next step to judge.
    """

    datei: str
    tafel: Tafel
    kopf: Sequence[str]
    reihen: Sequence[Reihe]

    def column(self, name: str) -> int:
        """The index of a column that has to be there."""
        if name not in self.kopf:
            raise self.wrong_head(f"Die Spalte »{name}« fehlt.")
        return self.kopf.index(name)

    def constant(self, name: str) -> str:
        """The only text of a column."""
        column = self.column(name)
        first, *others = self.reihen
        text = first.felder[column].text
        for row in others:
            if row.felder[column].text != text:
                raise self.wrong(
                    "E-KOPF",
                    address(column, row.nummer),
                    f"Die Spalte »{name}« wechselt von »{text}« zu »{row.felder[column].text}«.",
                    "Je Merkmal, etwa je Gebietsebene, eine eigene Datei herunterladen.",
                )
        return text

    def wrong_head(self, text: str, zelle: str = "Zeile 1") -> EingabeFehler:
        """The failure of columns that are not as they should be."""
        remedy = "Die Tabelle unverändert als Flatfile (CSV) herunterladen."
        return self.wrong("E-KOPF", zelle, text, remedy)

    def wrong(self, code: str, zelle: str, text: str, abhilfe: str) -> EingabeFehler:
        """A failure at a place of this file."""
        return refusal(code, Stelle(self.datei, self.tafel.blatt, zelle), text, abhilfe)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Werte:
    """Columns of figures.

    Attributes:
        koepfe: index of a column → its new head.
        guete: index of each column of figures → that of their quality, None without one.
        inhalte: address of a cell → name of the content, where it replaces the code.
    """

    koepfe: Mapping[int, str]
    guete: Mapping[int, int | None]
    inhalte: Mapping[tuple[int, int], str]


def to_tafel(tafel: Tafel, datei: str) -> Tafel:
    """The same cells in the same places under other heads, so that addresses stay those of the file.

    The heads are »Zeit«; for each variable its code above the codes of its values (empty for its
    total) and »<code> Name« above their names; the content above its figures. In the newer layout
    with several contents »Wert« stands above the figures and »Inhalt« above the contents. Other
    columns get an empty head. The letter of a quality that is not final follows its figure: »12 p«.

    Args:
        tafel: the file as it was delivered.
        datei: the file as messages name it.

    Raises:
        EingabeFehler: another head, no rows, a column of codes that changes its variable, or
            decimal points, which could as well set off thousands.
    """
    flach = _flat(tafel, datei)
    form = _form_of(flach)
    heads = {flach.column(form.zeit): _ZEIT} | dict(_variables(flach, form))
    werte = _old_values(flach) if form is _ALT else _new_values(flach)
    _refuse_points(flach, werte.guete.keys())
    heads |= werte.koepfe
    head = Reihe(1, [Feld(heads.get(n, "")) for n in range(len(flach.kopf))])
    done = {row.nummer: _row(row, werte) for row in flach.reihen}
    return replace(tafel, reihen=[head, *(done.get(row.nummer, row) for row in tafel.reihen[1:])])


def _flat(tafel: Tafel, datei: str) -> _Flach:
    heads = [feld.text.strip() for feld in tafel.reihen[0].felder] if tafel.reihen else []
    rows = [row for row in tafel.reihen[1:] if len(row.felder) == len(heads)]
    flach = _Flach(datei=datei, tafel=tafel, kopf=heads, reihen=rows)
    for head, number in Counter(heads).items():
        if head and number > 1:
            raise flach.wrong_head(f"Die Spalte »{head}« kommt {number}-mal vor.")
    return flach


def _form_of(flach: _Flach) -> _Form:
    for form in (_ALT, _NEU):
        if {form.zeit, form.merkmal.format(1)} <= set(flach.kopf):
            if flach.reihen:
                return form
            text = "Unter der Kopfzeile steht keine Zeile, die so lang ist wie sie."
            raise flach.wrong("E-FEHLT", "", text, "Die Tabelle mit Werten herunterladen.")
    raise flach.wrong_head("Die Kopfzeile ist nicht die eines Flatfiles von GENESIS.")


def _variables(flach: _Flach, form: _Form) -> Iterator[tuple[int, str]]:
    """Columns of the variables' values and their new heads."""
    for head in flach.kopf:
        if match := re.fullmatch(form.merkmal.format(r"(\d+)"), head):
            code = flach.constant(head)
            yield flach.column(form.code.format(match[1])), code
            yield flach.column(form.name.format(match[1])), f"{code}{_NAME}"


def _old_values(flach: _Flach) -> _Werte:
    columns = {
        n: (head.split(_TRENNER)[0], head.rsplit(_TRENNER, 1)[1])
        for n, head in enumerate(flach.kopf)
        if _TRENNER in head and not head.endswith(_GUETE)
    }
    if not columns:
        raise flach.wrong_head("Es gibt keine Spalte mit Werten wie »BEV081__Titel__Anzahl«.")
    names = _content_names(columns.values())
    rating = [(n, head) for n, head in enumerate(flach.kopf) if head.endswith(_GUETE)]
    quality = {rated: n for n, head in rating for rated in _rated(flach, columns, head)}
    return _Werte(
        koepfe={n: names[content] for n, content in columns.items()},
        guete={n: quality.get(n) for n in columns},
        inhalte={},
    )


def _rated(flach: _Flach, columns: Collection[int], head: str) -> list[int]:
    """The columns of figures that a column of qualities is about."""
    base = head.removesuffix(_GUETE)
    found = [n for n in columns if f"{flach.kopf[n]}{_TRENNER}".startswith(f"{base}{_TRENNER}")]
    if not found:
        raise flach.wrong_head(f"Zur Spalte »{head}« fehlt die Spalte mit den Werten.")
    return found


def _new_values(flach: _Flach) -> _Werte:
    value, code = flach.column("value"), flach.column("value_variable_code")
    unit = flach.column("value_unit")
    contents = {row.nummer: _content(flach, row, code, unit) for row in flach.reihen}
    names = _content_names(contents.values())
    quality = {value: flach.kopf.index("value_q") if "value_q" in flach.kopf else None}
    if len(names) == 1:
        return _Werte(koepfe={value: next(iter(names.values()))}, guete=quality, inhalte={})
    return _Werte(
        koepfe={value: _WERT, code: _INHALT},
        guete=quality,
        inhalte={(number, code): names[content] for number, content in contents.items()},
    )


def _content(flach: _Flach, row: Reihe, code: int, unit: int) -> tuple[str, str]:
    """Code and unit of a row's content."""
    if row.felder[code].leer:
        raise flach.wrong_head("Der Code des Inhalts fehlt.", address(code, row.nummer))
    return row.felder[code].text, row.felder[unit].text


def _content_names(contents: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """What each content is called."""
    units = Counter(code for code, _ in set(contents))
    return {one: one[0] if units[one[0]] == 1 else " ".join(one) for one in contents}


def _refuse_points(flach: _Flach, columns: Collection[int]) -> None:
    """Raise EingabeFehler when there are decimal points and no comma: the English version."""
    cells = [(row, n, row.felder[n].text.strip()) for row in flach.reihen for n in columns]
    if any("," in text for *_, text in cells):
        return
    for row, column, text in cells:
        if _PUNKTZAHL.fullmatch(text):
            raise flach.wrong(
                "E-ZAHL",
                address(column, row.nummer),
                f"»{text}« ist mehrdeutig: Der Punkt kann Dezimalstellen oder Tausender abtrennen.",
                "Die deutsche Fassung der Datei herunterladen, in der ein Komma steht.",
            )


def _row(row: Reihe, werte: _Werte) -> Reihe:
    fields = list(row.felder)
    for column, quality in werte.guete.items():
        if quality is not None:
            fields[column] = _rated_figure(fields[column], fields[quality].text.strip())
    for column in werte.koepfe.keys() - werte.guete.keys():
        fields[column] = Feld(werte.inhalte[row.nummer, column])
    return replace(row, felder=tuple(fields))


def _rated_figure(feld: Feld, quality: str) -> Feld:
    """A figure with the letter of its quality; a sign may stand in both columns."""
    as_it_is = {"", "e", feld.text.strip()}
    return feld if quality in as_it_is else Feld(f"{feld.text} {quality}")
