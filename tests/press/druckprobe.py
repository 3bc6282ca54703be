"""A small Profil and a plain page made of it by hand: eight pages, one table that runs over three."""

from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path

from PIL import Image

from reports.press.pdf import write_pdf
from reports.profile.chartmodel import Liniendiagramm
from reports.profile.model import (
    Fruehwarnung,
    Legendenzeile,
    Profil,
    Thema,
    Vergleich,
    Verzeichnis,
)
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile, Zelle

STIL = Path(__file__).with_name("stil")
GESPERRT = Zelle(text="*", gesprochen="aus Datenschutzgründen gesperrt")
FEHLT = Zelle(text="k.\u00a0A.", gesprochen="keine Angabe geliefert, zu 100 % offen")
KAPITEL = ("Bevölkerung", "Beschäftigung", "Pflege", "Straßenverkehr", "Wohnen")


@cache
def druckprobe() -> bytes:
    """The printed sample."""
    return drucke(seite(profil()))


def drucke(html: str, bild: bytes | None = None) -> bytes:
    """Print *html* with the sample's sheets and one picture for all charts."""
    pixels = bild or png()
    return write_pdf(html, styles=STIL, bilder={f"verlauf-{n}": pixels for n in range(5)})


def png(mode: str = "P", breite: int = 1973) -> bytes:
    """A plain picture that fills the text width at 300 pixels an inch."""
    target = BytesIO()
    plain = Image.new("RGB", (breite, breite // 3), "#999999").convert(mode)
    plain.save(target, "PNG", **({"bits": 8} if mode == "P" else {}))
    return target.getvalue()


def profil() -> Profil:
    """Five chapters with a chart and a table each."""
    return Profil(
        schluessel="03241019",
        name="Uetze",
        dateiname="Sozialstrukturprofil_2022_03241019_Uetze_v1.pdf",
        titel="Sozialstruktur-Profil 2022: Uetze, 2011–2022",
        untertitel="Betrachtungszeitraum 2011–2022",
        hinweis="Musterdaten – frei erfunden",
        fuss=("Uetze", "Ausgabe 2022-1", "3f9a1c2b"),
        einwohner=Zelle(text="20.411"),
        einwohner_stand="31.12.2022",
        saetze=(),
        signale=None,
        kacheln=(),
        fruehwarnung=Fruehwarnung(bilanz="", regel="", fehlalarme="", tabelle=None, kommunen=None),
        beispiel=None,
        lesehilfe=(),
        seither=(),
        legende=tuple(Legendenzeile(zeichen=GESPERRT, bedeutung="") for _ in KAPITEL),
        vergleich=Vergleich(einleitung="", tabellen=()),
        kommunenblick=None,
        themen=tuple(thema(nummer, titel) for nummer, titel in enumerate(KAPITEL)),
        verzeichnis=Verzeichnis(bilanz="", tabellen=(), anmerkungen=(), brueche=(), quellen=()),
        rueckseite=(),
        karte=None,
    )


def thema(nummer: int, titel: str) -> Thema:
    """A chapter; the second one has the long table."""
    verlauf = Liniendiagramm(
        id=f"verlauf-{nummer}",
        titel=f"Verlauf {titel}",
        einheit="%",
        linien=(),
        spannweiten=(),
        striche=(),
        brueche=(),
        einschraenkungen=(),
        jahre=(2011, 2022),
        hinweis="",
        alt=f"Liniendiagramm zum Kapitel {titel}: Uetze steigt von 3,1 % auf 5,4 %.",
    )
    return Thema(
        id=f"thema-{nummer}",
        titel=titel,
        saetze=(),
        diagramme=(verlauf,),
        lesehilfe="",
        tabellen=(tabelle(nummer, titel, zeilen=110 if nummer == 1 else 8),),
        lesarten=(),
        karte=None,
    )


def tabelle(nummer: int, titel: str, *, zeilen: int) -> Tabelle:
    """A table whose figures differ from all others, with two kinds of signs."""
    return Tabelle(
        id=f"tabelle-{nummer}",
        art=Tabellenart.VERAENDERUNG,
        titel=f"Kennzahlen {titel}",
        spalten=(Spalte(titel="Kennzahl"), Spalte(titel="Anzahl"), Spalte(titel="Wert")),
        zeilen=tuple(zeile(nummer, platz, titel) for platz in range(zeilen)),
    )


def zeile(nummer: int, platz: int, titel: str) -> Zeile:
    """A row; every seventh has no figure, every eleventh a protected one."""
    wert = FEHLT if platz % 7 == 6 else Zelle(text=f"{platz}{nummer},5\u00a0%")
    anzahl = GESPERRT if platz % 11 == 10 else Zelle(text=f"{nummer + 1}.{100 + platz}")
    return Zeile(kopf=f"Anteil {titel} {chr(65 + platz % 26)}", zellen=(anzahl, wert))


def seite(profil: Profil) -> str:
    """The page as HTML."""
    return (
        f'<!DOCTYPE html><html lang="de"><head><title>{escape(profil.titel)}</title></head>'
        f'<body data-fuss="{" · ".join((*profil.fuss, profil.hinweis))}">'
        f"<h1>{profil.name}</h1><p>{profil.einwohner.text} Menschen, Stand 2022.</p>"
        f"{''.join(_kapitel(thema) for thema in profil.themen)}</body></html>"
    )


def _kapitel(thema: Thema) -> str:
    verlauf, werte = thema.diagramme[0], thema.tabellen[0]
    return (
        f'<section id="{thema.id}"><h2>{thema.titel}</h2>'
        f'<p>Zum <a href="#thema-0">ersten Kapitel</a>; gesperrt ist {_zelle(GESPERRT)}.</p>'
        f'<figure><img src="bild:{verlauf.id}" alt="{verlauf.alt}">'
        f"<figcaption>{verlauf.titel}</figcaption></figure>{_tabelle(werte)}</section>"
    )


def _tabelle(tabelle: Tabelle) -> str:
    koepfe = "".join(f'<th scope="col">{spalte.titel}</th>' for spalte in tabelle.spalten)
    zeilen = "".join(_zeile(zeile) for zeile in tabelle.zeilen)
    return (
        f"<table><caption>{tabelle.titel}</caption><thead><tr>{koepfe}</tr></thead>"
        f"<tbody>{zeilen}</tbody></table>"
    )


def _zeile(zeile: Zeile) -> str:
    zellen = "".join(f"<td>{_zelle(zelle)}</td>" for zelle in zeile.zellen)
    return f'<tr><th scope="row">{zeile.kopf}</th>{zellen}</tr>'


def _zelle(zelle: Zelle) -> str:
    gesprochen = escape(zelle.gesprochen)
    return f'<abbr title="{gesprochen}">{zelle.text}</abbr>' if gesprochen else zelle.text
