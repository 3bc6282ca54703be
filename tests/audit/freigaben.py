"""Released folders of a small region, and what somebody may have left in them by mistake."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from zahlen import QUELLE, Zellwert, bestand, edition, gebiete, katalog, kennzahl, umstaende

from reports.disclosure.protect import protect
from reports.domain.katalog import Katalog, Zerlegung
from reports.handover.data import write_daten
from reports.measures.measure import measure
from reports.profile.material import material_of

KOMMUNEN = tuple(f"0324100{number}" for number in range(1, 6))
REGION = "03241000"
JAHRE = (2019, 2020)
MENSCHEN = 1000


def by_sex() -> Katalog:
    """Unemployed, men and women, as counts and as a share of all people."""
    parts = katalog(
        kennzahl("alo_zahl", "alo"),
        kennzahl("alo_m_zahl", "alo_m"),
        kennzahl("alo_w_zahl", "alo_w"),
        kennzahl("alo_quote", "alo", "bev"),
        kennzahl("einwohner", "bev"),
    )
    geschlecht = Zerlegung(
        titel="Geschlecht",
        ganzes="alo",
        teile=("alo_m", "alo_w"),
        vollstaendig=True,
        toleranz=Decimal(0),
    )
    return replace(parts, zerlegungen=(geschlecht,))


def counts(
    maenner: Mapping[int, Sequence[int]], frauen: Mapping[int, Sequence[int]]
) -> list[Zellwert]:
    """Counts of men and women by year, a figure a Kommune, with their sums."""
    return [
        (kommune, jahr, name, wert)
        for jahr in maenner
        for kommune, m, w in zip(KOMMUNEN, maenner[jahr], frauen[jahr], strict=True)
        for name, wert in (("alo_m", m), ("alo_w", w), ("alo", m + w), ("bev", MENSCHEN))
    ]


def released(zellen: Sequence[Zellwert], verzeichnis: Katalog, daten: Path) -> Path:
    """The folder *daten* of an edition that shows these counts."""
    ausgabe = replace(edition(*JAHRE), gebiete=gebiete(*KOMMUNEN))
    messung = measure(bestand(zellen), verzeichnis, (), ausgabe)
    material = material_of(
        protect(messung, umstaende(verzeichnis, ausgabe)).release,
        edition=ausgabe,
        katalog=verzeichnis,
        quellen=(QUELLE,),
        brueche=(),
        kennung="probe",
    )
    daten.mkdir(parents=True)
    write_daten(daten, material)
    return daten


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a released table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def change(path: Path, where: Mapping[str, object], to: Mapping[str, object]) -> None:
    """Write other fields into the one row of a released table that *where* describes."""
    table = rows(path)
    (row,) = (r for r in table if all(r[name] == str(value) for name, value in where.items()))
    row |= {name: str(value) for name, value in to.items()}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
