"""Figures that may be right but have to be looked at: jumps, outliers, rates beyond 100 percent."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import dataframely as dy
import polars as pl

from reports.domain.frames import Bestand
from reports.domain.katalog import Art, Katalog, Merkmal
from reports.domain.quelle import Auffaelligkeit, Quelle
from reports.domain.zeit import Bruch
from reports.errors import Befund, Schwere, Stelle
from reports.intake.checks.words import in_unit
from reports.intake.sources import path_of, place_in_profile

UNBESTAETIGT = "W-UNBESTAETIGT"  # code of a finding that nobody has looked at yet

_ANTEIL = 25  # percent that a figure may change
_ANZAHL = 20  # and by how much, in units of the Merkmal
_ABSTAND = 2  # years between two figures that are compared
_STREUUNG = 4  # standard deviations from the mean of the other years
_JAHRE = 6  # that a series needs for that
_GRENZE = 100  # percent

_SPRUNG = "Sprung"
_AUSREISSER = "Ausreißer"
_PROZENTWERT = "Prozentwert"
_TEXTE = {
    _SPRUNG: "von {vergleich} auf {wert}",
    _AUSREISSER: "{wert}, im Mittel der anderen Jahre {vergleich}",
    _PROZENTWERT: "{wert} % liegt außerhalb von 0 bis 100",
}


def plausibility_problems(
    bestand: dy.DataFrame[Bestand],
    katalog: Katalog,
    quellen: Sequence[Quelle],
    brueche: Sequence[Bruch],
) -> Iterator[Befund]:
    """One Befund a Merkmal, year and reason, declared areas apart from those still open."""
    found = _findings(bestand, katalog, brueche)
    for quelle in quellen:
        for datei in quelle.datei:
            own = found.filter(pl.col("datei") == path_of(quelle, datei))
            yield from _befunde(own, datei.auffaellig, katalog)
            for nummer, entry in enumerate(datei.auffaellig, start=1):
                if own.filter(_covered(entry)).is_empty():
                    yield Befund(
                        code="E-QUELLE",
                        ort=f"{place_in_profile(quelle, datei)}, Auffällig {nummer}",
                        text=f"»{entry.merkmal}« {entry.jahr} ist gar nicht auffällig.",
                        abhilfe="Merkmal, Jahr und ags berichtigen oder den Eintrag streichen.",
                    )


def _findings(bestand: pl.DataFrame, katalog: Katalog, brueche: Sequence[Bruch]) -> pl.DataFrame:
    """The odd cells, each with one reason and what it is compared with."""
    cells = _cells(bestand, katalog, brueche)
    reasons = [_jumps(cells), _outliers(cells), _beyond(cells)]
    found = pl.concat(reasons).unique("nummer", keep="first", maintain_order=True)
    columns = ["datei", "blatt", "zelle", "merkmal", "jahr", "gebiet", "wert"]
    rows = bestand.select(columns)[found["nummer"]]
    return rows.hstack(found.drop("nummer")).sort("merkmal", "jahr", "gebiet")


def _cells(bestand: pl.DataFrame, katalog: Katalog, brueche: Sequence[Bruch]) -> pl.DataFrame:
    """All values, sorted by series and year.

    ``nummer`` is the row in the Bestand; ``reihe`` the years of a Merkmal and area that no break
    divides; ``eins`` one of its unit, ``prozent`` whether it is a rate in percent.
    """
    kinds = _kinds(bestand.select("merkmal", "jahr").unique(), katalog, brueche)
    reihe = pl.col("abschnitt") * 10**8 + pl.col("gebiet").cast(pl.Int64)
    return (
        bestand.with_row_index("nummer")
        .select("nummer", "gebiet", "merkmal", "jahr", "wert")
        .filter(pl.col("wert").is_not_null())
        .join(kinds, on=["merkmal", "jahr"])
        .select("nummer", "jahr", "wert", "eins", "prozent", reihe.alias("reihe"))
        .sort("reihe", "jahr")
    )


def _kinds(pairs: pl.DataFrame, katalog: Katalog, brueche: Sequence[Bruch]) -> pl.DataFrame:
    """What holds for a Merkmal in a year; ``abschnitt`` counts Merkmale and their unbroken spans."""
    starts = {
        merkmal.id: sorted(bruch.ab for bruch in brueche if bruch.concerns(merkmal))
        for merkmal in katalog.merkmale.values()
    }
    numbers: dict[tuple[str, int], int] = {}
    rows = []
    for name, jahr in pairs.iter_rows():
        merkmal = katalog.merkmale[name]
        span = (name, bisect_right(starts[name], jahr))
        number = numbers.setdefault(span, len(numbers))
        prozent = merkmal.art is Art.QUOTE and merkmal.einheit == "%"
        rows.append((name, jahr, number, 10**merkmal.dezimalen, prozent))
    schema = {
        "merkmal": pl.String,
        "jahr": pl.Int32,
        "abschnitt": pl.Int64,
        "eins": pl.Int64,
        "prozent": pl.Boolean,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _jumps(cells: pl.DataFrame) -> pl.DataFrame:
    """Values far from the one before in their series, where that is recent."""
    wert, jahr, reihe = pl.col("wert"), pl.col("jahr"), pl.col("reihe")
    recent = (reihe == reihe.shift(1)) & (jahr - jahr.shift(1) <= _ABSTAND)
    jumps = cells.with_columns(wert.shift(1).alias("vorher")).filter(
        recent & _far(wert, wert.shift(1))
    )
    return _reason(jumps, _SPRUNG, pl.col("vorher"))


def _outliers(cells: pl.DataFrame) -> pl.DataFrame:
    """Values far from the mean of the other years of their series."""
    wert = pl.col("wert").cast(pl.Float64)
    series = cells.group_by("reihe").agg(
        pl.len().alias("jahre"), wert.sum().alias("summe"), (wert**2).sum().alias("quadrate")
    )
    others = pl.col("jahre") - 1
    mittel = (pl.col("summe") - wert) / others
    streuung = ((pl.col("quadrate") - wert**2) / others - mittel**2).clip(0).sqrt()
    far = cells.join(series.filter(pl.col("jahre") >= _JAHRE), on="reihe").filter(
        _far(wert, mittel) & ((wert - mittel).abs() > streuung * _STREUUNG)
    )
    return _reason(far, _AUSREISSER, mittel.round())


def _far(wert: pl.Expr, base: pl.Expr) -> pl.Expr:
    """Whether a value differs by more than a share and by more than a number of units."""
    change = (wert - base).abs()
    return (change * 100 > base.abs() * _ANTEIL) & (change > pl.col("eins") * _ANZAHL)


def _beyond(cells: pl.DataFrame) -> pl.DataFrame:
    outside = (pl.col("wert") < 0) | (pl.col("wert") > pl.col("eins") * _GRENZE)
    return _reason(cells.filter(pl.col("prozent") & outside), _PROZENTWERT, pl.lit(0))


def _reason(cells: pl.DataFrame, reason: str, compared: pl.Expr) -> pl.DataFrame:
    return cells.select(
        "nummer", compared.cast(pl.Int64).alias("vergleich"), pl.lit(reason).alias("grund")
    )


def _covered(entry: Auffaelligkeit) -> pl.Expr:
    right = (pl.col("merkmal") == entry.merkmal) & (pl.col("jahr") == entry.jahr)
    return right & pl.col("gebiet").is_in(list(entry.ags)) if entry.ags else right


def _befunde(
    found: pl.DataFrame, entries: Sequence[Auffaelligkeit], katalog: Katalog
) -> Iterator[Befund]:
    for entry in entries:
        own = found.filter(_covered(entry))
        for _, rows in own.group_by("grund", maintain_order=True):
            yield _befund(
                rows, katalog, "W-PLAUSIBEL", f"Nichts zu tun; als richtig erklärt: {entry.grund}"
            )
        found = found.filter(~_covered(entry))
    for _, rows in found.group_by("merkmal", "jahr", "grund", maintain_order=True):
        remedy = (
            "Mit der Quelle vergleichen; ist der Wert richtig, in quelle.toml als"
            " [[datei.auffaellig]] begründen oder mit --bestaetigt bestätigen."
        )
        yield _befund(rows, katalog, UNBESTAETIGT, remedy)


def _befund(rows: pl.DataFrame, katalog: Katalog, code: str, abhilfe: str) -> Befund:
    """One finding that names every area and value: what is confirmed is exactly what it says."""
    first = rows.row(0, named=True)
    merkmal = katalog.merkmale[first["merkmal"]]
    cells = "; ".join(_cell(row, merkmal) for row in rows.iter_rows(named=True))
    return Befund(
        code=code,
        ort=Stelle(first["datei"], first["blatt"], first["zelle"], rows.height - 1),
        text=f"{first['grund']} bei »{merkmal.id}« {first['jahr']}: {cells}.",
        abhilfe=abhilfe,
        schwere=Schwere.WARNUNG,
    )


def _cell(row: dict[str, Any], merkmal: Merkmal) -> str:
    figures = {name: in_unit(row[name], merkmal) for name in ("wert", "vergleich")}
    return f"{row['gebiet']} {_TEXTE[row['grund']].format(**figures)}"
