import re
from hashlib import sha256
from pathlib import Path

import pytest
from helfer import contents

from reports.errors import AblageFehler
from reports.handover.folder import (
    DATEN,
    Beschreibung,
    check_free,
    printed_files,
    read_beschreibung,
    write_beschreibung,
    written_aside,
)

SEITE = "daten/seiten/03241001.json"


def beschreibung(kennung: str = "a" * 64) -> Beschreibung:
    return Beschreibung(
        kennung=kennung,
        jahr=2020,
        zeitraeume=("2018–2020",),
        vergleich=("umland", "03241001"),
        ausgabe=1,
        datenstand="2021-06-30",
        hinweis="Probe",
        dateien={"A.pdf": sha256(b"eins").hexdigest()},
        seiten={SEITE: sha256(b"{}").hexdigest()},
    )


def put(ziel: Path, *files: tuple[str, bytes]) -> None:
    """Write an edition with these PDFs and page models the way the program does."""
    with written_aside(ziel) as ordner:
        for name, data in files:
            (ordner / name).write_bytes(data)
        write_beschreibung(ordner, beschreibung())


def put_half(ziel: Path) -> None:
    """Begin to write an edition and fail."""
    with written_aside(ziel) as ordner:
        (ordner / "A.pdf").write_bytes(b"halb")
        raise RuntimeError


def test_edition_appears_as_a_whole(tmp_path: Path) -> None:
    ziel = tmp_path / "output/2020/1"

    put(ziel, ("A.pdf", b"eins"))

    assert (ziel / "A.pdf").read_bytes() == b"eins"
    assert read_beschreibung(ziel) == beschreibung()
    assert [path.name for path in ziel.parent.iterdir()] == ["1"]


def test_nothing_appears_before_the_end(tmp_path: Path) -> None:
    ziel = tmp_path / "1"

    with written_aside(ziel) as ordner:
        (ordner / "A.pdf").write_bytes(b"")

        assert not ziel.exists()

    assert ziel.exists()


def test_finished_folder_is_open_to_readers(tmp_path: Path) -> None:
    put(tmp_path / "1", ("A.pdf", b""))

    assert (tmp_path / "1").stat().st_mode & 0o777 == 0o755


