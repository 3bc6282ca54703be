"""The data of an edition, the same whatever areas are printed."""

from pathlib import Path

from reports.handover.evidence import write_bekannt
from reports.handover.findings import write_saetze, write_signale, write_vergleich
from reports.handover.relations import write_beziehungen
from reports.handover.tables import write_veraenderungen, write_werte
from reports.profile.material import Material


def write_daten(ordner: Path, material: Material) -> None:
    """All files of *ordner* but those that tell what was printed and checked in a run."""
    write_werte(ordner / "freigabe.csv", material)
    write_veraenderungen(ordner / "veraenderungen.csv", material)
    write_vergleich(ordner / "vergleich.csv", material)
    write_signale(ordner / "signale.json", material)
    write_saetze(ordner / "saetze.json", material)
    write_beziehungen(ordner / "beziehungen.json", material)
    write_bekannt(ordner / "bekannt.csv", material)
