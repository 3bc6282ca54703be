"""The command-line library speaks German."""

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SPRACHE = Path(__file__).parents[1] / "reports/uebersetzung/de/LC_MESSAGES"


def test_the_compiled_words_are_those_of_the_text_file() -> None:
    with (SPRACHE / "messages.po").open("rb") as stream:
        catalogue = read_po(stream, locale="de")
    compiled = BytesIO()
    write_mo(compiled, catalogue)

    assert (SPRACHE / "messages.mo").read_bytes() == compiled.getvalue()


def test_every_word_is_translated() -> None:
    with (SPRACHE / "messages.po").open("rb") as stream:
        catalogue = read_po(stream, locale="de")

    assert [message.id for message in catalogue if message.id and not message.string] == []
