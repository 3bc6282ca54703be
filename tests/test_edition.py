from datetime import date
from pathlib import Path

import pytest
from helfer import KLEIN, KOMMUNEN, befunde_of, write_input

from reports.domain.zeit import Zeitraum
from reports.edition import Edition, choose, read_edition, shipped
from reports.errors import AuswahlFehler, Befund, Fehler


def edition(folder: Path, old: str = "", new: str = "", file: str = "ausgabe.toml") -> Edition:
    """The small edition with one text of a file replaced."""
    assert old in KLEIN[file]
    return read_edition(write_input(folder, {file: KLEIN[file].replace(old, new, 1)}))


def refused(folder: Path, old: str, new: str, file: str = "ausgabe.toml") -> tuple[Befund, ...]:
    return befunde_of(lambda: edition(folder, old, new, file))


def test_edition_is_what_its_files_say(tmp_path: Path) -> None:
    found = edition(tmp_path)

    assert (found.jahr, found.ausgabe, found.datenstand) == (2020, 1, date(2021, 6, 30))
    assert found.zeitraum == Zeitraum(2018, 2020)
    assert found.kernzahlen == ("einwohner", "anteil_kinder")
    assert {k.schluessel: k.name for k in found.gebiete.kommunen} == KOMMUNEN
    assert found.ordner == Path("2020/1")
    assert found.zusatz == ""


def test_region_holds_all_kommunen_and_umland_all_but_the_named(tmp_path: Path) -> None:
    region, umland = edition(tmp_path).gebiete.gruppen

    assert region.mitglieder == ("03241001", "03241002", "03241003")
    assert umland.mitglieder == ("03241002", "03241003")


def test_area_is_found_by_its_key(tmp_path: Path) -> None:
    gebiete = edition(tmp_path).gebiete

    assert gebiete.named("03241003").name == "Krumm am Bach"
    assert gebiete.named("umland").name == "Umland"
    with pytest.raises(KeyError):
        gebiete.named("03241004")


@pytest.mark.parametrize("von", [2020, 2021])
def test_reversed_period_of_the_file_is_refused_there(von: int, tmp_path: Path) -> None:
    with pytest.raises(Fehler) as caught:
        edition(tmp_path, "von = 2018", f"von = {von}")

    (befund,) = caught.value.befunde
    assert befund.ort == "ausgabe.toml"
    assert f"{von}–2020" in befund.text


def test_every_period_of_the_command_that_cannot_be_is_refused(tmp_path: Path) -> None:
    periods = [
        Zeitraum(2020, 2019),
        Zeitraum(2018, 2019),
        Zeitraum(2019, 2019),
        Zeitraum(2018, 2021),
    ]

    with pytest.raises(AuswahlFehler) as caught:
        choose(edition(tmp_path), zeitraeume=periods)

    assert [befund.code for befund in caught.value.befunde] == ["E-ZEITRAUM"] * 3
    texts = " ".join(befund.text for befund in caught.value.befunde)
    assert all(period in texts for period in ("2020–2019", "2019–2019", "2018–2021"))


def test_period_may_not_end_after_the_berichtsjahr(tmp_path: Path) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        choose(edition(tmp_path), jahr=2019, zeitraeume=[Zeitraum(2018, 2020)])

    (befund,) = caught.value.befunde
    assert "2018–2020" in befund.text
    assert "2019" in befund.abhilfe


def test_other_year_ends_the_period_with_it(tmp_path: Path) -> None:
    chosen = choose(edition(tmp_path), jahr=2019)

    assert (chosen.jahr, chosen.zeitraum) == (2019, Zeitraum(2018, 2019))
    assert chosen.ordner == Path("2019/1")


def test_other_period_has_a_folder_and_file_names_of_its_own(tmp_path: Path) -> None:
    chosen = choose(edition(tmp_path), zeitraeume=[Zeitraum(2018, 2019)])

    assert chosen.ordner == Path("2020/1_2018-2019")
    assert chosen.zusatz == "_2018-2019"


def test_naming_the_standard_period_changes_nothing(tmp_path: Path) -> None:
    standard = edition(tmp_path)

    assert choose(standard, jahr=2020, zeitraeume=[Zeitraum(2018, 2020)]) == standard


