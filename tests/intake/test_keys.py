"""Keys and names as the houses write them; expected keys from the Gemeindeverzeichnis."""

import unicodedata

import pytest

from reports.domain.gebiet import Gebiete, Gruppe, Kommune
from reports.intake.keys import GebietError, Schluesselwerk, schluesselwerk

REGION = "03241000"
NAMEN = {
    "03241001": ("Hannover", "Hannover, Landeshauptstadt", "Hannover", ("LHH",)),
    "03241003": ("Burgdorf", "Burgdorf, Stadt", "Burgdorf", ()),
    "03241012": (
        "Neustadt am Rübenberge",
        "Neustadt am Rübenberge, Stadt",
        "Neustadt a. Rbge.",
        ("Neustadt/Rbge.",),
    ),
    "03241020": ("Wennigsen (Deister)", "Wennigsen (Deister)", "Wennigsen", ()),
}


@pytest.fixture(scope="module")
def werk() -> Schluesselwerk:
    kommunen = tuple(
        Kommune(
            schluessel=ags,
            name=name,
            amtlicher_name=amtlich,
            kurzname=kurz,
            status="Stadt",
            spalte=spalte,
            reihe=1,
            weitere_namen=weitere,
        )
        for spalte, (ags, (name, amtlich, kurz, weitere)) in enumerate(NAMEN.items(), start=1)
    )
    region = Gruppe(
        schluessel=REGION, name="Region Hannover", kurzname="Region", mitglieder=tuple(NAMEN)
    )
    return schluesselwerk(Gebiete(kommunen=kommunen, gruppen=(region,)))


@pytest.mark.parametrize(
    ("key", "ags"),
    [
        ("03241012", "03241012"),
        ("3241012", "03241012"),
        ("241012", "03241012"),
        ("032410012012", "03241012"),
        ("3241012.0", "03241012"),
        (" 03241012 ", "03241012"),
        ("'03241012", "03241012"),
        ('"03241012"', "03241012"),
        ("03241", REGION),
        ("3241", REGION),
        ("241", REGION),
        ("3241000", REGION),
        ("03241000", REGION),
    ],
)
def test_key_is_known_in_all_its_forms(key: str, ags: str, werk: Schluesselwerk) -> None:
    assert werk.resolve(key, "", {}) == ags


@pytest.mark.parametrize(
    "key", ["03241022", "324101", "41012", "12", "0324101", "03158004", "032410012013", "3241012,5"]
)
def test_other_key_is_refused(key: str, werk: Schluesselwerk) -> None:
    with pytest.raises(GebietError, match=f"»{key}«") as caught:
        werk.resolve(key, "Burgdorf", {})

    assert caught.value.code == "E-AGS"


@pytest.mark.parametrize(
    ("name", "ags"),
    [
        ("Neustadt am Rübenberge", "03241012"),
        ("Neustadt am Rübenberge, Stadt", "03241012"),
        ("Stadt Neustadt am Rübenberge", "03241012"),
        ("NEUSTADT AM RÜBENBERGE", "03241012"),
        ("Neustadt am Ruebenberge", "03241012"),
        ("Neustadt  am\N{NO-BREAK SPACE}Rübenberge", "03241012"),
        (unicodedata.normalize("NFD", "Neustadt am Rübenberge"), "03241012"),
        ("Neustadt a. Rbge.", "03241012"),
        ("Neustadt/Rbge.", "03241012"),
        ("Wennigsen (Deister), Gem.", "03241020"),
        ("Wennigsen", "03241020"),
        ("Gemeinde Wennigsen", "03241020"),
        ("LHH", "03241001"),
        ("Region Hannover", REGION),
        ("Burgdorf, Stadt", "03241003"),
        ("Hannover, Landeshauptstadt", "03241001"),
        ("Landeshauptstadt Hannover", "03241001"),
        ("Hannover, Stadt", "03241001"),
        ("Hannover, Region", REGION),
        ("Region Hannover, Landkreis", REGION),
        ("Landkreis Region Hannover", REGION),
        ("Region Hannover, Kommunalverband besonderer Art", REGION),
    ],
)
def test_name_is_known_however_its_status_is_written(
    name: str, ags: str, werk: Schluesselwerk
) -> None:
    assert werk.resolve("", name, {}) == ags
    assert werk.resolve(ags, name, {}) == ags


@pytest.mark.parametrize(
    "name",
    [
        *("Neustadt", "Burgdorf (Wolfenbüttel)", "Burgwedel", "Wenigsen"),
        *("Landkreis Hannover", "Hannover, Kommunalverband", "Burgdorf, Landkreis"),
    ],
)
def test_name_is_never_guessed(name: str, werk: Schluesselwerk) -> None:
    with pytest.raises(GebietError) as caught:
        werk.resolve("", name, {})

    assert caught.value.code == "E-NAME"


def test_hannover_alone_is_city_or_region(werk: Schluesselwerk) -> None:
    with pytest.raises(GebietError, match="Stadt oder die Region") as caught:
        werk.resolve("", "Hannover", {})

    assert caught.value.code == "E-NAME-MEHRDEUTIG"
    assert werk.resolve("03241001", "Hannover", {}) == "03241001"
    assert werk.resolve("", "Hannover", {"Hannover": "03241001"}) == "03241001"
    assert werk.resolve("", "Hannover", {"Hannover": "3241001"}) == "03241001"


@pytest.mark.parametrize(
    ("key", "name"),
    [("03241003", "Wennigsen"), ("03241000", "Hannover"), ("03241001", "Region Hannover")],
)
def test_key_and_name_have_to_agree(key: str, name: str, werk: Schluesselwerk) -> None:
    with pytest.raises(GebietError, match=f"{key}.*»{name}«") as caught:
        werk.resolve(key, name, {})

    assert caught.value.code == "E-NAME"


@pytest.mark.parametrize("name", ["Neustadt am RÃ¼benberge", "Neustadt am R\ufffdbenberge"])
def test_broken_encoding_of_a_name_is_called_so(name: str, werk: Schluesselwerk) -> None:
    for key in ("03241012", ""):
        with pytest.raises(GebietError, match="Kodierung") as caught:
            werk.resolve(key, name, {})
        assert caught.value.code == "E-ENC"


@pytest.mark.parametrize("word", ["Summe", "Insgesamt", "zusammen"])
def test_total_is_no_area(word: str, werk: Schluesselwerk) -> None:
    for key, name in ((word, ""), ("", word), ("999", word)):
        with pytest.raises(GebietError, match=f"»{word}«") as caught:
            werk.resolve(key, name, {})
        assert caught.value.code == "E-ZEILE"


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        *(("03158004", True), ("DG", True), ("03", True), ("08118027", True), ("158004", True)),
        *(("03241099", False), ("241099", False), ("3241", False), ("Summe", False), ("", False)),
    ],
)
def test_key_of_another_area_looks_like_one(
    text: str, *, foreign: bool, werk: Schluesselwerk
) -> None:
    assert werk.is_foreign(text) is foreign


def test_row_without_key_and_name_names_no_area(werk: Schluesselwerk) -> None:
    with pytest.raises(GebietError, match="kein Gebiet") as caught:
        werk.resolve(" ", "", {})

    assert caught.value.code == "E-ZEILE"
