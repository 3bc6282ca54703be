"""What the check of an edition reads is complete, sorted and the same at every writing."""

import csv
import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from zahlen import REGION, UMLAND, A, B, edition, katalog, kennzahl, merkmal
from zahlen import material as material_of

from reports.domain.formel import parse_summe
from reports.domain.katalog import Art
from reports.domain.vorausgabe import Bekannt
from reports.handover.evidence import write_bekannt, write_protokoll, write_seiten
from reports.profile.build import build_profil
from reports.profile.material import Material
from reports.reading.known import BEKANNT, read_bekannt

ZELLEN = [(ort, jahr, "alo", n) for jahr in (2011, 2020) for ort, n in ((A, 50), (B, 70))]

# printf '03241001,03241002,03241003' | sha256sum | cut -c1-8, and without the first
ALLE, OHNE_A = "77886291", "657a4691"


def bekannt(ausgabe: str, gebiet: str, jahr: int, summe: str, wert: int | None) -> Bekannt:
    return Bekannt(ausgabe=ausgabe, gebiet=gebiet, jahr=jahr, summe=parse_summe(summe), wert=wert)


FRUEHER = (
    bekannt("2021/10", A, 2020, "alo", 51),
    bekannt("2021/9", REGION, 2020, "ein - aus", -12),
    bekannt("2021/9", UMLAND, 2020, "alo", None),
    bekannt("2021/9", A, 2020, "flaeche", 20405),
    bekannt("2021/9", A, 2020, "alo", 50),
)


def material(*known: Bekannt) -> Material:
    verzeichnis = katalog(
        merkmal("flaeche", art=Art.BETRAG, dezimalen=2),
        kennzahl("x", "alo"),
        kennzahl("saldo", "ein - aus"),
    )
    ausgabe = replace(edition(2011, 2020), kernzahlen=("x",))
    return replace(material_of(ZELLEN, verzeichnis, ausgabe), bekannt=known)


def written(folder: Path, *known: Bekannt) -> Path:
    """The file of known counts at the place where the next edition finds it."""
    path = folder / BEKANNT
    path.parent.mkdir()
    write_bekannt(path, material(*known))
    return path


def test_known_counts_are_plain_figures_or_a_sign_in_order_of_editions(tmp_path: Path) -> None:
    path = written(tmp_path, *FRUEHER)

    assert path.read_text(encoding="utf-8").splitlines() == [
        "ausgabe,schluessel,jahr,summe,wert,zeichen,mitglieder",
        f"2021/9,{REGION},2020,ein - aus,-12,,{ALLE}",
        f"2021/9,{A},2020,alo,50,,",
        f"2021/9,{A},2020,flaeche,204.05,,",
        f"2021/9,{UMLAND},2020,alo,,*,{OHNE_A}",
        f"2021/10,{A},2020,alo,51,,",
    ]


def test_known_counts_are_read_back_as_they_were(tmp_path: Path) -> None:
    written(tmp_path, *FRUEHER)

    assert set(read_bekannt(tmp_path, {A: "", REGION: ALLE, UMLAND: OHNE_A})) == set(FRUEHER)


def test_every_count_behind_a_released_value_is_known(tmp_path: Path) -> None:
    """The Release lists them; here they are found again by the released values."""
    of = material_of(ZELLEN, katalog(kennzahl("x", "alo")), edition(2011, 2020))
    write_bekannt(tmp_path / "bekannt.csv", of)

    rows = csv.DictReader((tmp_path / "bekannt.csv").read_text(encoding="utf-8").splitlines())
    found = {(r["schluessel"], int(r["jahr"])): r["wert"] for r in rows if r["summe"] == "alo"}
    assert found[A, 2011] == "50"
    assert found == {
        (gebiet, jahr): str(wert.zaehler)
        for (gebiet, jahr, _), wert in of.werte.items()
        if wert.zeichen is None
    }


@pytest.fixture
def seiten(tmp_path: Path) -> tuple[Material, Path]:
    of = material()
    write_seiten(tmp_path, [build_profil(gebiet, of) for gebiet in of.edition.gebiete.kommunen])
    return of, tmp_path


def test_each_page_model_lies_under_the_key_of_its_area(seiten: tuple[Material, Path]) -> None:
    of, ordner = seiten
    names = {path.name for path in ordner.iterdir()}

    assert names == {f"{gebiet.schluessel}.json" for gebiet in of.edition.gebiete.kommunen}


def test_page_model_holds_all_that_is_printed(seiten: tuple[Material, Path]) -> None:
    of, ordner = seiten
    page = json.loads((ordner / f"{A}.json").read_text(encoding="utf-8"))
    profil = build_profil(of.edition.gebiete.named(A), of)

    assert page["titel"] == profil.titel
    assert page["fuss"] == list(profil.fuss)
    texts = [zelle.text for t in profil.themen[0].tabellen for z in t.zeilen for zelle in z.zellen]
    (thema,) = page["themen"]
    assert texts == [
        zelle["text"] for t in thema["tabellen"] for z in t["zeilen"] for zelle in z["zellen"]
    ]
    assert "50" in texts
    assert page["verzeichnis"]["quellen"][0]["nennung"] == "Amt: Probe"


def test_same_page_has_the_same_bytes(seiten: tuple[Material, Path], tmp_path: Path) -> None:
    of, ordner = seiten
    again = tmp_path / "noch einmal"
    again.mkdir()

    write_seiten(again, [build_profil(of.edition.gebiete.named(A), of)])

    assert (again / f"{A}.json").read_bytes() == (ordner / f"{A}.json").read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruefung:
    """Some protocol of an audit."""

    zellen: int
    engster: tuple[int, int] | None


def test_protocol_is_written_as_it_is(tmp_path: Path) -> None:
    write_protokoll(tmp_path / "geheimhaltung.json", Pruefung(zellen=7, engster=None))

    text = (tmp_path / "geheimhaltung.json").read_text(encoding="utf-8")
    assert json.loads(text) == {"zellen": 7, "engster": None}
    assert text.endswith("}\n")
