"""What the invented figures are made from: ``vorgaben.toml``, the sizes behind every Merkmal."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from reports.domain.katalog import Basis, Katalog, Merkmal, Stichtag
from reports.domain.zeit import Bruch, Vergleichbarkeit

ERSTES_JAHR = 2012
LETZTES_JAHR = 2024
JAHRE = tuple(range(ERSTES_JAHR, LETZTES_JAHR + 1))
ZENSUS = 2022
TAUSEND = 1000


class Vorgabe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The usual size of a Merkmal.

    Attributes:
        von: the Merkmal it is a share of; empty for a delivered quote.
        promille: the share; more than 1000 where it is a multiple.
        wert: of a quote the usual figure, in units of its last decimal.
        ruhe: how many times calmer than others it varies.
        fest: whether it stays the same in all years.
    """

    von: str = ""
    promille: int = 0
    wert: int = 0
    ruhe: int = 1
    fest: bool = False


class Altersreihe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Age groups that are counted alike: ``bev_u3``, ``bev_3_5`` … are those of ``bev``.

    Attributes:
        id: the Merkmal of all ages, whether the catalogue has it or not.
        endung: what follows the ages in the ids of its groups.
        aus: the series its persons are taken from; without it they are spread over all ages.
        promille: how many of them; 0 for those that the series ``ohne`` leaves.
    """

    id: str
    endung: str = ""
    aus: str = ""
    promille: int = 0
    ohne: str = ""


class Musterbruch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A break, and what becomes of 1000 from its year on."""

    ab: int
    vergleichbar: Vergleichbarkeit
    titel: str
    grund: str
    basis: Basis | None = None
    merkmale: tuple[str, ...] = ()
    promille: int = TAUSEND

    def bruch(self) -> Bruch:
        """The break as it is declared."""
        return Bruch(
            ab=self.ab,
            vergleichbar=self.vergleichbar,
            titel=self.titel,
            grund=self.grund,
            basis=self.basis,
            merkmale=self.merkmale,
        )


class Lieferjahre(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Merkmale that are not delivered every year."""

    merkmale: tuple[str, ...]
    nur: tuple[int, ...]


class Besonderheit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure that is to be noticed, and what becomes of 1000 in it."""

    merkmal: str
    jahr: int
    grund: str
    promille: int = TAUSEND


class Vorgaben(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of ``vorgaben.toml``."""

    lebensjahre: tuple[int, ...]
    sonst: int
    einwohner: Mapping[str, int]
    alter: tuple[Altersreihe, ...]
    bruch: tuple[Musterbruch, ...]
    sprung: Besonderheit
    ziffer: Besonderheit
    jahre: tuple[Lieferjahre, ...]
    merkmal: Mapping[str, Vorgabe]

    def of(self, merkmal: Merkmal, katalog: Katalog) -> Vorgabe:
        """The size of a Merkmal; of an unlisted one a guess."""
        wholes = (z.ganzes for z in katalog.zerlegungen if merkmal.id in z.teile)
        guess = Vorgabe(von=next(wholes, "bev"), promille=self.sonst, wert=10**merkmal.dezimalen)
        return self.merkmal.get(merkmal.id, guess)

    def years_of(self, merkmal: Merkmal) -> tuple[int, ...]:
        """The years in which a Merkmal is delivered."""
        if merkmal.stichtag is Stichtag.ZENSUSTAG:
            return (ZENSUS,)
        return next((j.nur for j in self.jahre if merkmal.id in j.merkmale), JAHRE)


def read_vorgaben() -> Vorgaben:
    """The sizes that came with the program."""
    path = Path(__file__).with_name("vorgaben.toml")
    return msgspec.toml.decode(path.read_bytes(), type=Vorgaben)