def test_several_periods_are_kept_in_their_order_and_each_once(tmp_path: Path) -> None:
    late, early = Zeitraum(2019, 2020), Zeitraum(2018, 2019)

    chosen = choose(edition(tmp_path), zeitraeume=[late, early, late])

    assert chosen.zeitraeume == (late, early)
    assert chosen.zeitraum == late
    assert chosen.spanne == Zeitraum(2018, 2020)
    assert chosen.ordner == Path("2020/1_2019-2020_2018-2019")


def test_more_periods_than_a_footer_holds_are_refused(tmp_path: Path) -> None:
    periods = [Zeitraum(von, 2020) for von in range(2010, 2015)]

    with pytest.raises(AuswahlFehler) as caught:
        choose(edition(tmp_path), zeitraeume=periods)

    assert "4" in caught.value.befunde[0].abhilfe


def test_an_edition_of_an_earlier_year_does_not_know_the_one_after_it(tmp_path: Path) -> None:
    found = read_edition(write_input(tmp_path, {"vorausgabe/signale.json": earlier(2019, 1)}))

    assert choose(found, jahr=2020).vorausgabe is not None
    assert choose(found, jahr=2019).vorausgabe is None


def test_chosen_areas_stand_before_the_usual_ones(tmp_path: Path) -> None:
    usual = edition(tmp_path)

    assert usual.vergleich == ("umland", "03241001")
    assert choose(usual, vergleich=["03241003"]).vergleich == ("03241003", "umland")
    assert choose(usual, vergleich=["03241003", "03241002"]).vergleich == ("03241003", "03241002")
    assert choose(usual, vergleich=["03241003"]).ordner == Path("2020/1_neben-03241003-umland")


def test_region_stands_beside_every_area_already(tmp_path: Path) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        choose(edition(tmp_path), vergleich=["03241000"])

    assert caught.value.befunde[0].code == "E-VERGLEICH"


def test_there_is_room_for_two_areas_beside_the_region(tmp_path: Path) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        choose(edition(tmp_path), vergleich=["03241001", "03241002", "03241003"])

    assert "zweimal" in caught.value.befunde[0].abhilfe


@pytest.mark.parametrize(
    ("vergleich", "word"),
    [
        ('["umland", "Kernstadt"]', "Kernstadt"),
        ('["umland", "umland"]', "zweimal"),
        ('["umland"]', "vergleich"),
        ('["umland", "03241000"]', "03241000"),
    ],
)
def test_areas_beside_the_region_have_to_exist(vergleich: str, word: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, '["umland", "03241001"]', vergleich)

    assert word in str(befund)


def test_group_can_name_its_members_and_a_kommune_can_have_several_groups(tmp_path: Path) -> None:
    own = """ohne = ["03241001"]
[[gruppe]]
schluessel = "kernstaedte"
name = "Kernstädte im Verflechtungsraum"
kurzname = "Kernstädte"
mitglieder = ["03241003", "03241002"]
"""

    _, umland, own_group = edition(tmp_path, 'ohne = ["03241001"]', own).gebiete.gruppen

    assert own_group.mitglieder == ("03241002", "03241003") == umland.mitglieder


def test_group_tells_its_members_in_one_way(tmp_path: Path) -> None:
    both = 'ohne = ["03241001"]\nmitglieder = ["03241002"]'

    (befund,) = refused(tmp_path, 'ohne = ["03241001"]', both)

    assert "mitglieder" in befund.text


def test_group_may_not_have_the_name_of_a_kommune(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, 'kurzname = "Umland"', 'kurzname = "Heidefeld"')

    assert "Heidefeld" in befund.text


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("auffaellig = 1.5", "auffaellig = 0.5", "auffaellig"),
        ("auffaellig = 1.5", "auffaellig = inf", "endliche"),
        ("mindestaenderung = 10", "mindestaenderung = nan", "endliche"),
        ("irrtum = 0.2", "irrtum = 1e-20", "irrtum"),
        ("irrtum = 0.2", "irrtum = 20", "irrtum"),
        ("mindestfaelle = 30", "mindestfaelle = 0", "mindestfaelle"),
        ("mindestkommunen = 2", "mindestkommunen = 1", "mindestkommunen"),
        ("mindestaenderung = 10", "mindestaenderung = -1", "mindestaenderung"),
    ],
)
def test_thresholds_that_flag_everything_or_nothing_are_refused(
    old: str, new: str, word: str, tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, old, new)

    assert word in befund.text


