"""A Profil made up by hand, of three chapters with the tables of :mod:`tafeln`."""

from dataclasses import replace

from tafeln import (
    KENNZAHLEN,
    ZEICHEN,
    kommunentabelle,
    rangfolge,
    veraenderungstabelle,
    vergleichstabelle,
    verzeichnistabelle,
    zelle,
)

from reports.profile.chartmodel import (
    Kachelkarte,
    Kartenkachel,
    Liniendiagramm,
    Pyramide,
    Spinebeispiel,
    Spinezeile,
)
from reports.profile.model import (
    Fruehwarnung,
    Kachel,
    Kommunenblick,
    Legendenzeile,
    Profil,
    Quellenangabe,
    Thema,
    Vergleich,
    Verzeichnis,
)
from reports.profile.statement import Satz, Satzart
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile


def kachel(titel: str, wert: str, veraenderung: str) -> Kachel:
    """A tile of the front page."""
    return Kachel(
        titel=titel,
        stand="31.12.2021",
        wert=zelle(wert),
        vergleich="Region 7,4 %",
        veraenderung=replace(zelle(veraenderung), zusatz="2011–2021"),
        rang="Rang 12 von 21",
    )


def liniendiagramm(nummer: int) -> Liniendiagramm:
    """A chart of which the page needs only id, title, unit and alt text."""
    return Liniendiagramm(
        id=f"linie-{nummer}",
        titel="Arbeitslosenanteil",
        einheit="%",
        linien=(),
        spannweiten=(),
        striche=(),
        brueche=(),
        einschraenkungen=(),
        jahre=(2011, 2022),
        hinweis="",
        alt="Liniendiagramm zum Arbeitslosenanteil 2011 bis 2022: Rückgang von 6,1 % auf 5,2 %.",
    )


def karte(name: str, breite: int, lesehilfe: str = "") -> Kachelkarte:
    """A map of two tiles."""
    own, other = (
        Kartenkachel(spalte=spalte, reihe=1, name="", text="", stufe=0, eigen=spalte == 1)
        for spalte in (1, 2)
    )
    return Kachelkarte(
        id=name,
        titel="Lage in der Region",
        kartenkacheln=(own, other),
        breite=breite,
        alt=f"Kachelkarte {name} der Region: Die Kachel von Neustadt am Rübenberge liegt im Westen.",
        lesehilfe=lesehilfe,
    )


def lesarten(anzahl: int) -> tuple[tuple[str, str], ...]:
    """Readings of the first Kennzahlen."""
    satz = "Von 100 Einwohnerinnen und Einwohnern gehören so viele zu dieser Gruppe."
    return tuple((kennzahl, satz) for kennzahl in KENNZAHLEN[:anzahl])


def verzeichnis(zeilen: int = 60) -> Verzeichnis:
    """The back matter."""
    return Verzeichnis(
        bilanz="Von 142 Kennzahlen des Katalogs sind 97 gedruckt; 45 wurden nicht geliefert.",
        tabellen=(verzeichnistabelle(zeilen),),
        anmerkungen=(("1", "Beschäftigte am 30.06., Bevölkerung am 31.12. desselben Jahres."),),
        brueche=(
            ("Zensus 2011", "Die Fortschreibung beruht seit 2011 auf dem Zensus 2011."),
            ("Altersgrenze", "Seit 2012 steigt die Regelaltersgrenze schrittweise auf 67 Jahre."),
        ),
        quellen=tuple(quelle(i) for i in range(7)),
    )


def legende() -> tuple[Legendenzeile, ...]:
    """All signs."""
    return tuple(
        Legendenzeile(zeichen=zelle(zeichen), bedeutung=wort) for zeichen, wort in ZEICHEN.items()
    )


