"""How each kind of sentence is put into words, with the cells that prove it.

A sentence is made only where its predicate holds, of figures without sign or mark, and in at most
twenty words.
"""

from collections.abc import Sequence

from reports.domain.katalog import Kennzahl
from reports.profile.cells import value_with_unit
from reports.profile.changes import ends_of
from reports.profile.material import Gebiet, Material
from reports.profile.names import with_article
from reports.profile.predicates import Aussage, true_kind
from reports.profile.statement import Beleg, Satz, Satzart

HOECHSTENS_WOERTER = 20
MEISTE_KOMMUNEN = 11  # a place among fewer says little
_EXTREME = (Satzart.HOECHSTER, Satzart.NIEDRIGSTER)
_LAGEN = (Satzart.UEBER, Satzart.UNTER)
_TRENDS = (Satzart.TREND_STEIGEND, Satzart.TREND_FALLEND)
_BEWEGUNGEN = (Satzart.GESTIEGEN, Satzart.GESUNKEN)
_STILLSTAND = (Satzart.UNVERAENDERT, Satzart.NAHEZU_UNVERAENDERT)
_WORT = {
    Satzart.HOECHSTER: "höchsten",
    Satzart.NIEDRIGSTER: "niedrigsten",
    Satzart.TREND_STEIGEND: "steigend",
    Satzart.TREND_FALLEND: "fallend",
}


