import errno
import unicodedata
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from helfer import befunde_of

from reports.errors import Befund
from reports.reading import convert, nearest, os_reason, read_csv, read_text, read_toml

KOPF = ("a", "b")


class Eintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some entry of a TOML file."""

    name: str
    jahr: int = 0
    tag: bool = False


def csv_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "zahlen.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def csv_records(folder: Path, content: str | bytes) -> list[tuple[int, dict[str, str]]]:
    """Line number and fields of each record."""
    rows = read_csv(csv_file(folder, content), "zahlen.csv", KOPF)
    return [(row.nummer, dict(row.felder)) for row in rows]


def csv_befunde(folder: Path, content: str | bytes) -> tuple[Befund, ...]:
    return befunde_of(lambda: csv_records(folder, content))


@pytest.mark.parametrize(
    "content",
    [
        "a;b\n1;ü\n",
        b"\xef\xbb\xbfa;b\n1;\xc3\xbc\n",
        "a;b\r\n1;ü\r\n",
        "a;b\n1;ü",
        '"a";"b"\n"1";"ü"\n',
    ],
    ids=["plain", "byte order mark", "Windows line ends", "no last line end", "all quoted"],
)
def test_spellings_of_the_same_table_read_the_same(content: str | bytes, tmp_path: Path) -> None:
    assert csv_records(tmp_path, content) == [(2, {"a": "1", "b": "ü"})]


def test_quoted_field_keeps_its_semicolon(tmp_path: Path) -> None:
    assert csv_records(tmp_path, 'a;b\n"1;2";3\n') == [(2, {"a": "1;2", "b": "3"})]


@pytest.mark.parametrize("sign", ["\N{LINE SEPARATOR}", "\x0b", "\x85", "\x1c"])
def test_only_line_ends_end_a_line(sign: str, tmp_path: Path) -> None:
    assert csv_records(tmp_path, f"a;b\nx{sign}y;1\n") == [(2, {"a": f"x{sign}y", "b": "1"})]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encoding_than_utf8_is_refused_and_named(encoding: str, tmp_path: Path) -> None:
    (befund,) = csv_befunde(tmp_path, "a;b\n1;ü\n".encode(encoding))

    assert befund.code == "E-ENC"
    assert befund.ort == "zahlen.csv"
    assert "UTF-8" in befund.abhilfe


def test_first_byte_that_is_not_utf8_is_counted_from_one(tmp_path: Path) -> None:
    (befund,) = csv_befunde(tmp_path, b"a;b\n1;\xfc\n")

    assert "Byte 7 " in befund.text


def test_missing_file_is_named_in_german(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read_text(tmp_path / "fehlt.toml", "fehlt.toml"))

    assert (befund.code, befund.ort) == ("E-DATEI", "fehlt.toml")
    assert "No such" not in befund.text


@pytest.mark.parametrize(
    "header", ["a,b", "a;c", "b;a", "a;b;c", "a", "A;B", "", "Titel der Tabelle;"]
)
def test_header_other_than_expected_is_refused_with_both(header: str, tmp_path: Path) -> None:
    (befund,) = csv_befunde(tmp_path, f"{header}\n1;2\n")

    assert (befund.code, str(befund.ort)) == ("E-KOPF", "zahlen.csv, Zeile 1")
    assert f"»{header}«" in befund.text
    assert "»a;b«" in befund.abhilfe


def test_empty_file_has_the_wrong_header(tmp_path: Path) -> None:
    (befund,) = csv_befunde(tmp_path, "")

    assert befund.code == "E-KOPF"


@pytest.mark.parametrize(("line", "fields"), [("1", 1), ("1;2;3", 3), ("© Amt", 1)])
def test_record_with_too_few_or_many_fields_is_named(
    line: str, fields: int, tmp_path: Path
) -> None:
    (befund,) = csv_befunde(tmp_path, f"a;b\n1;2\n{line}\n")

    assert (befund.code, str(befund.ort)) == ("E-TRENN", "zahlen.csv, Zeile 3")
    assert f"{fields} statt 2" in befund.text
    assert line in befund.text


def test_all_ragged_records_of_a_file_are_reported_together(tmp_path: Path) -> None:
    befunde = csv_befunde(tmp_path, "a;b\n1\n1;2\n1;2;3\n")

    assert [str(befund.ort) for befund in befunde] == ["zahlen.csv, Zeile 2", "zahlen.csv, Zeile 4"]


def test_open_quote_is_refused(tmp_path: Path) -> None:
    (befund,) = csv_befunde(tmp_path, 'a;b\n1;"zwei\n3;4\n')

    assert befund.code == "E-TRENN"
    assert "Anführungszeichen" in befund.abhilfe


def test_open_quote_is_placed_at_the_line_that_opens_it(tmp_path: Path) -> None:
    (befund,) = csv_befunde(tmp_path, 'a;b\n1;"zwei\n3;4\n5;6\n')

    assert str(befund.ort) == "zahlen.csv, Zeile 2"


def test_record_over_two_lines_is_numbered_by_its_first(tmp_path: Path) -> None:
    records = csv_records(tmp_path, 'a;b\n1;"zwei\ndrei"\n4;5\n')

    assert [nummer for nummer, _ in records] == [2, 4]


def test_broken_quotes_do_not_hide_later_records(tmp_path: Path) -> None:
    befunde = csv_befunde(tmp_path, 'a;b\n"1"x;2\n3;4\n5\n')

    assert [str(befund.ort) for befund in befunde] == ["zahlen.csv, Zeile 2", "zahlen.csv, Zeile 4"]


def test_same_cause_in_many_rows_is_one_befund(tmp_path: Path) -> None:
    befunde = csv_befunde(tmp_path, "a;b\n1\n2\n3;4\n5\n\n\na;b\n")

    assert [str(befund.ort) for befund in befunde] == [
        "zahlen.csv, Zeile 2 und 2 weitere",
        "zahlen.csv, Zeile 6 und 1 weitere",
        "zahlen.csv, Zeile 8",
    ]


def test_text_is_composed_however_it_was_typed(tmp_path: Path) -> None:
    path = csv_file(tmp_path, unicodedata.normalize("NFD", "Rübenberge"))

    assert read_text(path, "zahlen.csv") == "Rübenberge"


def test_folder_in_the_place_of_a_file_is_called_one(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read_text(tmp_path, "zahlen.csv"))

    assert "Ordner" in befund.text


def test_operating_system_is_quoted_in_german_or_by_number() -> None:
    assert os_reason(OSError(errno.ENOSPC, "No space left on device")).startswith("kein Platz")
    assert "5" in os_reason(OSError(errno.EIO, "Input/output error"))


def test_broken_toml_is_refused_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "ausgabe.toml"
    path.write_text("jahr = \n", encoding="utf-8")

    (befund,) = befunde_of(lambda: read_toml(path, "ausgabe.toml"))

    assert befund.code == "E-TOML"
    assert str(befund.ort).startswith("ausgabe.toml")


@pytest.mark.parametrize("line", ["jahr = 1,5", "von = 2", "tag = 1.5.2020", 'text = "offen'])
def test_broken_toml_is_placed_and_explained_in_german(line: str, tmp_path: Path) -> None:
    path = tmp_path / "ausgabe.toml"
    path.write_text(f"von = 1\n{line}\n", encoding="utf-8")

    (befund,) = befunde_of(lambda: read_toml(path, "ausgabe.toml"))

    assert "Zeile 2" in str(befund)
    assert not {"line", "Invalid", "Illegal", "Expected", "Cannot"} & set(befund.text.split())


def test_decimals_of_toml_are_exact(tmp_path: Path) -> None:
    path = tmp_path / "quelle.toml"
    path.write_text("toleranz = 0.1", encoding="utf-8")

    assert read_toml(path, "quelle.toml") == {"toleranz": Decimal("0.1")}


def test_entry_becomes_a_typed_value() -> None:
    assert convert({"name": "x", "jahr": 2020}, Eintrag, "ort") == Eintrag(name="x", jahr=2020)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"name": "x", "jaar": 1}, ["»jaar«", "unbekannt", "»jahr«"]),
        ({"name": "x", "zzz": 1}, ["»zzz«", "unbekannt", "name", "jahr", "tag"]),
        ({"jahr": 1}, ["»name«", "fehlt"]),
        ({"name": "x", "jahr": "2020"}, ["»jahr«", "ein Text", "eine ganze Zahl"]),
        ({"name": 5}, ["»name«", "eine ganze Zahl", "ein Text"]),
        ({"name": "x", "tag": 1}, ["»tag«", "eine ganze Zahl", "true oder false"]),
    ],
)
def test_wrong_entry_is_named_in_german(entry: dict[str, object], words: list[str]) -> None:
    (befund,) = befunde_of(lambda: convert(entry, Eintrag, "datei.toml"))

    assert befund.ort == "datei.toml"
    assert all(word in befund.text + befund.abhilfe for word in words), str(befund)


def test_all_wrong_values_of_an_entry_are_named_together() -> None:
    befunde = befunde_of(lambda: convert({"jahr": "x", "tag": "ja"}, Eintrag, "datei.toml"))

    assert [befund.text.split("»")[1].split("«")[0] for befund in befunde] == [
        *("name", "jahr", "tag")
    ]


@pytest.mark.parametrize(
    "line", ['a = "\\q"', "a = [1", "= 1", "a 1", "[a", "ä = 1", "a = 2020-02-30"]
)
def test_every_break_of_toml_has_a_german_reason(line: str, tmp_path: Path) -> None:
    path = tmp_path / "ausgabe.toml"
    path.write_text(line, encoding="utf-8")

    (befund,) = befunde_of(lambda: read_toml(path, "ausgabe.toml"))

    assert len(befund.text) > len("Die Datei ist kein gültiges TOML. ")
    assert not {"Invalid", "Expected", "Unclosed", "Unescaped"} & set(befund.text.split())


@pytest.mark.parametrize(
    ("word", "expected"), [("Wedemrak", "»Wedemark«"), ("qqq", ""), ("Utze", "»Uetze«")]
)
def test_nearest_word_is_suggested(word: str, expected: str) -> None:
    assert nearest(word, ["Uetze", "Wedemark", "Burgdorf"]) == expected
