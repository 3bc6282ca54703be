"""Units that a file names for its figures, against those that profile and catalogue name."""

import re
from collections.abc import Iterator, Sequence

from reports.domain.katalog import Merkmal
from reports.domain.quelle import Liefereinheit, Wertspalte
from reports.errors import Befund, Stelle

_WORTE = {
    Liefereinheit.TAUSEND: re.compile(
        r"\bTsd\b|\bTausend\b|(?<!je )\b1[ .]?000\b|\bT ?(?:€|EUR\b)", re.IGNORECASE
    ),
    Liefereinheit.MILLION: re.compile(r"\bMio\b|\bMillionen\b", re.IGNORECASE),
    Liefereinheit.PROZENT: re.compile(r"%|\bProzent\b", re.IGNORECASE),
}
_VIELFACHE = (Liefereinheit.TAUSEND, Liefereinheit.MILLION)
# What the unit of a Merkmal in thousands or millions is called where it stands alone.
_GANZE = {
    "EUR": re.compile(r"\bEUR\b|\bEuro\b|€", re.IGNORECASE),
    "m²": re.compile(r"(?<!\w)(?:m²|m2\b|qm\b)"),
}


def unit_problems(
    titel: Sequence[str], koepfe: Sequence[str], spalte: Wertspalte, merkmal: Merkmal, ort: Stelle
) -> Iterator[Befund]:
    """Units that titles or heads name for a column, and that it is not read in.

    Args:
        titel: the texts above the table; of shares they may say more than of this column.
        koepfe: the heads of the column, or the unit that a flat file names.
        spalte: the profile's entry for the column.
        merkmal: what it holds.
        ort: the file.
    """
    if _is_of_another_kind(spalte, merkmal):
        yield _befund(
            f"Die Einheit »{spalte.einheit}« passt nicht zu »{merkmal.id}« ({merkmal.einheit}).",
            "In quelle.toml einheit oder merkmal dieser Spalte berichtigen.",
            ort,
        )
        return
    read = _unit_of(spalte, merkmal)
    certain = read in _WORTE and any(_WORTE[read].search(text) for text in koepfe)
    for einheit, pattern in _WORTE.items():
        heads_only = certain or einheit is Liefereinheit.PROZENT
        texts = koepfe if heads_only else (*koepfe, *titel)
        said = next((text for text in texts if pattern.search(text)), None)
        if said is not None and einheit is not read:
            remedy = f'In quelle.toml bei dieser Spalte einheit = "{einheit}" eintragen.'
            yield _said(said, merkmal, remedy, ort)
    yield from _whole_units((*koepfe, *titel), spalte, merkmal, ort)


def _whole_units(
    texts: Sequence[str], spalte: Wertspalte, merkmal: Merkmal, ort: Stelle
) -> Iterator[Befund]:
    """A unit without the »Tsd.« that a Merkmal has, where the profile does not say who is right."""
    read = _unit_of(spalte, merkmal)
    whole = next((p for word, p in _GANZE.items() if merkmal.einheit.endswith(word)), None)
    if spalte.einheit is not Liefereinheit.EINS or read not in _VIELFACHE or whole is None:
        return
    multiples = [_WORTE[einheit] for einheit in _VIELFACHE]
    for text in texts:
        if whole.search(text) and not any(pattern.search(text) for pattern in multiples):
            remedy = (
                f"Die Zahlen in {merkmal.einheit} liefern lassen; sind sie es schon, in quelle.toml"
                f' bei dieser Spalte einheit = "{read}" eintragen.'
            )
            yield _said(text, merkmal, remedy, ort)
            return


def _unit_of(spalte: Wertspalte, merkmal: Merkmal) -> Liefereinheit:
    """The unit in which a column is read: the profile's, else the Merkmal's own."""
    if spalte.einheit is not Liefereinheit.EINS:
        return spalte.einheit
    own = (einheit for einheit, pattern in _WORTE.items() if pattern.match(merkmal.einheit))
    return next(own, Liefereinheit.EINS)


def _is_of_another_kind(spalte: Wertspalte, merkmal: Merkmal) -> bool:
    """Whether the profile calls a count a share, or a share a multiple."""
    if spalte.einheit is Liefereinheit.EINS:
        return False
    share = merkmal.einheit == Liefereinheit.PROZENT
    return share != (spalte.einheit is Liefereinheit.PROZENT)


def _said(said: str, merkmal: Merkmal, abhilfe: str, ort: Stelle) -> Befund:
    return _befund(f"Die Datei nennt für »{merkmal.id}« die Einheit »{said}«.", abhilfe, ort)


def _befund(text: str, abhilfe: str, ort: Stelle) -> Befund:
    return Befund(code="E-EINHEIT", ort=ort, text=text, abhilfe=abhilfe)
