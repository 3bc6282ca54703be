"""What was known before an edition came out: it can neither cause that nor mend it."""

from functools import cached_property

import numpy as np

from reports.audit.aufbau import Aufbau
from reports.audit.lesen import Ausgabe
from reports.audit.raum import Raum, teile
from reports.audit.wissen import Groesse


class Altlast:
    """The attack with nothing but earlier editions."""

    def __init__(self, ausgabe: Ausgabe) -> None:
        self.ausgabe = ausgabe

    def tells(self, groesse: Groesse, unten: int, oben: int) -> bool:
        """Whether a count could be placed between *unten* and *oben* before this edition."""
        least, most = self._between(groesse)
        return unten <= least and most <= oben

    @cached_property
    def _aufbau(self) -> Aufbau:
        aufbau = Aufbau(self.ausgabe.earlier())
        aufbau.run()
        return aufbau

    def _between(self, groesse: Groesse) -> tuple[float, float]:
        """Between which figures the earlier editions leave a count."""
        wissen = self._aufbau.wissen
        known = self._aufbau.zusammenhang.offene.get(groesse, wissen.knows(groesse))
        if known is not None:
            return known, known
        place = wissen.plaetze.get(groesse)
        for teil in teile(wissen):
            if place in teil.plaetze:
                number = int(np.flatnonzero(teil.plaetze == place)[0])
                raum = Raum(teil, np.zeros(teil.plaetze.size))
                return raum.least(number), raum.greatest(number)
        return -np.inf, np.inf
