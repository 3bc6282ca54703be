from decimal import Decimal
from pathlib import Path

import pytest
from helfer import KATALOG, KLEIN, befunde_of, write_input

from reports.domain.katalog import Formelart, Katalog, Zerlegung
from reports.edition import shipped
from reports.errors import Befund
from reports.intake.catalogue import check_kernzahlen, read_katalog

MERKMAL = """
[[merkmal]]
id = "{id}"
titel = "Probe"
einheit = "Personen"
quelle = "Amt"
stichtag = "31.12."
{mehr}
"""
ZWEITE = 'titel = "Arbeit"\nrang = 2\n'


def merkmal(name: str, *mehr: str) -> str:
    """A ``[[merkmal]]`` entry with further lines."""
    return MERKMAL.format(id=name, mehr="\n".join(mehr))


def katalog(folder: Path, *changes: tuple[str, str], mehr: str = "", zweite: str = "") -> Katalog:
    """The small catalogue with texts replaced, entries added, and a second file."""
    text = KLEIN[KATALOG]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    files = {KATALOG: text.replace("[[kennzahl]]", f"{mehr}\n[[kennzahl]]", 1)}
    if zweite:
        files["katalog/arbeit.toml"] = zweite
    return read_katalog(write_input(folder, files))


def refused(
    folder: Path, *changes: tuple[str, str], mehr: str = "", zweite: str = ""
) -> tuple[Befund, ...]:
    return befunde_of(lambda: katalog(folder, *changes, mehr=mehr, zweite=zweite))


def test_good_catalogue_is_read_in_the_order_of_its_files(tmp_path: Path) -> None:
    found = katalog(tmp_path, ("rang = 1", "rang = 3"), zweite=ZWEITE + merkmal("alo"))

    assert [feld.titel for feld in found.themenfelder] == ["Arbeit", "Bevölkerung"]
    assert list(found.kennzahlen) == ["einwohner", "anteil_kinder"]
    assert set(found.merkmale) == {"bev", "bev_u18", "alo"}


@pytest.mark.parametrize(
    ("formel", "einheit", "faktor"),
    [("prozent", "%", 100), ("je_100", "je 100", 100), ("je_1000", "je 1.000", 1000)],
)
def test_formula_brings_its_unit_and_factor(
    formel: str, einheit: str, faktor: int, tmp_path: Path
) -> None:
    found = katalog(tmp_path, ('"prozent"', f'"{formel}"')).kennzahlen["anteil_kinder"]

    assert (found.formel, found.einheit, found.faktor) == (Formelart(formel), einheit, faktor)


def test_protection_is_on_unless_said_otherwise(tmp_path: Path) -> None:
    assert katalog(tmp_path).kennzahlen["einwohner"].mindestfallzahl >= 3


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('richtung = "neutral"', 'richtnug = "neutral"', ["»richtnug«", "»richtung«"]),
        ('einheit = "Personen"', 'einhiet = "Personen"', ["»einhiet«", "»einheit«"]),
        ('erlaeuterung = "So', '# "So', ["»erlaeuterung«", "fehlt"]),
        ('"anzahl"', '"anzal"', ["formel", "anzal"]),
        ('"neutral"', '"egal"', ["richtung", "egal"]),
        ('stichtag = "31.12."', 'stichtag = "31.12"', ["stichtag", "31.12"]),
        ('basis = "fortschreibung"', 'basis = "volk"', ["basis", "volk"]),
        ("nachkommastellen = 0", 'nachkommastellen = "0"', ["nachkommastellen", "ganze Zahl"]),
        ('zaehler = "bev"', 'zaehler = "bev / 2"', ["»bev / 2«"]),
        ('zaehler = "bev"', 'zaehler = ""', ["»«"]),
        ('nenner = "bev"', 'nenner = "2 * bev"', ["»2 * bev«"]),
    ],
)
def test_wrong_entry_is_named_with_file_and_entry(
    old: str, new: str, words: list[str], tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, (old, new))

    assert str(befund.ort).startswith(f"{KATALOG}, ")
    assert any(f"»{name}«" in str(befund.ort) for name in ("bev", "einwohner", "anteil_kinder"))
    assert all(word in befund.text + befund.abhilfe for word in words), str(befund)


