"""Flat files of GENESIS: the older layout, and the newer one unsorted in a ZIP archive."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import polars as pl

from reports.domain.katalog import Merkmal
from reports.domain.quelle import Dateiformat, Tabellenform, Wertspalte
from reports.muster.formen.schriftstueck import Schriftstueck
from reports.muster.plan import Sendung
from reports.muster.texte import Schreiber, stichtag_of

_GEBIETE = "GEMEIN"
_GLIEDERUNG = "MUSTER"  # the invented variable whose values are the Merkmale
_KENNZEICHEN = "([prseu])$"
_MARKE = b"\xef\xbb\xbf"  # of UTF-8
_PACKTAG = (2025, 1, 1, 0, 0, 0)


def genesis_alt(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """A column for each content; what a content does not have stays empty."""
    contents = _contents(sendung.merkmale)
    heads = {code: f"{code}__Musterzahlen__{unit}" for unit, code in contents.items()}
    rows = _rows(sendung, schreiber).select(
        pl.lit("99999").alias("Statistik_Code"),
        pl.lit("Musterstatistik").alias("Statistik_Label"),
        pl.lit("STAG").alias("Zeit_Code"),
        pl.lit("Stichtag").alias("Zeit_Label"),
        pl.col("zeit").alias("Zeit"),
        pl.lit(_GEBIETE).alias("1_Merkmal_Code"),
        pl.lit("Gemeinden").alias("1_Merkmal_Label"),
        pl.col("ags").alias("1_Auspraegung_Code"),
        pl.col("name").alias("1_Auspraegung_Label"),
        pl.lit(_GLIEDERUNG).alias("2_Merkmal_Code"),
        pl.lit("Mustergliederung").alias("2_Merkmal_Label"),
        pl.col("code").alias("2_Auspraegung_Code"),
        pl.col("titel").alias("2_Auspraegung_Label"),
        *(
            pl.when(pl.col("inhalt") == code).then("text").otherwise(pl.lit("")).alias(head)
            for code, head in heads.items()
        ),
        *(
            pl.when(pl.col("inhalt") == code).then("q").otherwise(pl.lit("")).alias(f"{head}__q")
            for code, head in heads.items()
        ),
    )
    return _piece(sendung, ".csv", _MARKE + rows.write_csv(separator=";").encode())


def genesis_neu(sendung: Sendung, schreiber: Schreiber) -> Schriftstueck:
    """A row for each figure, with English heads and in no order."""
    rows = _rows(sendung, schreiber).sort("text", "zeit", "ags", "code")
    content = rows.select(
        pl.lit("99999").alias("statistics_code"),
        pl.lit("Musterstatistik").alias("statistics_label"),
        pl.lit("STAG").alias("time_code"),
        pl.lit("Stichtag").alias("time_label"),
        pl.col("zeit").alias("time"),
        pl.lit(_GEBIETE).alias("1_variable_code"),
        pl.lit("Gemeinden").alias("1_variable_label"),
        pl.col("ags").alias("1_variable_attribute_code"),
        pl.col("name").alias("1_variable_attribute_label"),
        pl.lit(_GLIEDERUNG).alias("2_variable_code"),
        pl.lit("Mustergliederung").alias("2_variable_label"),
        pl.col("code").alias("2_variable_attribute_code"),
        pl.col("titel").alias("2_variable_attribute_label"),
        pl.col("text").alias("value"),
        pl.col("einheit").alias("value_unit"),
        pl.col("inhalt").alias("value_variable_code"),
        pl.lit("Musterzahlen").alias("value_variable_label"),
        pl.col("q").alias("value_q"),
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(f"{sendung.name}_de_flat.csv", date_time=_PACKTAG)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, _MARKE + content.write_csv(separator=";").encode())
    return _piece(sendung, ".zip", packed.getvalue())


def _rows(sendung: Sendung, schreiber: Schreiber) -> pl.DataFrame:
    """All figures with their codes and the letter of their quality apart."""
    contents, codes = _contents(sendung.merkmale), _codes(sendung.merkmale)
    found = pl.concat(
        schreiber.frame(merkmal, sendung.jahre).with_columns(
            pl.lit(merkmal.titel).alias("titel"),
            pl.lit(merkmal.einheit).alias("einheit"),
            pl.lit(codes[merkmal.id]).alias("code"),
            pl.lit(contents[merkmal.einheit]).alias("inhalt"),
            _time(merkmal, sendung.jahre).alias("zeit"),
        )
        for merkmal in sendung.merkmale
    )
    orte = schreiber.orte
    return found.with_columns(
        pl.Series([ort.schluessel for ort in orte]).gather(found["nummer"]).alias("ags"),
        pl.Series([ort.amtlich for ort in orte]).gather(found["nummer"]).alias("name"),
        pl.col("text").str.extract(_KENNZEICHEN).fill_null("").alias("q"),
        pl.col("text").str.replace(_KENNZEICHEN, ""),
    )


def _time(merkmal: Merkmal, jahre: Sequence[int]) -> pl.Expr:
    """The day as German tables write it, else the year."""
    words = {jahr: _written(stichtag_of(merkmal, jahr), jahr) for jahr in jahre}
    return pl.col("jahr").replace_strict(words, return_dtype=pl.String)


def _written(stichtag: str, jahr: int) -> str:
    try:
        return f"{date.fromisoformat(stichtag):%d.%m.%Y}"
    except ValueError:
        return str(jahr)


def _contents(merkmale: Sequence[Merkmal]) -> dict[str, str]:
    """A code for each unit."""
    units = dict.fromkeys(merkmal.einheit for merkmal in merkmale)
    return {unit: f"INH{number:03}" for number, unit in enumerate(units, start=1)}


def _codes(merkmale: Sequence[Merkmal]) -> dict[str, str]:
    """A code for each Merkmal; the first of a unit is the total, which has none."""
    totals = {merkmal.einheit: merkmal.id for merkmal in reversed(merkmale)}
    return {
        merkmal.id: "" if totals[merkmal.einheit] == merkmal.id else f"MUSTER{number:03}"
        for number, merkmal in enumerate(merkmale)
    }


def _piece(sendung: Sendung, endung: str, inhalt: bytes) -> Schriftstueck:
    contents, codes = _contents(sendung.merkmale), _codes(sendung.merkmale)
    return Schriftstueck(
        endung=endung,
        inhalt=inhalt,
        format=Dateiformat.GENESIS,
        tabellenform=Tabellenform(schluessel=_GEBIETE),
        spalten=tuple(
            Wertspalte(
                kopf=contents[merkmal.einheit],
                merkmal=merkmal.id,
                nur={_GLIEDERUNG: codes[merkmal.id]} if codes[merkmal.id] else {},
            )
            for merkmal in sendung.merkmale
        ),
    )
