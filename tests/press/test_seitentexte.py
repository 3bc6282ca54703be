"""The text of two whole profiles is what it was, page by page in the order in which it is drawn."""

import re
from pathlib import Path

import pypdfium2
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

GOLDEN = Path(__file__).parents[1] / "golden"
PROFILE = {"neustadt": "03241012", "region": "03241000"}
KENNUNG = re.compile(r"(Zeitraum .* · )([0-9a-f]{8})$", re.MULTILINE)


class Profiltext(SingleFileSnapshotExtension):
    """One text file a golden."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """The texts lie beside the other goldens of whole pages."""
        return str(GOLDEN / test_location.basename)


def text(path: Path) -> str:
    """All pages; in place of the Kennung, which any change of input changes, stand eight signs #.

    Where the typesetter has divided a word stands a hyphen, as in print.
    """
    document = pypdfium2.PdfDocument(path.read_bytes())
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    whole = "\n".join(f"== {number} ==\n{page}\n" for number, page in enumerate(pages, 1))
    plain = re.sub(r" *\r?\n", "\n", whole).replace("\ufffe", "-\n")
    return plain.replace(KENNUNG.search(plain)[2], 8 * "#")


@pytest.mark.parametrize("name", PROFILE)
def test_the_text_of_a_profile_is_what_it_was(
    name: str, ausgabe: Path, snapshot: SnapshotAssertion
) -> None:
    (path,) = ausgabe.glob(f"*_{PROFILE[name]}_*.pdf")

    printed = text(path)
    assert printed == snapshot(extension_class=Profiltext)


def test_the_text_has_every_page_and_nothing_that_cannot_be_read(ausgabe: Path) -> None:
    """Pages are counted by their own footers; no sign of the Private Use Area is in the text."""
    for schluessel in PROFILE.values():
        (path,) = ausgabe.glob(f"*_{schluessel}_*.pdf")
        printed = text(path)

        numbers = re.findall(r"^== (\d+) ==$", printed, re.MULTILINE)
        footers = re.findall(r"Seite (\d+) von (\d+)", printed)
        assert footers == [(number, numbers[-1]) for number in numbers]
        assert printed.count("########") == len(numbers) + 1, "each footer and the last page"
        assert not re.search("[\ue000-\uf8ff\ufff0-\uffff\x00-\x09\x0b-\x1f]", printed)
