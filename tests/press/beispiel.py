"""A Profil made up by hand: the longest names, all signs, tables that run over pages."""

from dataclasses import replace

from reports.profile.model import (
    Kachel,
    Legendenzeile,
    Liniendiagramm,
    Profil,
    Punktdiagramm,
    Quellenangabe,
    Spalte,
    Tabelle,
    Tabellenart,
    Thema,
    Verzeichnis,
    Zeile,
    Zelle,
)

ZEICHEN = {
    "–": "nichts vorhanden",
    "·": "Wert unbekannt oder geheim",
    "*": "aus Datenschutzgründen gesperrt",
    "…": "Angabe folgt später",
    "/": "Wert nicht sicher genug",
    "x": "Aussage nicht sinnvoll",
}

KOMMUNEN = (
    "Hannover", "Barsinghausen", "Burgdorf", "Burgwedel", "Garbsen", "Gehrden", "Hemmingen",
    "Isernhagen", "Laatzen", "Langenhagen", "Lehrte", "Neustadt am Rübenberge", "Pattensen",
    "Ronnenberg", "Seelze", "Sehnde", "Springe", "Uetze", "Wedemark", "Wennigsen (Deister)",
    "Wunstorf",
)  # fmt: skip

KENNZAHLEN = (
    "Anteil unter 3 Jahre", "Anteil 3 bis 5 Jahre", "Anteil 6 bis 17 Jahre",
    "Anteil 18 bis 24 Jahre", "Anteil 25 bis 64 Jahre", "Anteil 65 Jahre und älter",
    "Anteil 80 Jahre und älter", "Jugendquotient", "Altenquotient", "Durchschnittsalter",
    "Frauenanteil", "Ausländeranteil (Zensus)", "Anteil mit Einwanderungsgeschichte",
    "Wanderungssaldo über Gemeindegrenzen", "Zuzugsrate über Gemeindegrenzen",
    "Fortzugsrate über Gemeindegrenzen", "Wanderungsvolumen", "Einwohnerdichte",
    "Anteil der Personen von 15 Jahren und älter mit (Fach-)Hochschulreife",
    "Arbeitslosenanteil", "Sozialversicherungspflichtig Beschäftigte am Wohnort",
    "Geringfügig entlohnt Beschäftigte", "Auspendleranteil", "Einpendleranteil", "Pendlersaldo",
)  # fmt: skip


def zelle(text: str) -> Zelle:
    """A cell that speaks where its text is a sign."""
    return Zelle(text=text, gesprochen=ZEICHEN.get(text, ""))


def zellen(*texte: str) -> tuple[Zelle, ...]:
    """Cells in order."""
    return tuple(zelle(text) for text in texte)


def spalten(*titel: str) -> tuple[Spalte, ...]:
    """Heads; what follows a bar in a title is its small addition."""
    return tuple(
        Spalte(titel=kopf, zusatz=zusatz)
        for kopf, _, zusatz in (eintrag.partition("|") for eintrag in titel)
    )


def kennzahlentabelle(nummer: int, anzahl: int) -> Tabelle:
    """A row per Kennzahl, signs in every sixth row."""
    return Tabelle(
        id=f"kennzahlen-{nummer}",
        art=Tabellenart.KENNZAHLEN,
        titel="Kennzahlen und Häufigkeiten",
        spalten=spalten(
            "Kennzahl", "Stand", "Anzahl", "Wert", "Region", "Umland", "Hannover", "Veränderung"
        ),
        zeilen=tuple(_kennzahlenzeile(i, titel) for i, titel in enumerate(KENNZAHLEN[:anzahl])),
    )


def _kennzahlenzeile(i: int, titel: str) -> Zeile:
    zeichen = tuple(ZEICHEN)[i % len(ZEICHEN)]
    with_sign = i % 6 == 5
    return Zeile(
        kopf=titel,
        zusatz="in %, 2011–2022" if i % 2 else "je 1.000, 2015–2022",
        zellen=zellen(
            str(2015 + i % 8),
            zeichen if with_sign else f"{1 + i}.{200 + 13 * i}",
            zeichen if with_sign else f"{10 + i},{i % 10}",
            f"{11 + i},{(i + 3) % 10}",
            f"{12 + i},{(i + 7) % 10}",
            "1.206.118" if i == 17 else f"{9 + i},{(i + 1) % 10}",
            zeichen if with_sign else ("+1.234 (+12,3 %)" if i % 2 else f"−{i % 4},4 %-Pkt."),
        ),
    )


def kommunentabelle() -> Tabelle:
    """21 Kommunen, Umland and Region under seven figure columns with the longest heads."""
    koepfe = (*KOMMUNEN, "Umland", "Region Hannover")
    return Tabelle(
        id="kommunen-1",
        art=Tabellenart.KOMMUNEN,
        titel="Alle Kommunen im Vergleich",
        spalten=spalten(
            "Kommune", "Arbeitslosenanteil|% 2021", "Ausländeranteil (Zensus)|% 15.05.2022",
            "Wohnfläche je Einwohner|m² 2010", "Grundsicherung im Alter|je 1.000 31.12.2015",
            "Einpersonenhaushalte|% 15.05.2022", "Sozialversicherungspflicht|% 30.06.2021",
            "Einwohnerdichte|je km² 2021",
        ),
        zeilen=tuple(_kommunenzeile(i, kopf) for i, kopf in enumerate(koepfe)),
    )  # fmt: skip


def _kommunenzeile(i: int, kopf: str) -> Zeile:
    signs = tuple(ZEICHEN)
    werte = [f"{4 + (i * (k + 3)) % 17},{(i + k) % 10}" for k in range(6)]
    werte[i % 6] = signs[i % 6] if i % 3 == 0 else werte[i % 6]
    return Zeile(
        kopf=kopf,
        zellen=zellen(*werte, f"{150 + 37 * i}"),
        abgesetzt=kopf in ("Umland", "Region Hannover"),
    )