def earlier(jahr: int, ausgabe: int) -> str:
    """The signals that an edition left."""
    return f"""{{"jahr": {jahr}, "ausgabe": {ausgabe}, "signale": [
        {{"gebiet": "03241002", "kennzahl": "anteil_kinder", "seit": "2018/1"}}]}}"""


def test_edition_before_tells_which_signals_it_had(tmp_path: Path) -> None:
    found = read_edition(write_input(tmp_path, {"vorausgabe/signale.json": earlier(2019, 2)}))

    assert found.vorausgabe is not None
    assert found.vorausgabe.name == "2019/2"
    assert found.vorausgabe.signale == {("03241002", "anteil_kinder"): "2018/1"}


@pytest.mark.parametrize("text", [earlier(2020, 1), earlier(2021, 1), "[]", "{", '{"jahr": 2019}'])
def test_signals_of_this_edition_or_of_none_are_refused(text: str, tmp_path: Path) -> None:
    found = befunde_of(
        lambda: read_edition(write_input(tmp_path, {"vorausgabe/signale.json": text}))
    )

    assert [befund.code for befund in found] == ["E-VORAUSGABE"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("ausgabe = 1", "ausgabee = 1", ["»ausgabee«", "»ausgabe«"]),
        ("kurzname = ", "kurtzname = ", ["»kurtzname«", "»kurzname«"]),
        ("hinweis = ", "# hinweis = ", ["»hinweis«", "fehlt"]),
        ("jahr = 2020", 'jahr = "2020"', ["»jahr«", "Text", "ganze Zahl"]),
        ("2021-06-30", '"30.06.2021"', ["»datenstand«", "Datum"]),
        ("2021-06-30", "30.06.2021", ["ausgabe.toml", "4"]),
    ],
)
def test_wrong_entry_is_named(old: str, new: str, words: list[str], tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, old, new)

    assert all(word in str(befund) for word in words), str(befund)


@pytest.mark.parametrize("number", [0, -3])
def test_edition_number_counts_from_one(number: int, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, "ausgabe = 1", f"ausgabe = {number}")

    assert str(number) in befund.text


def test_first_group_has_to_be_the_region(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, 'schluessel = "03241000"', 'schluessel = "region"')

    assert befund.code == "E-GRUPPE"
    assert "acht Ziffern" in befund.abhilfe


@pytest.mark.parametrize("key", ["3241001", "03241009", "Großau"])
def test_group_that_leaves_out_an_unknown_kommune_is_refused(key: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, 'ohne = ["03241001"]', f'ohne = ["{key}"]')

    assert key in befund.text


@pytest.mark.parametrize("key", ["03241001", "03241000"])
def test_group_may_not_take_the_key_of_another_area(key: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, 'schluessel = "umland"', f'schluessel = "{key}"')

    assert key in befund.text


def test_region_leaves_out_no_kommune(tmp_path: Path) -> None:
    key = 'schluessel = "03241000"\n'

    (befund,) = refused(tmp_path, key, f'{key}ohne = ["03241003"]\n')

    assert befund.code == "E-GRUPPE"


def test_group_of_nobody_is_refused(tmp_path: Path) -> None:
    everybody = ", ".join(f'"{key}"' for key in KOMMUNEN)

    (befund,) = refused(tmp_path, 'ohne = ["03241001"]', f"ohne = [{everybody}]")

    assert "»umland«" in str(befund.ort)


def test_key_of_a_group_is_a_plain_word(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, 'schluessel = "umland"', 'schluessel = "Um Land"')

    assert "»Um Land«" in befund.text


def test_groups_do_not_share_a_key(tmp_path: Path) -> None:
    text = KLEIN["ausgabe.toml"]
    again = text[text.rindex("[[gruppe]]") :]

    befunde = refused(tmp_path, again, again + again)

    assert "»umland«" in befunde[0].text


