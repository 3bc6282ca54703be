"""What a delivered file may be; every other kind is told by its bytes, whatever its name."""

import io
import zipfile
from pathlib import Path

import pytest
from helfer import befunde_of
from openpyxl import Workbook

from reports.intake.grids import archive
from reports.intake.grids.archive import read_bytes

CSV = b"ags;wert\n03241001;7\n"


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


def workbook() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def read(folder: Path, name: str, content: bytes) -> tuple[str, bytes]:
    path = folder / name
    path.write_bytes(content)
    return read_bytes(path, f"amt/{name}")


def code_and_text(folder: Path, name: str, content: bytes) -> tuple[str, str]:
    """The only Befund: its code and what it says after the file."""
    (befund,) = befunde_of(lambda: read(folder, name, content))
    assert str(befund.ort) == f"amt/{name}"
    return befund.code, f"{befund.text} {befund.abhilfe}"


def test_plain_file_is_itself(tmp_path: Path) -> None:
    assert read(tmp_path, "b.csv", CSV) == ("b.csv", CSV)


def test_workbook_is_not_unpacked_although_it_is_an_archive(tmp_path: Path) -> None:
    content = workbook()

    assert read(tmp_path, "b.xlsx", content) == ("b.xlsx", content)


@pytest.mark.parametrize("name", ["b.zip", "B.ZIP"])
def test_archive_gives_its_only_file(name: str, tmp_path: Path) -> None:
    content = zipped({"ordner/": b"", "ordner/12411_flat.csv": CSV})

    assert read(tmp_path, name, content) == ("12411_flat.csv", CSV)


def test_archive_may_hold_a_workbook(tmp_path: Path) -> None:
    content = workbook()

    assert read(tmp_path, "b.zip", zipped({"b.xlsx": content})) == ("b.xlsx", content)


def test_what_macos_adds_to_an_archive_does_not_count(tmp_path: Path) -> None:
    content = zipped({"b.csv": CSV, "__MACOSX/._b.csv": b"\0\5\x16\7"})

    assert read(tmp_path, "b.zip", content) == ("b.csv", CSV)


def test_archive_with_two_files_is_refused_with_their_names(tmp_path: Path) -> None:
    code, text = code_and_text(tmp_path, "b.zip", zipped({"a.csv": CSV, "b.csv": CSV}))

    assert code == "E-FORMAT"
    assert "»a.csv« und »b.csv«" in text


def test_archive_without_files_is_refused(tmp_path: Path) -> None:
    code, text = code_and_text(tmp_path, "b.zip", zipped({}))

    assert code == "E-FORMAT"
    assert "0 Dateien" in text


@pytest.mark.parametrize(("name", "content"), [("b.csv", b""), ("b.zip", zipped({"b.csv": b""}))])
def test_empty_file_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    code, text = code_and_text(tmp_path, name, content)

    assert code == "E-DATEI"
    assert "leer" in text


def test_missing_file_is_named(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read_bytes(tmp_path / "b.csv", "amt/b.csv"))

    assert (befund.code, str(befund.ort)) == ("E-DATEI", "amt/b.csv")
    assert "nicht vorhanden" in befund.text


def test_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    (befund,) = befunde_of(lambda: read_bytes(tmp_path, "amt"))

    assert befund.code == "E-DATEI"
    assert "ein Ordner" in befund.text


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("b.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), ".xls"),
        (
            "b.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "Kennwort",
        ),
        (
            "b.ods",
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            "OpenDocument",
        ),
        ("b.xlsx", b"%PDF-1.7\n", "PDF"),
        ("b.xls", b"\xef\xbb\xbf\r\n<HTML><body><table>", "HTML"),
        ("b.xls", "\ufeff<html>".encode("utf-16-le"), "HTML"),
        ("b.xls", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "XML"),
        ("b.docx", zipped({"word/document.xml": b"<w/>"}), "keine Excel-Mappe"),
        ("b.csv", zipped({"b.csv": CSV}), "ZIP-Archiv"),
        ("b.zip", zipped({"innen.zip": zipped({"b.csv": CSV})}), "ZIP-Archiv"),
        ("b.xlsx", workbook()[:-200], "beschädigt"),
        ("b.zip", zipped({"b.csv": CSV})[:-10], "beschädigt"),
    ],
)
def test_other_kind_is_refused_with_its_name(
    name: str, content: bytes, word: str, tmp_path: Path
) -> None:
    code, text = code_and_text(tmp_path, name, content)

    assert code == "E-FORMAT"
    assert word in text


@pytest.mark.parametrize("begin", [b"PKW-Bestand;1\n", b"PK;Name\n", b"<20;Anzahl\n"])
def test_text_that_begins_like_another_kind_is_text(begin: bytes, tmp_path: Path) -> None:
    assert read(tmp_path, "b.csv", begin + CSV) == ("b.csv", begin + CSV)


def test_archive_with_password_is_refused_and_never_opened(tmp_path: Path) -> None:
    content = bytearray(zipped({"b.csv": CSV}))
    content[6] |= 1  # the flag of encryption, in front of the file and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1

    code, text = code_and_text(tmp_path, "b.zip", bytes(content))

    assert code == "E-FORMAT"
    assert "Kennwort" in text


@pytest.mark.parametrize("name", ["b.zip", "b.xlsx"])
def test_archive_that_would_unpack_to_a_huge_file_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "GROESSE", 1_000_000)
    content = zipped({"xl/workbook.xml": b"0" * 1_000_001})

    code, text = code_and_text(tmp_path, name, content)

    assert code == "E-FORMAT"
    assert "1 MB" in text
    assert len(content) < 10_000


def test_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    content = bytearray(zipped({"b.csv": CSV}))
    directory = content.index(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = (5).to_bytes(4, "little")

    code, text = code_and_text(tmp_path, "b.zip", bytes(content))

    assert code == "E-FORMAT"
    assert "beschädigt" in text


def test_delivered_file_stays_as_it_is(tmp_path: Path) -> None:
    content = zipped({"b.csv": CSV})
    read(tmp_path, "b.zip", content)

    assert (tmp_path / "b.zip").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["b.zip"]
