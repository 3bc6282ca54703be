"""All figures of an edition from its Bestand, in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand, Haeufigkeit, Kennzahlwert, Veraenderung
from reports.domain.katalog import Formelart, Katalog
from reports.domain.zeit import TRENDJAHRE, Bruch
from reports.edition import Edition
from reports.measures.entwicklung import with_entwicklungen
from reports.measures.groups import haeufigkeiten
from reports.measures.kennzahlen import kennzahlwerte
from reports.measures.staende import Jahre, covered_years, staende
from reports.measures.veraenderungen import veraenderungen


@dataclass(frozen=True, slots=True, kw_only=True)
class Messung:
    """What is known before protection.

    Attributes:
        haeufigkeiten: the figures that the Kennzahlen are made of, of all years.
        moeglich: all values that an edition of these figures could show, whatever its period; of
            an Entwicklung its counts.
        jahre: by id of the Kennzahl, see :func:`staende`.
    """

    haeufigkeiten: dy.DataFrame[Haeufigkeit]
    moeglich: dy.DataFrame[Kennzahlwert]
    werte: dy.DataFrame[Kennzahlwert]
    jahre: Mapping[str, Jahre]
    veraenderungen: dy.DataFrame[Veraenderung]


def measure(
    bestand: dy.DataFrame[Bestand], katalog: Katalog, brueche: Sequence[Bruch], edition: Edition
) -> Messung:
    """The Kennzahlen that an edition shows, their Stände and changes over the periods.

    A value is kept when its year lies between the first and the last year of all periods, or is
    its Kennzahl's Stand or one of the four years before, of which trend and early warning speak.
    """
    figures = haeufigkeiten(bestand, katalog, edition.gebiete)
    moeglich = kennzahlwerte(figures, katalog, edition.gebiete)
    years = staende(
        covered_years(moeglich, edition.gebiete),
        jahr=edition.jahr,
        zeitraeume=edition.zeitraeume,
        entwicklungen=[
            k.id for k in katalog.kennzahlen.values() if k.formel is Formelart.ENTWICKLUNG
        ],
    )
    werte = with_entwicklungen(moeglich, years, katalog, brueche)
    return Messung(
        haeufigkeiten=figures,
        moeglich=moeglich,
        werte=_shown(werte, years, edition),
        jahre=years,
        veraenderungen=veraenderungen(werte, years, katalog, brueche),
    )


def _shown(
    werte: dy.DataFrame[Kennzahlwert], years: Mapping[str, Jahre], edition: Edition
) -> dy.DataFrame[Kennzahlwert]:
    stand = pl.DataFrame(
        [(name, jahre.stand) for name, jahre in years.items()],
        schema={"kennzahl": pl.String, "stand": pl.Int32},
        orient="row",
    )
    recent = pl.col("jahr").is_between(pl.col("stand") - TRENDJAHRE + 1, pl.col("stand"))
    of_period = pl.col("jahr").is_between(edition.spanne.von, edition.spanne.bis)
    kept = werte.join(stand, on="kennzahl", maintain_order="left").filter(recent | of_period)
    return Kennzahlwert.validate(kept.select(werte.columns).sort("kennzahl", "jahr", "gebiet"))
