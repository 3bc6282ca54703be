"""Parts of a whole: together the whole, or never more than it."""

from collections.abc import Iterator, Mapping, Sequence

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand
from reports.domain.katalog import Katalog, Merkmal, Zerlegung
from reports.domain.zeichen import Kennzeichen
from reports.errors import Befund, Stelle
from reports.intake.checks.words import in_unit

_AREA = ["gebiet", "jahr"]


def part_problems(bestand: dy.DataFrame[Bestand], katalog: Katalog) -> Iterator[Befund]:
    """Areas and years in which the parts do not fit their whole, one Befund a Zerlegung and year.

    Known parts are never more than the whole, even where others have a sign; where all are known
    and the catalogue says that they are the whole, they are not less either.
    """
    columns = [*_AREA, "merkmal", "wert", "kennzeichen", "datei", "blatt", "zelle"]
    values = bestand.select(columns).filter(pl.col("wert").is_not_null())
    of_merkmal = {
        str(name): rows for (name,), rows in values.partition_by("merkmal", as_dict=True).items()
    }
    for zerlegung in katalog.zerlegungen:
        parts = _sums(of_merkmal, zerlegung.teile, "teil")
        whole = _whole(of_merkmal, katalog.merkmale[zerlegung.ganzes])
        if parts is not None and whole is not None:
            both = whole.join(parts, on=_AREA, how="inner").sort("jahr", "gebiet")
            wrong = both.filter(_holds(zerlegung) & _misfit(zerlegung, katalog))
            for _, rows in wrong.group_by("jahr", maintain_order=True):
                yield _befund(rows, zerlegung, katalog)


def _holds(zerlegung: Zerlegung) -> pl.Expr:
    """Whether the Zerlegung holds in the year."""
    since = pl.lit(value=True) if zerlegung.von is None else pl.col("jahr") >= zerlegung.von
    return since if zerlegung.bis is None else since & (pl.col("jahr") <= zerlegung.bis)


def _misfit(zerlegung: Zerlegung, katalog: Katalog) -> pl.Expr:
    """Whether the parts are more than the whole, or all known and less although they are it."""
    slack = zerlegung.toleranz.scaleb(katalog.merkmale[zerlegung.ganzes].dezimalen)
    halves = int(slack * 2) + pl.col("teil_gerundet") + pl.col("ganzes_gerundet")
    surplus = pl.col("teil") - pl.col("ganzes")
    more = surplus * 2 > halves
    less = (surplus * -2 > halves) & (pl.col("teil_anzahl") == len(zerlegung.teile))
    return more | less if zerlegung.vollstaendig else more


def _sums(
    of_merkmal: Mapping[str, pl.DataFrame], names: Sequence[str], alias: str
) -> pl.DataFrame | None:
    """Per area and year the sum of the named Merkmale, None where none of them has a value.

    Beside it stand how many there are, how many of them are only nearly nothing, and the first
    place.
    """
    found = [of_merkmal[name] for name in names if name in of_merkmal]
    if not found:
        return None
    nearly_nothing = (pl.col("kennzeichen") & Kennzeichen.GERUNDET_NULL.value) > 0
    return (
        pl.concat(found)
        .group_by(_AREA, maintain_order=True)
        .agg(
            pl.col("wert").sum().alias(alias),
            pl.len().cast(pl.Int64).alias(f"{alias}_anzahl"),
            nearly_nothing.sum().cast(pl.Int64).alias(f"{alias}_gerundet"),
            pl.struct("datei", "blatt", "zelle").first().alias(f"{alias}_ort"),
        )
    )


def _whole(of_merkmal: Mapping[str, pl.DataFrame], merkmal: Merkmal) -> pl.DataFrame | None:
    """The whole where it is known: delivered, or the first complete sum it is derived from."""
    ways = [summe.merkmale for summe in merkmal.summe] or [(merkmal.id,)]
    sums = ((_sums(of_merkmal, names, "ganzes"), len(names)) for names in ways)
    found = [rows.filter(pl.col("ganzes_anzahl") == n) for rows, n in sums if rows is not None]
    return pl.concat(found).unique(_AREA, keep="first", maintain_order=True) if found else None


def _befund(rows: pl.DataFrame, zerlegung: Zerlegung, katalog: Katalog) -> Befund:
    first = rows.row(0, named=True)
    merkmal = katalog.merkmale[zerlegung.ganzes]
    names = " + ".join(zerlegung.teile)
    parts, whole = in_unit(first["teil"], merkmal), in_unit(first["ganzes"], merkmal)
    relation = "mehr" if first["teil"] > first["ganzes"] else "weniger"
    place = first["ganzes_ort"]
    return Befund(
        code="E-TEIL",
        ort=Stelle(place["datei"], place["blatt"], place["zelle"], rows.height - 1),
        text=f"{zerlegung.titel} {first['jahr']}, {first['gebiet']}: »{names}« ist mit {parts}"
        f" {relation} als das Ganze »{merkmal.id}« mit {whole}.",
        abhilfe="Prüfen, ob Spalten vertauscht sind oder Teile und Ganzes aus verschiedenen"
        " Lieferungen stammen.",
    )
