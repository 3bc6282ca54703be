"""The parts of a table that have no relation in common, each a table of its own."""

from collections.abc import Iterator

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from reports.disclosure.tabelle import Beziehung, Tabelle


def teile(tabelle: Tabelle) -> Iterator[tuple[tuple[int, ...], Tabelle]]:
    """The parts in which something has to be protected, with the places of their cells."""
    sizes = [len(beziehung.terme) for beziehung in tabelle.beziehungen]
    rows = np.repeat(np.arange(len(sizes)), sizes)
    cells = np.array([place for b in tabelle.beziehungen for place, _ in b.terme], dtype=np.intp)
    size = len(sizes) + len(tabelle.zellen)
    edges = (np.ones(rows.size), (rows, cells + len(sizes)))
    _, labels = connected_components(sparse.csr_array(edges, shape=(size, size)))
    secret = {int(labels[len(sizes) + p]) for p, z in enumerate(tabelle.zellen) if z.klein}
    members: dict[int, list[int]] = {label: [] for label in sorted(secret)}
    relations: dict[int, list[Beziehung]] = {label: [] for label in sorted(secret)}
    for place, label in enumerate(labels[len(sizes) :]):
        if int(label) in secret:
            members[int(label)].append(place)
    for beziehung, label in zip(tabelle.beziehungen, labels, strict=False):
        if int(label) in secret:
            relations[int(label)].append(beziehung)
    for label, places in members.items():
        yield tuple(places), _part(tabelle, places, relations[label])


def _part(tabelle: Tabelle, places: list[int], relations: list[Beziehung]) -> Tabelle:
    own = {place: number for number, place in enumerate(places)}
    return Tabelle(
        zellen=tuple(tabelle.zellen[place] for place in places),
        beziehungen=tuple(
            Beziehung(
                terme=tuple((own[place], weight) for place, weight in b.terme),
                unten=b.unten,
                oben=b.oben,
            )
            for b in relations
        ),
    )