@pytest.mark.parametrize(
    ("old", "new"), [('formel = "anzahl"', 'formel = "anzal"'), ('"31.12."', '"31.12"')]
)
def test_wrong_word_is_answered_with_the_allowed_ones(old: str, new: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, (old, new))

    assert new.split('"')[1] in befund.text
    assert old.split('"')[1] in befund.abhilfe


def test_all_missing_fields_of_an_entry_are_named_together(tmp_path: Path) -> None:
    befunde = refused(tmp_path, ('kurztitel = "Einwohner"\n', ""), ('richtung = "neutral"\n', ""))

    text = " ".join(befund.text for befund in befunde)
    assert "»kurztitel«" in text
    assert "»richtung«" in text


@pytest.mark.parametrize(("name", "guess"), [("bev_u81", "»bev_u18«"), ("qqqqqq", "")])
def test_unknown_merkmal_is_answered_with_the_nearest(
    name: str, guess: str, tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, ('zaehler = "bev_u18"', f'zaehler = "{name}"'))

    assert "»anteil_kinder«" in str(befund.ort)
    assert f"»{name}«" in befund.text
    assert guess in befund.abhilfe


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "anteil_kinder"', 'id = "einwohner"', ["Kennzahl", "»einwohner«", "2-mal"]),
        ('nummer = "BEV02"', 'nummer = "BEV01"', ["Nummer", "»BEV01«", "2-mal"]),
        ('id = "bev_u18"', 'id = "bev"', ["Merkmal", "»bev«", "2-mal"]),
    ],
)
def test_double_name_is_refused(old: str, new: str, words: list[str], tmp_path: Path) -> None:
    befunde = refused(tmp_path, (old, new))

    assert any(all(word in befund.text for word in words) for befund in befunde)


def test_double_name_in_two_files_is_refused_naming_both(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, zweite=ZWEITE + merkmal("bev", 'basis = "fortschreibung"'))

    assert "»bev«" in befund.text
    assert "arbeit.toml" in str(befund)
    assert "bevoelkerung.toml" in str(befund)


@pytest.mark.parametrize("name", ["Einwohner", "ein wohner", "einwöhner", "2wohner", ""])
def test_id_is_a_plain_word(name: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, ('id = "einwohner"', f'id = "{name}"'))

    assert f"»{name}«" in str(befund)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nachkommastellen = 0", "nachkommastellen = -1"),
        ("nachkommastellen = 0", "nachkommastellen = 0\nmindestfallzahl = -1"),
        ("nachkommastellen = 0", "nachkommastellen = 0\nfaktor = 0"),
        ('basis = "fortschreibung"', 'basis = "fortschreibung"\ndezimalen = -2'),
    ],
)
def test_number_out_of_its_range_is_refused(old: str, new: str, tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, (old, new))

    assert new.split()[-3] in str(befund)


def test_two_chapters_do_not_share_a_place(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, zweite='titel = "Arbeit"\nrang = 1\n')

    assert "rang" in str(befund)


@pytest.mark.parametrize(
    "mehr", [('basis = "zensus"',), ('stichtag = "30.06."',)], ids=["base", "reference day"]
)
def test_mixed_base_needs_a_reason(mehr: tuple[str], tmp_path: Path) -> None:
    entry = merkmal("andere", *mehr)
    if "stichtag" in mehr[0]:
        entry = entry.replace('stichtag = "31.12."\n', "", 1)
    change = ('nenner = "bev"', 'nenner = "andere"')
    reason = ('nenner = "andere"', 'nenner = "andere"\nmischung = "Anders liegt nichts vor."')

    (befund,) = refused(tmp_path, change, mehr=entry)
    allowed = katalog(tmp_path, change, reason, mehr=entry)

    assert "»anteil_kinder«" in str(befund.ort)
    assert "mischung" in befund.abhilfe
    assert allowed.kennzahlen["anteil_kinder"].mischung == "Anders liegt nichts vor."


