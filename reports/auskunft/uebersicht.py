"""What a terminal shows: the catalogue as a table, and a check in a few sentences."""

from collections import Counter

from rich.table import Table

from reports.audit.pruefung import Protokoll
from reports.auskunft.bestaetigung import open_befunde, pruefkennung
from reports.domain.katalog import Katalog
from reports.intake.bestand import Eingang
from reports.intake.checks import ERKLAERT
from reports.profile.material import Material


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def catalogue_table(katalog: Katalog) -> Table:
    """Every Kennzahl with its formula, by Themenfeld."""
    table = Table("Nr.", "Kennzahl", "Titel", "Zähler", "Nenner", "Einheit", box=None)
    for themenfeld in katalog.themenfelder:
        table.add_section()
        table.add_row("", "", f"[bold]{themenfeld.titel}[/bold]")
        for kennzahl in katalog.kennzahlen_of(themenfeld):
            table.add_row(
                kennzahl.nummer,
                kennzahl.id,
                kennzahl.titel,
                str(kennzahl.zaehler),
                str(kennzahl.nenner or ""),
                kennzahl.einheit,
            )
    return table


def check_summary(eingang: Eingang, material: Material) -> str:
    """What a check without errors has read, and what is left to do."""
    edition = material.edition
    kommunen = len(edition.gebiete.kommunen)
    ranked = Counter(name for (_, name), found in material.einordnungen.items() if found.rang)
    complete = sum(count == kommunen for count in ranked.values())
    region = sum(
        material.wert(edition.gebiete.region, kennzahl).zeichen is None
        for kennzahl in eingang.katalog.kennzahlen.values()
        if kennzahl.id in material.staende
    )
    explained = sum(befund.code in ERKLAERT for befund in eingang.warnungen)
    quellen = count(len(eingang.quellen), "Quelle", "Quellen")
    read = f"{eingang.bestand.height} Zahlen aus {quellen} gelesen"
    total = len(eingang.katalog.kennzahlen)
    warnungen = count(len(eingang.warnungen), "Warnung", "Warnungen")
    lines = [
        f"{read}, {len(eingang.kontrollsummen)} Kontrollsummen verglichen.",
        f"Berichtsjahr {edition.jahr}: {_coverage(total, complete, kommunen, region)}",
        f"Keine Fehler, {warnungen}, davon {explained} schon erklärt.",
    ]
    offen = open_befunde(eingang.warnungen)
    if offen:
        lines.append(
            f"Nicht bestätigt: {len(offen)} (Code {offen[0].code}). Sind alle mit der Quelle"
            f" verglichen und richtig, drucken mit --bestaetigt {pruefkennung(offen)}"
        )
    return "\n".join(lines)


def protection_summary(protokoll: Protokoll) -> str:
    """What a check of a folder has found to be safe."""
    read = f"{protokoll.zellen} Werte gelesen, davon {protokoll.gesperrt} gesperrt"
    lines = [
        f"{read}; {protokoll.geprueft} nicht veröffentlichte Zahlen angegriffen.",
        "Keine lässt sich errechnen, und es gibt keine Spur einer gesperrten Zahl.",
    ]
    if protokoll.engster:
        number = protokoll.engster.oben - protokoll.engster.unten + 1
        lines.insert(1, f"Jede gesperrte Zahl kann mindestens {number} Werte haben.")
    return "\n".join(lines)


def _coverage(total: int, complete: int, kommunen: int, region: int) -> str:
    return (
        f"Von {total} Kennzahlen haben {complete} einen Wert für alle {kommunen} Kommunen und"
        f" {region} einen für die Region."
    )