def quelle(nummer: int) -> Quellenangabe:
    """A source with its licence and a remark."""
    return Quellenangabe(
        nummer=f"Q{nummer + 1}",
        nennung="LSN, Bevölkerungsfortschreibung",
        herausgeber="Landesamt für Statistik Niedersachsen",
        lizenz="Datenlizenz Deutschland – Namensnennung – Version 2.0",
        tabellen=(f"12411-01-01-{nummer}", "12411-02-03-5"),
        anmerkungen=("Gebietsstand 01.01.2022; bis 2010 Fortschreibung des Zensus 1987.",),
    )


def satz(text: str) -> Satz:
    """A sentence without proof."""
    return Satz(art=Satzart.BILANZ, text=text, belege=())


def tafel(name: str, art: Tabellenart, kopf: tuple[str, ...], *zeilen: tuple[str, ...]) -> Tabelle:
    """A table of plain texts."""
    return Tabelle(
        id=name,
        art=art,
        titel=f"Tafel {name}",
        spalten=tuple(Spalte(titel=titel) for titel in kopf),
        zeilen=tuple(
            Zeile(kopf=erste, zellen=tuple(zelle(text) for text in rest)) for erste, *rest in zeilen
        ),
    )


def kommunenblick() -> Kommunenblick:
    """Two Kommunen by two Kennzahlen."""
    heads = ("Kommune", "ARB 01", "EXI 02")
    rows = (("Garbsen", "▲", "o"), ("Neustadt am Rübenberge", "*", "△"))
    return Kommunenblick(
        einleitung="Ein Zeichen je Kennzahl.",
        tabellen=(tafel("kacheln-1", Tabellenart.KACHELN, heads, *rows),),
        schluessel=(("ARB 01", "Arbeitslosenanteil"), ("EXI 02", "Kinderarmut")),
    )


def pyramide() -> Pyramide:
    """A pyramid of which the page needs only id, title and alt text."""
    return Pyramide(
        id="pyramide",
        titel="Bevölkerungspyramide, 31.12.2015",
        einheit="Prozent je Altersjahr",
        eigen="Wedemark",
        vergleich="Region",
        stufen=(),
        ende=1.0,
        striche=(),
        alt="Bevölkerungspyramide Wedemark: am breitesten bei den Frauen von 45 bis 49 Jahren.",
    )


def spinebeispiel() -> Spinebeispiel:
    """A row of a spine with its labels."""
    return Spinebeispiel(
        id="beispiel",
        titel="Arbeitslosenanteil, Ø 2021",
        zeile=Spinezeile(id="spine-alo", andere=(-0.7, 0.2, 1.0), eigen=0.4, gewertet=True),
        eigen="Neustadt 5,2 %",
        andere="ein Strich je Kommune",
        region="Region 7,4 %",
        enden=("← ungünstiger", "günstiger →"),
        alt="Beispiel. Lage der Kommunen bei Arbeitslosenanteil, Ø 2021; Neustadt am Rübenberge 5,2 %.",
    )


def vergleich() -> Vergleich:
    """All Kennzahlen at their Stand."""
    return Vergleich(
        einleitung="Jede Zeile zeigt rechts, wo die Kommunen stehen.",
        tabellen=(vergleichstabelle(1, 25), vergleichstabelle(2, 9)),
    )


def thema(nummer: int, titel: str, *, zeilen: int) -> Thema:
    """A chapter with three charts, a table and readings."""
    return Thema(
        id=f"thema-{nummer}",
        titel=titel,
        saetze=(satz(f"{titel}: Der Wert ist von 4,1 % (2011) auf 7,1 % (2022) gestiegen."),),
        diagramme=tuple(liniendiagramm(10 * nummer + n) for n in range(3)),
        lesehilfe="Die Raute steht für Neustadt am Rübenberge.",
        tabellen=(veraenderungstabelle(nummer, zeilen),),
        lesarten=lesarten(zeilen),
    )


