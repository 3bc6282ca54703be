"""What good composition asks of the finished pages; each rule returns what breaks it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from woerter import KEINE, Blatt, Kasten, Seite, Wort

from reports.charts.tokens import Tokens

UEBERHANG = 1.0  # points that a letter may stand over its line
UEBERLAPPUNG = 0.2  # of the smaller word
KOPF_UND_FUSS = 14.2  # points: 5 mm, which office printers leave white
IN_TABELLEN, UEBERALL = 9, 8  # points of type
UEBERSCHRIFTEN = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raender:
    """The margins in points; the inner one is left on odd pages."""

    oben: float
    unten: float
    bund: float
    aussen: float

    @classmethod
    def read(cls, tokens: Mapping[str, str]) -> "Raender":
        """The margins of the style sheet."""
        sizes = Tokens(tokens)
        names = ("oben", "unten", "bund", "aussen")
        return cls(**{name: sizes.size(f"rand-{name}") for name in names})

    def type_area(self, seite: Seite) -> Kasten:
        """Where the text of a page stands."""
        left, right = (self.bund, self.aussen) if seite.nummer % 2 else (self.aussen, self.bund)
        return Kasten(
            links=left,
            unten=self.unten,
            rechts=seite.kasten.rechts - right,
            oben=seite.kasten.oben - self.oben,
        )

    def margin_boxes(self, seite: Seite) -> tuple[Kasten, Kasten]:
        """Where running head and footer stand, as wide as the text, clear of the paper's edge."""
        area = self.type_area(seite)
        top = seite.kasten.oben - KOPF_UND_FUSS
        return (
            Kasten(links=area.links, unten=area.oben, rechts=area.rechts, oben=top),
            Kasten(links=area.links, unten=KOPF_UND_FUSS, rechts=area.rechts, oben=area.unten),
        )


def outside(seite: Seite, raender: Raender) -> Iterator[str]:
    """Words whose ink leaves the type area, and artifacts that leave it and the margin boxes."""
    area, boxes = raender.type_area(seite), raender.margin_boxes(seite)
    for wort in seite.woerter:
        allowed = (area, *boxes) if wort.marke == KEINE else (area,)
        if not any(wort.kasten.within(box, UEBERHANG) for box in allowed):
            yield f"Seite {seite.nummer}: »{wort.text}« steht außerhalb: {wort.kasten}"


def overlapping(seite: Seite) -> Iterator[str]:
    """Pairs of words of which more than a fifth of the smaller one lies on the other."""
    woerter = [wort for wort in seite.woerter if wort.kasten.flaeche > 0]
    boxes = np.array([_edges(wort) for wort in woerter]).reshape(-1, 4)
    low = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=2)
    areas = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1)
    smaller = np.minimum(areas[:, None], areas[None, :])
    for one, other in np.argwhere(np.triu(shared > UEBERLAPPUNG * smaller, 1)):
        pair = f"»{woerter[one].text}« und »{woerter[other].text}«"
        yield f"Seite {seite.nummer}: {pair} liegen übereinander."


def _edges(wort: Wort) -> tuple[float, float, float, float]:
    kasten = wort.kasten
    return kasten.links, kasten.unten, kasten.rechts, kasten.oben


def too_small(seiten: Sequence[Seite], blaetter: Sequence[Blatt]) -> Iterator[str]:
    """Words in type smaller than 9 pt in a table, and than 8 pt anywhere."""
    tables = {blatt.ort for blatt in blaetter if blatt.inside("Table")}
    for seite in seiten:
        for wort in seite.woerter:
            least = IN_TABELLEN if (seite.nummer, wort.marke) in tables else UEBERALL
            if wort.grad < least - 0.01:
                yield f"Seite {seite.nummer}: »{wort.text}« in {wort.grad:.2f} pt"


def over_their_column(seiten: Sequence[Seite], blaetter: Sequence[Blatt]) -> Iterator[str]:
    """Columns that share a vertical line with the next: a text of one stands over the other.

    A column reaches from the leftmost to the rightmost ink of all its cells on the page, head
    included. So a long text is found even where the cell beside it is empty.
    """
    columns = _columns(seiten, blaetter)
    for (_, page), table in columns.items():
        for (_, left), (_, right) in pairwise(sorted(table.items())):
            before, after = max(left, key=_right), min(right, key=_left)
            if _right(before) > _left(after):
                pair = f"»{before.text}« und »{after.text}«"
                yield f"Seite {page}: Die Spalten von {pair} überschneiden sich."


def _right(wort: Wort) -> float:
    return wort.kasten.rechts


def _left(wort: Wort) -> float:
    return wort.kasten.links


Identity = tuple[int, int]


def _columns(
    seiten: Sequence[Seite], blaetter: Sequence[Blatt]
) -> dict[tuple[Identity, int], dict[int, list[Wort]]]:
    """The words by table and page, then by the number of their column."""
    words: dict[tuple[int, int], list[Wort]] = defaultdict(list)
    for seite in seiten:
        for wort in seite.woerter:
            words[seite.nummer, wort.marke].append(wort)
    found: dict[tuple[Identity, int], dict[int, list[Wort]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for table, column, blatt in _cells(blaetter):
        if words[blatt.ort]:
            found[table, blatt.ort[0]][column] += words[blatt.ort]
    return found


def _cells(blaetter: Sequence[Blatt]) -> Iterator[tuple[Identity, int, Blatt]]:
    """Content of cells with its table and the number of the cell in its row."""
    rows: dict[Identity, dict[Identity, int]] = defaultdict(dict)
    for blatt in blaetter:
        table, row, cell = blatt.inside("Table"), blatt.inside("TR"), blatt.inside("TD", "TH")
        if table and row and cell:
            yield table, rows[row].setdefault(cell, len(rows[row])), blatt


def left_behind(blaetter: Sequence[Blatt]) -> Iterator[str]:
    """Headings and captions whose own matter begins on a later page.

    A heading belongs to the next content that is no heading, the caption of a table to its first
    figure, that of a chart to the chart. At the end of the document, nothing follows the heading
    over the room for notes.
    """
    for number, blatt in enumerate(blaetter):
        if kind := _kind(blatt):
            rest = (other for other in blaetter[number + 1 :] if _belongs(other, kind))
            following = next(rest, None)
            if following and following.ort[0] != blatt.ort[0]:
                yield f"Seite {blatt.ort[0]}: Hier steht {kind} ohne das, was folgt."


def _kind(blatt: Blatt) -> str:
    """What *blatt* is, if it must not stand alone."""
    if blatt.inside("Caption"):
        return "Tabellentitel" if blatt.inside("Table") else "Bildtitel"
    return "Überschrift" if blatt.inside(*UEBERSCHRIFTEN) else ""


def _belongs(blatt: Blatt, kind: str) -> bool:
    """Whether *blatt* is what a heading or caption of this kind stands over."""
    if kind == "Überschrift":
        return not blatt.inside(*UEBERSCHRIFTEN)
    return bool(blatt.inside("TD" if kind == "Tabellentitel" else "Figure"))
