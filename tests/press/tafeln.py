"""Tables made up by hand: the longest names, all signs, more rows than a page holds."""

from dataclasses import replace

from reports.profile.chartmodel import Spine, Spinezeile
from reports.profile.tablemodel import Bild, Spalte, Tabelle, Tabellenart, Zeile, Zelle

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


def vergleichstabelle(nummer: int, anzahl: int) -> Tabelle:
    """A row per Kennzahl, signs in every fourth row, a picture in all others."""
    zeilen = tuple(_vergleichszeile(nummer, i) for i in range(anzahl))
    drawn = tuple(
        Spinezeile(id=cell.bild.id, andere=(-1.0, 0.5), eigen=0.25, gewertet=True)
        for zeile in zeilen
        for cell in zeile.zellen
        if cell.bild
    )
    return Tabelle(
        id=f"vergleich-{nummer}",
        art=Tabellenart.VERGLEICH,
        titel=f"Kapitel {nummer}, Neustadt am Rübenberge",
        spalten=spalten(
            "Kennzahl", "Anzahl", "Wert", "Region", "Umland", "Hannover", "Lage zur Region · Rang",
            "Änderung 2011–2022",
        ),
        zeilen=zeilen,
        spine=Spine(id=f"spine-{nummer}", zeilen=drawn),
    )  # fmt: skip


def _vergleichszeile(nummer: int, i: int) -> Zeile:
    zeichen = tuple(ZEICHEN)[i // 4 % len(ZEICHEN)]
    with_sign = i % 4 == 3
    bild = Bild(f"spine-{nummer}-{i}", f"Lage der Kommunen bei {KENNZAHLEN[i]}: Rang 12 von 21.")
    lage = zelle("vergleichbar · 12\u00a0von\u00a021")
    return Zeile(
        kopf=KENNZAHLEN[i],
        zusatz="in % · 2021" if i % 2 else "je 1.000 · 31.12.2021",
        zellen=(
            *zellen(
                zeichen if with_sign else f"{1 + i}.{200 + 13 * i}",
                zeichen if with_sign else f"{10 + i},{i % 10}",
                "1.206.118" if i == 17 else f"{11 + i},{(i + 3) % 10}",
                f"{12 + i},{(i + 7) % 10}",
                f"{9 + i},{(i + 1) % 10}",
            ),
            zelle("x") if with_sign else replace(lage, bild=bild),
            replace(zelle(f"−{i % 4},4\u00a0%-Pkt."), zusatz="kein Trend"),
        ),
    )


def veraenderungstabelle(nummer: int, anzahl: int) -> Tabelle:
    """A row per Kennzahl with both its years, signs in every fourth row."""
    return Tabelle(
        id=f"veraenderung-{nummer}",
        art=Tabellenart.VERAENDERUNG,
        titel="Veränderung 2011–2022",
        spalten=spalten(
            "Kennzahl", "Jahre", "Anzahl am Anfang", "Wert am Anfang", "Anzahl am Ende",
            "Wert am Ende", "Veränderung|2011–2022",
        ),
        zeilen=tuple(_veraenderungszeile(i, titel) for i, titel in enumerate(KENNZAHLEN[:anzahl])),
    )  # fmt: skip


def _veraenderungszeile(i: int, titel: str) -> Zeile:
    zeichen = tuple(ZEICHEN)[i // 4 % len(ZEICHEN)]
    with_sign = i % 4 == 3
    return Zeile(
        kopf=titel,
        zusatz="in %" if i % 2 else "je 1.000",
        zellen=zellen(
            f"{2011 + i % 8}–2022",
            zeichen if with_sign else f"{1 + i}.{200 + 13 * i}",
            zeichen if with_sign else f"{10 + i},{i % 10}",
            "1.206.118" if i == 17 else f"{2 + i}.{300 + 7 * i}",
            f"{12 + i},{(i + 7) % 10}",
            zeichen if with_sign else ("+1.234 (+12,3 %)" if i % 2 else f"−{i % 4},4\u00a0%-Pkt."),
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


def rangfolge() -> Tabelle:
    """21 Kommunen and the Region by rank; two share theirs."""
    ranks = ("1", "2–3", "2–3", *map(str, range(4, 22)), "x")
    rows = zip((*KOMMUNEN, "Region"), ranks, strict=True)
    return Tabelle(
        id="rangfolge-3",
        art=Tabellenart.RANGFOLGE,
        titel="Rangfolge: Grundsicherung im Alter",
        spalten=spalten("Kommune", "Wert|je 1.000, 31.12.2015", "Rang"),
        zeilen=tuple(
            Zeile(kopf=kopf, zellen=zellen("34,5", rang), abgesetzt=rang == "x")
            for kopf, rang in rows
        ),
    )


def _kommunenzeile(i: int, kopf: str) -> Zeile:
    signs = tuple(ZEICHEN)
    werte = [f"{4 + (i * (k + 3)) % 17},{(i + k) % 10}" for k in range(6)]
    werte[i % 6] = signs[i % 6] if i % 3 == 0 else werte[i % 6]
    return Zeile(
        kopf=kopf,
        zellen=zellen(*werte, f"{150 + 37 * i}"),
        abgesetzt=kopf in ("Umland", "Region Hannover"),
    )


def verzeichnistabelle(anzahl: int) -> Tabelle:
    """The ledger, six text columns."""
    return Tabelle(
        id="verzeichnis-1",
        art=Tabellenart.VERZEICHNIS,
        titel="Alle Kennzahlen des Katalogs",
        spalten=spalten("Nr.", "Kennzahl", "Stand", "Für dieses Gebiet", "Quelle", "Anm."),
        zeilen=tuple(
            Zeile(
                kopf=f"BEV{i + 1:02}",
                zellen=zellen(
                    KENNZAHLEN[i % len(KENNZAHLEN)],
                    "31.12.2022" if i % 3 else "nicht geliefert",
                    "keine Angabe geliefert" if i % 4 else "ja",
                    "Q1, Q2" if i % 3 else "Bundesagentur für Arbeit, Grundsicherungsstatistik",
                    "–" if i % 5 else "1",
                ),
            )
            for i in range(anzahl)
        ),
    )
