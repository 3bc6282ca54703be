"""Small charts of the page model, as tests need them."""

from reports.profile.chartmodel import (
    Linie,
    Linienart,
    Liniendiagramm,
    Punkt,
    Spannweite,
    Spine,
    Spinezeile,
    Strich,
)


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
    brueche: tuple[int, ...] = (),
    einschraenkungen: tuple[int, ...] = (),
    spannweiten: tuple[Spannweite, ...] = (),
    hinweis: str = "",
) -> Liniendiagramm:
    """A chart from 2002 to 2021 with ticks at 0, 5 and 10."""
    return Liniendiagramm(
        id="quote",
        titel="SGB-II-Quote",
        einheit="Prozent",
        linien=linien,
        spannweiten=spannweiten,
        striche=tuple(Strich(wert=wert, text=f"{wert},0") for wert in (0, 5, 10)),
        brueche=brueche,
        einschraenkungen=einschraenkungen,
        jahre=(2002, 2021),
        hinweis=hinweis,
        alt="Linien zur Armut.",
    )


def jaehrlich(wert: float = 8.0) -> dict[int, float | None]:
    """A value for each year, falling by 0.1."""
    return {jahr: wert - (jahr - 2002) / 10 for jahr in range(2002, 2022)}


def voll() -> Liniendiagramm:
    """A band, a break, and two lines of which the own one has gaps."""
    luecken = jaehrlich() | dict.fromkeys((2005, 2006, 2014))
    region = linie(jaehrlich(9.5), "Region", "7,6\u00a0%")
    bands = tuple(Spannweite(jahr, 2.0, 9.8) for jahr in range(2004, 2022))
    return bild(linie(luecken), region, brueche=(2011,), spannweiten=bands)


def leer() -> Liniendiagramm:
    """No own line, and what is said in its place."""
    return bild(linie(jaehrlich(), "Region"), hinweis="Uetze: kein Wert")


def spine() -> Spine:
    """Three rows: judged, neutral, and without an own place."""
    places = (-1.0, -0.25, 0.0, 0.5)
    return Spine(
        id="spine-armut",
        zeilen=(
            Spinezeile(id="spine-a", andere=places, eigen=0.25, gewertet=True),
            Spinezeile(id="spine-b", andere=places, eigen=1.0, gewertet=False),
            Spinezeile(id="spine-c", andere=places, eigen=None, gewertet=True),
        ),
    )
