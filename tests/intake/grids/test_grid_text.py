"""Text files in every encoding that arrives, whole and broken."""

import codecs
import unicodedata

import pytest
from helfer import befunde_of
from hypothesis import given
from hypothesis import strategies as st

from reports.intake.grids.tafel import Inhalt
from reports.intake.grids.text import read_tafel

ZEILEN = "Schlüssel;Größe\n03241012;Neustadt am Rübenberge\n"


def rows(content: bytes) -> list[tuple[int, list[str]]]:
    tafel = read_tafel(content, "amt/b.csv")
    assert tafel.blatt == ""
    return [(row.nummer, [feld.text for feld in row.felder]) for row in tafel.reihen]


def problem(content: bytes) -> tuple[str, str, str]:
    """Code, place and text of the only Befund."""
    (befund,) = befunde_of(lambda: read_tafel(content, "amt/b.csv"))
    return befund.code, str(befund.ort), f"{befund.text} {befund.abhilfe}"


@pytest.mark.parametrize(
    "content",
    [
        ZEILEN.encode(),
        codecs.BOM_UTF8 + ZEILEN.encode(),
        codecs.BOM_UTF16_LE + ZEILEN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ZEILEN.encode("utf-16-be"),
        ZEILEN.encode("cp1252"),
        ZEILEN.encode("iso8859-15"),
        unicodedata.normalize("NFD", ZEILEN).encode(),
        ZEILEN.replace("\n", "\r\n").encode(),
        ZEILEN.removesuffix("\n").encode(),
    ],
)
def test_text_is_the_same_in_every_good_encoding(content: bytes) -> None:
    assert rows(content) == [
        (1, ["Schlüssel", "Größe"]),
        (2, ["03241012", "Neustadt am Rübenberge"]),
    ]


def test_all_cells_of_a_text_file_are_text() -> None:
    tafel = read_tafel(b"a;12\n31.12.2015;WAHR\n", "b.csv")

    assert {feld.art for row in tafel.reihen for feld in row.felder} == {Inhalt.TEXT}


@pytest.mark.parametrize(
    "content",
    [
        ZEILEN.encode("utf-16-le"),  # no byte order mark
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF8 + ZEILEN.encode("cp1252"),
        codecs.BOM_UTF32_LE + ZEILEN.encode("utf-32-le"),
        b"a;\x81\n",
        "a;R\ufffdbenberge\n".encode(),
        b"a;b\0\n",
        "a;b\x96\n".encode(),
    ],
)
def test_other_encoding_is_refused(content: bytes) -> None:
    code, ort, text = problem(content)

    assert code == "E-ENC"
    assert ort.startswith("amt/b.csv")
    assert "UTF-8 speichern" in text


@pytest.mark.parametrize(
    "word",
    ["Rübenberge", "Ärzte", "Straße", "2015–2016", "„Sonstige“", "Größe", "m²", "5 €", "§ 3"],
)
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_utf8_that_was_read_as_another_is_refused_with_its_line(word: str, wrong: str) -> None:
    broken = word.encode().decode(wrong, errors="ignore")

    code, ort, _ = problem(f"a;b\n1;{broken}\n".encode())

    assert (code, ort) == ("E-ENC", "amt/b.csv, Zeile 2")


def test_utf8_that_was_read_as_dos_is_refused() -> None:
    assert problem(f"a;{'Rübenberge'.encode().decode('cp850')}\n".encode())[0] == "E-ENC"


def test_umlaut_of_a_mac_that_was_read_as_another_is_refused() -> None:
    broken = unicodedata.normalize("NFD", "Rübenberge").encode().decode("cp1252")

    assert problem(f"a;{broken}\n".encode())[0] == "E-ENC"


