"""What the last page says: which edition this is, how to cite it, and where its figures are."""

from reports.profile.material import Gebiet, Material
from reports.profile.names import write_day, write_periods


def imprint(gebiet: Gebiet, material: Material) -> tuple[tuple[str, str], ...]:
    """Term and text, in the order in which they stand."""
    edition = material.edition
    short = material.kennung[:8]
    return (
        ("Was das ist", edition.hinweis),
        (
            "Ausgabe",
            (
                f"{edition.name}, {write_periods(edition.zeitraeume)}, Datenstand"
                f" {write_day(edition.datenstand)}. Zahlen, die danach berichtigt wurden, fehlen hier."
            ),
        ),
        (
            "Kennung",
            (
                f"{short}. Zwei Ausdrucke mit derselben Kennung haben dieselben Zahlen; sie steht auf"
                " jeder Seite."
            ),
        ),
        (
            "Zitieren",
            (
                f"Sozialstruktur-Profil {gebiet.name} {edition.jahr}, Ausgabe {edition.name}, mit"
                " ihrer Kennung; dazu die Quelle, die das Verzeichnis zu jeder Kennzahl nennt."
            ),
        ),
        (
            "Zum Weiterrechnen",
            (
                "Alle gedruckten Zahlen stehen mit Zähler, Nenner und Quelle in der Datei"
                " daten/freigabe.csv dieser Ausgabe."
            ),
        ),
    )
