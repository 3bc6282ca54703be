"""A small region with an Altersaufbau of two steps, for tests of its page and of its auditor."""

from dataclasses import replace

from zahlen import A, B, C, Zellwert, katalog, kennzahl

from reports.domain.katalog import Altersgruppe, Katalog
from reports.domain.zeichen import Zeichen

JUNG = Altersgruppe(titel="unter 20 Jahre", von=0, bis=19, maenner="m_0", frauen="w_0")
ALT = Altersgruppe(titel="20 Jahre und älter", von=20, bis=None, maenner="m_20", frauen="w_20")
ANTEILE = {
    "m_0": ("jungen", "Männer unter 20 Jahre"),
    "w_0": ("maedchen", "Frauen unter 20 Jahre"),
    "m_20": ("maenner", "Männer 20 Jahre und älter"),
    "w_20": ("frauen", "Frauen 20 Jahre und älter"),
}
ZAHLEN = {  # men and women under 20, then the others
    A: (100, 100, 400, 400),
    B: (60, 50, 190, 200),
    C: (40, 30, 230, 200),
}


def verzeichnis() -> Katalog:
    """Two steps, two sexes, all in percent of the inhabitants."""
    shares = [
        kennzahl(name, merkmal, "bev", titel=f"Anteil {wer}", kurztitel=wer)
        for name, (merkmal, wer) in ANTEILE.items()
    ]
    plain = katalog(kennzahl("einwohner", "bev"), *shares)
    feld = replace(plain.themenfelder[0], altersgruppen=(JUNG, ALT))
    other = replace(feld, id="leute", titel="Leute", rang=2, altersgruppen=())
    kennzahlen = dict(plain.kennzahlen)
    kennzahlen["einwohner"] = replace(kennzahlen["einwohner"], themenfeld="leute")
    return replace(plain, themenfelder=(feld, other), kennzahlen=kennzahlen)


def zellen(**anders: int | Zeichen) -> list[Zellwert]:
    """The figures of 2022, those of Kommune A replaced by name."""
    names = (*(merkmal for merkmal, _ in ANTEILE.values()), "bev")
    return [
        (gebiet, 2022, name, anders.get(name, count) if gebiet == A else count)
        for gebiet, counts in ZAHLEN.items()
        for name, count in zip(names, (*counts, sum(counts)), strict=True)
    ]