def test_problems_of_both_files_are_reported_together(tmp_path: Path) -> None:
    files = {
        "ausgabe.toml": KLEIN["ausgabe.toml"].replace("hinweis = ", "# "),
        "kommunen.csv": KLEIN["kommunen.csv"].replace("03241002", "3241002"),
    }

    befunde = befunde_of(lambda: read_edition(write_input(tmp_path, files)))

    assert [str(befund.ort).split(",")[0] for befund in befunde] == ["ausgabe.toml", "kommunen.csv"]


def test_year_at_the_start_of_the_usual_period_needs_another_start(tmp_path: Path) -> None:
    with pytest.raises(AuswahlFehler) as caught:
        choose(edition(tmp_path), jahr=2018)

    assert "--zeitraum" in caught.value.befunde[0].abhilfe
    period = Zeitraum(2017, 2018)
    assert choose(edition(tmp_path), jahr=2018, zeitraeume=[period]).zeitraum == period


def test_key_figures_name_at_least_the_inhabitants(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, '["einwohner", "anteil_kinder"]', "[]")

    assert "kernzahlen" in str(befund)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("03241002;Heide", "3241002;Heide", "3241002"),
        ("03241002;Heide", "03158002;Heide", "03158002"),
        ("03241002;Heide", "03241001;Heide", "03241001"),
        ("03241002;Heide", "03241000;Heide", "03241000"),
        (";Krumm am Bach;", ";Großau;", "Großau"),
        ("03241003;Krumm am Bach;", "03241003;;", "03241003"),
        (";LHG\n", ";LHG|Krumm am Bach\n", "Krumm am Bach"),
        ("Krumm/Bach|", "lhg|", "lhg"),
        ("Krumm/Bach|", "Krumm/Bach||", "03241003"),
        (";Stadt;2;2;", ";;2;2;", "status"),
        (";Gemeinde;1;1;", ";Gemeinde;0;1;", "»0«"),
        (";Gemeinde;1;1;", ";Gemeinde;1;;", "»reihe«"),
        (";Gemeinde;1;1;", ";Gemeinde;1;1,5;", "»1,5«"),
        (";Gemeinde;1;1;", ";Gemeinde;1000;1;", "»1000«"),
        (";Stadt;2;2;", ";Stadt;2;1;", "Spalte 2, Reihe 1 hat schon Zeile 2"),
    ],
    ids=[
        "lost zero",
        "another region",
        "key twice",
        "key of the Region",
        "name twice",
        "no name",
        "further name of another",
        "further name twice",
        "blank further name",
        "no status",
        "column 0",
        "no row",
        "row between two",
        "column too far",
        "place twice",
    ],
)
def test_wrong_list_of_kommunen_is_refused_where_it_stands(
    old: str, new: str, word: str, tmp_path: Path
) -> None:
    befunde = refused(tmp_path, old, new, "kommunen.csv")

    assert all(str(befund.ort).startswith("kommunen.csv") for befund in befunde)
    assert any(word in befund.text for befund in befunde)


def test_further_names_are_read_one_by_one(tmp_path: Path) -> None:
    kommunen = edition(tmp_path).gebiete.kommunen

    assert [k.weitere_namen for k in kommunen] == [("LHG",), (), ("Krumm/Bach", "Krumm am B.")]


def test_all_wrong_places_on_the_map_are_reported_at_once(tmp_path: Path) -> None:
    """Two rows, three reasons; a place that is none is not said to be taken."""
    old = ";Gemeinde;1;1;\n03241003;Krumm am Bach;Krumm am Bach, Stadt;Krumm a. B.;Stadt;2;2;"
    befunde = refused(tmp_path, old, old.replace(";1;1;", ";x;y;").replace(";2;2;", ";2;1;"),
                      "kommunen.csv")  # fmt: skip

    assert [befund.code for befund in befunde] == ["E-ZAHL", "E-ZAHL", "E-DOPPELT"]


def test_the_shipped_kommunen_lie_close_together_on_places_of_their_own() -> None:
    """At most seven by seven places, and nobody lies apart."""
    places = {(k.spalte, k.reihe) for k in read_edition(shipped("input")).gebiete.kommunen}

    assert len(places) == 21
    assert max(max(place) for place in places) <= 7
    for x, y in places:
        assert places & {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)}


