"""Every sentence that could be made on random data, and whether it is proven."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

from satzpruefer import Zelle, is_proven
from zahlen import Zellwert, edition, gebiete, katalog, kennzahl, material

from reports.domain.zeichen import Zeichen
from reports.profile.material import Material
from reports.profile.sentence_kinds import against, course, extreme, span, trend
from reports.profile.statement import Satz

KEYS = tuple(f"032410{nummer:02}" for nummer in range(1, 13))
JAHRE = range(2016, 2021)
WELTEN = 12
QUOTE = kennzahl("quote", "alo", "bev")
RATE = kennzahl("rate", "alo", "bev", formel="je_1000")


def drawn(zufall: Random, art: int) -> tuple[int, float, float, int]:
    """People of a Kommune, its first share, the drift of a year, and a jump of every year.

    All Kommunen of the first kind are nearly equal; those of the second are so large that what is
    printed alike differs beyond chance.
    """
    if art == 0:
        return 200_000, 0.1, 0, 99
    if art == 1:
        return 20_000_000, zufall.uniform(0.0999, 0.1001), zufall.choice([0, 8e-5, -8e-5]), 1
    return (
        zufall.choice([200, 2_000, 20_000, 200_000]),
        zufall.choice([0.1, 0.1, 0.1, zufall.uniform(0.05, 0.2)]),
        zufall.choice([0, 0, 0.0001, -0.0001, 0.01, -0.01]),
        zufall.choice([1, 1, 2, 30]),
    )


@cache
def welt(seed: int) -> Material:
    """Twelve Kommunen over five years: equal, nearly equal, drifting and jumping figures.

    In every fourth world the source keeps the figures of one of them to itself.
    """
    zufall, art = Random(seed), seed % 4  # noqa: S311 (a seeded test)
    zellen: list[Zellwert] = []
    for key in KEYS:
        people, share, drift, jump = drawn(zufall, art)
        for number, jahr in enumerate(JAHRE):
            cases = round(people * (share + drift * number)) + zufall.randrange(jump)
            zellen += [(key, jahr, "alo", cases), (key, jahr, "bev", people)]
    if art == 3:
        zellen[2 * len(JAHRE) - 2] = (KEYS[0], JAHRE[-1], "alo", Zeichen.GEHEIM_QUELLE)
    ausgabe = replace(edition(2016, 2020), gebiete=gebiete(*KEYS), vergleich=("umland", KEYS[0]))
    stellen = katalog(QUOTE, RATE, kennzahl("anzahl", "alo"))
    return material(zellen, stellen, ausgabe)


def every_sentence(of: Material) -> Iterator[Satz]:
    """All sentences of all kinds that could be made, chosen or not."""
    for stelle in of.katalog.kennzahlen.values():
        for gebiet in of.edition.gebiete.kommunen:
            made = [course(stelle, gebiet, of)]
            if stelle.id != "anzahl":
                makers = (extreme, against, trend)
                made += [make(stelle, gebiet, of) for make in makers]
            yield from (satz for satz in made if satz)
        if stelle.id != "anzahl" and (satz := span(stelle, of)):
            yield satz


def proven(satz: Satz, of: Material) -> bool:
    named = of.edition.gebiete.named
    cells = [
        Zelle(named(b.gebiet).name, b.jahr, b.zaehler, b.nenner, b.gedruckt) for b in satz.belege
    ]
    return len({b.kennzahl for b in satz.belege}) == 1 and is_proven(satz.text, cells)


def said() -> list[tuple[Satz, Material]]:
    """Every sentence of every random world."""
    worlds = [welt(seed) for seed in range(WELTEN)]
    return [(satz, of) for of in worlds for satz in every_sentence(of)]
