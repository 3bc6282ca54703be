"""Work on many processes: the years of protection, and the profiles of an edition."""

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from reports.edition import shipped
from reports.errors import Befund, DruckFehler
from reports.press.produce import produce
from reports.press.variante import STANDARD, Druck
from reports.profile.model import Profil

A = TypeVar("A")
B = TypeVar("B")


class Spread:
    """``map`` on the processes of a pool."""

    def __init__(self, executor: Executor) -> None:
        self.executor = executor

    def __call__(self, function: Callable[[A], B], things: Iterable[A], /) -> Iterator[B]:
        """The results in the order of *things*; DruckFehler where a process dies."""
        try:
            yield from self.executor.map(function, things)
        except BrokenProcessPool as fehler:
            raise DruckFehler([_dead_worker()]) from fehler


def render_all(
    profile: Iterable[Profil], executor: Executor, druck: Druck = STANDARD
) -> Iterator[tuple[Profil, bytes]]:
    """Each Profil with its PDF, printed as *druck* says, in the order in which they are finished.

    Raises:
        DruckFehler: a Profil cannot be printed, or a worker process died.
    """
    tasks = {executor.submit(_task, profil, druck): profil for profil in profile}
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


def _task(profil: Profil, druck: Druck) -> bytes:
    """Runs in a worker; the heap of one Profil is collected once, at its end."""
    gc.disable()
    try:
        return produce(profil, layouts=shipped("layouts"), styles=shipped("styles"), druck=druck)
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