def test_failure_leaves_no_trace_of_a_new_edition(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        put_half(tmp_path / "output/2020/1")

    assert contents(tmp_path) == {}


def test_failure_leaves_the_last_good_edition_as_it_was(tmp_path: Path) -> None:
    ziel = tmp_path / "2020/1"
    put(ziel, ("A.pdf", b"eins"))
    before = contents(tmp_path)

    with pytest.raises(RuntimeError):
        put_half(ziel)

    assert contents(tmp_path) == before


def test_failure_spares_other_folders(tmp_path: Path) -> None:
    put(tmp_path / "2020/1", ("A.pdf", b"eins"))
    (tmp_path / "2020/leer").mkdir()
    before = contents(tmp_path)

    with pytest.raises(RuntimeError), written_aside(tmp_path / "2020/2"):
        raise RuntimeError

    assert contents(tmp_path) == before


def test_further_run_keeps_the_pdfs_of_the_first(tmp_path: Path) -> None:
    put(tmp_path / "1", ("A.pdf", b"eins"))

    put(tmp_path / "1", ("B.pdf", b"zwei"))

    assert {path.name: path.read_bytes() for path in (tmp_path / "1").glob("*.pdf")} == {
        "A.pdf": b"eins",
        "B.pdf": b"zwei",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["1"]


def test_further_run_keeps_the_page_models_of_the_first(tmp_path: Path) -> None:
    put(tmp_path / "1", ("A.pdf", b"eins"), (SEITE, b"{}"))

    put(tmp_path / "1", ("B.pdf", b"zwei"), ("daten/seiten/03241002.json", b"[]"))

    assert {name: path.read_bytes() for name, path in printed_files(tmp_path / "1").items()} == {
        "A.pdf": b"eins",
        "B.pdf": b"zwei",
        SEITE: b"{}",
        "daten/seiten/03241002.json": b"[]",
    }


def test_absent_folder_holds_no_printed_file(tmp_path: Path) -> None:
    assert printed_files(tmp_path / "1") == {}


def test_further_run_leaves_editions_of_other_periods_alone(tmp_path: Path) -> None:
    put(tmp_path / "1_2018-2019", ("A.pdf", b"eins"))

    put(tmp_path / "1", ("A.pdf", b"zwei"))

    assert (tmp_path / "1_2018-2019/A.pdf").read_bytes() == b"eins"
    assert (tmp_path / "1/A.pdf").read_bytes() == b"zwei"


def test_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x")

    with pytest.raises(AblageFehler) as caught, written_aside(tmp_path / "datei/2020/1"):
        pass

    (befund,) = caught.value.befunde
    assert str(befund.ort).endswith("datei/2020/1")
    assert "Not a directory" not in befund.text


def test_empty_or_absent_folder_is_free(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()

    check_free(tmp_path / "1", "a" * 64)
    check_free(tmp_path / "2", "a" * 64)

    assert contents(tmp_path) == {"1": ""}


def test_same_state_may_be_made_again(tmp_path: Path) -> None:
    put(tmp_path / "1", ("A.pdf", b"eins"), (SEITE, b"{}"), *((name, b"") for name in DATEN))
    before = contents(tmp_path)

    check_free(tmp_path / "1", "a" * 64)

    assert contents(tmp_path) == before


def test_another_state_of_the_same_edition_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "1", ("A.pdf", b"eins"))

    with pytest.raises(AblageFehler) as caught:
        check_free(tmp_path / "1", "b" * 64)

    assert "aaaaaaaa" in caught.value.befunde[0].text
    assert "bbbbbbbb" in caught.value.befunde[0].text


@pytest.mark.parametrize("name", ["brief.txt", "daten/ausgabe.json", "A.pdf"])
def test_folder_with_other_things_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "1" / name
    path.parent.mkdir(parents=True)
    path.write_text("{}")

    with pytest.raises(AblageFehler):
        check_free(tmp_path / "1", "a" * 64)


def test_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1").write_text("x")

    with pytest.raises(AblageFehler):
        check_free(tmp_path / "1", "a" * 64)


@pytest.mark.parametrize(
    "name", ["Anschreiben.docx", "versand/liste.csv", "daten/notiz.csv", "daten/seiten/x.json"]
)
def test_what_is_not_the_editions_is_never_lost(name: str, tmp_path: Path) -> None:
    put(tmp_path / "1", ("A.pdf", b"eins"))
    (tmp_path / "1" / name).parent.mkdir(exist_ok=True)
    (tmp_path / "1" / name).write_text("von Hand")

    with pytest.raises(AblageFehler) as caught:
        check_free(tmp_path / "1", "a" * 64)

    (befund,) = caught.value.befunde
    assert str(befund.ort).removesuffix("/liste.csv") in str(tmp_path / "1" / name)


@pytest.mark.parametrize("name", ["A.pdf", SEITE])
def test_file_that_was_changed_after_printing_is_not_passed_on(name: str, tmp_path: Path) -> None:
    put(tmp_path / "1", ("A.pdf", b"eins"), (SEITE, b"{}"))
    (tmp_path / "1" / name).write_bytes(b"eins, von Hand geaendert")

    with pytest.raises(AblageFehler) as caught:
        check_free(tmp_path / "1", "a" * 64)

    assert ["verändert" in befund.text for befund in caught.value.befunde] == [True]


@pytest.mark.parametrize("name", ["A.pdf", SEITE])
def test_same_name_never_holds_other_bytes(name: str, tmp_path: Path) -> None:
    put(tmp_path / "1", (name, b"eins"))
    before = contents(tmp_path)

    with pytest.raises(AblageFehler, match=re.escape(name)):
        put(tmp_path / "1", (name, b"anders"))

    assert contents(tmp_path) == before


def test_interruption_while_changing_places_brings_the_old_edition_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of the two renames is where an interruption would hurt most."""
    put(tmp_path / "1", ("A.pdf", b"eins"))
    before = contents(tmp_path)
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if self.parent.name.startswith(".neu-") and self.name == "1":
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "1", ("A.pdf", b"eins"), ("B.pdf", b"zwei"))

    assert contents(tmp_path) == before
