"""What a Merkmal, a Kennzahl and the catalogue of both are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reports.domain.formel import Summe


class Art(StrEnum):
    """What the figures of a Merkmal are, which decides about protection and adding up."""

    ANZAHL = "anzahl"  # counted persons, households, dwellings, cases: protected, adds up
    BETRAG = "betrag"  # euros, hectares: adds up, needs no minimum number of cases
    QUOTE = "quote"  # a rate or mean the source delivers ready-made: never adds up


class Basis(StrEnum):
    """The population a Merkmal counts in; Kennzahlen do not mix them unless they say so."""

    FORTSCHREIBUNG = "fortschreibung"
    ZENSUS = "zensus"
    MELDEREGISTER = "melderegister"
    FACHSTATISTIK = "fachstatistik"  # counts cases, has no population of its own


class Stichtag(StrEnum):
    """To which day or span of its year a Merkmal belongs."""

    JAHRESENDE = "31.12."
    JAHRESMITTE = "30.06."
    MAERZ = "01.03."
    OKTOBER = "01.10."
    JANUAR = "31.01."
    ZENSUSTAG = "Zensusstichtag"
    WAHLTAG = "Wahltag"
    JAHRESSUMME = "Jahressumme"
    JAHRESDURCHSCHNITT = "Jahresdurchschnitt"
    SCHULJAHR = "Schuljahr"
    JAHR = "Jahr"  # the source names no day


class Formelart(StrEnum):
    """How a Kennzahl is made of its Zähler and Nenner."""

    ANZAHL = "anzahl"
    PROZENT = "prozent"
    JE_100 = "je_100"
    JE_1000 = "je_1000"
    MITTELWERT = "mittelwert"
    GELIEFERT = "geliefert"
    ENTWICKLUNG = "entwicklung"  # change of the Zähler since the start of the period, in %


class Richtung(StrEnum):
    """Whether a high value means more burden, less burden, or neither."""

    MEHR_BELASTUNG = "mehr_belastung"
    WENIGER_BELASTUNG = "weniger_belastung"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merkmal:
    """One counted or measured thing that a source delivers, or a sum of such things.

    Attributes:
        id: ASCII, ``^[a-z][a-z0-9_]*$``; the name used in deliveries and formulas.
        einheit: printed unit, such as ``Personen`` or ``Tsd. EUR``.
        dezimalen: decimals of a delivered figure; frames hold integers of the last decimal.
        additiv: whether the Kommunen's figures add up to the Region's.
        stichprobe: whether it is projected from a sample, so that nobody knows its error.
        summe: for a derived Merkmal, the alternatives to add it up from; per area and year the
            first one whose operands are delivered is taken. Empty for a delivered Merkmal.
        mindestfallzahl: smallest count (except zero) that may be published; None where its
            Kennzahlen decide, see ``schutz.py``.
        fallzahl: for a rate or mean, the Merkmal that counts the cases it is made of; None where
            nobody delivers that. The one is published only where the other may be.
    """

    id: str
    titel: str
    einheit: str
    quelle: str
    stichtag: Stichtag
    art: Art = Art.ANZAHL
    basis: Basis = Basis.FACHSTATISTIK
    dezimalen: int = 0
    additiv: bool = True
    stichprobe: bool = False
    summe: tuple[Summe, ...] = ()
    mindestfallzahl: int | None = None
    fallzahl: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kennzahl:
    """One statistic of the profile, as its catalogue entry defines it.

    Attributes:
        id: ASCII, ``^[a-z][a-z0-9_]*$``; used on the command line and in CSV files.
        nummer: short printed number of the catalogue, such as ``ARB01``.
        themenfeld: id of the Themenfeld, the name of its file.
        zaehler: signed sum of Merkmale.
        nenner: signed sum of Merkmale, or None for a count or a delivered figure.
        einheit: printed unit of the value.
        faktor: what the quotient is multiplied by; 1 unless the formula says otherwise.
        additiv: whether groups of Kommunen are computed from the Kommunen's figures.
        mindestfallzahl: smallest count (except zero) that may be published.
        nullschutz: whether »none« and »all« are secrets too, since they tell of each person.
        teilmenge: whether whoever is counted in the Zähler is counted in the Nenner too, so that
            both tell of the others.
        mischung: why Zähler and Nenner of different base or Stichtag are combined; printed.
        erlaeuterung: the reading of the figure in one plain sentence.
    """

    id: str
    nummer: str
    titel: str
    kurztitel: str
    themenfeld: str
    formel: Formelart
    zaehler: Summe
    nenner: Summe | None
    einheit: str
    faktor: int
    nachkommastellen: int
    richtung: Richtung
    quelle: str
    stichtag: str
    erlaeuterung: str
    additiv: bool
    mindestfallzahl: int
    nullschutz: bool
    teilmenge: bool
    mischung: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Altersgruppe:
    """A step of the Altersaufbau: the shares of its men and its women among all inhabitants.

    Attributes:
        titel: as printed, such as ``3 bis 5 Jahre``.
        von: youngest age in it; ``bis`` is the oldest, None for the last step, which is open.
        maenner: id of the Kennzahl of its men; ``frauen`` that of its women.
    """

    titel: str
    von: int
    bis: int | None
    maenner: str
    frauen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Themenfeld:
    """One chapter of the profile.

    Attributes:
        id: the name of its catalogue file without ``.toml``.
        rang: its place among the chapters, from 1.
        altersgruppen: the steps of the Altersaufbau from the youngest on, if the chapter shows
            that; its Kennzahlen are theirs, in their order.
    """

    id: str
    titel: str
    rang: int
    altersgruppen: tuple[Altersgruppe, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Zerlegung:
    """How a Merkmal divides into parts that do not overlap.

    Attributes:
        titel: what divides it, such as ``Geschlecht``.
        ganzes: id of the whole, a delivered or a derived Merkmal.
        teile: ids of its parts.
        vollstaendig: whether the parts are the whole; otherwise they may be less, never more.
        toleranz: how far rounding or protection at the source may move the sum of the parts, in
            the Merkmal's unit.
        von: first year it holds for, None from the beginning.
        bis: last year it holds for, None without an end.
    """

    titel: str
    ganzes: str
    teile: tuple[str, ...]
    vollstaendig: bool
    toleranz: Decimal
    von: int | None = None
    bis: int | None = None

    def holds_in(self, jahr: int) -> bool:
        """Whether it divides the figures of that year."""
        return (self.von is None or self.von <= jahr) and (self.bis is None or jahr <= self.bis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Katalog:
    """All Themenfelder, Merkmale and Kennzahlen, each in the order in which pages show them.

    Attributes:
        abkuerzungen: long form by the short one that titles use.
    """

    themenfelder: tuple[Themenfeld, ...]
    merkmale: Mapping[str, Merkmal]
    kennzahlen: Mapping[str, Kennzahl]
    zerlegungen: tuple[Zerlegung, ...]
    abkuerzungen: Mapping[str, str]

    def merkmale_of(self, kennzahl: Kennzahl) -> Iterator[Merkmal]:
        """The Merkmale a Kennzahl is made of, and those that derived ones are made of."""
        summen = [kennzahl.zaehler] + ([kennzahl.nenner] if kennzahl.nenner else [])
        for merkmal in (self.merkmale[name] for summe in summen for name in summe.merkmale):
            yield merkmal
            for summe in merkmal.summe:
                yield from (self.merkmale[name] for name in summe.merkmale)

    def fallzahl_of(self, kennzahl: Kennzahl) -> Summe | None:
        """What counts the cases of a delivered rate, where anybody delivers that."""
        names = (self.merkmale[name].fallzahl for name in kennzahl.zaehler.merkmale)
        return next((Summe(((1, name),)) for name in names if name), None)

    def kennzahlen_of(self, themenfeld: Themenfeld) -> tuple[Kennzahl, ...]:
        """The Kennzahlen of one chapter, in catalogue order."""
        return tuple(k for k in self.kennzahlen.values() if k.themenfeld == themenfeld.id)
