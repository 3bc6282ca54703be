"""Small charts of the page model, as tests need them."""

from reports.profile.chartmodel import (
    Linie,
    Linienart,
    Linienbild,
    Liniendiagramm,
    Punkt,
    Punktdiagramm,
    Punktreihe,
    Strich,
)

LANG = "Anteil der Personen von 15 Jahren und älter mit (Fach-)Hochschulreife"


def linie(werte: dict[int, float | None], name: str = "Uetze", text: str = "6,1\u00a0%") -> Linie:
    """The line of *name*; Uetze is the own area."""
    return Linie(
        name=name,
        art=Linienart.EIGEN if name == "Uetze" else Linienart.VERGLEICH,
        punkte=tuple(Punkt(jahr=jahr, wert=wert) for jahr, wert in werte.items()),
        endtext=f"{name} {text}",
    )


def bild(
    *linien: Linie,
    titel: str = "SGB-II-Quote",
    brueche: tuple[int, ...] = (),
    einschraenkungen: tuple[int, ...] = (),
) -> Linienbild:
    """A panel from 2002 to 2021 with ticks at 0, 5 and 10."""
    return Linienbild(
        titel=titel,
        einheit="Prozent",
        linien=linien,
        striche=tuple(Strich(wert=wert, text=f"{wert},0") for wert in (0, 5, 10)),
        brueche=brueche,
        einschraenkungen=einschraenkungen,
        jahre=(2002, 2021),
    )


def liniendiagramm(*bilder: Linienbild) -> Liniendiagramm:
    """A chart of these panels."""
    return Liniendiagramm(id="armut", titel="Armut", bilder=bilder, alt="Linien zur Armut.")


def jaehrlich(wert: float = 8.0) -> dict[int, float | None]:
    """A value for each year, falling by 0.1."""
    return {jahr: wert - (jahr - 2002) / 10 for jahr in range(2002, 2022)}


def linien() -> Liniendiagramm:
    """Four panels: a break, a long title, suppressed years, a single point."""
    region = linie(jaehrlich(9.5), "Region", "7,6\u00a0%")
    luecken = jaehrlich() | dict.fromkeys((2005, 2006, 2014))
    return liniendiagramm(
        bild(linie(jaehrlich()), region, brueche=(2011,)),
        bild(linie({2011: 2.4, 2021: 3.0}), titel=LANG),
        bild(linie(luecken), region, titel="Ausländeranteil"),
        bild(linie({2015: 4.9}), linie({2015: 5.1}, "Region"), titel="Wohnfläche"),
    )


def reihe(werte: tuple[float, ...], eigen: float | None, titel: str = "Quote") -> Punktreihe:
    """A row with its Region at 5."""
    return Punktreihe(
        titel=titel,
        stand="2021",
        werte=werte,
        eigen=eigen,
        region=5.0,
        kleinster="1,0\u00a0%",
        groesster="9,0\u00a0%",
        eigentext="x" if eigen is None else "6,1\u00a0%",
    )


def punktdiagramm(*reihen: Punktreihe, eigenname: str = "Uetze") -> Punktdiagramm:
    """A chart of these rows."""
    return Punktdiagramm(
        id="vergleich", titel="Vergleich", eigenname=eigenname, reihen=reihen, alt="Reihen."
    )


def punkte() -> Punktdiagramm:
    """Three rows: a long title, a suppressed own value, all values the same."""
    return punktdiagramm(
        reihe((1.0, 2.0, 4.0, 9.0), 6.1, LANG),
        reihe((1.0, 9.0), None),
        reihe((5.0, 5.0), 5.0, "Hebesatz"),
    )
