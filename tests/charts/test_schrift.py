"""The font family that charts and pages share."""

from fontTools.ttLib import TTFont

from reports.charts.schrift import FAMILIE, SCHNITTE, missing_glyphs


def test_every_face_belongs_to_the_family() -> None:
    """The files say so themselves, and what weight they have."""
    for schnitt in SCHNITTE:
        with TTFont(schnitt.pfad) as font:
            names = font["name"]
            family = names.getDebugName(16) or names.getDebugName(1)
            assert (family, font["OS/2"].usWeightClass) == (FAMILIE, schnitt.gewicht)


def test_german_text_and_the_signs_of_a_profile_have_glyphs() -> None:
    """Letters, dashes, quotes, arrows, spaces."""
    assert missing_glyphs("ÄÖÜäöüß ẞ „“»« – − ≤ ≥ × · … ▲ ▼ ◆ → m²\u00a0%\u202f\n") == set()


def test_a_character_that_one_face_lacks_is_missing() -> None:
    """The font has no open circle and no snowman."""
    assert missing_glyphs("A ○ ☃") == {"○", "☃"}
