"""The whole edition of the shipped figures, as a person makes it, and one of another period."""

import csv
import re
import unicodedata
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import outloud
import pikepdf
import pypdfium2
import pytest
from drucken import erstellen

SEITEN = "Seite {} von {}"


@pytest.fixture(scope="module")
def wedemark_2013(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of another year and period, one Kommune."""
    folder = tmp_path_factory.mktemp("wedemark")
    return erstellen(folder, "--jahr", "2013", "--zeitraum", "2011-2013", "--kommune", "Wedemark")


def pages(path: Path) -> list[str]:
    """The text of each page, hyphens at line ends taken out."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [re.sub("[\u00ad\ufffe]\\s*", "", unicodedata.normalize("NFKC", t)) for t in texts]


def words(path: Path) -> str:
    """All text of a file with single blanks."""
    return " ".join(" ".join(pages(path)).split())


def released(folder: Path) -> list[dict[str, str]]:
    """The rows of the file of released values."""
    with (folder / "daten" / "freigabe.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def alternative_texts(path: Path) -> list[str]:
    """What the charts of a file say to those who cannot see them."""
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        return [
            str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        ]


def complaints(path: str) -> list[str]:
    """What the screen-reader checker finds in a file, warnings included."""
    result = outloud.check(path)
    found = [finding.message for finding in result.findings]
    return [result.error, *found] if result.error else found


def test_the_edition_holds_a_file_for_each_kommune_and_the_region(ausgabe: Path) -> None:
    names = sorted(path.name for path in ausgabe.glob("*.pdf"))

    assert len(names) == 22
    assert names[0] == "Sozialstrukturprofil_2022_03241000_Region-Hannover_v1.pdf"
    assert "Sozialstrukturprofil_2022_03241012_Neustadt-am-Ruebenberge_v1.pdf" in names


def test_no_file_has_a_fault_that_a_screen_reader_would_stumble_over(ausgabe: Path) -> None:
    paths = [str(path) for path in sorted(ausgabe.glob("*.pdf"))]

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = dict(zip(paths, pool.map(complaints, paths), strict=True))

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_every_released_value_of_a_stand_is_printed_in_the_profile_of_its_area(
    ausgabe: Path,
) -> None:
    latest: dict[str, int] = defaultdict(int)
    rows = released(ausgabe)
    for row in rows:
        latest[row["kennzahl"]] = max(latest[row["kennzahl"]], int(row["jahr"]))
    shown = defaultdict(set)
    for row in rows:
        if int(row["jahr"]) == latest[row["kennzahl"]]:
            shown[row["schluessel"]].add(unicodedata.normalize("NFKC", row["gedruckt"]))

    for path in ausgabe.glob("*.pdf"):
        text = words(path)
        assert [value for value in shown[path.name.split("_")[2]] if value not in text] == []


def test_the_profile_of_the_region_prints_every_value_of_every_kommune(ausgabe: Path) -> None:
    (path,) = ausgabe.glob("*_03241000_*.pdf")
    text = words(path)
    rows = [row for row in released(ausgabe) if row["kennzahl"] == "zensus_anteil_einw"]

    assert len(rows) == 23
    for row in rows:
        assert row["gedruckt"] in text


def test_a_single_profile_has_the_same_bytes_as_the_one_of_the_whole_edition(
    ausgabe: Path, tmp_path: Path
) -> None:
    alone = erstellen(tmp_path, "--kommune", "03241020")

    (path,) = alone.glob("*.pdf")
    assert path.read_bytes() == (ausgabe / path.name).read_bytes()


def places(path: Path) -> list[tuple[str, int, float]]:
    """Title, page and height of each bookmark after the second page, up to early warning."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    found = [
        (mark.get_title(), target.get_index(), round(target.get_view()[1][1], 1))
        for mark in document.get_toc()
        if (target := mark.get_dest())
    ]
    document.close()
    name = found[0][0]
    last = next(n for n, (title, *_) in enumerate(found) if title == "Frühwarnung")
    return [(t.replace(name, ""), n, y) for t, n, y in found[:last] if n > 1]


def test_two_profiles_can_be_laid_side_by_side(ausgabe: Path) -> None:
    """Every chapter and table begins on the same page and at the same height for all Kommunen."""
    kommunen = [path for path in sorted(ausgabe.glob("*.pdf")) if "_03241000_" not in path.name]
    found = [places(path) for path in kommunen]

    assert len(found) == 21
    assert [n for n, other in enumerate(found) if other != found[0]] == []
    assert len(found[0]) > 20


def test_every_profile_fills_whole_sheets(ausgabe: Path) -> None:
    assert {len(pages(path)) % 2 for path in ausgabe.glob("*.pdf")} == {0}


def test_no_file_is_too_large_for_a_mail(ausgabe: Path) -> None:
    """Three megabytes, of which twenty-two fit where one did before."""
    assert max(path.stat().st_size for path in ausgabe.glob("*.pdf")) < 3_000_000


def test_the_front_page_ends_with_its_page(ausgabe: Path) -> None:
    """However many signals an area has, its key figures stand beside them."""
    for path in ausgabe.glob("*.pdf"):
        front, overview, *_ = pages(path)

        assert "Auf einen Blick" in front, path.name
        assert "alle Zeichen stehen unter »Zeichen«" in front, path.name
        assert "Inhalt" in overview[:80], path.name


def test_the_contents_name_the_page_on_which_each_chapter_begins(ausgabe: Path) -> None:
    """By the bookmarks, which lead to the headings themselves; the last page has no entry."""
    for path in ausgabe.glob("*.pdf"):
        contents = " ".join(pages(path)[1].split())
        with pypdfium2.PdfDocument(path) as document:
            marks = [m for m in document.get_toc() if m.level == 1]
            begins = {m.get_title(): m.get_dest().get_index() + 1 for m in marks}
        entries = [f"{titel} {page}" for titel, page in begins.items() if page > 2]

        assert len(entries) > 15, path.name
        assert [entry for entry in entries[:-1] if entry not in contents] == [], path.name


def test_every_kommune_says_on_its_front_page_where_it_lies(ausgabe: Path) -> None:
    for path in ausgabe.glob("*.pdf"):
        said = [text for text in alternative_texts(path) if " liegt " in text]

        assert len(said) == ("_03241000_" not in path.name), path.name
        assert len(said) == ("Lage in der Region Hannover" in pages(path)[0]), path.name


def test_another_period_is_in_title_footer_tables_and_charts(wedemark_2013: Path) -> None:
    (path,) = wedemark_2013.glob("*.pdf")

    texts = pages(path)
    with pikepdf.open(path) as pdf:
        title = str(pdf.docinfo.Title)
    assert path.name == "Sozialstrukturprofil_2013_03241019_Wedemark_v1.pdf"
    assert title == "Sozialstruktur-Profil Wedemark 2013, Betrachtungszeitraum 2011–2013"
    assert all("Zeitraum 2011–2013" in text for text in texts)
    assert all(SEITEN.format(n, len(texts)) in text for n, text in enumerate(texts, start=1))
    lines = [text for text in alternative_texts(path) if text.startswith("Liniendiagramm")]
    assert lines
    assert all("2011 bis 2013" in text for text in lines)
    assert "Veränderung 2011–2013" in words(path)


def test_no_figure_is_younger_than_the_chosen_year(wedemark_2013: Path) -> None:
    assert max(int(row["jahr"]) for row in released(wedemark_2013)) == 2013
