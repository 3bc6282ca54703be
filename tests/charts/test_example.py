"""The worked example of a spine: each kind of mark has its label, and no two lie over each other."""

from itertools import combinations

import pytest

from reports.charts.draw import arrange, draw
from reports.charts.sheet import Dot, Label, Rule, Sheet
from reports.charts.text import width
from reports.charts.theme import Theme
from reports.profile.chartmodel import Spinebeispiel, Spinezeile


def beispiel(*andere: float, eigen: float | None = 0.4, gewertet: bool = True) -> Spinebeispiel:
    return Spinebeispiel(
        id="beispiel",
        titel="Arbeitslosenanteil",
        zeile=Spinezeile(
            id="spine-alo", andere=andere or (-0.7, 0.2, 1.0), eigen=eigen, gewertet=gewertet
        ),
        eigen="" if eigen is None else "Neustadt am Rübenberge 5,2\u00a0%",
        andere="ein Strich je Kommune",
        region="Region 7,4\u00a0%",
        enden=("← ungünstiger", "günstiger →"),
        alt="Beispiel.",
    )


def labels(sheet: Sheet) -> dict[str, Label]:
    return {mark.text: mark for mark in sheet.marks if isinstance(mark, Label)}


def test_every_kind_of_mark_has_its_label(theme: Theme) -> None:
    sheet = arrange(beispiel(), theme)

    assert sorted(labels(sheet)) == sorted(
        [
            "ein Strich je Kommune",
            "Neustadt am Rübenberge 5,2\u00a0%",
            "Region 7,4\u00a0%",
            "← ungünstiger",
            "günstiger →",
        ]
    )


def test_the_region_is_named_below_the_middle(theme: Theme) -> None:
    sheet = arrange(beispiel(), theme)
    region = labels(sheet)["Region 7,4\u00a0%"]

    assert (region.x, region.style.align) == (sheet.width / 2, "center")


def test_the_other_label_points_at_the_mark_farthest_from_the_own_one(theme: Theme) -> None:
    sheet = arrange(beispiel(-0.7, 0.2, 1.0, eigen=0.4), theme)
    pointers = [m for m in sheet.marks if isinstance(m, Rule) and m.style == theme.stroke.pointer]
    marks = [m for m in sheet.marks if isinstance(m, Rule) and m.style == theme.stroke.kommune]

    assert min(marks, key=lambda mark: mark.x).x in {pointer.x for pointer in pointers}


@pytest.mark.parametrize("eigen", [-1.0, -0.5, 0.0, 0.5, 1.0])
def test_labels_do_not_touch_each_other(eigen: float, theme: Theme) -> None:
    above = [
        label
        for label in labels(arrange(beispiel(-1.0, 0.0, 1.0, eigen=eigen), theme)).values()
        if label.y < theme.length.strip
    ]

    assert len(above) == 2
    for one, other in combinations(above, 2):
        assert not _overlap(_extent(one), _extent(other))


def test_without_an_own_place_there_is_neither_mark_nor_label(theme: Theme) -> None:
    sheet = arrange(beispiel(eigen=None), theme)

    assert not [mark for mark in sheet.marks if isinstance(mark, Dot)]
    assert "" not in labels(sheet)


def test_the_picture_is_opaque_and_fits_its_sheet(theme: Theme) -> None:
    assert draw(beispiel(), theme).startswith(b"\x89PNG")


def _extent(label: Label) -> tuple[float, float]:
    wide = width(label.text, label.style)
    start = label.x - {"left": 0.0, "center": wide / 2, "right": wide}[label.style.align]
    return start, start + wide


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
