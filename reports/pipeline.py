"""The order of the steps, and nothing else."""

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from reports.audit.pruefung import pruefe
from reports.auskunft.auswahl import find_gebiete
from reports.auskunft.bestaetigung import confirm
from reports.disclosure.protect import protect
from reports.disclosure.secondary import Each
from reports.disclosure.umstaende import Umstaende
from reports.domain.zeit import Zeitraum
from reports.edition import Edition, choose, shipped
from reports.errors import AblageFehler, AuswahlFehler, Befund, DruckFehler, Sammlung
from reports.handover.data import write_daten
from reports.handover.evidence import write_protokoll, write_seiten
from reports.handover.fingerprint import fingerprint
from reports.handover.folder import (
    SEITEN,
    Beschreibung,
    check_free,
    printed_files,
    write_beschreibung,
    written_aside,
)
from reports.intake.bestand import Eingang, read_eingang
from reports.measures.measure import measure
from reports.press.produce import produce
from reports.profile.build import build_profil
from reports.profile.material import Gebiet, Material, material_of
from reports.profile.model import Profil
from reports.reading import file_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Auftrag:
    """What is to be printed.

    Attributes:
        ausgabe: the folder below which editions lie.
        bestaetigt: Prüfkennung of the findings that a person has confirmed, or nothing.
    """

    gebiete: tuple[Gebiet, ...]
    ausgabe: Path
    bestaetigt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """What a run has made.

    Attributes:
        ordner: the folder with the PDFs.
        dateien: names of the PDFs made in this run.
        warnungen: Befunde that a person should look at.
    """

    ordner: Path
    dateien: tuple[str, ...]
    warnungen: tuple[Befund, ...]


def create(
    edition: Edition, auftrag: Auftrag, *, executor: Executor, done: Callable[[str], None]
) -> Bericht:
    """Make the PDFs of an edition and the data beside them; *done* is told each finished area.

    Raises:
        Fehler: input, choice, folder or print has to be mended, a finding to be confirmed, or a
            secret would be told; the folder is as it was before.
    """
    eingang, material = prepare(edition, each=executor.map)
    confirm(eingang, auftrag.bestaetigt)
    ziel = auftrag.ausgabe / edition.ordner
    _check_apart(ziel, edition)
    check_free(ziel, material.kennung)
    profile = [build_profil(gebiet, material) for gebiet in auftrag.gebiete]
    with written_aside(ziel) as ordner:
        for profil, pdf in render_all(profile, executor):
            (ordner / profil.dateiname).write_bytes(pdf)
            done(profil.name)
        write_seiten(ordner / SEITEN, profile)
        write_daten(ordner / "daten", material)
        protokoll = pruefe(ordner)
        write_protokoll(ordner / "daten" / "geheimhaltung.json", protokoll)
        write_beschreibung(ordner, _describe(material, printed_files(ziel) | printed_files(ordner)))
    names = tuple(profil.dateiname for profil in profile)
    return Bericht(ordner=ziel, dateien=names, warnungen=eingang.warnungen)


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


def prepare(edition: Edition, *, each: Each = map) -> tuple[Eingang, Material]:
    """Everything up to the page model: read, measure, protect.

    Raises:
        EingabeFehler: the input has to be mended.
        AuswahlFehler: a year of the edition has no figures.
    """
    eingang = read_eingang(edition)
    _check_years(edition, eingang)
    messung = measure(eingang.bestand, eingang.katalog, eingang.brueche, edition)
    release = protect(messung, umstaende_of(edition, eingang), each=each).release
    material = material_of(
        release,
        edition=edition,
        katalog=eingang.katalog,
        quellen=eingang.quellen,
        brueche=eingang.brueche,
        kennung=fingerprint(edition, release, eingang.quellen),
    )
    return eingang, material


def umstaende_of(edition: Edition, eingang: Eingang) -> Umstaende:
    """What protection takes for known."""
    return Umstaende(
        ausgabe=edition.name,
        katalog=eingang.katalog,
        brueche=eingang.brueche,
        gebiete=edition.gebiete,
        gesamtzahlen=eingang.gesamtzahlen,
        frueher=edition.vorausgabe.bekannt if edition.vorausgabe else (),
    )


def render_all(profile: Iterable[Profil], executor: Executor) -> Iterator[tuple[Profil, bytes]]:
    """Each Profil with its PDF, in the order in which they are finished.

    Raises:
        DruckFehler: a Profil cannot be printed, or a worker process died.
    """
    tasks = {executor.submit(_task, profil): profil for profil in profile}
    try:
        for task in as_completed(tasks):
            yield tasks[task], task.result()
    except BrokenProcessPool as fehler:
        raise DruckFehler([_dead_worker()]) from fehler
    finally:
        executor.shutdown(cancel_futures=True)


def process_pool(prozesse: int) -> ProcessPoolExecutor:
    """Worker processes that start clean: a forked child may inherit a held lock."""
    return ProcessPoolExecutor(
        prozesse,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),  # an interrupt is for the main process
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


def _task(profil: Profil) -> bytes:
    """Runs in a worker; the heap of one Profil is collected once, at its end."""
    gc.disable()
    try:
        return produce(profil, layouts=shipped("layouts"), styles=shipped("styles"))
    finally:
        gc.enable()
        gc.collect()


def _dead_worker() -> Befund:
    return Befund(
        code="D-ARBEITER",
        ort="Druck",
        text="Ein Arbeitsprozess wurde vom System beendet, meist aus Mangel an Speicher.",
        abhilfe="Andere Programme schließen oder mit --prozesse 1 drucken.",
    )


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
