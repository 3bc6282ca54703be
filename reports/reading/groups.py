"""Groups of Kommunen, and the areas that stand beside the Region: ``ausgabe.toml``, checked."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from reports.domain.gebiet import Gebiete, Gruppe, Kommune
from reports.errors import Befund, EingabeFehler, Fehler, Sammlung
from reports.reading.areas import KOMMUNEN, SCHLUESSEL
from reports.reading.messages import nearest
from reports.reading.typed import KENNUNG


class GruppeEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of ``ausgabe.toml``.

    Attributes:
        mitglieder: keys of its Kommunen; a Kommune may belong to several groups.
        ohne: keys of the Kommunen it leaves out, where it is told by these instead.
    """

    schluessel: str
    name: str
    kurzname: str
    mitglieder: tuple[str, ...] = ()
    ohne: tuple[str, ...] = ()


def gruppen_of(
    eintraege: Sequence[GruppeEintrag], kommunen: Sequence[Kommune], ort: str
) -> tuple[Gruppe, ...]:
    """The groups with their members, in the order of the Kommunen.

    Raises:
        EingabeFehler: the first is not the Region, a Kommune does not belong to it, a key is no
            word or taken, a name is taken, a group names what is no Kommune, or has none.
    """
    sammlung = Sammlung()
    sammlung.befunde += _region_problems(eintraege[:1], kommunen, ort)
    known = [kommune.schluessel for kommune in kommunen]
    for nummer, eintrag in enumerate(eintraege):
        stelle = f"{ort}, Gruppe »{eintrag.schluessel}«"
        taken = [other.schluessel for other in eintraege[:nummer]]
        if nummer:
            sammlung.befunde += _key_problems(eintrag.schluessel, taken, stelle)
        sammlung.befunde += _name_problems(eintrag, (*kommunen, *eintraege[:nummer]), stelle)
        sammlung.befunde += _member_problems(eintrag, known, stelle)
    sammlung.stop_on_errors()
    return tuple(
        Gruppe(
            schluessel=eintrag.schluessel,
            name=eintrag.name,
            kurzname=eintrag.kurzname,
            mitglieder=_members(eintrag, known),
        )
        for eintrag in eintraege
    )


def _region_problems(
    first: Sequence[GruppeEintrag], kommunen: Sequence[Kommune], ort: str
) -> Iterator[Befund]:
    """Whether the first group is the Region, and the Kommunen whose keys do not continue its own."""
    whole = first and not first[0].ohne and not first[0].mitglieder
    if not whole or not SCHLUESSEL.fullmatch(first[0].schluessel):
        text = "Die erste Gruppe ist nicht die Region mit allen Kommunen."
        remedy = (
            "Als erste [[gruppe]] die Region eintragen: Schlüssel aus acht Ziffern, weder ohne noch"
            " mitglieder."
        )
        yield _befund(ort, text, remedy)
        return
    region = first[0].schluessel
    start = region.rstrip("0")
    for kommune in kommunen:
        if kommune.schluessel == region or not kommune.schluessel.startswith(start):
            yield Befund(
                code="E-AGS",
                ort=f"{KOMMUNEN}, {kommune.name}",
                text=f"»{kommune.schluessel}« gehört zu keiner Kommune der Region {region}.",
                abhilfe=f"Den Schlüssel der Kommune eintragen, er beginnt mit {start}; oder den der"
                f" Region in {ort} berichtigen.",
            )


def _key_problems(schluessel: str, taken: Sequence[str], ort: str) -> Iterator[Befund]:
    if schluessel in taken:
        text = f"Der Schlüssel »{schluessel}« gehört schon einer anderen Gruppe."
        yield _befund(ort, text, "Jeder Gruppe einen eigenen Schlüssel geben.")
    elif not re.match(KENNUNG, schluessel):
        text = f"Der Schlüssel »{schluessel}« ist kein Wort aus kleinen Buchstaben, Ziffern und _."
        yield _befund(ort, text, "Ziffernschlüssel haben nur Kommunen und die Region.")


def _name_problems(
    eintrag: GruppeEintrag, others: Sequence[Kommune | GruppeEintrag], ort: str
) -> Iterator[Befund]:
    """Words by which a person could mean another area."""
    taken = {word.casefold() for other in others for word in _names(other)}
    for name in dict.fromkeys((eintrag.schluessel, *_names(eintrag))):
        if name.casefold() in taken:
            text = f"»{name}« meint schon eine Kommune oder eine andere Gruppe."
            yield _befund(ort, text, "Der Gruppe einen eigenen Schlüssel und Namen geben.")


def _names(area: Kommune | GruppeEintrag) -> tuple[str, ...]:
    """By what a person can name the area, beside its key."""
    further = (area.amtlicher_name, *area.weitere_namen) if isinstance(area, Kommune) else ()
    return (area.name, area.kurzname, *further)


def _members(eintrag: GruppeEintrag, known: Sequence[str]) -> tuple[str, ...]:
    if eintrag.mitglieder:
        return tuple(key for key in known if key in eintrag.mitglieder)
    return tuple(key for key in known if key not in eintrag.ohne)


def _member_problems(eintrag: GruppeEintrag, known: Sequence[str], ort: str) -> Iterator[Befund]:
    if eintrag.mitglieder and eintrag.ohne:
        text = "Die Gruppe nennt sowohl mitglieder als auch ohne."
        yield _befund(ort, text, "Nur eines von beiden eintragen.")
    for feld, keys in (("mitglieder", eintrag.mitglieder), ("ohne", eintrag.ohne)):
        for key in keys:
            if key not in known:
                text = f"Unter {feld} steht »{key}«, das ist keine Kommune."
                yield _befund(
                    ort, text, _instead_of(key, known, "Schlüssel aus kommunen.csv nennen.")
                )
    if set(known) <= set(eintrag.ohne):
        yield _befund(ort, "Die Gruppe lässt alle Kommunen aus.", "Unter ohne weniger nennen.")


def _instead_of(key: str, known: Sequence[str], otherwise: str) -> str:
    guess = nearest(key, known)
    return f"Gemeint ist vielleicht {guess}." if guess else otherwise


def _beside_region(key: str, known: Sequence[str], gebiete: Gebiete) -> str:
    if key == gebiete.region.schluessel:
        return "Ein anderes Gebiet nennen."
    return _instead_of(key, known, f"Es gibt: {', '.join(known)}.")


def check_vergleich(
    vergleich: Sequence[str], gebiete: Gebiete, ort: str, art: type[Fehler] = EingabeFehler
) -> None:
    """Raise *art* unless all are different areas other than the Region."""
    known = [g.schluessel for g in gebiete.alle if g != gebiete.region]
    befunde = [
        Befund(
            code="E-VERGLEICH",
            ort=ort,
            text=f"Der Vergleich nennt »{key}«, das ist keine Kommune und keine Gruppe außer der"
            " Region, die immer dabei ist.",
            abhilfe=_beside_region(key, known, gebiete),
        )
        for key in vergleich
        if key not in known
    ]
    if len(set(vergleich)) < len(vergleich):
        text = "Der Vergleich nennt ein Gebiet zweimal."
        remedy = "Verschiedene Gebiete nennen."
        befunde.append(Befund(code="E-VERGLEICH", ort=ort, text=text, abhilfe=remedy))
    if befunde:
        raise art(befunde)


def _befund(ort: str, text: str, abhilfe: str) -> Befund:
    return Befund(code="E-GRUPPE", ort=ort, text=text, abhilfe=abhilfe)
