"""Reads the catalogue, ``katalog/<themenfeld>.toml``, and checks it as a whole."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from reports.domain.formel import Summe
from reports.domain.katalog import (
    Art,
    Basis,
    Formelart,
    Katalog,
    Kennzahl,
    Merkmal,
    Themenfeld,
)
from reports.errors import Befund, Sammlung
from reports.intake.entries import (
    KennzahlEintrag,
    MerkmalEintrag,
    ThemenfeldDatei,
    kennzahl_of,
    merkmal_of,
)
from reports.reading import convert, nearest, read_toml

_QUOTIENTEN = {
    Formelart.PROZENT,
    Formelart.JE_100,
    Formelart.JE_1000,
    Formelart.MITTELWERT,
}


def read_katalog(eingabe: Path) -> Katalog:
    """The catalogue below *eingabe*; EingabeFehler with every problem of every file."""
    sammlung = Sammlung()
    themenfelder: list[Themenfeld] = []
    merkmale: list[Merkmal] = []
    kennzahlen: list[Kennzahl] = []
    for path in sorted((eingabe / "katalog").glob("*.toml")):
        ort = f"katalog/{path.name}"
        with sammlung.catching():
            datei = convert(read_toml(path, ort), ThemenfeldDatei, ort)
            themenfelder.append(Themenfeld(id=path.stem, titel=datei.titel, rang=datei.rang))
            merkmale += _read_merkmale(datei, ort, sammlung)
            kennzahlen += _read_kennzahlen(datei, path.stem, ort, sammlung)
    sammlung.stop_on_errors()
    themenfelder.sort(key=lambda themenfeld: themenfeld.rang)
    katalog = _katalog(themenfelder, merkmale, kennzahlen)
    sammlung.befunde += _problems(katalog, merkmale, kennzahlen)
    sammlung.stop_on_errors()
    return katalog


def check_kernzahlen(kernzahlen: Sequence[str], katalog: Katalog) -> None:
    """Raise EingabeFehler for each key figure of the edition that the catalogue lacks."""
    sammlung = Sammlung()
    for name in kernzahlen:
        if name not in katalog.kennzahlen:
            guess = nearest(name, list(katalog.kennzahlen))
            sammlung.add(
                _befund(
                    "ausgabe.toml, kernzahlen",
                    f"Die Kennzahl »{name}« steht nicht im Katalog.",
                    f"Gemeint ist vielleicht {guess}." if guess else "Den Eintrag streichen.",
                )
            )
    sammlung.stop_on_errors()


def _read_merkmale(datei: ThemenfeldDatei, ort: str, sammlung: Sammlung) -> Iterator[Merkmal]:
    for nummer, entry in enumerate(datei.merkmal, start=1):
        stelle = f"{ort}, Merkmal »{entry.get('id', nummer)}«"
        with sammlung.catching():
            yield merkmal_of(convert(entry, MerkmalEintrag, stelle), stelle)


def _read_kennzahlen(
    datei: ThemenfeldDatei, themenfeld: str, ort: str, sammlung: Sammlung
) -> Iterator[Kennzahl]:
    for nummer, entry in enumerate(datei.kennzahl, start=1):
        stelle = f"{ort}, Kennzahl »{entry.get('id', nummer)}«"
        with sammlung.catching():
            yield kennzahl_of(convert(entry, KennzahlEintrag, stelle), themenfeld, stelle)


def _katalog(
    themenfelder: Sequence[Themenfeld], merkmale: Sequence[Merkmal], kennzahlen: Sequence[Kennzahl]
) -> Katalog:
    rang = {themenfeld.id: themenfeld.rang for themenfeld in themenfelder}
    ordered = sorted(kennzahlen, key=lambda kennzahl: rang[kennzahl.themenfeld])
    return Katalog(
        themenfelder=tuple(themenfelder),
        merkmale={merkmal.id: merkmal for merkmal in merkmale},
        kennzahlen={kennzahl.id: kennzahl for kennzahl in ordered},
    )


def _problems(
    katalog: Katalog, merkmale: Sequence[Merkmal], kennzahlen: Sequence[Kennzahl]
) -> Iterator[Befund]:
    yield from _duplicates("Merkmal", [merkmal.id for merkmal in merkmale])
    yield from _duplicates("Kennzahl", [kennzahl.id for kennzahl in kennzahlen])
    yield from _duplicates("Nummer", [kennzahl.nummer for kennzahl in kennzahlen])
    for merkmal in merkmale:
        ort = f"katalog, Merkmal »{merkmal.id}«"
        for summe in merkmal.summe:
            unknown = list(_unknown(summe, katalog, ort))
            yield from unknown or _sum_problems(merkmal, summe, katalog, ort)
        if merkmal.art is Art.QUOTE and merkmal.additiv:
            yield _befund(ort, "Eine Quote ist nicht additiv.", "additiv = false eintragen.")
    for kennzahl in kennzahlen:
        ort = f"katalog/{kennzahl.themenfeld}.toml, Kennzahl »{kennzahl.id}«"
        summen = [kennzahl.zaehler] + ([kennzahl.nenner] if kennzahl.nenner else [])
        unknown = [befund for summe in summen for befund in _unknown(summe, katalog, ort)]
        yield from unknown or _kennzahl_problems(kennzahl, katalog, ort)


def _duplicates(was: str, ids: Sequence[str]) -> Iterator[Befund]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield _befund(
                "katalog",
                f"{was} »{name}« ist {count}-mal vergeben.",
                "Jeden Eintrag nur einmal führen oder umbenennen.",
            )


def _unknown(summe: Summe, katalog: Katalog, ort: str) -> Iterator[Befund]:
    for name in summe.merkmale:
        if name not in katalog.merkmale:
            guess = nearest(name, list(katalog.merkmale))
            yield _befund(
                ort,
                f"Das Merkmal »{name}« steht nicht im Katalog.",
                f"Gemeint ist vielleicht {guess}." if guess else "Es als [[merkmal]] eintragen.",
            )


def _sum_problems(merkmal: Merkmal, summe: Summe, katalog: Katalog, ort: str) -> Iterator[Befund]:
    for operand in (katalog.merkmale[name] for name in summe.merkmale):
        if operand.summe:
            yield _befund(
                ort,
                f"»{operand.id}« ist selbst eine Summe.",
                "Nur gelieferte Merkmale in eine Summe aufnehmen.",
            )
        same = (operand.basis, operand.dezimalen, operand.art, operand.additiv)
        if same != (merkmal.basis, merkmal.dezimalen, merkmal.art, merkmal.additiv):
            yield _befund(
                ort,
                f"»{operand.id}« hat andere basis, dezimalen, art oder additiv als die Summe.",
                "Nur gleichartige Merkmale zusammenzählen.",
            )


def _kennzahl_problems(kennzahl: Kennzahl, katalog: Katalog, ort: str) -> Iterator[Befund]:
    if (kennzahl.formel in _QUOTIENTEN) != (kennzahl.nenner is not None):
        yield _befund(
            ort,
            f"Die Formel »{kennzahl.formel}« und der Nenner passen nicht zusammen.",
            "Einen Nenner nur bei prozent, je_100, je_1000 und mittelwert angeben.",
        )
    if kennzahl.formel is Formelart.GELIEFERT and len(kennzahl.zaehler.terme) != 1:
        yield _befund(ort, "Eine gelieferte Zahl ist genau ein Merkmal.", "zaehler kürzen.")
    if not kennzahl.einheit:
        yield _befund(ort, "Die Angabe »einheit« fehlt.", "Die gedruckte Einheit eintragen.")
    merkmale = [katalog.merkmale[name] for name in _names(kennzahl)]
    if kennzahl.additiv and not all(merkmal.additiv for merkmal in merkmale):
        yield _befund(
            ort,
            "Die Kennzahl ist additiv, eines ihrer Merkmale aber nicht.",
            "additiv = false eintragen.",
        )
    if not kennzahl.mischung and _is_mixed(kennzahl, katalog):
        yield _befund(
            ort,
            "Zähler und Nenner haben verschiedene Stichtage oder Bevölkerungsgrundlagen.",
            "Passende Merkmale wählen oder unter »mischung« begründen.",
        )


def _names(kennzahl: Kennzahl) -> tuple[str, ...]:
    return kennzahl.zaehler.merkmale + (kennzahl.nenner.merkmale if kennzahl.nenner else ())


def _is_mixed(kennzahl: Kennzahl, katalog: Katalog) -> bool:
    merkmale = [katalog.merkmale[name] for name in _names(kennzahl)]
    bases = {merkmal.basis for merkmal in merkmale} - {Basis.FACHSTATISTIK}
    return len(bases) > 1 or len({merkmal.stichtag for merkmal in merkmale}) > 1


def _befund(ort: str, text: str, abhilfe: str) -> Befund:
    return Befund(code="E-KATALOG", ort=ort, text=text, abhilfe=abhilfe)
