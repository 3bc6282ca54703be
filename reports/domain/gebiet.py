"""Areas: the Kommunen, and groups of them such as the Region and the Umland."""

from dataclasses import dataclass
from hashlib import sha256

LANDESHAUPTSTADT = "Landeshauptstadt"  # the status of one Kommune


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommune:
    """One Kommune of the Region.

    Attributes:
        schluessel: 8-digit Amtlicher Gemeindeschlüssel (AGS) as text.
        name: as it is printed, such as ``Neustadt am Rübenberge``.
        amtlicher_name: as official tables write it, such as ``Neustadt am Rübenberge, Stadt``.
        kurzname: for narrow places, such as ``Neustadt a. Rbge.``.
        status: Landeshauptstadt, Stadt or Gemeinde.
        spalte: its column on the tile map, from 1 in the west; no two Kommunen share a place.
        reihe: its row on the tile map, from 1 in the north.
        weitere_namen: how deliveries write it besides, such as ``LHH``.
    """

    schluessel: str
    name: str
    amtlicher_name: str
    kurzname: str
    status: str
    spalte: int
    reihe: int
    weitere_namen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gruppe:
    """A group of Kommunen whose figures are sums of theirs.

    Attributes:
        schluessel: 8-digit key for the Region; for other groups a short ASCII word.
        mitglieder: keys of its Kommunen.
    """

    schluessel: str
    name: str
    kurzname: str
    mitglieder: tuple[str, ...]

    @property
    def kennung(self) -> str:
        """Eight hexadecimal digits that are the same for the same members, and for no others."""
        return sha256(",".join(sorted(self.mitglieder)).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiete:
    """All areas of an edition.

    Attributes:
        kommunen: in the order in which tables list them.
        gruppen: the Region first.
    """

    kommunen: tuple[Kommune, ...]
    gruppen: tuple[Gruppe, ...]

    @property
    def region(self) -> Gruppe:
        """The group of all Kommunen."""
        return self.gruppen[0]

    @property
    def landeshauptstadt(self) -> Kommune:
        """The Kommune whose status says so; there is exactly one."""
        return next(k for k in self.kommunen if k.status == LANDESHAUPTSTADT)

    @property
    def alle(self) -> tuple[Kommune | Gruppe, ...]:
        """Kommunen, then groups."""
        return (*self.kommunen, *self.gruppen)

    @property
    def kennungen(self) -> dict[str, str]:
        """By key of each area what its members are known by; empty for a Kommune."""
        return {k.schluessel: "" for k in self.kommunen} | {
            gruppe.schluessel: gruppe.kennung for gruppe in self.gruppen
        }

    def named(self, schluessel: str) -> Kommune | Gruppe:
        """The area of that key; KeyError when there is none."""
        for gebiet in self.alle:
            if gebiet.schluessel == schluessel:
                return gebiet
        raise KeyError(schluessel)
