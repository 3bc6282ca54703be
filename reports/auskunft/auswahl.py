"""Areas, Kennzahlen and years as a person names them; what there is not is answered with the nearest."""

from collections.abc import Iterable, Sequence

from reports.auskunft.herkunft import Frage
from reports.domain.katalog import Kennzahl
from reports.errors import AuswahlFehler, Befund, Sammlung
from reports.profile.material import Gebiet, Material
from reports.reading import nearest


def find_gebiete(namen: Iterable[str], alle: Sequence[Gebiet], ort: str) -> tuple[Gebiet, ...]:
    """The areas of the given names or keys, each once; *ort* is the option that names them.

    Raises:
        AuswahlFehler: with the nearest names, for every name that is unknown.
    """
    known = {
        word.casefold(): gebiet
        for gebiet in alle
        for word in (gebiet.schluessel, gebiet.name, gebiet.kurzname)
    }
    sammlung = Sammlung()
    found: dict[str, Gebiet] = {}
    for name in namen:
        written = name.strip().casefold()
        gebiet = known.get(written) or known.get(f"0{written}")  # a key without its leading zero
        if gebiet is None:
            sammlung.add(_unknown_gebiet(name, alle, ort))
        else:
            found[gebiet.schluessel] = gebiet
    sammlung.stop_on_errors(AuswahlFehler)
    return tuple(found.values())


def find_frage(kommune: str, kennzahl: str, jahr: int, material: Material) -> Frage:
    """The figure of that area, Kennzahl and year.

    Raises:
        AuswahlFehler: with the nearest, where an area or Kennzahl is unknown or has no such year.
    """
    sammlung = Sammlung()
    with sammlung.catching():
        (gebiet,) = find_gebiete([kommune], material.edition.gebiete.alle, "--kommune")
    with sammlung.catching():
        found = _find_kennzahl(kennzahl, material)
    sammlung.stop_on_errors(AuswahlFehler)
    _check_jahr(found, gebiet, jahr, material)
    return Frage(kennzahl=found, gebiet=gebiet, jahr=jahr)


def _unknown_gebiet(name: str, alle: Sequence[Gebiet], ort: str) -> Befund:
    names = [gebiet.name for gebiet in alle]
    guess = nearest(name, [*names, *(gebiet.schluessel for gebiet in alle)])
    return Befund(
        code="E-KOMMUNE",
        ort=ort,
        text=f"»{name}« ist keines der Gebiete, die hier gehen.",
        abhilfe=f"Gemeint ist vielleicht {guess}." if guess else f"Es gibt: {', '.join(names)}.",
    )


def _find_kennzahl(name: str, material: Material) -> Kennzahl:
    known = {key.casefold(): kennzahl for key, kennzahl in material.katalog.kennzahlen.items()}
    kennzahl = known.get(name.strip().casefold())
    if kennzahl is None:
        guess = nearest(name, list(material.katalog.kennzahlen))
        raise _kennzahl_fehler(
            f"Die Kennzahl »{name}« steht nicht im Katalog.",
            f"Gemeint ist vielleicht {guess}." if guess else "»sozialprofil katalog« nennt alle.",
        )
    if kennzahl.id not in material.staende:
        raise _kennzahl_fehler(
            f"Für die Kennzahl »{kennzahl.id}« liegt bis {material.edition.jahr} keine Zahl vor.",
            "Eine gelieferte Kennzahl wählen; das Verzeichnis am Ende jedes Profils nennt sie.",
        )
    return kennzahl


def _check_jahr(kennzahl: Kennzahl, gebiet: Gebiet, jahr: int, material: Material) -> None:
    """Raise AuswahlFehler where the edition has no figure of that area, Kennzahl and year."""
    places = [(area, year) for area, year, name in material.werte if name == kennzahl.id]
    years = sorted(year for area, year in places if area == gebiet.schluessel)
    if not years:
        areas = dict.fromkeys(area for area, _ in places)
        names = ", ".join(material.edition.gebiete.named(area).name for area in areas)
        raise _kennzahl_fehler(
            f"Für {gebiet.name} liegt keine Zahl der Kennzahl »{kennzahl.id}« vor.",
            f"Zahlen gibt es für: {names}.",
        )
    if jahr not in years:
        best = min(years, key=lambda year: abs(year - jahr))
        span = f"{years[0]} bis {years[-1]}" if len(years) > 1 else str(years[0])
        raise AuswahlFehler(
            [
                Befund(
                    code="E-ZEITRAUM",
                    ort="--jahr",
                    text=f"Für {gebiet.name} zeigt die Ausgabe keine Zahl der Kennzahl"
                    f" »{kennzahl.id}« für {jahr}.",
                    abhilfe=f"Am nächsten liegt {best}; Zahlen gibt es für {span}.",
                )
            ]
        )


def _kennzahl_fehler(text: str, abhilfe: str) -> AuswahlFehler:
    return AuswahlFehler([Befund(code="E-KENNZAHL", ort="--kennzahl", text=text, abhilfe=abhilfe)])