def profil() -> Profil:
    """The whole example."""
    kommunen = Thema(
        id="thema-3",
        titel="Kommunen im Vergleich",
        saetze=(),
        diagramme=(),
        lesehilfe="",
        tabellen=(kommunentabelle(),),
        lesarten=lesarten(7),
        rangfolge=rangfolge(),
        karte=karte("karte-3", 255, "Von dunkel nach hell: vom höchsten zum niedrigsten Viertel."),
    )
    return Profil(
        schluessel="03241012",
        name="Neustadt am Rübenberge",
        dateiname="Sozialstrukturprofil_2022_03241012_Neustadt-am-Ruebenberge_v1.pdf",
        titel="Sozialstruktur-Profil 2022: Neustadt am Rübenberge, 2011–2022",
        untertitel="Sozialstruktur-Profil 2022, Betrachtungszeitraum 2011–2022",
        hinweis="Musterdaten – frei erfunden, keine Veröffentlichung der Region Hannover",
        fuss=("Neustadt am Rübenberge", "Ausgabe 2022-1", "Datenstand 31.12.2022",
              "Zeitraum 2011–2022", "3f9a1c2b"),
        einwohner=zelle("45.231"),
        einwohner_stand="31.12.2022",
        saetze=(
            satz("Neustadt am Rübenberge hat 45.231 Einwohner, 3,1 % mehr als 2011."),
            satz("Der Arbeitslosenanteil lag 2021 mit 5,2 % unter dem der Region (7,4 %)."),
            satz("Von 100 Personen sind 22 mindestens 65 Jahre alt; 2011 waren es 20."),
        ),
        signale=tafel(
            "signale",
            Tabellenart.SIGNALE,
            ("Kennzahl", "Wert", "Region", "Veränderung", "Auffällig durch"),
            ("▲ Arbeitslosenanteil", "9,2 %", "7,4 %", "+1,0 %-Pkt.", "Trend"),
        ),
        kacheln=(
            kachel("Arbeitslosenanteil", "5,2 %", "−0,9 %-Punkte"),
            kachel("Ausländeranteil", "8,7 %", "+3,4 %-Punkte"),
            kachel("Anteil 65 Jahre und älter", "22,4 %", "+2,1 %-Punkte"),
            kachel("Wohnungen je 1.000 Einwohner", "486", "+31"),
            kachel("Anteil der Kinder unter 3 Jahren in Tagesbetreuung", "*", "*"),
            kachel("Beschäftigungsquote", "61,8 %", "+6,0 %-Punkte"),
        ),
        fruehwarnung=Fruehwarnung(
            bilanz="Geprüft: 40, auffällig: 1, ruhig: 39.",
            regel="Auffällig (▲) ist ein Wert, der sich vom Zufall abhebt.",
            fehlalarme="Prüfungen: 80. Davon wären im Mittel höchstens 0,2 Fehlalarme.",
            tabelle=tafel(
                "auffaellig",
                Tabellenart.AUFFAELLIG,
                ("Kennzahl", "Wert", "Region", "Warum", "Dynamik", "Trend", "Seit Ausgabe"),
                ("▲ Arbeitslosenanteil", "9,2 %", "7,4 %", "Trend", "x", "steigend", "2020/1"),
                ("▲ Kinderarmut", "19,2 %", "17,4 %", "auffällig", "x", "fallend", "2021/1"),
            ),
            kommunen=None,
        ),
        beispiel=spinebeispiel(),
        seither=(("Neu auffällig", "Arbeitslosenanteil"), ("Berichtigt", "nichts")),
        lesehilfe=(("Rang", "Rang 1 hat die Kommune mit dem höchsten Wert."),),
        legende=legende(),
        vergleich=vergleich(),
        kommunenblick=kommunenblick(),
        themen=(
            thema(1, "Bevölkerung", zeilen=25),
            thema(2, "Sozialversicherungspflichtige Beschäftigung und Arbeitsmarkt", zeilen=9),
            kommunen,
        ),
        verzeichnis=verzeichnis(),
        rueckseite=(("Ausgabe", "2022-1"), ("Kennung", "3f9a1c2b")),
        karte=karte("lage", 119),
    )  # fmt: skip