def test_cases_without_a_population_mix_with_any_base(tmp_path: Path) -> None:
    found = katalog(tmp_path, ('zaehler = "bev_u18"', 'zaehler = "alo"'), mehr=merkmal("alo"))

    assert found.kennzahlen["anteil_kinder"].mischung == ""


def test_additive_kennzahl_of_a_merkmal_that_does_not_add_up_is_refused(tmp_path: Path) -> None:
    entry = merkmal("alter", 'art = "quote"', "additiv = false", "dezimalen = 1")
    formula = 'formel = "geliefert"\neinheit = "Jahre"\nzaehler = "alter"'
    change = ('formel = "prozent"\nzaehler = "bev_u18"\nnenner = "bev"', formula)

    (befund,) = refused(tmp_path, change, mehr=entry)
    allowed = katalog(tmp_path, change, (formula, f"{formula}\nadditiv = false"), mehr=entry)

    assert "additiv = false" in befund.abhilfe
    assert not allowed.kennzahlen["anteil_kinder"].additiv


def test_rate_is_never_additive(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, mehr=merkmal("alter", 'art = "quote"', "dezimalen = 1"))

    assert "»alter«" in str(befund.ort)
    assert "additiv = false" in befund.abhilfe


@pytest.mark.parametrize(
    ("mehr", "word"),
    [
        ('summe = ["bev + nichts"]', "»nichts«"),
        ('summe = ["bev * 2"]', "»bev * 2«"),
        ('summe = ["bev + bev_u18"]', "»bev«"),
        ('basis = "fortschreibung"\ndezimalen = 1\nsumme = ["bev"]', "dezimalen"),
        ('basis = "fortschreibung"\nadditiv = false\nsumme = ["bev"]', "additiv"),
    ],
    ids=["unknown part", "no sum", "other base", "other decimals", "other additivity"],
)
def test_derived_merkmal_adds_up_like_from_like(mehr: str, word: str, tmp_path: Path) -> None:
    befunde = refused(tmp_path, mehr=merkmal("summe_neu", mehr))

    assert all("»summe_neu«" in str(befund.ort) for befund in befunde)
    assert any(word in befund.text for befund in befunde)


def test_derived_merkmal_is_no_part_of_another(tmp_path: Path) -> None:
    first = merkmal("kinder", 'basis = "fortschreibung"', 'summe = ["bev_u18"]')
    second = merkmal("alle", 'basis = "fortschreibung"', 'summe = ["kinder + bev"]')

    (befund,) = refused(tmp_path, mehr=first + second)

    assert "»alle«" in str(befund.ort)
    assert "»kinder«" in befund.text


def test_derived_merkmal_is_no_difference_that_could_show_a_small_count(tmp_path: Path) -> None:
    entry = merkmal("erwachsene", 'basis = "fortschreibung"', 'summe = ["bev - bev_u18"]')

    (befund,) = refused(tmp_path, mehr=entry)

    assert "»erwachsene«" in str(befund.ort)
    assert "»bev - bev_u18«" in befund.text
    assert "Kennzahl" in befund.abhilfe


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('zaehler = "bev"', 'zaehler = "bev + flaeche"'),
        ('nenner = "bev"', 'nenner = "bev + flaeche"'),
    ],
    ids=["Zähler", "Nenner"],
)
def test_formula_does_not_add_figures_of_other_decimals(old: str, new: str, tmp_path: Path) -> None:
    entry = merkmal("flaeche", 'basis = "fortschreibung"', 'art = "betrag"', "dezimalen = 2")

    (befund,) = refused(tmp_path, (old, new), mehr=entry)

    assert "»bev + flaeche«" in befund.text
    assert "dezimalen" in befund.text


def test_quotient_of_figures_of_other_decimals_is_fine(tmp_path: Path) -> None:
    entry = merkmal("flaeche", 'basis = "fortschreibung"', 'art = "betrag"', "dezimalen = 2")

    found = katalog(tmp_path, ('nenner = "bev"', 'nenner = "flaeche"'), mehr=entry)

    assert found.kennzahlen["anteil_kinder"].nenner is not None


