"""Reads what is known of each source: ``lieferungen/<quelle>/quelle.toml``, and the breaks."""

from pathlib import Path

import msgspec

from reports.domain.katalog import Katalog
from reports.domain.quelle import Lieferdatei, Quelle
from reports.domain.zeit import Bruch
from reports.errors import Befund, EingabeFehler, Sammlung
from reports.reading import convert, nearest, read_toml

LIEFERUNGEN = "lieferungen"
QUELLE = "quelle.toml"


class BruecheDatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of ``brueche.toml``."""

    bruch: tuple[Bruch, ...] = ()


def read_quellen(eingabe: Path) -> tuple[Quelle, ...]:
    """All sources, by folder name; EingabeFehler with every problem of every profile."""
    sammlung = Sammlung()
    quellen: list[Quelle] = []
    for ordner in sorted(path for path in (eingabe / LIEFERUNGEN).iterdir() if path.is_dir()):
        with sammlung.catching():
            quelle = _read_quelle(ordner)
            sammlung.befunde += _file_problems(ordner, quelle)
            quellen.append(quelle)
    sammlung.stop_on_errors()
    return tuple(quellen)


def _read_quelle(ordner: Path) -> Quelle:
    ort = f"{LIEFERUNGEN}/{ordner.name}/{QUELLE}"
    entry = read_toml(ordner / QUELLE, ort)
    if "ordner" in entry:
        raise EingabeFehler([_befund(ort, "Der Schlüssel »ordner« ist unbekannt.", "Streichen.")])
    return convert(entry | {"ordner": ordner.name}, Quelle, ort)


def _file_problems(ordner: Path, quelle: Quelle) -> list[Befund]:
    ort = f"{LIEFERUNGEN}/{ordner.name}"
    described = {datei.name for datei in quelle.datei}
    present = {path.name for path in ordner.iterdir()} - {QUELLE}
    return [
        _befund(
            f"{ort}/{name}",
            "Die Datei ist in quelle.toml beschrieben, liegt aber nicht im Ordner.",
            "Die Datei ablegen oder ihren Abschnitt [[datei]] streichen.",
        )
        for name in sorted(described - present)
    ] + [
        _befund(
            f"{ort}/{name}",
            "Die Datei liegt im Ordner, ist aber in quelle.toml nicht beschrieben.",
            "Einen Abschnitt [[datei]] ergänzen oder die Datei entfernen.",
        )
        for name in sorted(present - described)
    ]


def path_of(quelle: Quelle, datei: Lieferdatei) -> str:
    """Where a file lies, below the input folder."""
    return f"{LIEFERUNGEN}/{quelle.ordner}/{datei.name}"


def read_brueche(eingabe: Path, katalog: Katalog) -> tuple[Bruch, ...]:
    """The declared breaks; EingabeFehler when one names a Merkmal that the catalogue lacks."""
    ort = "brueche.toml"
    brueche = convert(read_toml(eingabe / ort, ort), BruecheDatei, ort).bruch
    sammlung = Sammlung()
    for bruch in brueche:
        for name in bruch.merkmale:
            if name not in katalog.merkmale:
                guess = nearest(name, list(katalog.merkmale))
                sammlung.add(
                    _befund(
                        f"{ort}, Bruch »{bruch.titel}«",
                        f"Das Merkmal »{name}« steht nicht im Katalog.",
                        f"Gemeint ist vielleicht {guess}." if guess else "Den Namen streichen.",
                    )
                )
    sammlung.stop_on_errors()
    return brueche


def _befund(ort: str, text: str, abhilfe: str) -> Befund:
    return Befund(code="E-QUELLE", ort=ort, text=text, abhilfe=abhilfe)
