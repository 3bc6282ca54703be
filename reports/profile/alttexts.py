"""What a chart shows, in words: from the same released values, for those who cannot see it."""

from reports.domain.angabe import Wert
from reports.domain.katalog import Kennzahl
from reports.domain.zeit import Vergleichbarkeit, Zeitraum
from reports.profile.cells import value_with_unit
from reports.profile.material import Gebiet, Material
from reports.profile.ranges import ends_of_kommunen
from reports.profile.tables import compared_with, rank_text, stand_text

_BRUCH = {
    Vergleichbarkeit.NEIN: "mit Bruch der Zeitreihe",
    Vergleichbarkeit.EINGESCHRAENKT: "mit eingeschränkter Vergleichbarkeit",
}
_TABELLE = "Die Werte stehen in der Tabelle danach."


def alt_of_lines(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    """First and last value of the own line, its direction, breaks and gaps, and the comparison."""
    spanne = material.edition.spanne
    other = compared_with(gebiet, material)
    parts = [_line(kennzahl, gebiet, material), _last(kennzahl, other, material)]
    said = "; ".join(part for part in parts if part)
    head = f"Liniendiagramm {kennzahl.titel}, {spanne.von} bis {spanne.bis}"
    return f"{head}: {said}. {_TABELLE}"


def _line(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    """The way of an area's line."""
    werte = _released(kennzahl, gebiet, material)
    if not werte:
        return f"{gebiet.name} ohne Wert"
    first, last = min(werte), max(werte)
    end = f"{_spoken(kennzahl, werte[last])} im Jahr {last}"
    if first == last:
        return f"{gebiet.name} {end}"
    grade = material.staende[kennzahl.id].comparability(Zeitraum(first, last))
    course = _course(werte[first], werte[last]) if grade is None else _BRUCH[grade]
    gaps = last - first + 1 - len(werte)
    missing = f", {gaps} Jahre ohne Wert" if gaps > 1 else ", ein Jahr ohne Wert" if gaps else ""
    start = f"{_spoken(kennzahl, werte[first])} im Jahr {first}"
    return f"{gebiet.name} {course} von {start} auf {end}{missing}"


def _last(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> str:
    """The last value of the area that a rate is compared with."""
    werte = _released(kennzahl, gebiet, material) if kennzahl.nenner else {}
    if not werte:
        return ""
    return f"{gebiet.kurzname} {max(werte)} {_spoken(kennzahl, werte[max(werte)])}"


def _released(kennzahl: Kennzahl, gebiet: Gebiet, material: Material) -> dict[int, Wert]:
    spanne = material.edition.spanne
    return {
        jahr: wert
        for jahr in range(spanne.von, spanne.bis + 1)
        if (wert := material.wert(gebiet, kennzahl, jahr)).gerundet is not None
    }


def _spoken(kennzahl: Kennzahl, wert: Wert) -> str:
    """The value inside a sentence, its marks in words between commas."""
    cell = value_with_unit(kennzahl, wert)
    return f"{cell.gesprochen}," if cell.gesprochen else cell.text


def _course(first: Wert, last: Wert) -> str:
    """The direction between two printed values."""
    start, end = ((wert.gerundet or 0, wert.gerundet_null) for wert in (first, last))
    if start == end:
        return "unverändert"
    return "gestiegen" if start < end else "gesunken"


def alt_of_spine(
    kennzahl: Kennzahl, gebiet: Gebiet, material: Material, eigen: float | None
) -> str:
    """Where the area stands among all Kommunen, and between which values these lie."""
    region = material.edition.gebiete.region
    said = [f"Lage der Kommunen bei {kennzahl.titel}, {stand_text(kennzahl, material)}"]
    if eigen is not None:
        own = value_with_unit(kennzahl, material.wert(gebiet, kennzahl)).worte
        rank = rank_text(material.einordnung(gebiet, kennzahl).rang)
        said.append(", ".join(part for part in (f"{gebiet.name} mit {own}", rank) if part))
    said.append(
        f"Wert der Region {value_with_unit(kennzahl, material.wert(region, kennzahl)).worte}"
    )
    if ends := ends_of_kommunen(kennzahl, material):
        low, high = (value_with_unit(kennzahl, wert).worte for wert in ends)
        said.append(f"die Kommunen reichen von {low} bis {high}")
    return "; ".join(said)
