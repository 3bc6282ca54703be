"""The chapters of a profile."""

from collections.abc import Iterator

from reports.domain.katalog import Kennzahl, Themenfeld
from reports.profile.altersaufbau import altersaufbau
from reports.profile.changetables import change_tables
from reports.profile.diagrams import diagrams, reading
from reports.profile.maps import mapped, theme_map
from reports.profile.material import Gebiet, Material
from reports.profile.model import Thema
from reports.profile.rankings import ranking
from reports.profile.sentences import chapter_sentences
from reports.profile.tables import kommunen_tables


def chapters(material: Material) -> Iterator[tuple[Themenfeld, list[Kennzahl]]]:
    """The chapters with at least one delivered Kennzahl; the ledger lists all others."""
    for themenfeld in material.katalog.themenfelder:
        kennzahlen = [
            k for k in material.katalog.kennzahlen_of(themenfeld) if k.id in material.staende
        ]
        if kennzahlen:
            yield themenfeld, kennzahlen


def thema_of(
    themenfeld: Themenfeld, kennzahlen: list[Kennzahl], gebiet: Gebiet, material: Material
) -> Thema:
    """A chapter of the profile of *gebiet*; *kennzahlen* are those of its Kennzahlen with figures."""
    if themenfeld.altersgruppen:
        return altersaufbau(themenfeld, kennzahlen, gebiet, material)
    tables = list(change_tables(themenfeld, kennzahlen, gebiet, material))
    charts = diagrams(kennzahlen, gebiet, material)
    spread = None
    if gebiet == material.edition.gebiete.region:
        tables += kommunen_tables(themenfeld, kennzahlen, material)
        spread = mapped(kennzahlen, material)
    return Thema(
        id=themenfeld.id,
        titel=themenfeld.titel,
        saetze=chapter_sentences(kennzahlen, gebiet, material),
        diagramme=charts,
        lesehilfe=reading(gebiet, material) if charts else "",
        tabellen=tuple(tables),
        lesarten=tuple((k.titel, k.erlaeuterung) for k in kennzahlen),
        rangfolge=ranking(spread, material) if spread else None,
        karte=theme_map(spread, material) if spread else None,
    )