@pytest.mark.parametrize("name", ["Arbeit.toml", "arbeit.tml", "kopie von arbeit.toml"])
def test_file_that_is_no_chapter_is_refused(name: str, tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read_katalog(write_input(tmp_path, {f"katalog/{name}": ZWEITE})))

    assert befund.ort == f"katalog/{name}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"prozent"', '"anzahl"'),
        ('nenner = "bev"\n', ""),
        ('formel = "anzahl"', 'formel = "mittelwert"'),
        ('zaehler = "bev"', 'zaehler = "bev"\nnenner = "bev"'),
    ],
)
def test_denominator_and_formula_belong_together(old: str, new: str, tmp_path: Path) -> None:
    befunde = refused(tmp_path, (old, new))

    assert any("Nenner" in befund.text for befund in befunde)


def test_unit_has_to_be_given_where_no_formula_brings_one(tmp_path: Path) -> None:
    (befund,) = refused(tmp_path, ('zaehler = "bev"\neinheit = "Personen"', 'zaehler = "bev"'))

    assert "»einheit«" in befund.text


def test_problems_of_all_files_are_reported_together(tmp_path: Path) -> None:
    second = ZWEITE + merkmal("alo", 'farbe = "rot"') + merkmal("svb", 'art = "zahl"')
    files = {
        KATALOG: KLEIN[KATALOG].replace('"anzahl"', '"anzal"').replace('zaehler = "bev_u18"', ""),
        "katalog/arbeit.toml": second,
        "katalog/wohnen.toml": "titel = Wohnen",
        "katalog/pflege.toml": 'titel = "Pflege"',
    }

    befunde = befunde_of(lambda: read_katalog(write_input(tmp_path, files)))

    assert sorted(str(befund.ort).split("katalog/")[1].split(",")[0] for befund in befunde) == [
        *["arbeit.toml"] * 2,
        *["bevoelkerung.toml"] * 2,
        "pflege.toml",
        "wohnen.toml",
    ]


def test_problems_between_entries_do_not_hide_each_other(tmp_path: Path) -> None:
    befunde = refused(
        tmp_path,
        ('nummer = "BEV02"', 'nummer = "BEV01"'),
        ('zaehler = "bev_u18"', 'zaehler = "bev_u17"'),
        mehr=merkmal("alter", 'art = "quote"'),
    )

    assert len(befunde) == 3


def test_folder_without_a_catalogue_is_named(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read_katalog(tmp_path))

    assert "katalog" in str(befund.ort)


def test_unknown_key_figure_is_answered_with_the_nearest(tmp_path: Path) -> None:
    found = katalog(tmp_path)

    befunde = befunde_of(lambda: check_kernzahlen(["einwohnr", "einwohner", "qqq"], found))

    assert [str(befund.ort).split(",")[0] for befund in befunde] == ["ausgabe.toml"] * 2
    assert "»einwohnr«" in befunde[0].text
    assert "»einwohner«" in befunde[0].abhilfe


def test_shipped_catalogue_holds_all_promised_kennzahlen() -> None:
    found = read_katalog(shipped("input"))

    assert len(found.kennzahlen) >= 117
    assert all(found.kennzahlen_of(feld) for feld in found.themenfelder)
    assert all(k.erlaeuterung.endswith((".", "!")) for k in found.kennzahlen.values())


ZERLEGUNG = """
[[zerlegung]]
titel = "Geschlecht"
ganzes = "bev"
teile = {teile}
vollstaendig = {vollstaendig}
"""
TEILE = "".join(
    merkmal(name, 'basis = "fortschreibung"').replace("Amt", "LSN") for name in ("bev_m", "bev_w")
)


def zerlegung(teile: str = '["bev_m", "bev_w"]', vollstaendig: str = "true") -> str:
    """The parts of the population and how they make it up."""
    return TEILE + ZERLEGUNG.format(teile=teile, vollstaendig=vollstaendig)


