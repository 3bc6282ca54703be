"""What the auditor of traces finds in the Altersaufbau of an edition that hides two girls."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from altersgruppen import verzeichnis, zellen
from zahlen import A, edition, material

from reports.audit.spuren_altersaufbau import altersaufbau_spuren
from reports.audit.spuren_daten import read_freigabe
from reports.audit.spuren_seite import Profil
from reports.audit.spuren_wortschatz import Seite, Wortschatz
from reports.handover.data import write_daten
from reports.handover.evidence import write_seiten
from reports.profile.build import build_profil

Blatt = dict[str, Any]
TABELLE, BILD = "Tabelle stufen-probe", "Bild pyramide"
GESPERRT = 2  # girls under 20 in Kommune A, of 902


def places(folder: Path, plant: Callable[[Blatt], object] = id) -> list[str]:
    """Where traces are found on the page of A, after *plant* has changed its chapter."""
    chosen = replace(edition(2022, 2022), kernzahlen=("einwohner",))
    whole = material(zellen(maedchen=GESPERRT, bev=902), verzeichnis(), chosen)
    write_daten(folder, whole)
    (folder / "seiten").mkdir()
    write_seiten(folder / "seiten", [build_profil(chosen.gebiete.named(A), whole)])
    page = msgspec.json.decode((folder / "seiten" / f"{A}.json").read_bytes())
    plant(next(chapter for chapter in page["themen"] if chapter["pyramide"]))
    freigabe = read_freigabe(folder)
    profil = msgspec.convert(page, Profil)
    seite = Seite(profil=profil, freigabe=freigabe, wortschatz=Wortschatz(freigabe))
    return [str(found.ort).removeprefix(f"{seite.ort}, ") for found in altersaufbau_spuren(seite)]


def bar(chapter: Blatt, stufe: int, wer: str) -> Blatt:
    found: Blatt = chapter["pyramide"]["stufen"][stufe][wer]
    return found


def cell(chapter: Blatt, row: int, column: int) -> Blatt:
    found: Blatt = chapter["tabellen"][0]["zeilen"][row]["zellen"][column]
    return found


def test_released_bars_rows_and_words_pass(tmp_path: Path) -> None:
    assert places(tmp_path) == []


def test_the_edition_does_hide_the_girls(tmp_path: Path) -> None:
    def look(chapter: Blatt) -> None:
        assert bar(chapter, 0, "frauen")["wert"] is None
        assert cell(chapter, 0, 3)["text"] == "*"

    places(tmp_path, look)


def _hidden_bar(chapter: Blatt) -> None:
    bar(chapter, 0, "frauen").update(wert=100 * GESPERRT / 902 / 20, zeichen="")


def _other_length(chapter: Blatt) -> None:
    bar(chapter, 1, "maenner")["wert"] += 0.01


def _other_ages(chapter: Blatt) -> None:
    chapter["pyramide"]["stufen"][0]["bis"] = 19


def _told_sign(chapter: Blatt) -> None:
    bar(chapter, 0, "frauen")["zeichen"] = "0,2"


def _longer_scale(chapter: Blatt) -> None:
    chapter["pyramide"]["ende"] += 0.5


def _other_tick(chapter: Blatt) -> None:
    chapter["pyramide"]["striche"][1]["text"] = "0,2"


@pytest.mark.parametrize(
    "plant", [_hidden_bar, _other_length, _other_ages, _told_sign, _longer_scale, _other_tick]
)
def test_a_drawing_that_released_shares_do_not_give_is_a_trace(
    tmp_path: Path, plant: Callable[[Blatt], None]
) -> None:
    assert places(tmp_path, plant) == [BILD]


def _hidden_count(chapter: Blatt) -> None:
    cell(chapter, 0, 3)["text"] = str(GESPERRT)


def _hidden_share(chapter: Blatt) -> None:
    cell(chapter, 0, 4)["text"] = "0,2"


def _whispered_share(chapter: Blatt) -> None:
    cell(chapter, 0, 4)["gesprochen"] = "gesperrt, 0,2"


def _wrong_count(chapter: Blatt) -> None:
    cell(chapter, 1, 0)["text"] = "401"


@pytest.mark.parametrize("plant", [_hidden_count, _hidden_share, _whispered_share, _wrong_count])
def test_a_row_that_is_not_released_is_a_trace(
    tmp_path: Path, plant: Callable[[Blatt], None]
) -> None:
    assert places(tmp_path, plant) == [TABELLE]


def _outline_of_nobody(chapter: Blatt) -> None:
    bar(chapter, 1, "frauen")["vergleich"] += 0.01


def _column_of_nobody(chapter: Blatt) -> None:
    cell(chapter, 1, 5)["text"] = "39,9"


def _mixture(chapter: Blatt) -> None:
    """The men of B, 190 of 500, in the outline of the Region."""
    bar(chapter, 1, "maenner")["vergleich"] = 100 * 190 / 500 / 15


@pytest.mark.parametrize("plant", [_outline_of_nobody, _column_of_nobody, _mixture])
def test_what_stands_beside_has_to_be_one_area_throughout(
    tmp_path: Path, plant: Callable[[Blatt], None]
) -> None:
    assert TABELLE in places(tmp_path, plant)


def test_a_text_may_not_name_a_hidden_share(tmp_path: Path) -> None:
    def plant(chapter: Blatt) -> None:
        chapter["pyramide"]["alt"] += " Mädchen 0,2\u00a0%."

    assert places(tmp_path, plant) == ["Alternativtext von pyramide"]


def test_a_table_of_this_kind_elsewhere_is_a_trace(tmp_path: Path) -> None:
    """Its rows would be read by nobody."""

    def plant(chapter: Blatt) -> None:
        chapter["pyramide"] = None

    assert places(tmp_path, plant) == [TABELLE]
