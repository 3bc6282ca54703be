"""From the released files to what an attacker knows."""

from collections.abc import Iterator, Mapping

import polars as pl

from reports.audit.gedruckt import Zeile, learn_change, learn_rate
from reports.audit.lesen import GESPERRT, VERDECKT, Ausgabe
from reports.audit.verzeichnis import ENTWICKLUNG, Verzeichnis
from reports.audit.wissen import Groesse, Wissen
from reports.audit.zusammenhang import Zusammenhang


class Aufbau:
    """Collects what the files of a folder tell.

    Attributes:
        verzeichnis: what the figures are.
        freigabe: the released values, a row each.
        wissen: what is known, complete after :meth:`run`.
        zusammenhang: what is left of each whole, complete after :meth:`run`.
        gesperrt: the counts that the edition or an earlier one has suppressed and none has told.
        verdeckt: the counts that a source has hidden and nobody has told.
        neu: the counts that the edition itself has told.
        verraten: counts behind a sign that only an earlier edition has told.
    """

    def __init__(self, ausgabe: Ausgabe) -> None:
        self.verzeichnis = Verzeichnis(ausgabe.beziehungen)
        self.freigabe = ausgabe.freigabe
        self.wissen = Wissen()
        self.zusammenhang = Zusammenhang(self.verzeichnis, self.wissen)
        self.gesperrt: set[Groesse] = set()
        self.verdeckt: set[Groesse] = set()
        self.neu: dict[Groesse, int] = {}
        self.verraten: set[Groesse] = set()
        self._ausgabe = ausgabe.beziehungen.ausgabe
        self._bekannt = ausgabe.bekannt
        self._veraenderungen = ausgabe.veraenderungen
        self._starts = _starts(self._veraenderungen)

    def run(self) -> None:
        """Learn all figures, then all relations."""
        self._learn_bekannt()
        self._learn_counts()
        self._learn_signs()
        self._learn_veils()
        for row in self._without_counts():
            learn_rate(row, self.verzeichnis, self.wissen)
        for row in self._veraenderungen.iter_rows(named=True):
            if row["kennzahl"] in self.verzeichnis.kennzahlen:
                learn_change(row, self.verzeichnis, self.wissen)
        self.zusammenhang.relate()

    def hidden(self, zeichen: str = GESPERRT) -> Iterator[tuple[Zeile, list[Groesse]]]:
        """The rows with that sign, and the counts that each is made of."""
        for row in self.freigabe.filter(zeichen=zeichen).iter_rows(named=True):
            if row["kennzahl"] in self.verzeichnis.kennzahlen:
                yield row, self._behind(row)

    def _behind(self, row: Zeile) -> list[Groesse]:
        kennzahl = self.verzeichnis.kennzahlen[row["kennzahl"]]
        own = Groesse(row["schluessel"], int(row["jahr"]), kennzahl.zaehler)
        if kennzahl.formel == ENTWICKLUNG:
            start = self._starts.get(kennzahl.id)
            return [own] if start is None else [own, own._replace(jahr=start)]
        return [own, own._replace(form=kennzahl.nenner)] if kennzahl.nenner else [own]

    def _learn_bekannt(self) -> None:
        """What editions have told; the newest figure or sign of a count displaces all older ones."""
        order = pl.col("ausgabe").str.split("/").list.eval(pl.element().cast(pl.Int64))
        rows = self._bekannt.sort(order, maintain_order=True)
        told: dict[Groesse, tuple[str, int] | None] = {}
        for _, group in rows.group_by("ausgabe", maintain_order=True):
            for row in group.iter_rows(named=True):
                groesse = Groesse(row["schluessel"], int(row["jahr"]), row["summe"])
                units = self._units(row["wert"], groesse.form) if row["wert"] else None
                told[groesse] = None if units is None else (row["ausgabe"], units)
            self._suppress([groesse for groesse, known in told.items() if known is None])
        figures = {groesse: known for groesse, known in told.items() if known is not None}
        for groesse, (_, units) in figures.items():
            self._learn(groesse, units)
        self.neu = {g: units for g, (name, units) in figures.items() if name == self._ausgabe}
        self.gesperrt -= figures.keys()

    def _suppress(self, groessen: list[Groesse]) -> None:
        """A sign tells that it is not zero, unless zeros are hidden too.

        What an edition leaves out everywhere has a sign in every Kommune, zero or not.
        """
        self.gesperrt.update(groessen)
        kommunen = set(self.verzeichnis.kommunen)
        hidden: dict[tuple[int, str], set[str]] = {}
        for gebiet, jahr, form in groessen:
            hidden.setdefault((jahr, form), set()).add(gebiet)
        for groesse in groessen:
            saldo = self.verzeichnis.is_saldo(groesse.form)
            self.wissen.place(groesse, saldo=saldo)
            everywhere = kommunen <= hidden[groesse.jahr, groesse.form]
            if not (saldo or everywhere) and self._shows_zero(groesse.form):
                self.wissen.narrow(groesse, unten=1)

    def _shows_zero(self, form: str) -> bool:
        return not (self.verzeichnis.nullschutz(form) or self.verzeichnis.is_amount(form))

    def _learn_counts(self) -> None:
        """Everything that stands beside a released value; no two rows tell different figures."""
        told: dict[Groesse, int] = {}
        for row in self.freigabe.filter(pl.col("zaehler") != "").iter_rows(named=True):
            if row["kennzahl"] in self.verzeichnis.kennzahlen:
                for groesse, wert in self._told_by(row):
                    if told.setdefault(groesse, wert) != wert:
                        self.wissen.widersprueche.append(groesse)
        for groesse, wert in told.items():
            self._learn(groesse, wert)
        self.neu |= told

    def _told_by(self, row: Zeile) -> Iterator[tuple[Groesse, int]]:
        """The counts behind a released value."""
        kennzahl = self.verzeichnis.kennzahlen[row["kennzahl"]]
        places = self._behind(row)
        zaehler = self._units(row["zaehler"], kennzahl.zaehler)
        nenner = self._units(row["nenner"], places[-1].form) if row["nenner"] else 0
        if kennzahl.formel == ENTWICKLUNG:
            yield from zip(places, (zaehler + nenner, nenner), strict=False)
        else:
            yield from zip(places, (zaehler, nenner), strict=False)

    def _learn_signs(self) -> None:
        """Counts that have a sign, where no list tells which of the value's counts is hidden."""
        for _, places in self.hidden():
            if all(self.wissen.knows(groesse) is not None for groesse in places):
                self.verraten.update(groesse for groesse in places if groesse not in self.neu)
            if self.gesperrt.isdisjoint(places):
                unknown = [g for g in places if self.wissen.knows(g) is None]
                for groesse in unknown:
                    self.wissen.place(groesse, saldo=self.verzeichnis.is_saldo(groesse.form))
                self.gesperrt.update(unknown)

    def _learn_veils(self) -> None:
        """Counts that a source has hidden: the Zähler, or where that is told the Nenner."""
        for _, places in self.hidden(VERDECKT):
            unknown = [groesse for groesse in places if self.wissen.knows(groesse) is None]
            for groesse in unknown[:1]:
                self.wissen.place(groesse, saldo=self.verzeichnis.is_saldo(groesse.form))
                self.verdeckt.add(groesse)

    def _without_counts(self) -> Iterator[Zeile]:
        """Released values whose counts do not stand beside them."""
        bare = (pl.col("zaehler") == "") & (pl.col("zeichen") == "")
        for row in self.freigabe.filter(bare).iter_rows(named=True):
            if row["kennzahl"] in self.verzeichnis.kennzahlen:
                yield row

    def _learn(self, groesse: Groesse, wert: int) -> None:
        self.wissen.place(groesse, saldo=self.verzeichnis.is_saldo(groesse.form))
        self.wissen.learn(groesse, wert)

    def _units(self, text: str, form: str) -> int:
        return round(float(text) * self.verzeichnis.einheit(form))


def _starts(veraenderungen: pl.DataFrame) -> Mapping[str, int]:
    """The first year that each Kennzahl's change over the first period compares."""
    if veraenderungen.is_empty():
        return {}
    first = veraenderungen["zeitraum"][0]
    rows = veraenderungen.filter((pl.col("zeitraum") == first) & (pl.col("von") != ""))
    return {name: int(von) for name, von in rows.select("kennzahl", "von").unique().iter_rows()}
