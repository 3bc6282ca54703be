"""Failures a person can act on.

    Fehler                      shown without traceback, exit code 1
    ├── EingabeFehler           something under input/ has to change
    ├── AuswahlFehler           the chosen year, period or Kommune does not exist
    ├── AblageFehler            a folder cannot be written or holds other content
    └── DruckFehler             layout, style, chart or the finished PDF is not fit to print

Everything else is a bug and keeps its traceback.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum


class Schwere(StrEnum):
    """How bad a Befund is: an error stops the run, a warning is printed and the run goes on."""

    FEHLER = "Fehler"
    WARNUNG = "Warnung"


@dataclass(frozen=True, slots=True)
class Stelle:
    """A place in a delivered file.

    Attributes:
        datei: the file, below the input folder.
        blatt: the sheet of a workbook, empty for a text file.
        zelle: the cell as a spreadsheet names it, such as ``F17``, or ``Zeile 17``; empty for the
            whole file or sheet.
        weitere: how many other cells of the file have the same finding.
    """

    datei: str
    blatt: str = ""
    zelle: str = ""
    weitere: int = 0

    def __str__(self) -> str:
        text = f"{self.datei}, Blatt »{self.blatt}«" if self.blatt else self.datei
        if self.zelle:
            text += f", {self.zelle if ' ' in self.zelle else f'Zelle {self.zelle}'}"
        return f"{text} und {self.weitere} weitere" if self.weitere else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Befund:
    """One thing that is wrong: where, what, and what to do about it.

    Attributes:
        code: short stable name such as ``E-AGS``; the list of codes is in the README.
        ort: file and place inside it, as a person would look it up.
        text: what is wrong, one German sentence with the offending value.
        abhilfe: what to do, one German sentence.
        schwere: whether the run may go on.
    """

    code: str
    ort: str | Stelle
    text: str
    abhilfe: str
    schwere: Schwere = Schwere.FEHLER

    def __str__(self) -> str:
        return f"[{self.code}] {self.ort}: {self.text}\n    Abhilfe: {self.abhilfe}"


class Fehler(Exception):  # noqa: N818 (German domain noun)
    """A failure a person can act on, with all Befunde of the stage that found it."""

    def __init__(self, befunde: Iterable[Befund]) -> None:
        self.befunde = tuple(befunde)
        super().__init__("\n".join(str(befund) for befund in self.befunde))

    def __reduce__(self) -> tuple[type["Fehler"], tuple[tuple[Befund, ...]]]:
        return type(self), (self.befunde,)


class EingabeFehler(Fehler):
    """Something under ``input/`` has to change."""


class AuswahlFehler(Fehler):
    """The chosen year, period or Kommune does not exist."""


class AblageFehler(Fehler):
    """A folder cannot be written, or holds another edition under the same name."""


class GeheimhaltungFehler(Fehler):
    """Something that would be published tells a secret."""


class DruckFehler(Fehler):
    """Layout, style, chart or the finished PDF is not fit to print."""


class Sammlung:
    """The Befunde of a stage, collected so that a person sees all of them at once."""

    def __init__(self) -> None:
        self.befunde: list[Befund] = []

    def add(self, befund: Befund) -> None:
        """Note one Befund and go on."""
        self.befunde.append(befund)

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Note the Befunde of a Fehler raised inside, and go on after the block."""
        try:
            yield
        except Fehler as fehler:
            self.befunde.extend(fehler.befunde)

    def stop_on_errors(self, kind: type[Fehler] = EingabeFehler) -> None:
        """Raise *kind* with all Befunde when at least one of them is an error."""
        if any(befund.schwere is Schwere.FEHLER for befund in self.befunde):
            raise kind(self.befunde)
