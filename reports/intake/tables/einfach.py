"""The project's own form: one figure a row, under a fixed head."""

from reports.errors import Stelle
from reports.intake.grids.tafel import Reihe, Tafel, address
from reports.intake.keys import GebietError, Schluesselwerk
from reports.intake.lieferzelle import Auszug, Lieferzelle
from reports.reading import Fund, refusal

KOPF = ("ags", "name", "jahr", "stichtag", "merkmal", "wert")


def read_einfach(tafel: Tafel, ort: str, werk: Schluesselwerk) -> Auszug:
    """The figures of a file whose first row is exactly ``KOPF``.

    Raises:
        EingabeFehler: another head.
    """
    head, *rows = tafel.reihen or (Reihe(1, ()),)
    written = [feld.text for feld in head.felder]
    if written != list(KOPF):
        raise refusal(
            "E-KOPF",
            Stelle(ort, tafel.blatt, f"Zeile {head.nummer}"),
            f"Die Kopfzeile lautet »{';'.join(written)}«.",
            f"Erwartet ist »{';'.join(KOPF)}« (Trennzeichen Semikolon).",
        )
    found = [_shape_problem(row) or _zelle(row, werk) for row in rows]
    return Auszug(
        zellen=[one for one in found if isinstance(one, Lieferzelle)],
        funde=[one for one in found if isinstance(one, Fund)],
    )


def ragged(row: Reihe, expected: int) -> Fund:
    """The finding of a row with too few or too many fields."""
    return Fund(
        zelle=f"Zeile {row.nummer}",
        code="E-TRENN",
        text=f"Die Zeile hat {len(row.felder)} statt {expected} Felder:"
        f" »{';'.join(feld.text for feld in row.felder)}«.",
        abhilfe="Fehlende oder überzählige Semikolons berichtigen.",
        ursache=f"{len(row.felder)} Felder",
    )


def area_fund(zelle: str, fehler: GebietError) -> Fund:
    """The finding of a row whose area is not clear, at the cell that names it."""
    return Fund(
        zelle=zelle,
        code=fehler.code,
        text=str(fehler),
        abhilfe=fehler.abhilfe,
        ursache=fehler.ursache,
    )


def _shape_problem(row: Reihe) -> Fund | None:
    where = f"Zeile {row.nummer}"
    if row.leer:
        text, remedy = "Die Zeile ist leer.", "Leere Zeilen löschen."
        return Fund(zelle=where, code="E-ZEILE", text=text, abhilfe=remedy)
    if [feld.text for feld in row.felder] == list(KOPF):
        text, remedy = "Die Kopfzeile steht hier ein weiteres Mal.", "Diese Zeile löschen."
        return Fund(zelle=where, code="E-ZEILE", text=text, abhilfe=remedy)
    return None if len(row.felder) == len(KOPF) else ragged(row, len(KOPF))


def _zelle(row: Reihe, werk: Schluesselwerk) -> Lieferzelle | Fund:
    ags, name, jahr, stichtag, merkmal, wert = row.felder
    try:
        gebiet = werk.resolve(ags.text, name.text, {})
    except GebietError as fehler:
        return area_fund(address(0, row.nummer), fehler)
    return Lieferzelle(
        nummer=row.nummer,
        spalte=KOPF.index("wert"),
        gebiet=gebiet,
        jahr=jahr.text,
        stichtag=stichtag.text,
        merkmal=merkmal.text,
        feld=wert,
        zeitspalte=KOPF.index("stichtag"),
        merkmalspalte=KOPF.index("merkmal"),
    )
