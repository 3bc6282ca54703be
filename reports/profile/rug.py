"""The Region's sight of all Kommunen at once: a sign for each judged Kennzahl, no colour."""

from collections.abc import Iterator, Sequence

from reports.comparison.standing import Status
from reports.domain.katalog import Kennzahl
from reports.domain.zeichen import Zeichen
from reports.profile.material import Gebiet, Material
from reports.profile.model import Kommunenblick
from reports.profile.numbers import sign_cell
from reports.profile.tablemodel import Spalte, Tabelle, Tabellenart, Zeile, Zelle
from reports.profile.tables import evenly

STATUSZEICHEN = {
    Status.AUFFAELLIG: "▲",
    Status.BEOBACHTEN: "△",
    Status.UNAUFFAELLIG: "o",
    Status.GRENZFALL: "~",
}
_SPALTEN_JE_TABELLE = 17
_EINLEITUNG = (
    "Jede Zeile ist eine Kommune, jede Spalte eine gewertete Kennzahl, mit ihrer Nummer. Gezeigt ist"
    " der Abstand zur Region in Richtung mehr Belastung: ▲ auffällig, △ beobachten, o unauffällig,"
    " ~ Grenzfall, der an einer einzelnen Kommune hängt. Auffällig heißt: ansehen, nicht urteilen."
)


def kommunenblick(gebiet: Gebiet, material: Material) -> Kommunenblick | None:
    """The tables of signs; None outside of the Region's Profil and where nothing is judged."""
    kennzahlen = [k for k in material.katalog.kennzahlen.values() if _is_judged(k, material)]
    if gebiet != material.edition.gebiete.region or not kennzahlen:
        return None
    parts = evenly(kennzahlen, _SPALTEN_JE_TABELLE)
    return Kommunenblick(
        einleitung=_EINLEITUNG,
        tabellen=tuple(
            _table(part, nummer, len(parts), material) for nummer, part in enumerate(parts, start=1)
        ),
        schluessel=tuple((_head(kennzahl), kennzahl.titel) for kennzahl in kennzahlen),
    )


def _is_judged(kennzahl: Kennzahl, material: Material) -> bool:
    kommunen = material.edition.gebiete.kommunen
    return kennzahl.id in material.staende and any(
        material.einordnung(kommune, kennzahl).status for kommune in kommunen
    )


def _table(kennzahlen: Sequence[Kennzahl], nummer: int, anzahl: int, material: Material) -> Tabelle:
    suffix = f" (Teil {nummer} von {anzahl})" if anzahl > 1 else ""
    return Tabelle(
        id=f"kacheln-{nummer}",
        art=Tabellenart.KACHELN,
        titel=f"Alle Kommunen auf einen Blick{suffix}",
        spalten=(Spalte(titel="Kommune"), *(Spalte(titel=_head(k)) for k in kennzahlen)),
        zeilen=tuple(
            Zeile(kopf=kommune.name, zellen=tuple(_cells(kennzahlen, kommune, material)))
            for kommune in material.edition.gebiete.kommunen
        ),
    )


def _head(kennzahl: Kennzahl) -> str:
    """The number of a Kennzahl in two parts, so that a narrow column can hold it: ``ARB 01``."""
    letters = kennzahl.nummer.rstrip("0123456789")
    return f"{letters} {kennzahl.nummer.removeprefix(letters)}".strip()


def _cells(kennzahlen: Sequence[Kennzahl], kommune: Gebiet, material: Material) -> Iterator[Zelle]:
    for kennzahl in kennzahlen:
        status = material.einordnung(kommune, kennzahl).status
        if status is not None:
            yield Zelle(text=STATUSZEICHEN[status], gesprochen=status)
        else:
            yield sign_cell(material.wert(kommune, kennzahl).zeichen or Zeichen.SINNLOS)
