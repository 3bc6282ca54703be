"""All counts and amounts of one year with everything that relates them, as a table."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import product
from operator import or_

from reports.disclosure.bau import ANTEIL, GRUPPE, REGION, Bau, Name, Vorgabe
from reports.disclosure.jahresdaten import Jahresdaten, Umfeld
from reports.domain.beziehung import Gesamtzahl
from reports.domain.formel import Summe
from reports.domain.katalog import Art, Formelart, Kennzahl, Zerlegung
from reports.domain.schutz import KEINER, Schutz


def jahrestafel(daten: Jahresdaten, umfeld: Umfeld) -> Bau:
    """The table of a year."""
    tafel = _Tafel(daten, umfeld)
    tafel.add_formen()
    tafel.relate_sums()
    tafel.relate_groups()
    tafel.relate_parts()
    tafel.relate_complements()
    return tafel.bau


class _Tafel:
    def __init__(self, daten: Jahresdaten, umfeld: Umfeld) -> None:
        self.daten = daten
        self.katalog, self.gebiete, self.formen = umfeld.katalog, umfeld.gebiete, umfeld.formen
        zuschlag = {gruppe.schluessel: GRUPPE for gruppe in self.gebiete.gruppen}
        zuschlag |= {self.gebiete.region.schluessel: REGION}
        self.bau = Bau(zuschlag, daten.verloren)
        self.betraege = frozenset(self._secret_amounts())

    def add_formen(self) -> None:
        """A cell for each Form of each area; of a sum only where somebody sees it."""
        for (gebiet, merkmal), wert in self.daten.werte.items():
            if merkmal in self.formen.summen:
                self._add(gebiet, merkmal, wert)
        seen = self.daten.nutzungen.keys() | self.daten.frueher.keys()
        for gebiet, form in sorted(seen):
            if form not in self.katalog.merkmale and Name(gebiet, form) not in self.bau.plaetze:
                self._add_sum(gebiet, form)

    def relate_sums(self) -> None:
        """Each derived Merkmal is every sum it may be computed from."""
        for merkmal in self.katalog.merkmale.values():
            for gebiet, summe in product(self.gebiete.alle, merkmal.summe):
                name = Name(gebiet.schluessel, merkmal.id)
                if name in self.bau.plaetze and self._has(gebiet.schluessel, summe):
                    self.bau.relate([(name, -1), *_terms(gebiet.schluessel, summe)])

    def relate_groups(self) -> None:
        """Each figure of a group is the sum of its Kommunen, and what a source says of it."""
        totals = {total.merkmal: total for total in self.daten.gesamtzahlen}
        for merkmal in self.katalog.merkmale.values():
            if merkmal.additiv and not merkmal.summe and merkmal.id in self.formen.summen:
                self._relate_group(merkmal.id, totals.get(merkmal.id))

    def relate_parts(self) -> None:
        """Parts of a whole; those of a group follow from its Kommunen where all adds up."""
        for zerlegung in self.katalog.zerlegungen:
            additiv = self.katalog.merkmale[zerlegung.ganzes].additiv
            follows = additiv and zerlegung.vollstaendig and not zerlegung.toleranz
            gebiete = self.gebiete.kommunen if follows else self.gebiete.alle
            for gebiet in gebiete if zerlegung.holds_in(self.daten.jahr) else ():
                self._relate_part(gebiet.schluessel, zerlegung)

    def relate_complements(self) -> None:
        """Who counts in a share is one of all, and the others are counted as well."""
        for kennzahl in self.katalog.kennzahlen.values():
            if kennzahl.teilmenge:
                for gebiet in self.gebiete.alle:
                    part, whole = (
                        Name(gebiet.schluessel, str(summe))
                        for summe in (kennzahl.zaehler, kennzahl.nenner)
                    )
                    self._relate_share(part, whole)

    def _secret_amounts(self) -> Iterator[tuple[str, str]]:
        """Amounts that belong to so few that they are secrets like their number."""
        for kennzahl in self.katalog.kennzahlen.values():
            nenner = kennzahl.nenner if self._is_amount(kennzahl) else None
            for gebiet in self.gebiete.alle if nenner else ():
                number = self._sum_of(gebiet.schluessel, nenner) if nenner else None
                if number is not None and self.formen.schutz[str(nenner)].covers(number):
                    zaehler = kennzahl.zaehler
                    yield from ((gebiet.schluessel, f) for f in (str(zaehler), *zaehler.merkmale))

    def _is_amount(self, kennzahl: Kennzahl) -> bool:
        arten = {self.katalog.merkmale[name].art for name in kennzahl.zaehler.merkmale}
        return kennzahl.formel is Formelart.MITTELWERT and arten == {Art.BETRAG}

    def _sum_of(self, gebiet: str, summe: Summe) -> int | None:
        """A signed sum of figures; None where one of them is not known."""
        parts = [(s, self.daten.werte.get((gebiet, name))) for s, name in summe.terme]
        known = [sign * part for sign, part in parts if part is not None]
        return sum(known) if len(known) == len(parts) else None

    def _add(self, gebiet: str, form: str, wert: int | None, *, saldo: bool = False) -> None:
        place = (gebiet, form)
        schutz = self.formen.schutz[form]
        secret = place in self.betraege or place in self.daten.verdeckt
        if secret and schutz == KEINER:
            schutz = Schutz(2 + abs(wert or 0) // ANTEIL, null=True)
        earlier = self.daten.frueher.get(place)
        vorgabe = Vorgabe(
            schutz=schutz,
            saldo=saldo,
            nutzungen=self.daten.nutzungen.get(place, 0),
            geheim=secret or (place in self.daten.frueher and earlier is None),
            ganz=place in self.daten.ausgelassen and place in self.daten.nutzungen,
            bekannt=earlier is not None and earlier == wert,
            gezeichnet=place in self.daten.gezeichnet,
        )
        self.bau.add(Name(gebiet, form), wert, vorgabe)

    def _add_sum(self, gebiet: str, form: str) -> None:
        """A Form of several Merkmale, and that it is their sum."""
        summe = self.formen.summen.get(form)
        if summe is None or not self._has(gebiet, summe):
            return
        wert, signs = self._sum_of(gebiet, summe), [sign for sign, _ in summe.terme]
        self._add(gebiet, form, wert, saldo=-1 in signs and not self._is_rest(summe))
        self.bau.relate([(Name(gebiet, form), -1), *_terms(gebiet, summe)])

    def _is_rest(self, summe: Summe) -> bool:
        """Whether it is a whole without some of its parts, and so a count."""
        whole = [name for sign, name in summe.terme if sign > 0]
        taken = {name for sign, name in summe.terme if sign < 0}
        return any(
            whole == [z.ganzes] and taken.issubset(z.teile) for z in self.katalog.zerlegungen
        )

    def _relate_group(self, merkmal: str, total: Gesamtzahl | None) -> None:
        spiel = (
            float(total.toleranz.scaleb(self.katalog.merkmale[merkmal].dezimalen)) if total else 0
        )
        known_total = self._add_total(merkmal, total)
        for gruppe in self.gebiete.gruppen:
            own = Name(gruppe.schluessel, merkmal)
            members = [Name(key, merkmal) for key in gruppe.mitglieder]
            others = [
                Name(k.schluessel, merkmal)
                for k in self.gebiete.kommunen
                if k.schluessel not in gruppe.mitglieder
            ]
            if own not in self.bau.plaetze:
                continue
            self._need([*members, *others])
            summed = all(self._value(name) is not None for name in members)
            terms = [(own, -1), *((name, 1) for name in members)]
            self.bau.relate(terms, 0 if summed else spiel)
            if known_total and not summed and self._value(own) is not None:
                self.bau.relate([(known_total, -1), (own, 1), *((name, 1) for name in others)])
        if known_total:
            kommunen = [Name(k.schluessel, merkmal) for k in self.gebiete.kommunen]
            self._need(kommunen)
            self.bau.relate([(known_total, -1), *((name, 1) for name in kommunen)], spiel)

    def _add_total(self, merkmal: str, total: Gesamtzahl | None) -> Name | None:
        """A cell for a source's total, known to anybody unless it is too small itself."""
        if total is None:
            return None
        name = Name("", merkmal)
        schutz = self.formen.schutz[merkmal]
        vorgabe = Vorgabe(schutz=schutz, bekannt=not schutz.covers(total.wert))
        self.bau.add(name, total.wert, vorgabe)
        return name

    def _relate_part(self, gebiet: str, zerlegung: Zerlegung) -> None:
        whole = Name(gebiet, zerlegung.ganzes)
        parts = [Name(gebiet, t) for t in zerlegung.teile if Name(gebiet, t) in self.bau.plaetze]
        if whole not in self.bau.plaetze or not parts:
            return
        places = self.katalog.merkmale[zerlegung.ganzes].dezimalen
        spiel = float(zerlegung.toleranz.scaleb(places))
        complete = zerlegung.vollstaendig and len(parts) == len(zerlegung.teile)
        if complete or spiel:
            terms = [(whole, -1), *((part, 1) for part in parts)]
            self.bau.relate(terms, spiel, offen=not complete)
        else:
            schutz = reduce(or_, (self.formen.schutz[part.form] for part in parts))
            self._add_rest(whole, parts, schutz)

    def _relate_share(self, part: Name, whole: Name) -> None:
        """Whom the part leaves of the whole; of figures that contradict it nothing is known."""
        if part not in self.bau.plaetze or whole not in self.bau.plaetze:
            return
        counted, every = self._value(part), self._value(whole)
        if counted is None or every is None or counted <= every:
            self._add_rest(whole, [part], self.formen.schutz[part.form])

    def _add_rest(self, whole: Name, parts: Sequence[Name], schutz: Schutz) -> None:
        """The cell of all that are in the whole and in none of the parts, where it is a secret."""
        values = [self._value(name) for name in (whole, *parts)]
        known = [value for value in values if value is not None]
        name = Name(whole.gebiet, whole.form, " + ".join(part.form for part in parts))
        rest = known[0] - sum(known[1:]) if known == values else None
        terms = [(whole, -1), *((part, 1) for part in parts)]
        if rest is not None and rest >= max(schutz.minimum, 1):
            return  # no cell moves that far to become safe
        if rest is None or known[0] == 0 or not schutz.covers(rest):
            self.bau.relate(terms, offen=True)
        elif name not in self.bau.plaetze:
            self.bau.add(name, rest, Vorgabe(schutz=schutz))
            self.bau.relate([*terms, (name, 1)])

    def _need(self, names: Sequence[Name]) -> None:
        """Cells that nobody delivered, where they are missing."""
        for name in names:
            if name not in self.bau.plaetze:
                self.bau.add(name, None, Vorgabe(schutz=KEINER))

    def _has(self, gebiet: str, summe: Summe) -> bool:
        return all((gebiet, name) in self.daten.werte for name in summe.merkmale)

    def _value(self, name: Name) -> int | None:
        place = self.bau.plaetze.get(name)
        return None if place is None else self.bau.zellen[place].wert


def _terms(gebiet: str, summe: Summe) -> list[tuple[Name, int]]:
    return [(Name(gebiet, merkmal), sign) for sign, merkmal in summe.terme]
