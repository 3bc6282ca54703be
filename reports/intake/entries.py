"""The shape of a catalogue file: what a person may write in ``katalog/<themenfeld>.toml``."""

from decimal import Decimal
from typing import Annotated

import msgspec

from reports.domain.formel import FormelError, Summe, parse_summe
from reports.domain.katalog import (
    Art,
    Basis,
    Formelart,
    Kennzahl,
    Merkmal,
    Richtung,
    Stichtag,
    Zerlegung,
)
from reports.reading import AbEins, AbNull, Kennung, refusal

EINHEITEN = {
    Formelart.PROZENT: "%",
    Formelart.JE_100: "je 100",
    Formelart.JE_1000: "je 1.000",
    Formelart.ENTWICKLUNG: "%",
}
FAKTOREN = {
    Formelart.PROZENT: 100,
    Formelart.JE_100: 100,
    Formelart.JE_1000: 1000,
    Formelart.ENTWICKLUNG: 100,
}


Stellen = Annotated[
    int, msgspec.Meta(ge=0, le=4, extra={"erwartet": "eine ganze Zahl von 0 bis 4"})
]


class MerkmalEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ``[[merkmal]]``; the fields are those of :class:`Merkmal`."""

    id: Kennung
    titel: str
    einheit: str
    quelle: str
    stichtag: Stichtag
    art: Art = Art.ANZAHL
    basis: Basis = Basis.FACHSTATISTIK
    dezimalen: Stellen = 0
    additiv: bool = True
    stichprobe: bool = False
    summe: tuple[str, ...] = ()
    mindestfallzahl: AbNull | None = None
    fallzahl: str | None = None


class KennzahlEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ``[[kennzahl]]``; the fields are those of :class:`Kennzahl`."""

    id: Kennung
    nummer: str
    titel: str
    kurztitel: str
    formel: Formelart
    zaehler: str
    nenner: str = ""
    einheit: str = ""
    faktor: AbEins = 1
    nachkommastellen: Stellen
    richtung: Richtung
    quelle: str
    stichtag: str
    erlaeuterung: str
    additiv: bool = True
    mindestfallzahl: AbNull = 3
    nullschutz: bool = False
    teilmenge: bool | None = None
    mischung: str = ""


class ZerlegungEintrag(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ``[[zerlegung]]``; the fields are those of :class:`Zerlegung`."""

    titel: str
    ganzes: str
    teile: Annotated[
        tuple[str, ...],
        msgspec.Meta(
            min_length=1, extra={"erwartet": "eine Liste von Merkmalen, mindestens einem"}
        ),
    ]
    vollstaendig: bool
    toleranz: Decimal = Decimal(0)
    von: int | None = None
    bis: int | None = None

    def __post_init__(self) -> None:
        """Refuse a tolerance that is no amount."""
        if not self.toleranz.is_finite() or self.toleranz < 0:
            raise ValueError(f"Die toleranz {self.toleranz} ist keine Zahl ab 0.")


class ThemenfeldDatei(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole file; its entries are read one by one so that each problem names its entry."""

    titel: str
    rang: AbEins
    abkuerzungen: dict[str, str] = {}
    altersaufbau: dict[str, object] = {}
    merkmal: tuple[dict[str, object], ...] = ()
    kennzahl: tuple[dict[str, object], ...] = ()
    zerlegung: tuple[dict[str, object], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a chapter of two kinds."""
        if self.altersaufbau and self.kennzahl:
            raise ValueError("Ein Themenfeld mit [altersaufbau] hat keine weiteren Kennzahlen.")


def merkmal_of(eintrag: MerkmalEintrag, ort: str) -> Merkmal:
    """The Merkmal of an entry; EingabeFehler when a sum is not one."""
    return Merkmal(
        id=eintrag.id,
        titel=eintrag.titel,
        einheit=eintrag.einheit,
        quelle=eintrag.quelle,
        stichtag=eintrag.stichtag,
        art=eintrag.art,
        basis=eintrag.basis,
        dezimalen=eintrag.dezimalen,
        additiv=eintrag.additiv,
        stichprobe=eintrag.stichprobe,
        summe=tuple(_summe(text, ort) for text in eintrag.summe),
        mindestfallzahl=eintrag.mindestfallzahl,
        fallzahl=eintrag.fallzahl,
    )


def kennzahl_of(eintrag: KennzahlEintrag, themenfeld: str, ort: str) -> Kennzahl:
    """The Kennzahl of an entry, with the unit and factor that its formula implies."""
    return Kennzahl(
        id=eintrag.id,
        nummer=eintrag.nummer,
        titel=eintrag.titel,
        kurztitel=eintrag.kurztitel,
        themenfeld=themenfeld,
        formel=eintrag.formel,
        zaehler=_summe(eintrag.zaehler, ort),
        nenner=_summe(eintrag.nenner, ort) if eintrag.nenner else None,
        einheit=EINHEITEN.get(eintrag.formel, eintrag.einheit),
        faktor=FAKTOREN.get(eintrag.formel, eintrag.faktor),
        nachkommastellen=eintrag.nachkommastellen,
        richtung=eintrag.richtung,
        quelle=eintrag.quelle,
        stichtag=eintrag.stichtag,
        erlaeuterung=eintrag.erlaeuterung,
        additiv=eintrag.additiv,
        mindestfallzahl=eintrag.mindestfallzahl,
        nullschutz=eintrag.nullschutz,
        teilmenge=(
            eintrag.formel is Formelart.PROZENT and bool(eintrag.nenner)
            if eintrag.teilmenge is None
            else eintrag.teilmenge
        ),
        mischung=eintrag.mischung,
    )


def zerlegung_of(eintrag: ZerlegungEintrag) -> Zerlegung:
    """The Zerlegung of an entry."""
    return Zerlegung(
        titel=eintrag.titel,
        ganzes=eintrag.ganzes,
        teile=eintrag.teile,
        vollstaendig=eintrag.vollstaendig,
        toleranz=eintrag.toleranz,
        von=eintrag.von,
        bis=eintrag.bis,
    )


def _summe(text: str, ort: str) -> Summe:
    try:
        return parse_summe(text)
    except FormelError as fehler:
        raise refusal(
            "E-FORMEL",
            ort,
            f"»{text}« ist keine Summe von Merkmalen.",
            "Kennungen von Merkmalen mit + verbinden, bei Kennzahlen auch mit -.",
        ) from fehler
