"""What the auditor of traces finds in maps."""

import json
from pathlib import Path

import pytest
from seiten_probe import REGION, A, B, Probe, probe, tile

from reports.audit.spuren import pruefe_spuren

SEITE = "daten/seiten/03241000.json"
KARTE = f"{SEITE}, Karte karte-quote"
ALT = f"{SEITE}, Alternativtext von karte-quote"
# Seven more Kommunen and, of 1.000 each, how many count; Adorf has 135, Cdorf 120, Bdorf a secret.
WEITERE = dict(zip("DEFGHIJ", (121, 122, 123, 124, 126, 131, 132), strict=True))
# By hand: of nine ranks, 4 · (10 - rank) / 9 is above 3 for three, above 2 for two, above 1 for two.
STUFEN = {"A": 4, "J": 4, "I": 4, "H": 3, "G": 3, "F": 2, "E": 2, "D": 1, "C": 1, "B": 0}
# The same with a tenth value, 13,3 percent in Bdorf, which nobody may know.
VERRATEN = {"A": 4, "J": 4, "I": 3, "H": 3, "G": 2, "F": 2, "E": 2, "D": 1, "C": 1, "B": 0}


def large() -> Probe:
    """The edition with ten Kommunen, nine of them with a value."""
    planted = probe()
    planted.seiten = json.loads(json.dumps(planted.seiten).replace("von 2", "von 9"))
    planted.weitere = {f"032411{ord(letter)}": f"{letter}dorf" for letter in WEITERE}
    for (key, name), count in zip(planted.weitere.items(), WEITERE.values(), strict=True):
        own = {"schluessel": key, "gebiet": name}
        value = {"zaehler": count, "nenner": 1000, "wert": count / 10, "gedruckt": _print(count)}
        planted.freigabe.append(planted.zeile("freigabe", A, 2022) | own | value)
        planted.vergleich.append(planted.zeile("vergleich", A) | own | {"platz": ""})
        row = {"kopf": name, "zusatz": "", "zellen": [{"text": _print(count)}]}
        planted.seiten[REGION]["themen"][0]["tabellen"][0]["zeilen"].append(row)
    ranks = sorted([("Adorf", 135), ("Cdorf", 120), *_counts()], key=lambda pair: -pair[1])
    for rank, (name, _) in enumerate(ranks, start=1):
        (zeile,) = (zeile for zeile in planted.vergleich if zeile["gebiet"] == name)
        zeile.update(rang=rank, rang_bis=rank, anzahl=9)
    colour(planted, STUFEN)
    planted.seiten[REGION]["themen"][0]["rangfolge"] = None
    return planted


def colour(planted: Probe, stufen: dict[str, int]) -> None:
    """Give the tiles these fills."""
    texts = {"Adorf": "13,5", "Bdorf": "*", "Cdorf": "12,0"}
    texts |= {name: _print(count) for name, count in _counts()}
    planted.karte["kartenkacheln"] = [
        tile(name, text, stufen[name[0]]) for name, text in texts.items()
    ]


def _counts() -> list[tuple[str, int]]:
    return [(f"{letter}dorf", count) for letter, count in WEITERE.items()]


def _print(count: int) -> str:
    return f"{count // 10},{count % 10}"


def places(folder: Path, planted: Probe) -> list[str]:
    """Where traces are found."""
    return [str(befund.ort) for befund in pruefe_spuren(planted.write(folder))]


def test_quarters_of_released_values_pass(tmp_path: Path) -> None:
    assert places(tmp_path, large()) == []


def test_a_class_that_counts_a_hidden_value_is_a_trace(tmp_path: Path) -> None:
    planted = large()
    colour(planted, VERRATEN)

    assert places(tmp_path, planted) == [KARTE]


@pytest.mark.parametrize("stufe", [1, 2, 3, 4])
def test_the_tile_of_a_hidden_value_has_no_fill(tmp_path: Path, stufe: int) -> None:
    planted = large()
    colour(planted, STUFEN | {"B": stufe})

    assert places(tmp_path, planted) == [KARTE]


def test_fewer_than_eight_values_have_no_quarters(tmp_path: Path) -> None:
    """Who saw quarters could count how many values there are."""
    planted = probe()
    planted.karte["kartenkacheln"][0]["stufe"] = 4

    assert places(tmp_path, planted) == [KARTE]


def test_no_tile_of_figures_is_framed(tmp_path: Path) -> None:
    planted = probe()
    planted.karte["kartenkacheln"][1]["eigen"] = True

    assert places(tmp_path, planted) == [KARTE]


@pytest.mark.parametrize(("place", "text"), [(1, "12,0"), (1, "4711"), (0, "12,0"), (2, "*")])
def test_a_tile_holds_what_is_released_of_its_kommune(
    tmp_path: Path, place: int, text: str
) -> None:
    planted = probe()
    planted.karte["kartenkacheln"][place]["text"] = text

    assert places(tmp_path, planted) == [KARTE]


def test_a_second_tile_of_a_kommune_is_a_trace(tmp_path: Path) -> None:
    planted = probe()
    planted.karte["kartenkacheln"].insert(0, tile("Bdorf", "4711", 0))

    assert set(places(tmp_path, planted)) == {KARTE}


def test_a_map_of_a_kennzahl_of_which_nothing_is_released_is_a_trace(tmp_path: Path) -> None:
    planted = probe()
    planted.karte["id"] = "karte-geheim"

    assert places(tmp_path, planted) == [f"{SEITE}, Karte karte-geheim"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("von 12,0 % (Cdorf) bis 13,5 % (Adorf); 1 Kommunen ohne Wert", True),
        ("von 12,0 % (Cdorf) bis 13,5 % (Adorf); 2 Kommunen ohne Wert", False),
        ("von 12,0 % (Cdorf) bis 14,7 % (Bdorf)", False),
        ("Region 13,0 %", False),
    ],
)
def test_an_alternative_text_names_the_ends_of_released_values(
    tmp_path: Path,
    text: str,
    clean: bool,  # noqa: FBT001
) -> None:
    planted = probe()
    planted.karte["alt"] = f"Kachelkarte Quote, 2022: {text}."

    assert places(tmp_path, planted) == ([] if clean else [ALT])


@pytest.mark.parametrize("change", [{"text": "12,0"}, {"name": "C"}, {"stufe": 1}, {"eigen": True}])
def test_a_map_of_the_place_shows_no_figure(tmp_path: Path, change: dict[str, object]) -> None:
    planted = probe()
    planted.seiten[B]["karte"]["kartenkacheln"][2].update(change)

    assert places(tmp_path, planted) == ["daten/seiten/03241002.json, Karte lage"]


def test_the_words_of_the_place_name_no_number(tmp_path: Path) -> None:
    planted = probe()
    planted.seiten[B]["karte"]["alt"] += " Es sind 4711."

    assert places(tmp_path, planted) == ["daten/seiten/03241002.json, Alternativtext von lage"]


def test_a_sign_in_a_tile_is_drawn_and_not_looked_for_in_the_text(tmp_path: Path) -> None:
    """The PDF of Adorf prints no sign; neither does its text need one for what a picture shows."""
    planted = probe()
    planted.seiten[A]["themen"][0]["karte"] = planted.karte

    assert places(tmp_path, planted) == []
