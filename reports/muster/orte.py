"""The areas of a Musterlieferung: some of the real Kommunen, or any number of invented ones."""

from dataclasses import dataclass
from math import isqrt

from reports.domain.gebiet import LANDESHAUPTSTADT, Kommune
from reports.edition import read_edition, shipped
from reports.muster.vorgaben import Vorgaben
from reports.muster.zufall import Zufall

_REGION = "99000000"
_KLEINSTE = 2000  # inhabitants of an invented Kommune
_GROESSTE = 500_000
_GRUND = 600  # inhabitants that are doubled again and again
_VERDOPPLUNG = 100  # what four random bytes need to double them
_WUERFE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Ort:
    """An area with what deliveries call it."""

    schluessel: str
    name: str
    amtlich: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Orte:
    """The areas and the inhabitants they start with.

    Attributes:
        region: the Region.
        kommunen: the Landeshauptstadt first.
        einwohner: of each Kommune.
    """

    region: Ort
    kommunen: tuple[Kommune, ...]
    einwohner: tuple[int, ...]

    @property
    def alle(self) -> list[Ort]:
        """The Region, then the Kommunen."""
        return [
            self.region,
            *(
                Ort(schluessel=k.schluessel, name=k.name, amtlich=k.amtlicher_name)
                for k in self.kommunen
            ),
        ]


def orte_of(kommunen: int, vorgaben: Vorgaben, zufall: Zufall) -> Orte:
    """That many Kommunen, with real names as long as there are some."""
    edition = read_edition(shipped("input"))
    real = edition.gebiete.kommunen
    if kommunen > len(real):
        return _invented(kommunen, zufall)
    region = edition.gebiete.region
    some = real[:kommunen]
    return Orte(
        region=Ort(schluessel=region.schluessel, name=region.name, amtlich=region.name),
        kommunen=some,
        einwohner=tuple(vorgaben.einwohner.get(k.schluessel, _KLEINSTE) for k in some),
    )


def _invented(kommunen: int, zufall: Zufall) -> Orte:
    return Orte(
        region=Ort(schluessel=_REGION, name="Musterregion", amtlich="Musterregion"),
        kommunen=tuple(_musterort(number, kommunen) for number in range(1, kommunen + 1)),
        einwohner=(_GROESSTE, *_sizes(kommunen - 1, zufall)),
    )


def _musterort(number: int, kommunen: int) -> Kommune:
    """One of so many invented Kommunen, which lie row by row in a square."""
    reihe, spalte = divmod(number - 1, isqrt(kommunen - 1) + 1)
    name = f"Musterort {number:05}"
    return Kommune(
        schluessel=str(int(_REGION) + number),
        name=name,
        amtlicher_name=name,
        kurzname=name,
        status=LANDESHAUPTSTADT if number == 1 else "Gemeinde",
        spalte=spalte + 1,
        reihe=reihe + 1,
        weitere_namen=(),
    )


def _sizes(count: int, zufall: Zufall) -> list[int]:
    """Inhabitants as uneven as those of real Kommunen: about log-normal."""
    thrown = zufall.bytes_of("Einwohner", _WUERFE * count).to_list()
    sums = [sum(thrown[n : n + _WUERFE]) for n in range(0, len(thrown), _WUERFE)]
    return [min(max(_doubled(one), _KLEINSTE), _GROESSTE) for one in sums]


def _doubled(steps: int) -> int:
    whole, part = divmod(steps, _VERDOPPLUNG)
    return (_GRUND << whole) * (_VERDOPPLUNG + part) // _VERDOPPLUNG
