"""Secrets leave no trace: not in a byte of what is published, nor in what the run says."""

import re
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from helfer import KATALOG, KLEIN, KOPF, LIEFERUNG, block, contents, write_input

from reports.cli import cli

JAHRE = (2018, 2019, 2020)
LEUTE = (5100, 1900, 1800)
EMPFINDLICH = KLEIN[KATALOG].replace(
    'zaehler = "bev_u18"', 'mindestfallzahl = 5\nnullschutz = true\nzaehler = "bev_u18"'
)
# A prime that no published figure of these editions is.
WAECHTER = 76_543
GROSS = 200_000


def delivery(kinder: tuple[int, ...], leute: tuple[int, ...] = LEUTE) -> str:
    """The same figures in all years, so that nothing but themselves is odd."""
    blocks = (
        block(merkmal, jahr, werte)
        for merkmal, werte in (("bev", leute), ("bev_u18", kinder))
        for jahr in JAHRE
    )
    return KOPF + "".join(blocks)


def printed(folder: Path, changes: dict[str, str]) -> tuple[Path, Result]:
    """All profiles of the small region, made in a folder of their own."""
    write_input(folder / "input", changes)
    call = ["erstellen", "--eingabe", folder / "input", "--ausgabe", folder / "output"]
    answer = CliRunner(catch_exceptions=False).invoke(
        cli, [str(word) for word in (*call, "--prozesse", "1")]
    )
    assert answer.exit_code == 0, answer.output
    return folder / "output", answer


@pytest.mark.parametrize(
    ("eins", "zwei", "katalog"),
    [
        ((900, 2, 40), (900, 1, 41), KLEIN[KATALOG]),
        ((900, 0, 44), (900, 3, 41), EMPFINDLICH),
    ],
    ids=["klein", "null"],
)
def test_editions_that_differ_in_secrets_alone_are_the_same_to_the_byte(
    eins: tuple[int, ...], zwei: tuple[int, ...], katalog: str, tmp_path: Path
) -> None:
    """Two Kommunen of the Umland share a sum; how, is the secret of both."""
    runs = [
        printed(tmp_path / name, {LIEFERUNG: delivery(kinder), KATALOG: katalog})
        for name, kinder in (("eins", eins), ("zwei", zwei))
    ]

    (first, said), (second, also_said) = runs
    assert contents(first) == contents(second)
    assert len(contents(first)) > 12
    assert said.output.replace(str(first), "") == also_said.output.replace(str(second), "")


@pytest.fixture(scope="module")
def bewacht(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """An edition with a sentinel in two cells that an earlier one has suppressed."""
    kopf = "ausgabe,schluessel,jahr,summe,wert,zeichen,mitglieder\n"
    rows = [
        f"2019/1,{ags},{jahr},bev_u18,,*,\n" for ags in ("03241002", "03241003") for jahr in JAHRE
    ]
    return printed(
        tmp_path_factory.mktemp("bewacht"),
        {
            LIEFERUNG: delivery((900, WAECHTER, WAECHTER + 10), (5100, GROSS, GROSS)),
            "vorausgabe/bekannt.csv": kopf + "".join(rows),
        },
    )


def test_a_sentinel_in_suppressed_cells_is_found_nowhere(bewacht: tuple[Path, Result]) -> None:
    folder, answer = bewacht
    sentinel = re.compile(r"(?<!\d)76\W{0,6}5[45]3(?!\d)")
    texts = {"Ausgaben des Laufs": answer.output}
    for path in folder.rglob("*"):
        if path.is_file():
            texts |= {f"{path.name}, {part}": text for part, text in readable(path)}

    assert len(texts) > 100
    assert [where for where, text in texts.items() if sentinel.search(text)] == []
    assert any("153096" in text for text in texts.values())  # their sum, which is published


def readable(path: Path) -> list[tuple[str, str]]:
    """Everything in a file that can be read as text, each with its place."""
    if path.suffix == ".pdf":
        return [*_page_texts(path), *_pdf_objects(path)]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return [(name, archive.read(name).decode("latin-1")) for name in archive.namelist()]
    return [("Bytes", path.read_bytes().decode("utf-8", "replace"))]


def _page_texts(path: Path) -> list[tuple[str, str]]:
    document = pypdfium2.PdfDocument(path)
    found = [
        (f"Seite {number}", page.get_textpage().get_text_bounded())
        for number, page in enumerate(document, start=1)
    ]
    document.close()
    return found


def _pdf_objects(path: Path) -> list[tuple[str, str]]:
    """All objects of a PDF, streams decoded, strings as they are."""
    found = []
    with pikepdf.open(path) as pdf:
        for number, thing in enumerate(pdf.objects, start=1):
            found.append((f"Objekt {number}", str(thing)))
            if isinstance(thing, pikepdf.Stream):
                try:
                    data = thing.read_bytes()
                except pikepdf.PdfError:
                    data = thing.read_raw_bytes()
                found.append((f"Strom {number}", data.decode("latin-1")))
    return found