@pytest.mark.parametrize(
    "word",
    [
        *("Rübenberge", "für", "Bevölkerung", "Gebäude", "Straße", "Maß", "GRÖSSE", "GÄRTEN"),
        *("MÜNCHEN", "Ärzte", "Öffnung", "Übrige", "älter", "öffentlich", "über"),
    ],
)
@pytest.mark.parametrize("encoding", ["cp850", "cp437"])
def test_dos_text_is_refused_although_it_decodes(word: str, encoding: str) -> None:
    assert problem(f"a;b\n1;{word} x\n".encode(encoding))[0] == "E-ENC"


@pytest.mark.parametrize("word", ["Rübenberge", "Bevölkerung", "Gebäude", "Straße", "Übrige"])
def test_text_of_an_old_mac_is_refused_although_it_decodes(word: str) -> None:
    assert problem(f"a;b\n1;{word}\n".encode("mac_roman"))[:2] == ("E-ENC", "amt/b.csv, Zeile 2")


@pytest.mark.parametrize(
    "text",
    [
        *("„Sonstige“ Orte", "Hartz IV™", "Tsd. €", "100€", "§ 12 SGB II", "… und mehr", "Café"),
        *("2015–2016", "m²", "‚so‘", "•", "A † 2015"),
    ],
)
def test_good_text_of_windows_is_not_taken_for_that_of_dos_or_mac(text: str) -> None:
    assert rows(f"a;{text}\n".encode("cp1252")) == [(1, ["a", text])]


def test_foreign_names_are_read_from_utf8() -> None:
    assert rows("Škoda;Miloš;Juárez;Ÿ;ŽŽ\n".encode())[0][1] == [
        "Škoda",
        "Miloš",
        "Juárez",
        "Ÿ",
        "ŽŽ",
    ]


def test_rows_keep_their_length_and_the_line_they_begin_at() -> None:
    content = b'Titel\n\n"Kopf\nzweizeilig";"b ""x"" c"\n1;2;3\n;;\n\xc2\xa9 Amt\n'

    assert rows(content) == [
        (1, ["Titel"]),
        (2, []),
        (3, ["Kopf\nzweizeilig", 'b "x" c']),
        (5, ["1", "2", "3"]),
        (6, ["", "", ""]),
        (7, ["© Amt"]),
    ]


def test_blank_rows_at_the_end_are_left_out() -> None:
    assert rows(b"a;b\r\n1;2\r\n;\r\n  \r\n\r\n") == [(1, ["a", "b"]), (2, ["1", "2"])]


@pytest.mark.parametrize("content", [b"\n\n", codecs.BOM_UTF8, b";;\n"])
def test_file_of_blanks_has_no_rows(content: bytes) -> None:
    assert rows(content) == []


@pytest.mark.parametrize(
    ("content", "word"), [(b"a\tb\n1\t2,5\n", "Tabulatoren"), (b"a,b\n1,2\n", "Kommas")]
)
def test_other_separator_is_refused_with_its_name(content: bytes, word: str) -> None:
    code, ort, text = problem(content)

    assert (code, ort) == ("E-TRENN", "amt/b.csv")
    assert word in text


def test_file_of_one_column_needs_no_separator() -> None:
    assert rows(b"a\n1\n") == [(1, ["a"]), (2, ["1"])]


@pytest.mark.parametrize(
    "row",
    [
        *('2;"offen', '2;"zu"viel', '2;zu"viel', '2;zu viel"', '2;"a""', '"2";""zu"', '2;"a";b"'),
        '2;"lang' + "x" * 140_000,
    ],
)
def test_stray_quotation_mark_is_refused_with_its_line(row: str) -> None:
    code, ort, _ = problem(f'a;"b\nc"\n1;2\n{row}\n'.encode())

    assert (code, ort) == ("E-TRENN", "amt/b.csv, Zeile 4")


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])), min_size=2),
        min_size=1,
    )
)
def test_every_quoted_text_comes_back(table: list[list[str]]) -> None:
    quoted = [";".join('"' + text.replace('"', '""') + '"' for text in row) for row in table]

    found = [texts for _, texts in rows("\n".join([*quoted, "Ende;Ende"]).encode())]

    assert found == [*table, ["Ende", "Ende"]]