def verzeichnistabelle(anzahl: int = 60) -> Tabelle:
    """The ledger, six text columns."""
    return Tabelle(
        id="verzeichnis-1",
        art=Tabellenart.VERZEICHNIS,
        titel="Alle Kennzahlen des Katalogs",
        spalten=spalten("Nr.", "Kennzahl", "Einheit", "Stand", "Quelle", "Befund"),
        zeilen=tuple(
            Zeile(
                kopf=f"BEV{i + 1:02}",
                zellen=zellen(
                    KENNZAHLEN[i % len(KENNZAHLEN)],
                    "%" if i % 2 else "je 1.000",
                    "2022" if i % 3 else "–",
                    "LSN, Bevölkerungsfortschreibung" if i % 4 else "Zensus 2022",
                    "gedruckt" if i % 3 else "nicht geliefert",
                ),
            )
            for i in range(anzahl)
        ),
    )


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
    """A chart of which the page needs only id, title and alt text."""
    return Liniendiagramm(
        id=f"linien-{nummer}",
        titel="Entwicklung 2011 bis 2022",
        bilder=(),
        alt="Liniendiagramm zum Arbeitslosenanteil 2011 bis 2022: Rückgang von 6,1 % auf 5,2 %.",
    )


def punktdiagramm(nummer: int) -> Punktdiagramm:
    """As above, a dot chart."""
    return Punktdiagramm(
        id=f"punkte-{nummer}",
        titel="Lage unter den 21 Kommunen",
        eigenname="Neustadt am Rübenberge",
        reihen=(),
        alt="Punktdiagramm zu 12 Kennzahlen: Neustadt am Rübenberge liegt bei 5 unter der Region.",
    )


def lesarten(anzahl: int) -> tuple[tuple[str, str], ...]:
    """Readings of the first Kennzahlen."""
    satz = "Von 100 Einwohnerinnen und Einwohnern gehören so viele zu dieser Gruppe."
    return tuple((kennzahl, satz) for kennzahl in KENNZAHLEN[:anzahl])


def verzeichnis() -> Verzeichnis:
    """The back matter."""
    return Verzeichnis(
        bilanz="Von 142 Kennzahlen des Katalogs sind 97 gedruckt; 45 wurden nicht geliefert.",
        tabellen=(verzeichnistabelle(),),
        anmerkungen=(("1", "Beschäftigte am 30.06., Bevölkerung am 31.12. desselben Jahres."),),
        brueche=(
            ("Zensus 2011", "Die Fortschreibung beruht seit 2011 auf dem Zensus 2011."),
            ("Altersgrenze", "Seit 2012 steigt die Regelaltersgrenze schrittweise auf 67 Jahre."),
        ),
        legende=tuple(
            Legendenzeile(zeichen=zelle(zeichen), bedeutung=wort)
            for zeichen, wort in ZEICHEN.items()
        ),
        quellen=tuple(quelle(i) for i in range(7)),
    )


def quelle(nummer: int) -> Quellenangabe:
    """A source with its licence and a remark."""
    return Quellenangabe(
        nummer=f"Q{nummer + 1}",
        nennung=f"LSN, Bevölkerungsfortschreibung, Tabelle 12411-01-01-{nummer}",
        herausgeber="Landesamt für Statistik Niedersachsen",
        tabellen=("12411-01-01-5",),
        lizenz="Datenlizenz Deutschland – Namensnennung – Version 2.0",
        anmerkungen=("Gebietsstand 01.01.2022; bis 2010 Fortschreibung des Zensus 1987.",),
    )


def thema(nummer: int, titel: str, *, zeilen: int) -> Thema:
    """A chapter with two charts, a table and readings."""
    return Thema(
        id=f"thema-{nummer}",
        titel=titel,
        diagramme=(punktdiagramm(nummer), liniendiagramm(nummer)),
        tabellen=(kennzahlentabelle(nummer, zeilen),),
        lesarten=lesarten(zeilen),
    )


def profil() -> Profil:
    """The whole example."""
    kommunen = Thema(
        id="thema-3",
        titel="Kommunen im Vergleich",
        diagramme=(),
        tabellen=(kommunentabelle(),),
        lesarten=lesarten(7),
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
            "Neustadt am Rübenberge hat 45.231 Einwohnerinnen und Einwohner, 3,1 % mehr als 2011.",
            "Der Arbeitslosenanteil lag 2021 mit 5,2 % unter dem der Region (7,4 %).",
            "Von 100 Personen sind 22 mindestens 65 Jahre alt; 2011 waren es 20.",
        ),
        kacheln=(
            kachel("Arbeitslosenanteil", "5,2 %", "−0,9 %-Punkte"),
            kachel("Ausländeranteil", "8,7 %", "+3,4 %-Punkte"),
            kachel("Anteil 65 Jahre und älter", "22,4 %", "+2,1 %-Punkte"),
            kachel("Wohnungen je 1.000 Einwohner", "486", "+31"),
            kachel("Anteil der Kinder unter 3 Jahren in Tagesbetreuung", "*", "*"),
            kachel("Beschäftigungsquote", "61,8 %", "+6,0 %-Punkte"),
        ),
        themen=(
            thema(1, "Bevölkerung", zeilen=25),
            thema(2, "Sozialversicherungspflichtige Beschäftigung und Arbeitsmarkt", zeilen=9),
            kommunen,
        ),
        verzeichnis=verzeichnis(),
    )  # fmt: skip
