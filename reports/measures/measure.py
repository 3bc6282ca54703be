"""All figures of an edition from its Bestand, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand, Kennzahlwert, Veraenderung
from reports.domain.katalog import Formelart, Katalog
from reports.domain.zeit import Bruch
from reports.edition import Edition
from reports.measures.entwicklung import with_entwicklungen
from reports.measures.groups import haeufigkeiten
from reports.measures.kennzahlen import kennzahlwerte
from reports.measures.staende import covered_years, staende
from reports.measures.veraenderungen import veraenderungen


@dataclass(frozen=True, slots=True, kw_only=True)
class Messung:
    """What is known before protection.

    Attributes:
        staende: columns ``kennzahl``, ``stand``, ``von``, ``bis``; see :func:`staende`.
    """

    werte: dy.DataFrame[Kennzahlwert]
    staende: pl.DataFrame
    veraenderungen: dy.DataFrame[Veraenderung]


def measure(
    bestand: dy.DataFrame[Bestand], katalog: Katalog, brueche: Sequence[Bruch], edition: Edition
) -> Messung:
    """The Kennzahlen that an edition shows, their Stände and changes over the period.

    A value is kept when its year lies in the period or is its Kennzahl's Stand.
    """
    figures = haeufigkeiten(bestand, katalog, edition.gebiete)
    werte = kennzahlwerte(figures, katalog, edition.gebiete)
    years = staende(
        covered_years(werte, edition.gebiete),
        jahr=edition.jahr,
        zeitraum=edition.zeitraum,
        entwicklungen=[
            k.id for k in katalog.kennzahlen.values() if k.formel is Formelart.ENTWICKLUNG
        ],
    )
    werte = with_entwicklungen(werte, years, katalog, brueche)
    shown = pl.col("jahr").is_between(edition.zeitraum.von, edition.zeitraum.bis) | (
        pl.col("jahr") == pl.col("stand")
    )
    kept = werte.join(years, on="kennzahl", maintain_order="left").filter(shown)
    return Messung(
        werte=Kennzahlwert.validate(kept.select(werte.columns).sort("kennzahl", "jahr", "gebiet")),
        staende=years,
        veraenderungen=veraenderungen(werte, years, katalog, brueche),
    )
