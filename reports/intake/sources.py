"""Reads what is known of each source: ``lieferungen/<quelle>/quelle.toml``, and the breaks."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reports.domain.katalog import Katalog
from reports.domain.quelle import Lieferdatei, Quelle
from reports.domain.zeit import Bruch
from reports.errors import Befund, EingabeFehler, Sammlung
from reports.reading import convert, list_folder, nearest, read_toml, refusal

LIEFERUNGEN = "lieferungen"
QUELLE = "quelle.toml"


class BruecheDatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of ``brueche.toml``."""

    bruch: tuple[Bruch, ...] = ()


def read_quellen(eingabe: Path) -> tuple[Quelle, ...]:
    """All sources, by folder name; EingabeFehler with every problem of every profile."""
    sammlung = Sammlung()
    quellen: list[Quelle] = []
    for path in list_folder(eingabe / LIEFERUNGEN):
        with sammlung.catching():
            quelle = _read_quelle(path)
            sammlung.befunde += _file_problems(path, quelle)
            quellen.append(quelle)
    sammlung.stop_on_errors()
    return tuple(quellen)


def _read_quelle(ordner: Path) -> Quelle:
    if not ordner.is_dir():
        raise refusal(
            "E-QUELLE",
            f"{LIEFERUNGEN}/{ordner.name}",
            "Die Datei liegt in keinem Ordner einer Quelle.",
            "Sie in den Ordner ihrer Quelle legen und dort beschreiben oder sie entfernen.",
        )
    ort = f"{LIEFERUNGEN}/{ordner.name}/{QUELLE}"
    entry = read_toml(ordner / QUELLE, ort)
    if "ordner" in entry:
        raise EingabeFehler([_befund(ort, "Der Schlüssel »ordner« ist unbekannt.", "Streichen.")])
    quelle = convert(entry | {"ordner": ordner.name}, Quelle, ort)
    if ";" in quelle.zitat:
        text = f"Nennung und Titel »{quelle.zitat}« enthalten ein Semikolon."
        raise EingabeFehler([_befund(ort, text, "Es trennt Quellen; durch ein Komma ersetzen.")])
    return quelle


def _file_problems(ordner: Path, quelle: Quelle) -> Iterator[Befund]:
    """Files described twice, files that are only described, and files that are only there."""
    ort = f"{LIEFERUNGEN}/{ordner.name}"
    counts = Counter(datei.name for datei in quelle.datei)
    for name in sorted(name for name, count in counts.items() if count > 1):
        text = f"Die Datei »{name}« ist {counts[name]}-mal beschrieben."
        yield _befund(f"{ort}/{QUELLE}", text, "Nur einen ihrer Abschnitte [[datei]] behalten.")
    present = {path.name for path in list_folder(ordner)} - {QUELLE}
    extra = {_folded(name): name for name in present - counts.keys()}
    for name in sorted(counts.keys() - present):
        yield _absent(ort, name, extra.pop(_folded(name), ""))
    for name in sorted(extra.values()):
        yield _befund(
            f"{ort}/{name}",
            "Die Datei liegt im Ordner, ist aber in quelle.toml nicht beschrieben.",
            "Einen Abschnitt [[datei]] ergänzen oder die Datei entfernen.",
        )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _absent(ort: str, name: str, similar: str) -> Befund:
    if similar:
        text = f"In quelle.toml heißt die Datei »{name}«, im Ordner »{similar}«."
        return _befund(
            f"{ort}/{similar}", text, "Beide Namen gleich schreiben, auch groß und klein."
        )
    return _befund(
        f"{ort}/{name}",
        "Die Datei ist in quelle.toml beschrieben, liegt aber nicht im Ordner.",
        "Die Datei ablegen oder ihren Abschnitt [[datei]] streichen.",
    )


def path_of(quelle: Quelle, datei: Lieferdatei) -> str:
    """Where a file lies, below the input folder."""
    return f"{LIEFERUNGEN}/{quelle.ordner}/{datei.name}"


def place_in_profile(quelle: Quelle, datei: Lieferdatei) -> str:
    """Where a file is described, as a person would look it up."""
    return f"{LIEFERUNGEN}/{quelle.ordner}/{QUELLE}, Datei »{datei.name}«"


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
