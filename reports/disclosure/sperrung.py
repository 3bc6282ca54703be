"""Which cells to suppress so that no secret can be worked out, at the least loss.

After Fischetti and Salazar-González: a small program proposes a suppression, the attacker is tried
on it, and each success of his becomes an inequality for the next proposal. At first cells may be
suppressed in part, which is quick and comes near; then only wholly.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from reports.disclosure.angriff import Angriff
from reports.disclosure.netz import Block, Netz, Zahlen
from reports.disclosure.schnitte import Schnitt, bridges, schnitte
from reports.disclosure.tabelle import Lage, Tabelle
from reports.disclosure.teile import teile
from reports.disclosure.vorschlag import Vorschlaege, Vorschlag

ANLAUF = 60  # proposals of cells suppressed in part, at most
STILLSTAND = 5  # of them without a gain in loss
GEDULD = 20  # whole proposals, after which each only adds to the one before


@dataclass(frozen=True, slots=True)
class Sperrung:
    """A suppression.

    Attributes:
        zellen: places of all cells that are not published, small ones included.
        offen: places of secrets that no suppression protects; while there are any, *zellen* need
            not protect the others either.
        verlust: what it costs beside the small ones.
        mindestverlust: what any sufficient one costs, as far as that was proven.
    """

    zellen: frozenset[int]
    offen: frozenset[int]
    verlust: float
    mindestverlust: float


def sperren(tabelle: Tabelle) -> Sperrung:
    """A suppression that protects every secret, of the least loss or nearly so."""
    zellen, offen = set[int](), set[int]()
    verlust = mindestverlust = 0.0
    for places, teil in teile(tabelle):
        found = _Suche(teil).run()
        zellen |= {places[place] for place in found.zellen}
        offen |= {places[place] for place in found.offen}
        verlust += found.verlust
        mindestverlust += found.mindestverlust
    return Sperrung(frozenset(zellen), frozenset(offen), verlust, mindestverlust)


class _Suche:
    """The search for a suppression.

    Attributes:
        secrets: places that have to be protected.
        fest: places that are suppressed in any case, at first the secrets.
        cuts: the inequalities found so far.
        bridged: cells whose relations are among them.
        safe: by name of a block, cells that are safe in it.
        least: what any sufficient suppression costs at least.
    """

    def __init__(self, tabelle: Tabelle) -> None:
        self.netz = Netz(tabelle)
        self.secrets = frozenset(
            place
            for place, zelle in enumerate(tabelle.zellen)
            if zelle.klein and zelle.lage is not Lage.BEKANNT
        )
        self.fest = self.secrets
        self.cuts: list[Schnitt] = []
        self.bridged: set[int] = set()
        self.safe: dict[bytes, set[int]] = {}
        self.least = 0.0

    def run(self) -> Sperrung:
        """The suppression."""
        self._approach()
        return self._finish()

    def _approach(self) -> None:
        """Collect inequalities with proposals of cells that are suppressed in part."""
        still = 0
        proposals = Vorschlaege(self.netz, ganz=False)
        for _ in range(ANLAUF):
            proposal = proposals.best(self.cuts, self.fest)
            if still > STILLSTAND or not self._attacked(proposal.anteile):
                return
            still = 0 if proposal.verlust > self.least else still + 1
            self.least = max(self.least, proposal.verlust)

    def _finish(self) -> Sperrung:
        """Propose and attack until the attacker finds nothing."""
        proposals = Vorschlaege(self.netz, ganz=True)
        for runde in count(1):
            proposal = proposals.best(self.cuts, self.fest)
            if proposal.unmoeglich:
                return self._result(proposal)
            if runde <= GEDULD:
                self.least = proposal.verlust
            if not self._attacked(proposal.anteile):
                return self._result(self._pruned(proposal) if runde > GEDULD else proposal)
            if runde >= GEDULD:
                self.fest = frozenset(np.flatnonzero(proposal.anteile).tolist())
        raise AssertionError

    def _pruned(self, proposal: Vorschlag) -> Vorschlag:
        """Without the cells that it does not need, the dearest first."""
        anteile = proposal.anteile
        more = set(np.flatnonzero(anteile).tolist()) - self.secrets
        for place in sorted(more, key=lambda p: (-self.netz.zellen[p].verlust, p)):
            without = anteile.copy()
            without[place] = 0
            if not self._attacked(without):
                anteile = without
        return replace(proposal, anteile=anteile)

    def _result(self, proposal: Vorschlag) -> Sperrung:
        shown = (proposal.anteile > 0) & self.netz.gedruckt
        zellen = frozenset(np.flatnonzero(shown).tolist())
        verlust = sum(self.netz.zellen[place].verlust for place in zellen - self.secrets)
        offen = proposal.unmoeglich & self.secrets
        return Sperrung(zellen, offen, verlust, min(self.least, verlust))

    def _attacked(self, anteile: Zahlen) -> bool:
        """Whether the attacker finds anything; what was missing joins the inequalities."""
        touched = set(np.flatnonzero(anteile).tolist())
        new = list(bridges(self.netz, sorted(touched - self.bridged)))
        self.bridged |= touched
        found = [cut for cut in new if cut.lacks(anteile)]
        if not found:
            found = [
                cut for block in self.netz.bloecke(anteile) for cut in self._block(block, anteile)
            ]
            new += found
        self.cuts += new
        return bool(found)

    def _block(self, block: Block, anteile: Zahlen) -> Iterator[Schnitt]:
        """What is missing for the cells of a block."""
        places = [
            int(p) for p in block.zellen if anteile[p] > 0 and self.netz.zellen[p].minimum > 0
        ]
        whole = bool((anteile[places] == 1).all())
        safe = self.safe.setdefault(block.name, set()) if whole else set()
        if safe.issuperset(places):
            return
        angriff = Angriff(self.netz, block, anteile)
        for place in places:
            found = [] if place in safe else list(schnitte(angriff, place, anteile))
            yield from found
            if not found:
                safe.add(place)
