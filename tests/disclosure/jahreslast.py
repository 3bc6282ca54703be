"""As much as a whole year has to protect: a hundred counts by sex, in 21 Kommunen and five years."""

from dataclasses import replace

import numpy as np
from lieferweg import Lieferung, divided, edition_of, kommunen
from numpy.typing import NDArray
from zahlen import bestand, katalog, kennzahl

SEED = 5
FAMILIEN = 100
KOMMUNEN = 21
JAHRE = (2018, 2019, 2020, 2021, 2022)


def full_load(familien: int = FAMILIEN) -> Lieferung:
    """The delivery: of each family a count of men, of women and of both."""
    keys = kommunen(KOMMUNEN)
    names = [f"f{number:03d}" for number in range(familien)]
    counts = dict(zip(names, _counts(familien), strict=True))
    parts = {name: (f"{name}_m", f"{name}_w") for name in names}
    every = [teil for name in names for teil in (name, *parts[name])]
    plain = katalog(*(kennzahl(f"k_{name}", name) for name in every))
    return Lieferung(
        katalog=replace(
            plain, zerlegungen=tuple(divided("Geschlecht", name, parts[name]) for name in names)
        ),
        bestand=bestand(
            [
                (key, jahr, column, int(wert))
                for name in names
                for k, key in enumerate(keys)
                for j, jahr in enumerate(JAHRE)
                for column, wert in zip(
                    (name, *parts[name]), _with_sum(counts[name][k, :, j]), strict=True
                )
            ]
        ),
        edition=edition_of(keys, JAHRE),
    )


def _counts(familien: int) -> NDArray[np.int64]:
    """Counts by family, Kommune, sex and year, so that some ten of each 69 are 1 or 2."""
    rng = np.random.default_rng([SEED])
    shape = (familien, KOMMUNEN, 2)
    mean = np.exp(rng.normal(1.7, 1.2, (*shape, 1)))
    return rng.poisson(mean * np.exp(rng.normal(0, 0.15, (*shape, len(JAHRE)))))


def _with_sum(both: NDArray[np.int64]) -> tuple[int, int, int]:
    return int(both.sum()), int(both[0]), int(both[1])
