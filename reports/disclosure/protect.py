"""Messung → Release: the step across the wall."""

from collections.abc import Sequence

from reports.disclosure.primary import released_changes, released_values
from reports.disclosure.release import Release, Stand
from reports.domain.katalog import Katalog
from reports.domain.zeit import Bruch
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
                jahr=jahre.stand,
                spannen=jahre.spannen,
                brueche=brueche_of(katalog.kennzahlen[name], katalog, brueche),
            )
            for name, jahre in messung.jahre.items()
        },
    )
