"""How the figures hang together, for whoever wants to check what can be worked out from them."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from reports.domain.beziehung import Gesamtzahl
from reports.domain.gebiet import Gruppe, Kommune
from reports.domain.katalog import Katalog, Kennzahl, Merkmal, Zerlegung
from reports.domain.schutz import KEINER, Schutz, schutz_of, schutz_of_zaehler
from reports.handover.files import write_json
from reports.profile.material import Material

Eintrag = dict[str, object]


def write_beziehungen(path: Path, material: Material) -> None:
    """Areas, formulas, parts, and what the sources themselves tell: ``beziehungen.json``."""
    katalog = material.katalog
    schutz = schutz_of(katalog)
    beziehungen = {
        "ausgabe": material.edition.name,
        "gebiete": [_gebiet(gebiet) for gebiet in material.edition.gebiete.alle],
        "merkmale": [
            _merkmal(merkmal, schutz.get(merkmal.id, KEINER))
            for merkmal in katalog.merkmale.values()
        ],
        "kennzahlen": [_kennzahl(kennzahl, schutz) for kennzahl in katalog.kennzahlen.values()],
        "zerlegungen": [_zerlegung(zerlegung) for zerlegung in katalog.zerlegungen],
        "gesamtzahlen": [_gesamtzahl(total, katalog) for total in material.gesamtzahlen],
        "naeherungen": [
            {
                "schluessel": naeherung.gebiet,
                "merkmal": naeherung.merkmal,
                "jahr": naeherung.jahr,
                "toleranz": naeherung.toleranz,
            }
            for naeherung in material.naeherungen
        ],
    }
    write_json(path, beziehungen)


def _gebiet(gebiet: Kommune | Gruppe) -> Eintrag:
    return {
        "schluessel": gebiet.schluessel,
        "name": gebiet.name,
        "mitglieder": gebiet.mitglieder if isinstance(gebiet, Gruppe) else (),
    }


def _merkmal(merkmal: Merkmal, schutz: Schutz) -> Eintrag:
    return {
        "id": merkmal.id,
        "art": merkmal.art,
        "dezimalen": merkmal.dezimalen,
        "additiv": merkmal.additiv,
        **_schutz(schutz),
        "summe": [str(summe) for summe in merkmal.summe],
        "fallzahl": merkmal.fallzahl or "",
    }


def _kennzahl(kennzahl: Kennzahl, schutz: Mapping[str, Schutz]) -> Eintrag:
    return {
        "id": kennzahl.id,
        "formel": kennzahl.formel,
        "zaehler": str(kennzahl.zaehler),
        "nenner": str(kennzahl.nenner or ""),
        "faktor": kennzahl.faktor,
        "nachkommastellen": kennzahl.nachkommastellen,
        "teilmenge": kennzahl.teilmenge,
        **_schutz(schutz_of_zaehler(kennzahl, schutz)),
    }


def _schutz(schutz: Schutz) -> Eintrag:
    return {"minimum": schutz.minimum, "nullschutz": schutz.null}


def _zerlegung(zerlegung: Zerlegung) -> Eintrag:
    return {
        "ganzes": zerlegung.ganzes,
        "teile": zerlegung.teile,
        "vollstaendig": zerlegung.vollstaendig,
        "toleranz": zerlegung.toleranz,
        "von": zerlegung.von,
        "bis": zerlegung.bis,
    }


def _gesamtzahl(total: Gesamtzahl, katalog: Katalog) -> Eintrag:
    return {
        "merkmal": total.merkmal,
        "jahr": total.jahr,
        "wert": Decimal(total.wert).scaleb(-katalog.merkmale[total.merkmal].dezimalen),
        "toleranz": total.toleranz,
    }