def extreme(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Satz | None:
    """The one Kommune with the highest or the lowest value; nothing where any has none to show."""
    others = [k for k in material.edition.gebiete.kommunen if k != gebiet]
    areas = [g for g in (gebiet, *others) if material.wert(g, kennzahl).zeichen is None]
    belege = _evidence(kennzahl, areas, material)
    if len(areas) < max(MEISTE_KOMMUNEN, 1 + len(others)) or not belege:
        return None
    aussage = Aussage(werte=tuple(material.wert(area, kennzahl) for area in areas))
    art = true_kind(_EXTREME, aussage)
    if art is None:
        return None
    return _sentence(
        art,
        f"{kennzahl.titel}: Unter {len(areas)} Kommunen der Region hat {gebiet.name}"
        f" {belege[0].jahr} den {_WORT[art]} Wert ({belege[0].gedruckt}).",
        belege,
    )


def against(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Satz | None:
    """Over or under the Region beyond what chance explains."""
    region = material.edition.gebiete.region
    belege = _evidence(kennzahl, (gebiet, region), material)
    if not belege:
        return None
    werte = tuple(material.wert(area, kennzahl) for area in (gebiet, region))
    bereich = material.einordnung(gebiet, kennzahl).bereich
    art = true_kind(_LAGEN, Aussage(werte=werte, bereich=bereich))
    if art is None:
        return None
    own, other = belege
    return _sentence(
        art,
        f"{kennzahl.titel}: {gebiet.name} liegt {own.jahr} mit {own.gedruckt} {art} der"
        f" {region.name} ({other.gedruckt}).",
        belege,
    )


def span(kennzahl: Kennzahl, material: Material) -> Satz | None:
    """The Kommunen with the lowest and the highest value."""
    known = sorted(
        (
            (wert.genau, kommune)
            for kommune in material.edition.gebiete.kommunen
            if (wert := material.wert(kommune, kennzahl)).genau is not None
        ),
        key=lambda entry: entry[0] or 0,
    )
    if len(known) < max(MEISTE_KOMMUNEN, len(material.edition.gebiete.kommunen)):
        return None
    areas = [known[0][1], known[-1][1], *(kommune for _, kommune in known[1:-1])]
    belege = _evidence(kennzahl, areas, material)
    werte = tuple(material.wert(area, kennzahl) for area in areas)
    if not belege or not true_kind([Satzart.SPANNE], Aussage(werte=werte)):
        return None
    low, high = belege[:2]
    return _sentence(
        Satzart.SPANNE,
        f"{kennzahl.titel}: Unter {len(areas)} Kommunen der Region reicht der Wert {low.jahr} von"
        f" {low.gedruckt} ({areas[0].name}) bis {high.gedruckt} ({areas[1].name}).",
        belege,
    )


def trend(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Satz | None:
    """A proven trend over the last five years, all of which prove it."""
    found = material.einordnung(gebiet, kennzahl).trend
    if found.von is None or found.bis is None:
        return None
    years = (found.von, found.bis, *range(found.von + 1, found.bis))
    belege = _evidence_of_years(kennzahl, gebiet, years, material)
    werte = tuple(material.wert(gebiet, kennzahl, jahr) for jahr in years[:2])
    art = true_kind(_TRENDS, Aussage(werte=werte, urteil=found.urteil)) if belege else None
    if art is None:
        return None
    first, last = belege[:2]
    return _sentence(
        art,
        f"{kennzahl.titel}: Der Trend für {with_article(gebiet)} ist von {first.jahr}"
        f" ({first.gedruckt}) bis {last.jahr} ({last.gedruckt}) {_WORT[art]}.",
        belege,
    )


def course(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> Satz | None:
    """The change over the first period."""
    spanne = material.staende[kennzahl.id].spanne
    if spanne is None:
        return None
    belege = _evidence_of_years(kennzahl, gebiet, (spanne.von, spanne.bis), material)
    aussage = Aussage(werte=ends_of(kennzahl, gebiet, material))
    art = true_kind((*_BEWEGUNGEN, *_STILLSTAND), aussage) if belege else None
    if art is None:
        return None
    first, last = belege
    start = f"{kennzahl.titel}: Der Wert für {with_article(gebiet)}"
    if art in _STILLSTAND:
        text = f"{start} ist mit {first.gedruckt} ({first.jahr}) und {last.gedruckt} ({last.jahr}) {art}."
    else:
        text = f"{start} ist von {first.gedruckt} ({first.jahr}) auf {last.gedruckt} ({last.jahr}) {art}."
    return _sentence(art, text, belege)


def balance(gebiet: Gebiet, material: Material) -> Satz | None:
    """What early warning has found, where it has tested more than one Kennzahl."""
    bilanz = material.bilanz(gebiet)
    if bilanz.geprueft <= 1:
        return None
    text = (
        f"Die Frühwarnung der Ausgabe {material.edition.name} hat {bilanz.geprueft} Kennzahlen"
        f" geprüft: {bilanz.auffaellig} auffällig, {bilanz.ruhig} ruhig."
    )
    return Satz(art=Satzart.BILANZ, text=text, belege=())


def _evidence(kennzahl: Kennzahl, areas: Sequence[Gebiet], material: Material) -> tuple[Beleg, ...]:
    """The cells of the areas at the Stand; empty where one of them cannot carry a sentence."""
    jahr = material.staende[kennzahl.id].jahr
    return _whole([_beleg(kennzahl, area, jahr, material) for area in areas])


def _evidence_of_years(
    kennzahl: Kennzahl, gebiet: Gebiet, jahre: Sequence[int], material: Material
) -> tuple[Beleg, ...]:
    """The cells of the years; empty where one of them cannot carry a sentence."""
    return _whole([_beleg(kennzahl, gebiet, jahr, material) for jahr in jahre])


def _whole(belege: Sequence[Beleg | None]) -> tuple[Beleg, ...]:
    kept = tuple(beleg for beleg in belege if beleg)
    return kept if len(kept) == len(belege) else ()


def _beleg(kennzahl: Kennzahl, gebiet: Gebiet, jahr: int, material: Material) -> Beleg | None:
    """The cell, unless there is a sign, a mark or a limit to its comparison."""
    wert = material.wert(gebiet, kennzahl, jahr)
    if wert.zaehler is None or wert.kennzeichen or wert.eingeschraenkt:
        return None
    return Beleg(
        gebiet=gebiet.schluessel,
        kennzahl=kennzahl.id,
        jahr=jahr,
        zaehler=wert.zaehler,
        nenner=wert.nenner,
        gedruckt=value_with_unit(kennzahl, wert).text,
    )


def _sentence(art: Satzart, text: str, belege: tuple[Beleg, ...]) -> Satz | None:
    """The sentence unless it is too long to be read at once."""
    if len(text.split()) > HOECHSTENS_WOERTER:
        return None
    return Satz(art=art, text=text, belege=belege)
