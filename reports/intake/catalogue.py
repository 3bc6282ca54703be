"""Reads the catalogue, ``katalog/<themenfeld>.toml``, and checks it as a whole."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports.domain.katalog import (
    Altersgruppe,
    Formelart,
    Katalog,
    Kennzahl,
    Merkmal,
    Themenfeld,
    Zerlegung,
)
from reports.domain.vorausgabe import Bekannt
from reports.errors import Befund, EingabeFehler, Sammlung
from reports.intake.altersaufbau import AltersaufbauEintrag, kennzahlen_of, stufen_of
from reports.intake.entries import (
    KennzahlEintrag,
    MerkmalEintrag,
    ThemenfeldDatei,
    ZerlegungEintrag,
    kennzahl_of,
    merkmal_of,
    zerlegung_of,
)
from reports.intake.formulas import (
    catalogue_befund,
    kennzahl_problems,
    merkmal_problems,
    zerlegung_problems,
)
from reports.reading import KENNUNG, convert, list_folder, nearest, place_of, read_toml, refusal

KATALOG = "katalog"
_NAMEN = {"titel", "ganzes"}  # together they name a Zerlegung


@dataclass(frozen=True, slots=True)
class _Eintraege:
    """The entries of all files, each with its place."""

    themenfelder: list[tuple[str, Themenfeld]] = field(default_factory=list)
    merkmale: list[tuple[str, Merkmal]] = field(default_factory=list)
    kennzahlen: list[tuple[str, Kennzahl]] = field(default_factory=list)
    zerlegungen: list[tuple[str, Zerlegung]] = field(default_factory=list)
    abkuerzungen: list[tuple[str, str, str]] = field(default_factory=list)


def read_katalog(eingabe: Path) -> Katalog:
    """The catalogue below *eingabe*; EingabeFehler with every problem of every file."""
    sammlung = Sammlung()
    eintraege = _Eintraege()
    paths = list_folder(eingabe / KATALOG)
    if not paths:
        text = "Der Ordner ist leer: Es gibt keinen Katalog."
        raise refusal("E-KATALOG", str(eingabe / KATALOG), text, "Katalogdateien hineinlegen.")
    for path in paths:
        with sammlung.catching():
            _read_file(path, eintraege, sammlung)
    sammlung.stop_on_errors()
    katalog = _katalog(eintraege)
    sammlung.befunde += _problems(katalog, eintraege)
    sammlung.stop_on_errors()
    return katalog


def check_kernzahlen(kernzahlen: Sequence[str], katalog: Katalog) -> None:
    """Raise EingabeFehler for key figures that the catalogue lacks, and a first that counts nobody."""
    sammlung = Sammlung()
    first = katalog.kennzahlen.get(kernzahlen[0])
    if first is not None and first.formel is not Formelart.ANZAHL:
        sammlung.add(
            catalogue_befund(
                "ausgabe.toml, kernzahlen",
                f"Die erste Kernzahl »{first.id}« ist keine Anzahl von Menschen.",
                "An die erste Stelle die Kennzahl der Einwohner setzen.",
            )
        )
    for name in kernzahlen:
        if name not in katalog.kennzahlen:
            guess = nearest(name, list(katalog.kennzahlen))
            sammlung.add(
                catalogue_befund(
                    "ausgabe.toml, kernzahlen",
                    f"Die Kennzahl »{name}« steht nicht im Katalog.",
                    f"Gemeint ist vielleicht {guess}." if guess else "Den Eintrag streichen.",
                )
            )
    sammlung.stop_on_errors()


def check_bekannt(bekannt: Iterable[Bekannt], katalog: Katalog) -> None:
    """Raise EingabeFehler for published Merkmale that the catalogue lacks: they still tell."""
    names = {name for eintrag in bekannt for name in eintrag.summe.merkmale}
    befunde = [
        catalogue_befund(
            f"vorausgabe/bekannt.csv, Merkmal »{name}«",
            "Eine frühere Ausgabe hat Zahlen dieses Merkmals veröffentlicht; im Katalog fehlt es.",
            "Das Merkmal im Katalog lassen, auch wenn keine Kennzahl es mehr braucht.",
        )
        for name in sorted(names - katalog.merkmale.keys())
    ]
    if befunde:
        raise EingabeFehler(befunde)


def _read_file(path: Path, eintraege: _Eintraege, sammlung: Sammlung) -> None:
    ort = f"{KATALOG}/{path.name}"
    if path.suffix != ".toml" or not re.match(KENNUNG, path.stem):
        raise refusal(
            "E-KATALOG",
            ort,
            "So heißt keine Katalogdatei.",
            "Die Datei entfernen oder nach ihrem Themenfeld nennen: klein, ohne Umlaut, .toml.",
        )
    datei = convert(read_toml(path, ort), ThemenfeldDatei, ort)
    with sammlung.catching():
        eintraege.themenfelder.append((ort, _themenfeld(datei, path.stem, eintraege, ort)))
    eintraege.abkuerzungen.extend((ort, *pair) for pair in datei.abkuerzungen.items())
    for nummer, entry in enumerate(datei.merkmal, start=1):
        stelle = place_of(entry, "merkmal", nummer, ort)
        with sammlung.catching():
            merkmal = merkmal_of(convert(entry, MerkmalEintrag, stelle), stelle)
            eintraege.merkmale.append((stelle, merkmal))
    for nummer, entry in enumerate(datei.kennzahl, start=1):
        stelle = place_of(entry, "kennzahl", nummer, ort)
        with sammlung.catching():
            kennzahl = kennzahl_of(convert(entry, KennzahlEintrag, stelle), path.stem, stelle)
            eintraege.kennzahlen.append((stelle, kennzahl))
    for nummer, entry in enumerate(datei.zerlegung, start=1):
        stelle = _zerlegung_place(entry, nummer, ort)
        with sammlung.catching():
            zerlegung = zerlegung_of(convert(entry, ZerlegungEintrag, stelle))
            eintraege.zerlegungen.append((stelle, zerlegung))


def _themenfeld(datei: ThemenfeldDatei, name: str, eintraege: _Eintraege, ort: str) -> Themenfeld:
    """The chapter of a file; an Altersaufbau also adds its Kennzahlen to *eintraege*."""
    stufen: tuple[Altersgruppe, ...] = ()
    if datei.altersaufbau:
        stelle = f"{ort}, [altersaufbau]"
        aufbau = convert(datei.altersaufbau, AltersaufbauEintrag, stelle)
        stufen = stufen_of(aufbau)
        kennzahlen = kennzahlen_of(aufbau, name, stelle)
        eintraege.kennzahlen.extend((stelle, kennzahl) for kennzahl in kennzahlen)
    return Themenfeld(id=name, titel=datei.titel, rang=datei.rang, altersgruppen=stufen)


def _zerlegung_place(entry: Mapping[str, object], nummer: int, ort: str) -> str:
    """Where a Zerlegung stands; its titel alone would fit many."""
    named = {"name": f"{entry['titel']} von {entry['ganzes']}"} if entry.keys() >= _NAMEN else {}
    return place_of(named, "zerlegung", nummer, ort)


def _katalog(eintraege: _Eintraege) -> Katalog:
    themenfelder = sorted((feld for _, feld in eintraege.themenfelder), key=lambda feld: feld.rang)
    rang = {feld.id: feld.rang for feld in themenfelder}
    kennzahlen = [kennzahl for _, kennzahl in eintraege.kennzahlen]
    ordered = sorted(kennzahlen, key=lambda kennzahl: rang[kennzahl.themenfeld])
    return Katalog(
        themenfelder=tuple(themenfelder),
        merkmale={merkmal.id: merkmal for _, merkmal in eintraege.merkmale},
        kennzahlen={kennzahl.id: kennzahl for kennzahl in ordered},
        zerlegungen=tuple(zerlegung for _, zerlegung in eintraege.zerlegungen),
        abkuerzungen={kurz: lang for _, kurz, lang in eintraege.abkuerzungen},
    )


def _problems(katalog: Katalog, eintraege: _Eintraege) -> Iterator[Befund]:
    yield from _duplicates("Der rang", ((o, str(t.rang)) for o, t in eintraege.themenfelder))
    yield from _duplicates("Das Merkmal", ((o, m.id) for o, m in eintraege.merkmale))
    yield from _duplicates("Die Kennzahl", ((o, k.id) for o, k in eintraege.kennzahlen))
    yield from _duplicates("Die Nummer", ((o, k.nummer) for o, k in eintraege.kennzahlen))
    zerlegungen = ((o, f"{z.titel} von {z.ganzes}") for o, z in eintraege.zerlegungen)
    yield from _duplicates("Die Zerlegung", zerlegungen)
    yield from _duplicates("Die Abkürzung", ((o, k) for o, k, _ in eintraege.abkuerzungen))
    for ort, merkmal in eintraege.merkmale:
        yield from merkmal_problems(merkmal, katalog, ort)
    for ort, kennzahl in eintraege.kennzahlen:
        yield from kennzahl_problems(kennzahl, katalog, ort)
    for ort, zerlegung in eintraege.zerlegungen:
        yield from zerlegung_problems(zerlegung, katalog, ort)


def _duplicates(was: str, names: Iterable[tuple[str, str]]) -> Iterator[Befund]:
    places: dict[str, list[str]] = {}
    for ort, name in names:
        places.setdefault(name, []).append(ort)
    for name, orte in places.items():
        if len(orte) > 1:
            yield catalogue_befund(
                orte[0],
                f"{was} »{name}« ist {len(orte)}-mal vergeben; auch: {'; '.join(orte[1:])}.",
                "Jeden Eintrag nur einmal führen oder umbenennen.",
            )
