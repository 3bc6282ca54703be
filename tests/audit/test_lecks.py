"""Each way to a secret, in a folder written by hand, beside one that closes it."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from ordner import Ordner

from reports.audit.zahlen import Zahlenpruefung, pruefe_zahlen
from reports.errors import GeheimhaltungFehler

# B's two are covered by C, and their sum is 62
SICHER = Ordner(
    zahlen="""
    A alo 2020 40
    B alo 2020 *
    C alo 2020 *
    R alo 2020 102
    umland alo 2020 62
    """
)


def audit(ordner: Ordner, tmp_path: Path) -> Zahlenpruefung:
    return pruefe_zahlen(ordner.write(tmp_path / "daten"))


def codes(ordner: Ordner, tmp_path: Path) -> set[str]:
    return {befund.code for befund in audit(ordner, tmp_path).befunde}


def places(ordner: Ordner, tmp_path: Path) -> set[str]:
    return {befund.ort for befund in audit(ordner, tmp_path).befunde}


def with_lines(ordner: Ordner, **lines: str) -> Ordner:
    """The same folder with more lines."""
    return replace(ordner, **{name: getattr(ordner, name) + more for name, more in lines.items()})


def edit(path: Path, where: dict[str, str], to: dict[str, str]) -> None:
    """Write other fields into the one row that *where* describes."""
    with path.open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    (row,) = (r for r in table if where.items() <= r.items())
    row |= to
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def test_two_signs_that_cover_each_other_pass(tmp_path: Path) -> None:
    """Each is one at least, since zeros are shown: between 1 and 61."""
    found = audit(SICHER, tmp_path)

    assert found.befunde == ()
    assert (found.zellen, found.gesperrt) == (5, 2)
    assert found.engster is not None
    assert (found.engster.unten, found.engster.oben) == (1, 61)


def test_the_region_beside_all_but_one_kommune_is_a_leak(tmp_path: Path) -> None:
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 60\nR alo 2020 102")

    assert places(ordner, tmp_path) >= {"Ort B 2020, alo"}


def test_the_region_without_that_total_passes(tmp_path: Path) -> None:
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 60\nR alo 2020 *")

    assert codes(ordner, tmp_path) == set()


def test_a_total_that_the_source_itself_publishes_counts(tmp_path: Path) -> None:
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 60\nR alo 2020 *")
    total = ("alo", 2020, 102, 0)

    assert codes(replace(ordner, gesamtzahlen=(total,)), tmp_path) == {"G-LECK"}


@pytest.mark.parametrize(("toleranz", "leaks"), [(0, {"G-LECK"}), (1, set())])
def test_a_total_within_a_tolerance_leaves_what_the_tolerance_leaves(
    toleranz: int, leaks: set[str], tmp_path: Path
) -> None:
    """Within one the count is 2, 3 or 4: three possibilities, one of them no secret."""
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 60\nR alo 2020 *")
    total = ("alo", 2020, 103, toleranz)

    assert codes(replace(ordner, gesamtzahlen=(total,)), tmp_path) == leaks


def test_a_part_that_follows_from_the_whole_is_a_leak(tmp_path: Path) -> None:
    sexes = (("alo", ("alo_m", "alo_w"), True),)
    ordner = Ordner(zahlen="A alo 2020 40\nA alo_m 2020 38\nA alo_w 2020 *", zerlegungen=sexes)

    assert codes(ordner, tmp_path) == {"G-LECK"}


def test_two_hidden_parts_of_a_whole_pass(tmp_path: Path) -> None:
    sexes = (("alo", ("alo_m", "alo_w"), True),)
    ordner = Ordner(zahlen="A alo 2020 40\nA alo_m 2020 *\nA alo_w 2020 *", zerlegungen=sexes)

    assert codes(ordner, tmp_path) == set()


def test_two_ones_that_are_together_two_are_a_leak(tmp_path: Path) -> None:
    """Zeros are shown, so that each sign is one at least."""
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 *\numland alo 2020 2")

    assert {"Ort B 2020, alo", "Ort C 2020, alo"} <= places(ordner, tmp_path)


def test_with_zeros_hidden_two_together_tell_only_that_they_are_few(tmp_path: Path) -> None:
    """0 to 2 are three possibilities, but all of them are secrets."""
    zahlen = "A alo 2020 40\nB alo 2020 *\nC alo 2020 *\nR alo 2020 42"
    texts = {b.text for b in audit(Ordner(zahlen=zahlen, null=("alo",)), tmp_path).befunde}

    assert "Die Zahl ist gesperrt, lässt sich aber als zu klein erkennen." in texts


def test_a_part_that_nobody_publishes_is_a_leak_where_it_is_a_difference(tmp_path: Path) -> None:
    """40 unemployed, 20 young and 19 old ones, and nobody says how many are between."""
    ages = (("alo", ("alo_j", "alo_mittel", "alo_a"), True),)
    ordner = Ordner(zahlen="A alo 2020 40\nA alo_j 2020 20\nA alo_a 2020 19", zerlegungen=ages)

    assert places(ordner, tmp_path) == {"Ort A 2020, alo_mittel"}


def test_such_a_part_is_none_where_it_is_large(tmp_path: Path) -> None:
    ages = (("alo", ("alo_j", "alo_mittel", "alo_a"), True),)
    ordner = Ordner(zahlen="A alo 2020 40\nA alo_j 2020 20\nA alo_a 2020 17", zerlegungen=ages)

    assert codes(ordner, tmp_path) == set()


@pytest.mark.parametrize(("ganzes", "leaks"), [(42, {"G-LECK"}), (43, set()), (40, set())])
def test_what_parts_leave_of_a_whole_is_counted_too(
    ganzes: int, leaks: set[str], tmp_path: Path
) -> None:
    some = (("alo", ("alo_j",), False),)
    ordner = Ordner(zahlen=f"A alo 2020 {ganzes}\nA alo_j 2020 40", zerlegungen=some)

    assert codes(ordner, tmp_path) == leaks


def test_one_kommune_that_a_group_leaves_over_is_a_leak(tmp_path: Path) -> None:
    """The groups show A by difference, though no figure of A is among the released ones."""
    ordner = Ordner(zahlen="R alo 2020 102\numland alo 2020 100")

    assert places(ordner, tmp_path) == {"Ort A 2020, alo"}


def test_a_small_count_in_print_is_a_leak(tmp_path: Path) -> None:
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 4", minima={"alo": 5})

    assert places(ordner, tmp_path) == {"Ort B 2020, alo"}


@pytest.mark.parametrize(("null", "leaks"), [((), set()), (("alo",), {"G-LECK"})])
def test_a_zero_in_print_is_a_leak_only_where_zeros_are_secrets(
    null: tuple[str, ...], leaks: set[str], tmp_path: Path
) -> None:
    assert codes(Ordner(zahlen="A alo 2020 0", null=null), tmp_path) == leaks


@pytest.mark.parametrize(
    ("counts", "null", "leaks"),
    [
        ("98/100", (), {"G-LECK"}),
        ("97/100", (), set()),
        ("100/100", (), set()),
        ("100/100", ("alo",), {"G-LECK"}),
    ],
)
def test_all_but_few_of_a_percentage_are_counted(
    counts: str, null: tuple[str, ...], leaks: set[str], tmp_path: Path
) -> None:
    ordner = Ordner(
        quoten=f"A quote 2020 {counts} -", prozente={"quote": ("alo", "bev")}, null=null
    )

    assert codes(ordner, tmp_path) == leaks


@pytest.mark.parametrize(
    ("null", "leaks"), [((), set()), (("alo",), {"Ort A 2020, bev - alo", "Ort B 2020, bev - alo"})]
)
def test_how_many_a_count_leaves_of_a_hidden_whole_is_a_secret_too(
    null: tuple[str, ...], leaks: set[str], tmp_path: Path
) -> None:
    """Both have 50 of 53 people: who is no part of them is one of three, or nobody at all."""
    ordner = Ordner(
        zahlen="""
        A alo 2020 40
        B alo 2020 10
        A bev 2020 *
        B bev 2020 *
        C bev 2020 20
        R bev 2020 73
        """,
        prozente={"quote": ("alo", "bev")},
        minima={"alo": 5},
        null=null,
    )

    assert places(ordner, tmp_path) == leaks


def test_nothing_left_for_several_is_a_leak_where_zeros_are_secrets(tmp_path: Path) -> None:
    """A has all that the Region has: B and C have none."""
    ordner = Ordner(zahlen="A alo 2020 40\nR alo 2020 40", null=("alo",))

    assert places(ordner, tmp_path) >= {"Ort B 2020, alo", "Ort C 2020, alo"}


def rate(gedruckt: str, wert: str = "") -> tuple[dict[str, str], dict[str, str]]:
    """The row of a suppressed rate, and a rate that somebody leaves in it."""
    where = {"schluessel": "B", "kennzahl": "quote"}
    return where, {"gedruckt": gedruckt, "wert": wert, "zeichen": ""}


@pytest.mark.parametrize(
    ("gedruckt", "wert", "leaks"),
    [
        ("0,3", "", {"G-LECK"}),  # 2.5 to 3.5 of 1,000
        ("0,30", "", {"G-LECK"}),
        ("0,3", "0.3", {"G-LECK"}),
        ("3", "", set()),  # 25 to 35 of 1,000
    ],
)
def test_a_rate_tells_its_count_by_its_decimals(
    gedruckt: str, wert: str, leaks: set[str], tmp_path: Path
) -> None:
    zahlen = SICHER.zahlen + "B bev 2020 1000"
    ordner = replace(
        SICHER, zahlen=zahlen, quoten="B quote 2020 *", prozente={"quote": ("alo", "bev")}
    )
    daten = ordner.write(tmp_path / "daten")
    assert pruefe_zahlen(daten).befunde == ()

    edit(daten / "freigabe.csv", *rate(gedruckt, wert))

    assert {befund.code for befund in pruefe_zahlen(daten).befunde} == leaks


def test_a_rate_of_a_count_that_stands_nowhere_else_counts(tmp_path: Path) -> None:
    """No relation holds this count; the rate alone tells that it is two."""
    ordner = Ordner(
        zahlen="B bev 2020 1000", quoten="B quote 2020 *", prozente={"quote": ("alo", "bev")}
    )
    daten = ordner.write(tmp_path / "daten")

    edit(daten / "freigabe.csv", *rate("0,20"))

    assert {befund.ort for befund in pruefe_zahlen(daten).befunde} == {"Ort B 2020, alo"}


@pytest.mark.parametrize(("rate_shown", "leaks"), [("41", {"G-LECK"}), ("*", set())])
def test_a_delivered_rate_beside_the_suppressed_number_of_its_cases_is_a_leak(
    rate_shown: str, leaks: set[str], tmp_path: Path
) -> None:
    ordner = with_lines(SICHER, zahlen=f"\nB alter 2020 {rate_shown}")

    assert codes(replace(ordner, fallzahlen={"alter": "alo"}), tmp_path) == leaks


def changed(gedruckt: str) -> Ordner:
    """B had 12 in 2019; of 2020 it is only the change that is printed."""
    more = with_lines(SICHER, zahlen="\nB alo 2019 12")
    return replace(more, aenderungen=(("B", "alo", 2019, 2020, gedruckt),))


@pytest.mark.parametrize(
    ("gedruckt", "leaks"),
    [
        ("\u221210; \u221283,3\u00a0%", {"G-LECK"}),
        ("(\u221210)\u00a0≈", {"G-LECK"}),
        ("\u221210; x", {"G-LECK"}),
        ("*", set()),
        ("k.A.", set()),
    ],
)
def test_a_change_beside_the_value_it_starts_from_is_a_leak(
    gedruckt: str, leaks: set[str], tmp_path: Path
) -> None:
    assert codes(changed(gedruckt), tmp_path) == leaks


def test_a_change_in_percent_beside_the_change_tells_both_its_ends(tmp_path: Path) -> None:
    """Two fewer are half of four: 4 and 2, though neither is printed."""
    ordner = Ordner(
        zahlen="B alo 2019 *\nB alo 2020 *",
        aenderungen=(("B", "alo", 2019, 2020, "\u22122; \u221250,0\u00a0%"),),
    )

    assert {"Ort B 2019, alo", "Ort B 2020, alo"} <= places(ordner, tmp_path)


def test_what_an_earlier_edition_has_told_counts(tmp_path: Path) -> None:
    ordner = with_lines(SICHER, frueher="2020/1 C alo 2020 60")

    assert places(ordner, tmp_path) >= {"Ort B 2020, alo"}


def test_of_a_revised_figure_only_the_newest_counts(tmp_path: Path) -> None:
    """Both figures of A cannot be true; the released one is the newest."""
    ordner = with_lines(SICHER, frueher="2019/1 A alo 2020 90\n2020/1 A alo 2020 95")

    assert codes(ordner, tmp_path) == set()


@pytest.mark.parametrize("column", ["unten", "oben", "rang", "platz", "status"])
def test_anything_that_comparison_tells_of_a_hidden_value_is_a_leak(
    column: str, tmp_path: Path
) -> None:
    daten = SICHER.write(tmp_path / "daten")

    edit(daten / "vergleich.csv", {"schluessel": "B"}, {column: "1"})

    assert [befund.ort for befund in pruefe_zahlen(daten).befunde] == ["B 2020, Kennzahl k_alo"]


@pytest.mark.parametrize("column", ["zaehler", "nenner", "wert", "gedruckt"])
def test_anything_left_in_the_row_of_a_hidden_value_is_a_leak(column: str, tmp_path: Path) -> None:
    daten = SICHER.write(tmp_path / "daten")

    edit(daten / "freigabe.csv", {"schluessel": "B"}, {column: "55"})

    assert "G-LECK" in {befund.code for befund in pruefe_zahlen(daten).befunde}


def test_a_sign_that_no_list_of_hidden_counts_names_is_attacked_as_well(tmp_path: Path) -> None:
    zahlen = "A alo 2020 40\nC alo 2020 60\nR alo 2020 103"
    ordner = Ordner(zahlen=zahlen, quoten="B quote 2020 *", prozente={"quote": ("alo", "bev")})

    assert places(ordner, tmp_path) == {"Ort B 2020, alo"}


def test_a_sign_in_front_of_published_counts_is_a_leak(tmp_path: Path) -> None:
    ordner = Ordner(
        zahlen="B alo 2020 40\nB bev 2020 900",
        quoten="B quote 2020 *",
        prozente={"quote": ("alo", "bev")},
    )

    assert places(ordner, tmp_path) == {"B 2020, Kennzahl quote"}


def test_what_is_left_out_everywhere_may_be_zero(tmp_path: Path) -> None:
    """Zeros are shown, but here each has a sign: 0 to 3 for each, by the total."""
    signs = "A alo 2020 *\nB alo 2020 *\nC alo 2020 *\nR alo 2020 3"
    found = audit(Ordner(zahlen=signs), tmp_path)

    assert found.engster is not None
    assert (found.engster.unten, found.engster.oben) == (0, 3)
    assert found.befunde == ()


def test_two_rows_that_tell_different_figures_are_a_contradiction(tmp_path: Path) -> None:
    ordner = Ordner(
        zahlen="B alo 2020 40\nB bev 2020 900",
        quoten="B quote 2020 41/900 4,6",
        prozente={"quote": ("alo", "bev")},
    )

    assert codes(ordner, tmp_path) == {"G-WIDERSPRUCH"}


def test_a_rate_that_no_count_gives_is_a_contradiction(tmp_path: Path) -> None:
    """No whole number of ten is 12 percent of them."""
    ordner = Ordner(
        zahlen="B bev 2020 10", quoten="B quote 2020 *", prozente={"quote": ("alo", "bev")}
    )
    daten = ordner.write(tmp_path / "daten")

    edit(daten / "freigabe.csv", *rate("12,0"))

    assert "G-WIDERSPRUCH" in {befund.code for befund in pruefe_zahlen(daten).befunde}


def test_sources_that_differ_by_little_hide_no_leak(tmp_path: Path) -> None:
    """The sexes are one more than all of them; what follows for B follows all the same."""
    zahlen = "A alo 2020 40\nA alo_m 2020 21\nA alo_w 2020 20"
    zahlen += "\nB alo 2020 *\nC alo 2020 60\nR alo 2020 102"
    sexes = (("alo", ("alo_m", "alo_w"), True),)

    assert places(Ordner(zahlen=zahlen, zerlegungen=sexes), tmp_path) >= {"Ort B 2020, alo"}


def test_messages_tell_no_figure_and_what_to_do(tmp_path: Path) -> None:
    ordner = Ordner(zahlen="A alo 2020 40\nB alo 2020 *\nC alo 2020 60\nR alo 2020 102")
    found = audit(ordner, tmp_path).befunde

    assert found
    for befund in found:
        assert not any(sign.isdigit() for sign in befund.text + befund.abhilfe)
        assert befund.abhilfe.endswith(".")


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("freigabe.csv", "jahr,", "year,", "Spalten"),
        ("freigabe.csv", "2020,A", "MMXX,A", "»jahr« steht"),
        ("freigabe.csv", ",40,", ",vierzig,", "»zaehler« steht"),
        ("bekannt.csv", "2021/1,", "neu,", "»ausgabe« steht"),
        ("veraenderungen.csv", "zeitraum,", "", "Spalten"),
        ("beziehungen.json", "{", "[", "nicht lesbar"),
        ("beziehungen.json", '"zaehler": "alo"', '"zaehler": "alo + "', "keine Summe"),
        ("beziehungen.json", '"dezimalen": 0', '"dezimalen": 400', "nicht lesbar"),
        ("bekannt.csv", ",alo,", ",gibtsnicht,", "»summe«"),
        ("bekannt.csv", ",alo,", ",alo +,", "»summe«"),
        ("freigabe.csv", ",A,A,", ",Z,Z,", "»schluessel«"),
        ("freigabe.csv", "k_alo", "k_fremd", "»kennzahl«"),
    ],
)
def test_a_file_that_no_edition_leaves_like_that_is_refused_by_name(
    name: str, old: str, new: str, words: str, tmp_path: Path
) -> None:
    path = SICHER.write(tmp_path / "daten") / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(GeheimhaltungFehler) as caught:
        pruefe_zahlen(tmp_path / "daten")

    (befund,) = caught.value.befunde
    assert (befund.code, befund.ort) == ("G-ORDNER", str(path))
    assert words in befund.text


@pytest.mark.parametrize("name", ["beziehungen.json", "freigabe.csv", "bekannt.csv"])
def test_a_folder_without_one_of_the_files_is_refused(name: str, tmp_path: Path) -> None:
    daten = SICHER.write(tmp_path / "daten")
    (daten / name).unlink()

    with pytest.raises(GeheimhaltungFehler, match="G-ORDNER"):
        pruefe_zahlen(daten)


def test_an_audit_leaves_no_trace_of_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    daten = SICHER.write(tmp_path / "daten")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    pruefe_zahlen(daten)

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert capsys.readouterr() == ("", "")


def test_what_a_source_has_hidden_is_attacked_as_well(tmp_path: Path) -> None:
    """Of 100 in all, 20 and 30 are told; the source's own sign hides no fifty."""
    ordner = Ordner(zahlen="A alo 2020 50\nB alo 2020 20\nC alo 2020 30\nR alo 2020 100")
    daten = ordner.write(tmp_path / "daten")
    hidden = {"zaehler": "", "wert": "", "gedruckt": "·", "zeichen": "."}

    edit(daten / "freigabe.csv", {"schluessel": "A"}, hidden)
    keep = [
        row for row in (daten / "bekannt.csv").read_text("utf-8").splitlines() if ",A," not in row
    ]
    (daten / "bekannt.csv").write_text("\n".join(keep) + "\n", "utf-8")

    assert {befund.ort for befund in pruefe_zahlen(daten).befunde} == {"Ort A 2020, alo"}
