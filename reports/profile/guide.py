"""How to read what comparison says: the same in every profile of an edition."""

from reports.domain.schwellen import Schwellen
from reports.profile.numbers import NBSP, write_decimal

_VERGLEICH = (
    (
        "Über, unter, vergleichbar",
        (
            "Die meisten Zahlen sind Vollzählungen, keine Stichproben. Kleine Zahlen schwanken"
            " aber von Jahr zu Jahr durch Zufall. Um Anteile, Verhältnisse und Raten gezählter Fälle"
            " legen wir den Bereich, in dem sie dabei in 95 von 100 Fällen liegen (Wilson; Raten"
            " exakt oder nach Byar). »Über« oder »unter« steht nur, wenn der Wert der Region"
            " außerhalb liegt. Alle anderen, auch Hochrechnungen aus Stichproben, haben nur einen"
            " Rang."
        ),
    ),
    (
        "Rang",
        (
            "Rang 1 hat die Kommune mit dem höchsten Wert; gleiche gedruckte Werte teilen sich den"
            " Rang, und gesperrte oder fehlende zählen nicht mit. Ein Rang ist kein Urteil."
        ),
    ),
    (
        "Veränderung",
        (
            "Quoten ändern sich um Prozentpunkte (%-Pkt.), Anzahlen um eine Zahl und um Prozent."
            " Gerechnet wird mit genauen Werten und einmal gerundet; wo die gedruckten Werte etwas"
            " anderes ergeben, steht ≈. Über einen Bruch der Zeitreihe hinweg wird nicht verglichen."
        ),
    ),
)
_SIGNAL = (
    (
        "Auffällig",
        (
            "Auffällig heißt: ansehen, nicht urteilen. Kennzahlen ohne Richtung, etwa der Anteil"
            " Älterer, werden nie gewertet."
        ),
    ),
)


def lesehilfe(schwellen: Schwellen) -> tuple[tuple[str, str], ...]:
    """Term and explanation, in the order in which pages use the terms."""
    sicher = f"{write_decimal(100 - schwellen.irrtum)}{NBSP}%"
    beobachten = write_decimal(schwellen.beobachten)
    return (
        *_VERGLEICH,
        (
            "Trend",
            (
                "Steigend oder fallend heißt ein Trend, wenn er in den letzten fünf Jahren ohne Lücke"
                f" und Bruch mit {sicher} Sicherheit kein Zufall ist und sein Vorzeichen behält, welches"
                " Jahr man auch weglässt. Bei großen Zahlen genügt dafür eine kleine Änderung: Der"
                " Anfangswert steht deshalb dabei."
            ),
        ),
        (
            "Dynamik",
            (
                "Sie vergleicht, wie sich der Wert in drei Jahren bewegt hat, mit der Region:"
                f" ungünstiger oder günstiger ab {beobachten} Standardabweichung der Bewegungen aller"
                " Kommunen; Grenzfall heißt: Es hängt an einer einzelnen Kommune."
            ),
        ),
        *_SIGNAL,
    )