def test_parts_of_a_whole_are_read(tmp_path: Path) -> None:
    (found,) = katalog(tmp_path, mehr=zerlegung() + "toleranz = 0.5").zerlegungen

    assert found == Zerlegung(
        titel="Geschlecht",
        ganzes="bev",
        teile=("bev_m", "bev_w"),
        vollstaendig=True,
        toleranz=Decimal("0.5"),
    )


def test_parts_are_exact_unless_said_otherwise(tmp_path: Path) -> None:
    (found,) = katalog(tmp_path, mehr=zerlegung('["bev_m"]', "false")).zerlegungen

    assert found.toleranz == 0


@pytest.mark.parametrize(
    ("teile", "vollstaendig", "words"),
    [
        ('["bev_m", "bev_v"]', "true", ["»bev_v«", "Gemeint ist vielleicht", "»bev_w«"]),
        ('["bev_m", "qqqqqq"]', "true", ["»qqqqqq«", "[[merkmal]]"]),
        ('["bev_m", "bev"]', "true", ["mehrfach"]),
        ('["bev_m", "bev_m"]', "true", ["mehrfach"]),
        ('["bev_m"]', "true\nvon = 2020\nbis = 2019", ["gilt nie", "2020", "2019"]),
        ("[]", "true", ["»teile«", "mindestens"]),
        ('"bev_m"', "true", ["»teile«", "Liste"]),
        ('["bev_m", "bev_w"]', '"ja"', ["»vollstaendig«", "true oder false"]),
        ('["bev_m", "bev_w"]', "true\ntoleranz = -1", ["toleranz", "-1"]),
        ('["bev_m", "bev_w"]', "true\ntoleranz = true", ["toleranz", "eine Zahl"]),
        ('["bev_m", "bev_w"]', "true\nteil = 1", ["»teil«", "»teile«"]),
    ],
)
def test_wrong_parts_are_named_with_their_whole(
    teile: str, vollstaendig: str, words: list[str], tmp_path: Path
) -> None:
    (befund,) = refused(tmp_path, mehr=zerlegung(teile, vollstaendig))

    assert befund.ort == f"{KATALOG}, Zerlegung »Geschlecht von bev«"
    assert all(word in befund.text + befund.abhilfe for word in words), str(befund)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('basis = "zensus"', "basis"),
        ('basis = "fortschreibung"\nart = "betrag"\ndezimalen = 1', "dezimalen"),
        ('basis = "fortschreibung"\nart = "betrag"', "art"),
    ],
)
def test_parts_are_of_the_kind_of_their_whole(line: str, word: str, tmp_path: Path) -> None:
    mehr = merkmal("bev_d", line) + zerlegung('["bev_m", "bev_w", "bev_d"]')

    (befund,) = refused(tmp_path, mehr=mehr)

    assert "»bev_d«" in befund.text
    assert word in befund.text


def test_households_are_no_part_of_persons(tmp_path: Path) -> None:
    hh = merkmal("hh", 'basis = "fortschreibung"').replace("Personen", "Haushalte")

    (befund,) = refused(tmp_path, mehr=hh + zerlegung('["hh"]', "false"))

    assert "»hh«" in befund.text
    assert "einheit" in befund.text


def test_part_that_is_a_sum_is_refused(tmp_path: Path) -> None:
    summe = merkmal("beide", 'basis = "fortschreibung"', 'summe = ["bev_m + bev_w"]')

    (befund,) = refused(tmp_path, mehr=summe + zerlegung('["beide"]', "false"))

    assert "»beide«" in befund.text
    assert "Summe" in befund.text


def test_whole_may_be_a_sum(tmp_path: Path) -> None:
    summe = merkmal("alle", 'basis = "fortschreibung"', 'summe = ["bev + bev_u18"]')
    mehr = summe + zerlegung().replace('ganzes = "bev"', 'ganzes = "alle"')

    assert katalog(tmp_path, mehr=mehr).zerlegungen[0].ganzes == "alle"


