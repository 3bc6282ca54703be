"""Traces in rankings: ranks, values and an order that released values alone do not give."""

from collections.abc import Iterator

from reports.audit.spuren_daten import OHNE, Freigabe, spur, zahlen
from reports.audit.spuren_seite import Tabelle
from reports.audit.spuren_wortschatz import Seite
from reports.audit.spuren_zellen import says_the_same
from reports.domain.zeichen import DARSTELLUNG, Zeichen
from reports.errors import Befund

_OHNE_RANG = DARSTELLUNG[Zeichen.SINNLOS].druck
_SPALTEN = 2  # value and rank


def rangfolgen_spuren(seite: Seite) -> Iterator[Befund]:
    """The traces in all rankings of a page."""
    for tabelle in seite.profil.rangfolgen:
        ort, kennzahl = f"{seite.ort}, Tabelle {tabelle.id}", tabelle.id.removeprefix("rangfolge-")
        if not _is_released(tabelle, kennzahl, seite.freigabe):
            yield spur(ort, "Werte, Ränge und Reihenfolge sind nicht die freigegebenen.")
        if not _is_plain(tabelle, kennzahl, seite):
            yield spur(ort, "Ein Text nennt eine Zahl, die aus den Werten nicht folgt.")


def _is_released(tabelle: Tabelle, kennzahl: str, freigabe: Freigabe) -> bool:
    """Whether the rows are those of all Kommunen in the one order that ranks and keys give."""
    kommunen = sorted(freigabe.kommunen, key=lambda key: (*_place(key, kennzahl, freigabe), key))
    groups = [key for key in freigabe.namen if key not in freigabe.kommunen]
    expected = [_texts(key, kennzahl, freigabe) for key in (*kommunen, *groups)]
    found = [tuple(zelle.text for zelle in zeile.zellen) for zeile in tabelle.zeilen]
    heads = [zeile.kopf for zeile in tabelle.zeilen[: len(kommunen)]]
    return found == expected and heads == [freigabe.namen[key] for key in kommunen]


def _place(gebiet: str, kennzahl: str, freigabe: Freigabe) -> tuple[bool, int]:
    """Whether a Kommune has no rank, and its rank."""
    zeile = freigabe.vergleiche.get((gebiet, kennzahl))
    ranked = zeile is not None and bool(zeile["rang"])
    return not ranked, int(zeile["rang"]) if zeile is not None and ranked else 0


def _texts(gebiet: str, kennzahl: str, freigabe: Freigabe) -> tuple[str, str]:
    """The value and the rank of an area as they are printed."""
    row, zeile = freigabe.am_stand(gebiet, kennzahl), freigabe.vergleiche.get((gebiet, kennzahl))
    rang = _OHNE_RANG
    if zeile is not None and zeile["rang"]:
        places = dict.fromkeys((zeile["rang"], zeile["rang_bis"]))
        rang = "–".join(places)
    return row["gedruckt"] if row else OHNE, rang


def _is_plain(tabelle: Tabelle, kennzahl: str, seite: Seite) -> bool:
    """Whether nothing is said beside the printed texts, and heads name but title, unit and day."""
    words = seite.wortschatz
    known = words.jahre.union(words.stamm(kennzahl))
    heads = " ".join((tabelle.titel, *(f"{s.titel} {s.zusatz}" for s in tabelle.spalten)))
    cells = [zelle for zeile in tabelle.zeilen for zelle in zeile.zellen]
    return (
        known.issuperset(zahlen(heads))
        and all(len(zeile.zellen) == _SPALTEN and not zeile.zusatz for zeile in tabelle.zeilen)
        and all(map(says_the_same, cells))
    )
