"""The areas of an edition: ``kommunen.csv`` and the groups of ``ausgabe.toml``, checked."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from reports.domain.gebiet import REGION, Gruppe, Kommune
from reports.errors import Befund, EingabeFehler, Sammlung
from reports.reading.messages import nearest, refusal
from reports.reading.rows import CsvZeile, Fund, grouped, read_csv
from reports.reading.typed import KENNUNG

KOMMUNEN = "kommunen.csv"
KOMMUNEN_KOPF = ("ags", "name", "amtlicher_name", "kurzname", "status")


class GruppeEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of ``ausgabe.toml``: all Kommunen but those named in ``ohne``."""

    schluessel: str
    name: str
    kurzname: str
    ohne: tuple[str, ...] = ()


def read_kommunen(eingabe: Path) -> tuple[Kommune, ...]:
    """The Kommunen in the order of the file.

    Raises:
        EingabeFehler: no Kommune, a wrong key, a blank field, a key or name given twice.
    """
    zeilen = list(read_csv(eingabe / KOMMUNEN, KOMMUNEN, KOMMUNEN_KOPF))
    funde = [fund for zeile in zeilen for fund in _row_problems(zeile)]
    if befunde := grouped(KOMMUNEN, [*funde, *_repetitions(zeilen)]):
        raise EingabeFehler(befunde)
    if not zeilen:
        text = "Die Datei nennt keine einzige Kommune."
        raise refusal("E-FEHLT", KOMMUNEN, text, "Für jede Kommune eine Zeile eintragen.")
    return tuple(
        Kommune(
            schluessel=zeile.felder["ags"],
            name=zeile.felder["name"],
            amtlicher_name=zeile.felder["amtlicher_name"],
            kurzname=zeile.felder["kurzname"],
            status=zeile.felder["status"],
        )
        for zeile in zeilen
    )


def gruppen_of(
    eintraege: Sequence[GruppeEintrag], kommunen: Sequence[Kommune], ort: str
) -> tuple[Gruppe, ...]:
    """The groups with their members.

    Raises:
        EingabeFehler: the first is not the Region, a key is no word or taken, a group leaves out
            what is no Kommune, or every Kommune.
    """
    sammlung = Sammlung()
    if not eintraege or eintraege[0].schluessel != REGION or eintraege[0].ohne:
        text = "Die erste Gruppe ist nicht die Region mit allen Kommunen."
        remedy = (
            f"Als erste [[gruppe]] die Region eintragen, Schlüssel {REGION}, nichts unter ohne."
        )
        sammlung.add(_befund(ort, text, remedy))
    known = [kommune.schluessel for kommune in kommunen]
    for nummer, eintrag in enumerate(eintraege):
        stelle = f"{ort}, Gruppe »{eintrag.schluessel}«"
        taken = [other.schluessel for other in eintraege[:nummer]]
        if nummer:
            sammlung.befunde += _key_problems(eintrag.schluessel, taken, stelle)
        sammlung.befunde += _member_problems(eintrag, known, stelle)
    sammlung.stop_on_errors()
    return tuple(
        Gruppe(
            schluessel=eintrag.schluessel,
            name=eintrag.name,
            kurzname=eintrag.kurzname,
            mitglieder=tuple(key for key in known if key not in eintrag.ohne),
        )
        for eintrag in eintraege
    )


def _row_problems(zeile: CsvZeile) -> Iterator[Fund]:
    ags = zeile.felder["ags"]
    if ags == REGION or not re.fullmatch(rf"{REGION[:5]}\d{{3}}", ags, re.ASCII):
        yield Fund(
            zeile=zeile.nummer,
            code="E-AGS",
            text=f"»{ags}« ist kein Schlüssel einer Kommune.",
            abhilfe=f"Acht Ziffern als Text eintragen, {REGION[:5]} voran; {REGION} ist die Region.",
        )
    for spalte in KOMMUNEN_KOPF[1:]:
        if not zeile.felder[spalte].strip():
            text = f"Für {ags} ist »{spalte}« leer."
            remedy = "Alle Felder der Zeile ausfüllen."
            yield Fund(zeile=zeile.nummer, code="E-NAME", text=text, abhilfe=remedy)


def _repetitions(zeilen: Sequence[CsvZeile]) -> Iterator[Fund]:
    """Keys and names of any kind that an earlier row has already."""
    seen: dict[str, int] = {}
    for zeile in zeilen:
        words = {zeile.felder[spalte] for spalte in KOMMUNEN_KOPF[:-1]} - {""}
        for word in sorted(words & seen.keys()):
            text = f"»{word}« steht schon in Zeile {seen[word]}."
            remedy = "Jede Kommune nur einmal eintragen, jeden Namen nur bei einer."
            yield Fund(zeile=zeile.nummer, code="E-DOPPELT", text=text, abhilfe=remedy)
        seen |= dict.fromkeys(words - seen.keys(), zeile.nummer)


def _key_problems(schluessel: str, taken: Sequence[str], ort: str) -> Iterator[Befund]:
    if schluessel in taken:
        text = f"Der Schlüssel »{schluessel}« gehört schon einer anderen Gruppe."
        yield _befund(ort, text, "Jeder Gruppe einen eigenen Schlüssel geben.")
    elif not re.match(KENNUNG, schluessel):
        text = f"Der Schlüssel »{schluessel}« ist kein Wort aus kleinen Buchstaben, Ziffern und _."
        yield _befund(ort, text, "Ziffernschlüssel haben nur Kommunen und die Region.")


def _member_problems(eintrag: GruppeEintrag, known: Sequence[str], ort: str) -> Iterator[Befund]:
    for key in eintrag.ohne:
        if key not in known:
            guess = nearest(key, known)
            text = f"Unter ohne steht »{key}«, das ist keine Kommune."
            remedy = (
                f"Gemeint ist vielleicht {guess}."
                if guess
                else "Schlüssel aus kommunen.csv nennen."
            )
            yield _befund(ort, text, remedy)
    if set(known) <= set(eintrag.ohne):
        yield _befund(ort, "Die Gruppe lässt alle Kommunen aus.", "Unter ohne weniger nennen.")


def _befund(ort: str, text: str, abhilfe: str) -> Befund:
    return Befund(code="E-GRUPPE", ort=ort, text=text, abhilfe=abhilfe)
