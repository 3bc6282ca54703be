"""Messung → Release: the step across the wall."""

from collections.abc import Sequence

from reports.disclosure.primary import released_changes, released_values
from reports.disclosure.release import Release, Stand
from reports.domain.katalog import Katalog
from reports.domain.zeit import Bruch, Vergleichbarkeit
from reports.measures.breaks import brueche_of
from reports.measures.measure import Messung


def protect(messung: Messung, katalog: Katalog, brueche: Sequence[Bruch]) -> Release:
    """What may be published of *messung*."""
    werte = released_values(messung.werte, katalog)
    return Release(
        werte=werte,
        veraenderungen=released_changes(messung.veraenderungen, werte),
        staende={
            name: Stand(
                jahr=jahr, von=von, bis=bis, bruchjahre=_bruchjahre(name, jahr, katalog, brueche)
            )
            for name, jahr, von, bis in messung.staende.iter_rows()
        },
    )


def _bruchjahre(
    name: str, jahr: int, katalog: Katalog, brueche: Sequence[Bruch]
) -> tuple[int, ...]:
    own = brueche_of(katalog.kennzahlen[name], katalog, brueche)
    years = {b.ab for b in own if b.vergleichbar is Vergleichbarkeit.NEIN and b.ab <= jahr}
    return tuple(sorted(years))
