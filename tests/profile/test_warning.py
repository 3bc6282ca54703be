"""The pages of early warning: what stands out, by which rule, and quiet where there is nothing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from zahlen import REGION, Zellwert, edition, gebiete, katalog, kennzahl, material

from reports.domain.katalog import Richtung
from reports.domain.vorausgabe import Vorausgabe
from reports.profile.material import Material
from reports.profile.warning import front_signals, fruehwarnung, signals_of

KEYS = tuple(f"032410{nummer:02}" for nummer in range(1, 22))
BELASTUNG = kennzahl("quote", "alo", "bev", richtung=Richtung.MEHR_BELASTUNG)
OUTLIER = KEYS[4]


def found(
    names: Sequence[str] = ("quote",),
    richtung: Richtung = Richtung.MEHR_BELASTUNG,
    vorausgabe: Vorausgabe | None = None,
) -> Material:
    """21 Kommunen of 10,000 with 8 to 12 percent, and one with 30."""
    stellen = [replace(BELASTUNG, id=n, titel=n.title(), richtung=richtung) for n in names]
    zellen: list[Zellwert] = [
        (key, 2020, m, (3000 if key == OUTLIER else 800 + 20 * n) if m == "alo" else 10_000)
        for n, key in enumerate(KEYS)
        for m in ("alo", "bev")
    ]
    ausgabe = replace(
        edition(2011, 2020),
        gebiete=gebiete(*KEYS),
        vergleich=("umland", KEYS[0]),
        vorausgabe=vorausgabe,
    )
    return material(zellen, katalog(*stellen), ausgabe)


def test_a_kommune_that_stands_out_has_a_signal_with_sign_value_and_reason() -> None:
    """The Region has 23,120 of 210,000."""
    of = found()
    table = front_signals(of.edition.gebiete.named(OUTLIER), of)

    assert table is not None
    (row,) = table.zeilen
    assert (row.kopf, row.zusatz) == ("▲\u00a0Quote", "31.12.2020")
    texts = [zelle.text.replace("\u00a0", " ") for zelle in row.zellen]
    assert texts == ["30,0 %", "11,0 %", "x", "Abstand zur Region"]


def test_the_others_are_quiet() -> None:
    of = found()
    kommune = of.edition.gebiete.named(KEYS[0])

    assert front_signals(kommune, of) is None
    quiet = fruehwarnung(kommune, of)
    assert quiet.tabelle is None
    assert quiet.bilanz == "Geprüft: 1, auffällig: 0, ruhig: 1."


def test_the_balance_of_a_kommune_adds_up() -> None:
    of = found()

    assert fruehwarnung(of.edition.gebiete.named(OUTLIER), of).bilanz == (
        "Geprüft: 1, auffällig: 1, ruhig: 0."
    )


def test_neutral_kennzahlen_are_neither_tested_nor_flagged() -> None:
    of = found(richtung=Richtung.NEUTRAL)

    assert signals_of(of.edition.gebiete.named(OUTLIER), of) == []
    assert fruehwarnung(of.edition.gebiete.named(OUTLIER), of).bilanz.startswith("Geprüft: 0,")


def test_a_low_value_is_no_burden_where_high_values_are() -> None:
    """30 percent is good where more means less burden: no signal for the outlier."""
    of = found(richtung=Richtung.WENIGER_BELASTUNG)

    assert signals_of(of.edition.gebiete.named(OUTLIER), of) == []


def test_the_first_page_shows_six_signals_at_most_and_the_chapter_all() -> None:
    of = found([f"k{n}" for n in range(8)])
    area = of.edition.gebiete.named(OUTLIER)
    front, chapter = front_signals(area, of), fruehwarnung(area, of).tabelle

    assert front is not None
    assert chapter is not None
    assert [z.kopf[2:] for z in front.zeilen] == ["K0", "K1", "K2", "K3", "K4", "K5"]
    assert len(chapter.zeilen) == 8


@pytest.mark.parametrize(
    ("vorausgabe", "alter"),
    [
        (None, "unbekannt"),
        (Vorausgabe(name="2019/1", signale={(OUTLIER, "quote"): "2017/2"}), "2017/2"),
        (Vorausgabe(name="2019/1", signale={}), "2020/1 (neu)"),
    ],
    ids=["no earlier edition", "seen before", "new"],
)
def test_a_signal_tells_its_age(vorausgabe: Vorausgabe | None, alter: str) -> None:
    of = found(vorausgabe=vorausgabe)

    table = fruehwarnung(of.edition.gebiete.named(OUTLIER), of).tabelle
    assert table is not None
    assert table.zeilen[0].zellen[-1].text == alter


def test_the_rule_names_every_threshold_that_is_in_force() -> None:
    of = found()

    rule = fruehwarnung(of.edition.gebiete.named(OUTLIER), of).regel.replace("\u00a0", " ")
    assert all(word in rule for word in ("1,5", "99,8 %", "10 %", "30 Fällen"))


def test_the_region_counts_the_signals_of_each_kommune() -> None:
    of = found()
    table = fruehwarnung(of.edition.gebiete.named(REGION), of).kommunen

    assert table is not None
    rows = {z.kopf: [c.text for c in z.zellen] for z in table.zeilen}
    assert len(rows) == 21
    assert rows[OUTLIER] == ["1", "1", "0"]
    assert rows[KEYS[0]] == ["1", "0", "1"]
    assert fruehwarnung(of.edition.gebiete.named(KEYS[0]), of).kommunen is None


def test_the_false_alarms_to_be_expected_are_never_rounded_down() -> None:
    """Two of a thousand of one test are 0,002, which is told as 0,1 at most."""
    of = found()

    text = fruehwarnung(of.edition.gebiete.named(OUTLIER), of).fehlalarme
    assert text.startswith("Prüfungen: 1.")
    assert "höchstens 0,1 Fehlalarme" in text
