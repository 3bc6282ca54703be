"""Flat files of GENESIS: their codes as conditions of a table."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from reports.domain.quelle import Dateiformat, Lieferdatei, Tabellenform, Wertspalte
from reports.intake.grids.tafel import Tafel

ZEIT = "Zeit"
INHALT = "Inhalt"
WERT = "Wert"
_NAME = " Name"
_OLD_HEAD = re.compile(r"^([A-Z0-9]+)__(.+)__(?!q$)(.+)$")
_UNIT, _CONTENT = "value_unit", "value_variable_code"


def with_codes(datei: Lieferdatei, tafel: Tafel) -> Lieferdatei:
    """The profile's entry for the table that a flat file has become, see ``grids.genesis``.

    A variable that an entry does not name has to be its total: an entry about all persons must
    not meet the row of the women. In a file of several contents the content is a condition, too.
    """
    heads = [feld.text for feld in tafel.reihen[0].felder] if tafel.reihen else []
    variables = [
        head
        for head in heads
        if head and f"{head}{_NAME}" in heads and head != datei.tabellenform.schluessel
    ]
    return replace(
        datei,
        format=Dateiformat.TABELLE,
        tabellenform=_form(datei.tabellenform),
        spalte=tuple(_entries(datei, variables, several=INHALT in heads)),
    )


def units_of(tafel: Tafel) -> Mapping[str, str]:
    """The unit that a flat file as delivered names for each content, by code."""
    heads = [feld.text for feld in tafel.reihen[0].felder] if tafel.reihen else []
    old = {code: unit for head in heads for code, _, unit in _OLD_HEAD.findall(head)}
    if _UNIT not in heads:
        return old
    unit, content = heads.index(_UNIT), heads.index(_CONTENT)
    rows = (row.felder for row in tafel.reihen[1:] if len(row.felder) == len(heads))
    return {felder[content].text: felder[unit].text for felder in rows}


def _form(form: Tabellenform) -> Tabellenform:
    return replace(form, name=f"{form.schluessel}{_NAME}", jahr=ZEIT)


def _entries(datei: Lieferdatei, variables: list[str], *, several: bool) -> Iterator[Wertspalte]:
    for spalte in datei.spalte:
        nur = dict.fromkeys(variables, "") | spalte.nur
        if several:
            yield replace(spalte, kopf=WERT, nur=nur | {INHALT: spalte.kopf})
        else:
            yield replace(spalte, nur=nur)