@pytest.mark.parametrize(
    ("name", "side"),
    [  # as they lie from the town hall of Hannover, by latitude and longitude
        ("Neustadt am Rübenberge", (-1, -1)),
        ("Garbsen", (-1, -1)),
        ("Wunstorf", (-1, -1)),
        ("Wedemark", (0, -1)),
        ("Langenhagen", (0, -1)),
        ("Burgwedel", (1, -1)),
        ("Isernhagen", (1, -1)),
        ("Burgdorf", (1, -1)),
        ("Uetze", (1, 0)),
        ("Lehrte", (1, 0)),
        ("Sehnde", (1, 1)),
        ("Laatzen", (1, 1)),
        ("Pattensen", (0, 1)),
        ("Hemmingen", (0, 1)),
        ("Springe", (-1, 1)),
        ("Wennigsen (Deister)", (-1, 1)),
        ("Seelze", (-1, 0)),
        ("Barsinghausen", (-1, 0)),
    ],
)
def test_a_shipped_kommune_lies_on_its_side_of_hannover(name: str, side: tuple[int, int]) -> None:
    kommunen = {k.name: k for k in read_edition(shipped("input")).gebiete.kommunen}
    own, middle = kommunen[name], kommunen["Hannover"]

    x, y = own.spalte - middle.spalte, own.reihe - middle.reihe
    assert ((x > 0) - (x < 0), (y > 0) - (y < 0)) == side


def test_landeshauptstadt_is_the_kommune_whose_status_says_so(tmp_path: Path) -> None:
    assert edition(tmp_path).gebiete.landeshauptstadt.name == "Großau"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (";Großau;Landeshauptstadt;", ";Großau;Stadt;", ["keiner Zeile"]),
        (";Heidefeld;Gemeinde;", ";Heidefeld;Landeshauptstadt;", ["Zeilen 2, 3"]),
    ],
    ids=["none", "two"],
)
def test_there_is_exactly_one_landeshauptstadt(
    old: str, new: str, words: list[str], tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, old, new, "kommunen.csv")

    assert (befund.code, befund.ort) == ("E-KOMMUNE", "kommunen.csv")
    assert all(word in befund.text for word in words)


def test_another_region_has_other_keys(tmp_path: Path) -> None:
    """A made-up region has the key 99000000, and its Kommunen any that begin with 99."""
    files = {
        name: KLEIN[name].replace("03241000", "99000000").replace("03241", "99123")
        for name in ("ausgabe.toml", "kommunen.csv")
    }

    gebiete = read_edition(write_input(tmp_path, files)).gebiete

    assert gebiete.region.schluessel == "99000000"
    assert [k.schluessel for k in gebiete.kommunen] == ["99123001", "99123002", "99123003"]


def test_wrong_key_of_the_region_is_reported_with_a_wrong_group(tmp_path: Path) -> None:
    """What only both files together show is reported at once, too."""
    text = KLEIN["ausgabe.toml"].replace('"03241000"', '"03251000"')
    files = {"ausgabe.toml": text.replace('ohne = ["03241001"]', 'ohne = ["03241009"]')}

    befunde = befunde_of(lambda: read_edition(write_input(tmp_path, files)))

    assert [befund.code for befund in befunde] == ["E-AGS"] * 3 + ["E-GRUPPE"]
    assert {str(befund.ort).split(",")[0] for befund in befunde} == {"kommunen.csv", "ausgabe.toml"}


def test_shipped_names_are_those_deliveries_use() -> None:
    gebiete = read_edition(shipped("input")).gebiete

    assert (len(gebiete.kommunen), gebiete.region.schluessel) == (21, "03241000")
    assert gebiete.landeshauptstadt.schluessel == "03241001"
    further = {k.schluessel: k.weitere_namen for k in gebiete.kommunen if k.weitere_namen}
    assert further["03241001"] == ("LHH",)
    assert "Neustadt/Rbge." in further["03241012"]
    assert further["03241020"] == ("Wennigsen/Deister",)


def test_list_without_any_kommune_is_refused(tmp_path: Path) -> None:
    header = KLEIN["kommunen.csv"].splitlines()[0]

    (befund,) = befunde_of(lambda: read_edition(write_input(tmp_path, {"kommunen.csv": header})))

    assert str(befund.ort).startswith("kommunen.csv")


@pytest.mark.parametrize("name", ["input", "layouts", "styles"])
def test_shipped_folders_are_found(name: str) -> None:
    assert any(shipped(name).iterdir())
