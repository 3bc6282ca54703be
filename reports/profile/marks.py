"""What is printed beside a value or around it: letters, brackets, the sign of a rounded zero."""

from enum import Enum

from reports.domain.zeichen import Darstellung, Kennzeichen


class Marke(Enum):
    """A mark of a value, in the order of print.

    All but the last three are marks of the same name in ``Kennzeichen``. »k« stands in place of the 0: by the
    signs of the state office of Lower Saxony 0 is exactly nothing.
    """

    VORLAEUFIG = Darstellung("p", "p", "vorläufig", "vorläufiger Wert")
    BERICHTIGT = Darstellung("r", "r", "berichtigt", "berichtigter Wert")
    GESCHAETZT = Darstellung("s", "s", "geschätzt", "geschätzter Wert")
    EINGESCHRAENKT = Darstellung(
        "( )",
        "u",
        "eingeschränkt aussagefähig",
        "eingeschränkt aussagefähig: an der Quelle unsicher oder aus gerundeten Werten",
    )
    FEHLERHAFT = Darstellung("f", "f", "fehlerbehaftet", "fehlerbehafteter Wert")
    GERUNDET_NULL = Darstellung(
        "k",
        "k",
        "mehr als nichts, gerundet null",
        "mehr als nichts, aber weniger als die Hälfte der kleinsten gezeigten Einheit",
    )
    BRUCH = Darstellung(
        "( )",
        "",
        "eingeschränkt vergleichbar",
        "eingeschränkt vergleichbar wegen eines Bruchs in der Zeitreihe",
    )
    KLEINE_BASIS = Darstellung(
        "( )",
        "",
        "von einer kleinen Zahl aus",
        "Prozent von einer Zahl unter 10 aus, die wenig sagen",
    )
    RUNDUNG = Darstellung(
        "≈",
        "",
        "aus ungerundeten Werten",
        "aus ungerundeten Werten: der Unterschied der gedruckten Werte weicht durch Runden ab",
    )


KLAMMERN = (Marke.BRUCH, Marke.EINGESCHRAENKT)  # around the whole figure
BUCHSTABEN = (
    Marke.RUNDUNG,
    Marke.VORLAEUFIG,
    Marke.BERICHTIGT,
    Marke.GESCHAETZT,
    Marke.FEHLERHAFT,
)


def marken_of(kennzeichen: Kennzeichen, *, bruch: bool = False) -> tuple[Marke, ...]:
    """The marks to print for *kennzeichen*, and for a break that limits a comparison."""
    of_value = (Marke[bit.name] for bit in Kennzeichen if bit in kennzeichen and bit.name)
    return (*of_value, *((Marke.BRUCH,) if bruch else ()))


def letters_of(kennzeichen: Kennzeichen) -> str:
    """The letters of CSV files, joined by blanks."""
    return " ".join(marke.value.csv for marke in marken_of(kennzeichen))