@pytest.mark.parametrize(
    ("art", "fallzahl", "words"),
    [
        ("quote", "gibtsnicht", "»gibtsnicht«"),
        ("quote", "flaeche", "keine Anzahl"),
        ("betrag", "bev", "nur eine Quote"),
    ],
)
def test_number_of_cases_is_a_count_and_belongs_to_a_rate(
    art: str, fallzahl: str, words: str, tmp_path: Path
) -> None:
    rate = merkmal("mittel", f'art = "{art}"', "additiv = false", f'fallzahl = "{fallzahl}"')

    (befund,) = refused(tmp_path, mehr=rate + merkmal("flaeche", 'art = "betrag"'))

    assert words in befund.text


def test_rate_has_no_parts(tmp_path: Path) -> None:
    rate = merkmal("quote", 'art = "quote"', "additiv = false")
    teil = merkmal("anteil", 'art = "quote"', "additiv = false")
    mehr = rate + teil + ZERLEGUNG.format(teile='["anteil"]', vollstaendig="false")

    (befund,) = refused(tmp_path, mehr=mehr.replace('ganzes = "bev"', 'ganzes = "quote"'))

    assert "»quote«" in befund.text
    assert "Quote" in befund.text


def test_same_whole_is_divided_by_the_same_only_once(tmp_path: Path) -> None:
    again = ZERLEGUNG.format(teile='["bev_m"]', vollstaendig="false")

    (befund,) = refused(tmp_path, mehr=zerlegung() + again)

    assert "»Geschlecht von bev« ist 2-mal vergeben" in befund.text


def test_every_shipped_share_of_the_same_population_has_its_parts() -> None:
    """A share whose Zähler lies in its Nenner is protected only where the catalogue says so."""
    found = read_katalog(shipped("input"))
    wholes: dict[str, set[str]] = {}
    for eine in found.zerlegungen:
        for teil in eine.teile:
            wholes.setdefault(teil, set()).add(eine.ganzes)

    def within(name: str, whole: str) -> bool:
        """Whether a Merkmal lies in another by one or several Zerlegungen or as an operand."""
        merkmal = found.merkmale[name]
        if merkmal.summe:
            return all(within(part, whole) for summe in merkmal.summe for part in summe.merkmale)
        operands = {part for s in found.merkmale[whole].summe for part in s.merkmale}
        above = wholes.get(name, set())
        return bool({whole, *operands} & above) or any(within(one, whole) for one in above)

    open_shares = {
        kennzahl.id
        for kennzahl in found.kennzahlen.values()
        if kennzahl.formel is Formelart.PROZENT and not kennzahl.mischung
        for (whole,) in [kennzahl.nenner.merkmale if len(kennzahl.nenner.merkmale) == 1 else ("",)]
        if whole
        for name in kennzahl.zaehler.merkmale
        if found.merkmale[name].basis is found.merkmale[whole].basis and not within(name, whole)
    }

    assert open_shares == {
        "allein_lebende_aeltere",  # households, each of one person
        "steueranteil",  # a tax is no part of the income counted
    }


def test_count_with_decimals_is_refused(tmp_path: Path) -> None:
    """Its smallest figure would be compared with whole persons."""
    (befund,) = refused(tmp_path, mehr=merkmal("alter", "dezimalen = 1"))

    assert "Nachkommastellen" in befund.text


def test_first_key_figure_counts_people(tmp_path: Path) -> None:
    catalogue = read_katalog(write_input(tmp_path))

    (befund,) = befunde_of(lambda: check_kernzahlen(("anteil_kinder", "einwohner"), catalogue))

    assert "»anteil_kinder«" in befund.text


def test_short_forms_of_all_files_are_read_and_none_twice(tmp_path: Path) -> None:
    line = '\n[abkuerzungen]\n"SGB" = "Sozialgesetzbuch"\n'
    first = ("rang = 1\n", f"rang = 1\n{line}")

    found = katalog(tmp_path / "eins", first, zweite=ZWEITE)
    (befund,) = refused(tmp_path / "zwei", first, zweite=ZWEITE + line)

    assert found.abkuerzungen == {"SGB": "Sozialgesetzbuch"}
    assert "Die Abkürzung »SGB« ist 2-mal vergeben" in befund.text
