"""From the released files to what an attacker knows."""

import re
from collections.abc import Iterator, Mapping
from math import inf
from pathlib import Path

import polars as pl

from reports.audit.lesen import (
    Beziehungen,
    KennzahlEintrag,
    MerkmalEintrag,
    ZerlegungEintrag,
    form_of,
    read_beziehungen,
    read_tabelle,
)
from reports.audit.wissen import Groesse, Wissen

MINUS = "\u2212"
_NUMBER = re.compile(rf"[{MINUS}]?\d+(?:\.\d{{3}})*(?:,\d+)?")
BETRAG, QUOTE = "betrag", "quote"
PROZENT, ENTWICKLUNG = "prozent", "entwicklung"


class Aufbau:
    """Collects what the files of a folder tell.

    Attributes:
        freigabe: the released values, a row each.
        wissen: what is known, complete after :meth:`run`.
        gesperrt: the counts that the edition or an earlier one has suppressed and none has told.
        starts: first year that the changes of a Kennzahl compare.
    """

    def __init__(self, daten: Path) -> None:
        self.beziehungen: Beziehungen = read_beziehungen(daten)
        self.freigabe = read_tabelle(daten / "freigabe.csv")
        self.bekannt = read_tabelle(daten / "bekannt.csv")
        self.veraenderungen = read_tabelle(daten / "veraenderungen.csv")
        self.merkmale = {m.id: m for m in self.beziehungen.merkmale if m.art != QUOTE}
        self.kennzahlen = {
            k.id: k
            for k in self.beziehungen.kennzahlen
            if form_of(k.zaehler).merkmale[0] in self.merkmale
        }
        self.gebiete = [g.schluessel for g in self.beziehungen.gebiete]
        self.kommunen = [g.schluessel for g in self.beziehungen.gebiete if not g.mitglieder]
        self.starts: Mapping[str, int] = _starts(self.veraenderungen)
        self.wissen = Wissen()
        self.gesperrt: list[Groesse] = []

    def run(self) -> None:
        """Learn all figures, then all relations."""
        self._learn_bekannt()
        self._learn_freigabe()
        self._learn_changes()
        years = sorted({groesse.jahr for groesse in self.wissen.plaetze})
        self._relate_sums()
        for jahr in years:
            self._relate_groups(jahr)
            self._relate_derived(jahr)
            self._relate_parts(jahr)
            self._relate_percentages(jahr)

    def einheit(self, form: str) -> int:
        """How many units of the last decimal make one of a Form."""
        return int(10 ** self.merkmale[form_of(form).merkmale[0]].dezimalen)

    def _learn_bekannt(self) -> None:
        """What editions have told; of a revised figure the newest counts."""
        order = pl.col("ausgabe").str.split("/").list.eval(pl.element().cast(pl.Int64))
        told: dict[Groesse, int | None] = {}
        for row in self.bekannt.sort(order, maintain_order=True).iter_rows(named=True):
            groesse = Groesse(row["schluessel"], int(row["jahr"]), row["summe"])
            if row["wert"]:
                told[groesse] = self._units(row["wert"], groesse.form)
            else:
                told.setdefault(groesse, None)
        for groesse, wert in told.items():
            if wert is not None:
                self._learn(groesse, wert)
            else:
                self._suppress(groesse)

    def _suppress(self, groesse: Groesse) -> None:
        """A sign tells that it is not zero, unless zeros are hidden too."""
        self.gesperrt.append(groesse)
        saldo = self.is_saldo(groesse.form)
        self.wissen.place(groesse, saldo=saldo)
        names = form_of(groesse.form).merkmale
        shown_zeros = not any(self.nullschutz(name) for name in (groesse.form, *names))
        if shown_zeros and not saldo and self.merkmale[names[0]].art != BETRAG:
            self.wissen.narrow(groesse, unten=1)

    def is_saldo(self, form: str) -> bool:
        """Whether it may be below zero: it takes something away that is no part of the rest."""
        summe = form_of(form)
        taken = {name for sign, name in summe.terme if sign < 0}
        rest = [name for sign, name in summe.terme if sign > 0]
        parts = (z for z in self.beziehungen.zerlegungen if rest == [z.ganzes])
        return bool(taken) and not any(taken.issubset(z.teile) for z in parts)

    def nullschutz(self, form: str) -> bool:
        """Whether zero is a secret of this Form."""
        if form in self.merkmale:
            return self.merkmale[form].nullschutz
        return any(k.nullschutz for k in self.kennzahlen.values() if k.zaehler == form)

    def minimum(self, form: str) -> int:
        """The smallest figure of this Form that is no secret."""
        found = [self.merkmale[name].minimum for name in form_of(form).merkmale]
        found += [k.minimum for k in self.kennzahlen.values() if k.zaehler == form]
        return max(found)

    def _learn_freigabe(self) -> None:
        for row in self.freigabe.iter_rows(named=True):
            kennzahl = self.kennzahlen.get(row["kennzahl"])
            if kennzahl is not None and row["zaehler"]:
                for groesse, wert in self.told_by(kennzahl, row):
                    self._learn(groesse, wert)
            elif kennzahl is not None and row["wert"] and kennzahl.nenner:
                self._learn_rate(kennzahl, row)

    def told_by(
        self, kennzahl: KennzahlEintrag, row: Mapping[str, str]
    ) -> Iterator[tuple[Groesse, int]]:
        """The counts behind a released value."""
        gebiet, jahr = row["schluessel"], int(row["jahr"])
        zaehler = self._units(row["zaehler"], kennzahl.zaehler)
        if kennzahl.formel == ENTWICKLUNG:
            start = self._units(row["nenner"], kennzahl.zaehler)
            yield Groesse(gebiet, jahr, kennzahl.zaehler), start + zaehler
            yield Groesse(gebiet, self.starts[kennzahl.id], kennzahl.zaehler), start
            return
        yield Groesse(gebiet, jahr, kennzahl.zaehler), zaehler
        if kennzahl.nenner:
            nenner = self._units(row["nenner"], kennzahl.nenner)
            yield Groesse(gebiet, jahr, kennzahl.nenner), nenner

    def _learn_rate(self, kennzahl: KennzahlEintrag, row: Mapping[str, str]) -> None:
        """A rate without its counts leaves the Zähler few figures where the Nenner is known."""
        gebiet, jahr = row["schluessel"], int(row["jahr"])
        nenner = self.wissen.knows(Groesse(gebiet, jahr, kennzahl.nenner))
        if nenner is None:
            return
        digits = row["wert"].partition(".")[2]
        half = 0.5 * 10.0 ** -len(digits)
        units = nenner * self.einheit(kennzahl.zaehler) / self.einheit(kennzahl.nenner)
        low, high = ((float(row["wert"]) + off) * units / kennzahl.faktor for off in (-half, half))
        groesse = Groesse(gebiet, jahr, kennzahl.zaehler)
        self.wissen.place(groesse, saldo=self.is_saldo(groesse.form))
        self.wissen.narrow(groesse, low, high)

    def _learn_changes(self) -> None:
        """Printed changes of which an end is not shown."""
        for row in self.veraenderungen.iter_rows(named=True):
            kennzahl = self.kennzahlen.get(row["kennzahl"])
            number = _NUMBER.search(row["gedruckt"])
            if kennzahl and number and not row["zeichen"] and kennzahl.formel != ENTWICKLUNG:
                self._learn_change(kennzahl, row, number[0])

    def _learn_change(self, kennzahl: KennzahlEintrag, row: Mapping[str, str], text: str) -> None:
        """Two rates whose Nenner are known differ by the printed points, two counts by a count."""
        old, new = (
            Groesse(row["schluessel"], int(row[ende]), kennzahl.zaehler) for ende in ("von", "bis")
        )
        bases = [self._base(kennzahl, groesse) for groesse in (old, new)]
        if None in bases:
            return
        old_base, new_base = (int(base or 1) for base in bases)
        digits = text.partition(",")[2]
        change = float(text.replace(".", "").replace(",", ".").replace(MINUS, "-"))
        half = 0.5 * 10.0 ** -len(digits)
        unit = old_base * new_base * self.einheit(kennzahl.zaehler) / kennzahl.faktor
        if kennzahl.nenner:
            unit /= self.einheit(kennzahl.nenner)
        low, high = (change - half) * unit, (change + half) * unit
        self.wissen.relate([(new, old_base), (old, -new_base)], low, high)

    def _base(self, kennzahl: KennzahlEintrag, groesse: Groesse) -> int | None:
        """The Nenner of a Kennzahl where it is known; 1 for a count."""
        if not kennzahl.nenner:
            return 1
        return self.wissen.knows(groesse._replace(form=kennzahl.nenner))

    def _learn(self, groesse: Groesse, wert: int) -> None:
        self.wissen.place(groesse, saldo=self.is_saldo(groesse.form))
        self.wissen.learn(groesse, wert)

    def _units(self, text: str, form: str) -> int:
        return round(float(text) * self.einheit(form))

    def _relate_sums(self) -> None:
        """Each Form of several Merkmale is their sum."""
        for groesse in list(self.wissen.plaetze):
            summe = form_of(groesse.form)
            if len(summe.terme) > 1 or summe.terme[0][0] < 0:
                parts = [(groesse._replace(form=name), sign) for sign, name in summe.terme]
                self.wissen.relate([(groesse, -1), *parts])

    def _relate_groups(self, jahr: int) -> None:
        nearly = {
            (n.schluessel, n.merkmal): n.toleranz
            for n in self.beziehungen.naeherungen
            if n.jahr == jahr
        }
        for merkmal in self._additive():
            for gebiet in self.beziehungen.gebiete:
                if gebiet.mitglieder:
                    spiel = nearly.get((gebiet.schluessel, merkmal.id), 0.0) * 10**merkmal.dezimalen
                    own = Groesse(gebiet.schluessel, jahr, merkmal.id)
                    members = [(own._replace(gebiet=key), 1) for key in gebiet.mitglieder]
                    self.wissen.relate([(own, -1), *members], -spiel, spiel)
        for total in self.beziehungen.gesamtzahlen:
            if total.jahr == jahr and total.merkmal in self.merkmale:
                unit = 10 ** self.merkmale[total.merkmal].dezimalen
                kommunen = [(Groesse(key, jahr, total.merkmal), 1) for key in self.kommunen]
                wert, spiel = total.wert * unit, total.toleranz * unit
                self.wissen.relate(kommunen, wert - spiel, wert + spiel)

    def _additive(self) -> list[MerkmalEintrag]:
        return [m for m in self.merkmale.values() if m.additiv and not m.summe]

    def _relate_derived(self, jahr: int) -> None:
        for merkmal in self.merkmale.values():
            for text in merkmal.summe:
                for gebiet in self.gebiete:
                    own = Groesse(gebiet, jahr, merkmal.id)
                    parts = [(own._replace(form=name), 1) for name in form_of(text).merkmale]
                    if all(part in self.wissen.plaetze for part, _ in parts):
                        self.wissen.relate([(own, -1), *parts])

    def _relate_parts(self, jahr: int) -> None:
        for zerlegung in self.beziehungen.zerlegungen:
            if (zerlegung.von or 0) <= jahr <= (zerlegung.bis or jahr):
                for gebiet in self.kommunen:
                    self._relate_part(gebiet, jahr, zerlegung)

    def _relate_part(self, gebiet: str, jahr: int, zerlegung: ZerlegungEintrag) -> None:
        if zerlegung.ganzes not in self.merkmale:
            return
        spiel = zerlegung.toleranz * 10 ** self.merkmale[zerlegung.ganzes].dezimalen
        whole = Groesse(gebiet, jahr, zerlegung.ganzes)
        parts = [(whole._replace(form=teil), 1) for teil in zerlegung.teile]
        known = [part for part in parts if part[0] in self.wissen.plaetze]
        if whole in self.wissen.plaetze and known:
            complete = zerlegung.vollstaendig and len(known) == len(parts)
            self.wissen.relate([(whole, -1), *known], -spiel if complete else -inf, spiel)

    def _relate_percentages(self, jahr: int) -> None:
        """Who counts in a percentage is one of all, wherever that is not seen to be otherwise."""
        for kennzahl in self.kennzahlen.values():
            if kennzahl.formel == PROZENT:
                pairs = [
                    (Groesse(g, jahr, kennzahl.zaehler), Groesse(g, jahr, kennzahl.nenner))
                    for g in self.gebiete
                ]
                seen = [pair for pair in pairs if all(g in self.wissen.plaetze for g in pair)]
                known = [tuple(self.wissen.knows(g) for g in pair) for pair in seen]
                if all(None in pair or pair[0] <= pair[1] for pair in known):  # type: ignore[operator]
                    for part, whole in seen:
                        self.wissen.relate([(whole, -1), (part, 1)], -inf, 0.0)


def _starts(veraenderungen: pl.DataFrame) -> dict[str, int]:
    """The first year that each Kennzahl's change over the first period compares."""
    if veraenderungen.is_empty():
        return {}
    first = veraenderungen["zeitraum"][0]
    rows = veraenderungen.filter((pl.col("zeitraum") == first) & (pl.col("von") != ""))
    return {name: int(von) for name, von in rows.select("kennzahl", "von").unique().iter_rows()}
