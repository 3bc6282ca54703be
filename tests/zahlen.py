"""Builders for tests of figures: a catalogue, three Kommunen, and the way to the page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import dataframely as dy
import polars as pl

from reports.disclosure.protect import protect
from reports.disclosure.umstaende import Umstaende
from reports.domain.formel import parse_summe
from reports.domain.frames import Bestand
from reports.domain.gebiet import LANDESHAUPTSTADT, Gebiete, Gruppe, Kommune
from reports.domain.katalog import (
    Formelart,
    Katalog,
    Kennzahl,
    Merkmal,
    Richtung,
    Stichtag,
    Themenfeld,
)
from reports.domain.quelle import Quelle, Zeichensatz
from reports.domain.schwellen import Schwellen
from reports.domain.zeichen import Kennzeichen, Zeichen
from reports.domain.zeit import Bruch, Zeitraum
from reports.edition import Edition, choose, read_edition, shipped
from reports.intake.bestand import Eingang, read_eingang
from reports.measures.measure import measure
from reports.profile.material import Material, material_of

REGION = "03241000"
A, B, C = "03241001", "03241002", "03241003"  # the first is the Landeshauptstadt
UMLAND = "umland"
SCHWELLEN = Schwellen(
    beobachten=Decimal(1),
    auffaellig=Decimal("1.5"),
    irrtum=Decimal("0.2"),
    mindestfaelle=30,
    mindestkommunen=2,
    mindestaenderung=Decimal(10),
)
QUELLE = Quelle(
    ordner="amt",
    titel="Probe",
    nennung="Amt",
    herausgeber="Amt für Proben",
    lizenz="frei",
    zeichensatz=Zeichensatz.DESTATIS,
    datei=(),
)
# Gebiet, Jahr, Merkmal, Wert oder Zeichen, bei Bedarf Kennzeichen
Zellwert = tuple[str, int, str, int | Zeichen] | tuple[str, int, str, int | Zeichen, Kennzeichen]

_EINHEITEN = {
    Formelart.PROZENT: ("%", 100),
    Formelart.ENTWICKLUNG: ("%", 100),
    Formelart.JE_100: ("je 100", 100),
    Formelart.JE_1000: ("je 1.000", 1000),
}


def merkmal(name: str, *summen: str, **anders: object) -> Merkmal:
    """A counted Merkmal, derived where sums are given."""
    return replace(
        Merkmal(id=name, titel=name, einheit="", quelle="Amt", stichtag=Stichtag.JAHRESENDE),
        summe=tuple(parse_summe(text) for text in summen),
        **anders,
    )


def kennzahl(name: str, zaehler: str, nenner: str = "", **anders: object) -> Kennzahl:
    """A Kennzahl, in percent with one decimal where it has a Nenner, else a count."""
    formel = Formelart(anders.pop("formel", "prozent" if nenner else "anzahl"))
    einheit, faktor = _EINHEITEN.get(formel, ("Personen", 1))
    plain = Kennzahl(
        id=name,
        nummer=name.upper(),
        titel=name.title(),
        kurztitel=name,
        themenfeld="probe",
        formel=formel,
        zaehler=parse_summe(zaehler),
        nenner=parse_summe(nenner) if nenner else None,
        einheit=einheit,
        faktor=faktor,
        nachkommastellen=1 if nenner or formel is Formelart.ENTWICKLUNG else 0,
        richtung=Richtung.NEUTRAL,
        quelle="Amt",
        stichtag="31.12.",
        erlaeuterung="",
        additiv=True,
        mindestfallzahl=3,
        nullschutz=False,
        teilmenge=formel is Formelart.PROZENT and bool(nenner),
        mischung="",
    )
    return replace(plain, **anders)


def katalog(*teile: Merkmal | Kennzahl) -> Katalog:
    """A catalogue of one Themenfeld; Merkmale that formulas name and nobody built are counts."""
    built = {teil.id: teil for teil in teile if isinstance(teil, Merkmal)}
    kennzahlen = {teil.id: teil for teil in teile if isinstance(teil, Kennzahl)}
    summen = [s for k in kennzahlen.values() for s in (k.zaehler, k.nenner) if s]
    summen += [summe for teil in built.values() for summe in teil.summe]
    named = {name: merkmal(name) for summe in summen for name in summe.merkmale}
    feld = Themenfeld(id="probe", titel="Probe", rang=1)
    return Katalog(
        themenfelder=(feld,),
        merkmale=named | built,
        kennzahlen=kennzahlen,
        zerlegungen=(),
        abkuerzungen={},
    )


def gebiete(*schluessel: str) -> Gebiete:
    """The Kommunen of the given keys, the Region, and the Umland of all but the first."""
    keys = schluessel or (A, B, C)
    return Gebiete(
        kommunen=tuple(
            Kommune(
                schluessel=k,
                name=k,
                amtlicher_name=k,
                kurzname=k,
                status="Stadt" if nummer else LANDESHAUPTSTADT,
                spalte=nummer + 1,
                reihe=1,
                weitere_namen=(),
            )
            for nummer, k in enumerate(keys)
        ),
        gruppen=(
            Gruppe(schluessel=REGION, name="Region", kurzname="Region", mitglieder=keys),
            Gruppe(schluessel=UMLAND, name="Umland", kurzname="Umland", mitglieder=keys[1:]),
        ),
    )


def bestand(zellen: Sequence[Zellwert]) -> dy.DataFrame[Bestand]:
    """Delivered cells; a sign in place of a value is a sign."""
    rows = [
        {
            "gebiet": gebiet,
            "jahr": jahr,
            "merkmal": name,
            "wert": None if isinstance(wert, Zeichen) else wert,
            "zeichen": wert if isinstance(wert, Zeichen) else None,
            "stichtag": f"{jahr}-12-31",
            "kennzeichen": sum(kennzeichen),
            "quelle": QUELLE.zitat,
            "datei": "probe.csv",
            "blatt": "",
            "zelle": f"Zeile {zeile}",
            "roh": str(wert),
        }
        for zeile, (gebiet, jahr, name, wert, *kennzeichen) in enumerate(zellen, start=2)
    ]
    return Bestand.validate(pl.DataFrame(rows, schema=Bestand.create_empty().schema))


def edition(
    von: int = 2011, bis: int = 2022, jahr: int | None = None, *zeitraeume: Zeitraum
) -> Edition:
    """An edition of the three Kommunen; its Berichtsjahr is the end of the period."""
    return Edition(
        eingabe=Path(),
        jahr=jahr or bis,
        zeitraeume=zeitraeume or (Zeitraum(von, bis),),
        vergleich=(UMLAND, A),
        zusatz="",
        ausgabe=1,
        datenstand=date(2023, 6, 30),
        hinweis="Probe",
        kernzahlen=(),
        gebiete=gebiete(),
        schwellen=SCHWELLEN,
        vorausgabe=None,
        frueher=(),
    )


def material(
    zellen: Sequence[Zellwert],
    verzeichnis: Katalog,
    ausgabe: Edition | None = None,
    brueche: tuple[Bruch, ...] = (),
) -> Material:
    """What pages may show of the delivered cells, by the whole way of a number."""
    return _material(bestand(zellen), verzeichnis, ausgabe or edition(), brueche)


def umstaende(
    cat: Katalog, ausgabe: Edition | None = None, brueche: tuple[Bruch, ...] = (), **anders: object
) -> Umstaende:
    """What protection takes for known: nothing but the areas, unless it is said."""
    chosen = ausgabe or edition()
    plain = Umstaende(ausgabe=chosen.name, katalog=cat, brueche=brueche, gebiete=chosen.gebiete)
    return replace(plain, **anders)


def _material(
    frame: dy.DataFrame[Bestand], cat: Katalog, ausgabe: Edition, brueche: tuple[Bruch, ...]
) -> Material:
    schutz = protect(measure(frame, cat, brueche, ausgabe), umstaende(cat, ausgabe, brueche))
    return material_of(
        schutz.release,
        edition=ausgabe,
        katalog=cat,
        quellen=(QUELLE,),
        brueche=brueche,
        kennung="probe",
    )


@cache
def echter_eingang() -> Eingang:
    """The shipped input, read once."""
    return read_eingang(read_edition(shipped("input")))


@cache
def echtes_material(jahr: int = 2022, von: int = 2011, bis: int = 2022) -> Material:
    """The shipped input on its way to the pages of one edition."""
    eingang = echter_eingang()
    periods = [Zeitraum(von, bis)]
    ausgabe = choose(read_edition(shipped("input")), jahr=jahr, zeitraeume=periods)
    found = _material(eingang.bestand, eingang.katalog, ausgabe, eingang.brueche)
    return replace(found, quellen=eingang.quellen)
