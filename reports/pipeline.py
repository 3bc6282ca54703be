"""The order of the steps, and nothing else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reports.audit.pruefung import pruefe
from reports.auskunft.auswahl import find_gebiete
from reports.auskunft.bestaetigung import confirm
from reports.auskunft.sperrliste import (
    Sperrliste,
    check_sperrliste,
    left_out,
    write_sperrliste,
)
from reports.disclosure.protect import protect
from reports.disclosure.secondary import Each, Gesperrt
from reports.disclosure.umstaende import Umstaende
from reports.domain.zeit import Zeitraum
from reports.edition import Edition, choose
from reports.errors import AblageFehler, AuswahlFehler, Befund, Sammlung
from reports.handover.data import write_daten
from reports.handover.evidence import write_protokoll, write_seiten
from reports.handover.fingerprint import fingerprint
from reports.handover.folder import (
    SEITEN,
    Beschreibung,
    check_free,
    check_same_state,
    printed_files,
    write_beschreibung,
    written_aside,
)
from reports.handover.vorgaenger import check_known
from reports.intake.bestand import Eingang, read_eingang
from reports.measures.measure import measure
from reports.press.druckprofil import Druckprofil
from reports.press.pool import Spread, render_all
from reports.press.variante import Druck, Variante
from reports.profile.material import Gebiet, Material, material_of
from reports.reading import file_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Auftrag:
    """What is to be printed.

    Attributes:
        ausgabe: the folder below which editions lie.
        bestaetigt: Prüfkennung of the findings that a person has confirmed, or nothing.
        intern: file for the list of what is suppressed; None where nobody asks for it.
        druckprofil: the printing condition of a printing house; None where nobody has named it.
    """

    gebiete: tuple[Gebiet, ...]
    ausgabe: Path
    bestaetigt: str = ""
    intern: Path | None = None
    variante: Variante = Variante.STANDARD
    druckprofil: Druckprofil | None = None

    def druck(self, datenstand: date) -> Druck:
        """How the PDFs of an edition are printed."""
        return Druck(variante=self.variante, druckprofil=self.druckprofil, datenstand=datenstand)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """What a run has made.

    Attributes:
        ordner: the folder with the PDFs.
        dateien: names of the PDFs made in this run.
        warnungen: Befunde that a person should look at.
        gesperrt: how many values the edition suppresses.
    """

    ordner: Path
    dateien: tuple[str, ...]
    warnungen: tuple[Befund, ...]
    gesperrt: int


class Vorbereitung(NamedTuple):
    """Everything up to the page model, and what of it must not be published."""

    eingang: Eingang
    material: Material
    gesperrt: tuple[Gesperrt, ...]


def create(
    edition: Edition, auftrag: Auftrag, *, executor: Executor, done: Callable[[str], None]
) -> Bericht:
    """Make the PDFs of an edition and the data beside them; *done* is told each finished area.

    Raises:
        Fehler: input, choice, folder or print has to be mended, a finding to be confirmed, or a
            secret would be told; the folder is as it was before.
    """
    if auftrag.intern:
        check_sperrliste(auftrag.intern, eingabe=edition.eingabe, ausgabe=auftrag.ausgabe)
    eingang, material, gesperrt = prepare(edition, each=Spread(executor))
    confirm(eingang, auftrag.bestaetigt)
    ziel = _place(edition, auftrag, material, gesperrt=bool(gesperrt))
    profile = [auftrag.variante.page_model(gebiet, material) for gebiet in auftrag.gebiete]
    with written_aside(ziel) as ordner:
        for profil, pdf in render_all(profile, executor, auftrag.druck(edition.datenstand)):
            (ordner / profil.dateiname).write_bytes(pdf)
            done(profil.name)
        write_seiten(ordner / SEITEN, profile)
        write_daten(ordner / "daten", material)
        pruefung = pruefe(ordner)
        write_protokoll(ordner / "daten" / "geheimhaltung.json", pruefung.protokoll)
        write_beschreibung(ordner, _describe(material, printed_files(ziel) | printed_files(ordner)))
    if auftrag.intern:
        liste = Sperrliste(eingang=eingang, material=material, gesperrt=gesperrt)
        write_sperrliste(auftrag.intern, liste)
    return Bericht(
        ordner=ziel,
        dateien=tuple(profil.dateiname for profil in profile),
        warnungen=(
            *eingang.warnungen,
            *left_out(gesperrt, eingang.katalog),
            *pruefung.warnungen,
        ),
        gesperrt=pruefung.protokoll.gesperrt,
    )


def _place(edition: Edition, auftrag: Auftrag, material: Material, *, gesperrt: bool) -> Path:
    """The folder to write; AblageFehler where it, or another variant of it, forbids that."""
    every = {each: auftrag.ausgabe / each.folder(edition.ordner) for each in Variante}
    ziel = every[auftrag.variante]
    _check_apart(ziel, edition)
    check_known(auftrag.ausgabe, edition.name, eingabe=edition.eingabe, gesperrt=gesperrt)
    check_free(ziel, material.kennung)
    check_same_state(every.values(), material.kennung)
    return ziel


def _check_apart(ziel: Path, edition: Edition) -> None:
    """Raise AblageFehler inside the input: each edition would change what the next is made of."""
    if ziel.resolve().is_relative_to(edition.eingabe.resolve()):
        raise AblageFehler(
            [
                Befund(
                    code="E-ABLAGE",
                    ort=str(ziel),
                    text="Die Ausgaben dürfen nicht bei den Eingaben liegen.",
                    abhilfe="Mit --ausgabe einen anderen Ordner wählen.",
                )
            ]
        )


def prepare(edition: Edition, *, each: Each = map) -> Vorbereitung:
    """Everything up to the page model: read, measure, protect.

    Raises:
        EingabeFehler: the input has to be mended.
        AuswahlFehler: a year of the edition has no figures.
    """
    eingang = read_eingang(edition)
    _check_years(edition, eingang)
    messung = measure(eingang.bestand, eingang.katalog, eingang.brueche, edition)
    schutz = protect(messung, umstaende_of(edition, eingang), each=each)
    material = material_of(
        schutz.release,
        edition=edition,
        katalog=eingang.katalog,
        quellen=eingang.quellen,
        brueche=eingang.brueche,
        kennung=fingerprint(edition, schutz.release, eingang.quellen),
    )
    return Vorbereitung(eingang, material, schutz.gesperrt)


def umstaende_of(edition: Edition, eingang: Eingang) -> Umstaende:
    """What protection takes for known."""
    return Umstaende(
        ausgabe=edition.name,
        katalog=eingang.katalog,
        brueche=eingang.brueche,
        gebiete=edition.gebiete,
        gesamtzahlen=eingang.gesamtzahlen,
        frueher=edition.frueher,
    )


def chosen_edition(
    edition: Edition,
    *,
    jahr: int | None,
    zeitraeume: Sequence[Zeitraum],
    vergleich: Iterable[str],
) -> Edition:
    """The edition with the choices of the command line; areas are named as a person names them.

    Raises:
        AuswahlFehler: an area or a period is none that the edition can show.
    """
    beside = find_gebiete(vergleich, edition.gebiete.alle, "--vergleich")
    keys = [gebiet.schluessel for gebiet in beside]
    return choose(edition, jahr=jahr, zeitraeume=zeitraeume, vergleich=keys)


def chosen_gebiete(edition: Edition, namen: Iterable[str]) -> tuple[Gebiet, ...]:
    """The areas of the given names or keys; without any, all Kommunen and the Region.

    Raises:
        AuswahlFehler: with the nearest names, for every name that is unknown.
    """
    alle: tuple[Gebiet, ...] = (*edition.gebiete.kommunen, edition.gebiete.region)
    return find_gebiete(namen, alle, "--kommune") or alle


def _check_years(edition: Edition, eingang: Eingang) -> None:
    years = sorted(eingang.bestand["jahr"].unique())
    known = f"das erste ist {years[0]}, das letzte {years[-1]}" if years else "es gibt noch keines"
    sammlung = Sammlung()
    chosen = {edition.jahr, *(year for z in edition.zeitraeume for year in (z.von, z.bis))}
    for jahr in sorted(chosen.difference(years)):
        sammlung.add(
            Befund(
                code="E-ZEITRAUM",
                ort=f"Jahr {jahr}",
                text=f"Für das Jahr {jahr} liegt keine einzige Zahl vor.",
                abhilfe=f"Ein Jahr mit Zahlen wählen; {known}.",
            )
        )
    sammlung.stop_on_errors(AuswahlFehler)


def _describe(material: Material, printed: Mapping[str, Path]) -> Beschreibung:
    """What the folder will hold, *printed* being the new files and those that stay."""
    edition = material.edition
    hashes = {name: file_hash(path) for name, path in sorted(printed.items())}
    return Beschreibung(
        kennung=material.kennung,
        jahr=edition.jahr,
        zeitraeume=tuple(str(zeitraum) for zeitraum in edition.zeitraeume),
        vergleich=edition.vergleich,
        ausgabe=edition.ausgabe,
        datenstand=edition.datenstand.isoformat(),
        hinweis=edition.hinweis,
        dateien={name: digest for name, digest in hashes.items() if name.endswith(".pdf")},
        seiten={name: digest for name, digest in hashes.items() if name.endswith(".json")},
    )
