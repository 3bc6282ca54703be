"""The Altersaufbau of a catalogue file: a short list of steps, two Kennzahlen for each."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

import msgspec

from reports.domain.katalog import Altersgruppe, Formelart, Kennzahl, Richtung
from reports.intake.entries import KennzahlEintrag, kennzahl_of
from reports.reading import AbNull

_KUERZEL = "ALT"


class StufeEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step: its youngest and oldest age, and the Merkmale that count its men and its women."""

    von: AbNull
    bis: AbNull | None = None
    maenner: str
    frauen: str

    @property
    def titel(self) -> str:
        """The step as printed."""
        if self.bis is None:
            return f"{self.von} Jahre und älter"
        if self.von == 0:
            return f"unter {self.bis + 1} Jahre"
        return f"{self.von} bis {self.bis} Jahre"


class AltersaufbauEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The ``[altersaufbau]`` of a file; what all its Kennzahlen share stands there once."""

    nenner: str
    nachkommastellen: Annotated[int, msgspec.Meta(ge=0, le=4)]
    quelle: str
    stichtag: str
    erlaeuterung: str
    stufen: Annotated[
        tuple[StufeEintrag, ...],
        msgspec.Meta(min_length=2, extra={"erwartet": "eine Liste von mindestens zwei Stufen"}),
    ]

    def __post_init__(self) -> None:
        """Refuse steps that overlap or leave ages out."""
        for before, after in pairwise(self.stufen):
            if before.bis is None or after.von != before.bis + 1:
                raise ValueError(f"»{after.titel}« beginnt nicht, wo »{before.titel}« endet.")
        if self.stufen[0].von != 0 or self.stufen[-1].bis is not None:
            raise ValueError("Die Stufen reichen nicht von 0 bis zu einer letzten ohne bis.")


def stufen_of(eintrag: AltersaufbauEintrag) -> tuple[Altersgruppe, ...]:
    """The steps with the names of their Kennzahlen."""
    return tuple(
        Altersgruppe(
            titel=stufe.titel,
            von=stufe.von,
            bis=stufe.bis,
            maenner=_kennung("m", stufe),
            frauen=_kennung("w", stufe),
        )
        for stufe in eintrag.stufen
    )


def kennzahlen_of(eintrag: AltersaufbauEintrag, themenfeld: str, ort: str) -> Iterator[Kennzahl]:
    """The shares of men and of women, step by step; EingabeFehler where a Merkmal is none."""
    for nummer, stufe in enumerate(eintrag.stufen):
        sides = (("m", "Männer", stufe.maenner), ("w", "Frauen", stufe.frauen))
        for side, (kuerzel, wer, merkmal) in enumerate(sides, start=1):
            share = KennzahlEintrag(
                id=_kennung(kuerzel, stufe),
                nummer=f"{_KUERZEL}{2 * nummer + side:02}",
                titel=f"Anteil {wer} {stufe.titel}",
                kurztitel=f"{wer} {stufe.titel}",
                formel=Formelart.PROZENT,
                zaehler=merkmal,
                nenner=eintrag.nenner,
                nachkommastellen=eintrag.nachkommastellen,
                richtung=Richtung.NEUTRAL,
                quelle=eintrag.quelle,
                stichtag=eintrag.stichtag,
                erlaeuterung=eintrag.erlaeuterung,
            )
            yield kennzahl_of(share, themenfeld, ort)


def _kennung(kuerzel: str, stufe: StufeEintrag) -> str:
    return f"alter_{kuerzel}_{stufe.von}"
