"""Whether the formulas of a catalogue combine what may be combined."""

from collections.abc import Iterator, Sequence

from reports.domain.formel import Summe
from reports.domain.katalog import Art, Basis, Formelart, Katalog, Kennzahl, Merkmal, Zerlegung
from reports.errors import Befund
from reports.reading import nearest

_QUOTIENTEN = {
    Formelart.PROZENT,
    Formelart.JE_100,
    Formelart.JE_1000,
    Formelart.MITTELWERT,
}


def merkmal_problems(merkmal: Merkmal, katalog: Katalog, ort: str) -> Iterator[Befund]:
    """What is wrong with a Merkmal and the sums it is derived from."""
    if merkmal.art is Art.QUOTE and merkmal.additiv:
        yield catalogue_befund(ort, "Eine Quote ist nicht additiv.", "additiv = false eintragen.")
    if merkmal.art is Art.ANZAHL and merkmal.dezimalen:
        text = "Eine Anzahl hat keine Nachkommastellen; ihr Schutz zählt ganze Fälle."
        yield catalogue_befund(ort, text, "dezimalen streichen oder art = betrag eintragen.")
    for summe in merkmal.summe:
        unknown = list(_unknown(summe, katalog, ort))
        yield from unknown or _sum_problems(merkmal, summe, katalog, ort)
    if merkmal.fallzahl is not None:
        yield from _case_problems(merkmal, merkmal.fallzahl, katalog, ort)


def kennzahl_problems(kennzahl: Kennzahl, katalog: Katalog, ort: str) -> Iterator[Befund]:
    """What is wrong with the formula of a Kennzahl."""
    unknown = [befund for summe in _summen(kennzahl) for befund in _unknown(summe, katalog, ort)]
    if unknown:
        yield from unknown
        return
    yield from _shape_problems(kennzahl, ort)
    yield from _mixture_problems(kennzahl, katalog, ort)


def zerlegung_problems(zerlegung: Zerlegung, katalog: Katalog, ort: str) -> Iterator[Befund]:
    """What is wrong with a Zerlegung; its names first, since the rest looks them up."""
    names = (zerlegung.ganzes, *zerlegung.teile)
    unknown = [name for name in dict.fromkeys(names) if name not in katalog.merkmale]
    for name in unknown:
        yield _unknown_merkmal(name, katalog, ort)
    if len({*names}) < len(names):
        text = "Ein Merkmal steht mehrfach in der Zerlegung."
        yield catalogue_befund(ort, text, "Ganzes und Teile je einmal nennen.")
    if None not in (zerlegung.von, zerlegung.bis) and not zerlegung.holds_in(zerlegung.bis or 0):
        text = f"Die Zerlegung gilt nie: Sie beginnt {zerlegung.von} und endet {zerlegung.bis}."
        yield catalogue_befund(ort, text, "Als von ein Jahr eintragen, das nicht nach bis liegt.")
    if not unknown:
        whole, *parts = (katalog.merkmale[name] for name in names)
        yield from _kind_problems(whole, parts, ort)


def _kind_problems(whole: Merkmal, parts: Sequence[Merkmal], ort: str) -> Iterator[Befund]:
    """Parts that cannot be added up to the whole."""
    if whole.art is Art.QUOTE:
        text = f"»{whole.id}« ist eine Quote; sie hat keine Teile."
        yield catalogue_befund(ort, text, "Nur Anzahlen und Beträge zerlegen.")
    for part in parts:
        if part.summe:
            text = f"Der Teil »{part.id}« ist selbst eine Summe."
            yield catalogue_befund(ort, text, "Die Merkmale nennen, aus denen er besteht.")
        kinds = {(m.art, m.basis, m.einheit, m.dezimalen) for m in (whole, part)}
        if len(kinds) > 1:
            text = f"»{part.id}« hat andere art, basis, einheit oder dezimalen als das Ganze."
            yield catalogue_befund(ort, text, "Nur gleichartige Merkmale zusammenzählen.")


def catalogue_befund(ort: str, text: str, abhilfe: str) -> Befund:
    """A Befund about the catalogue."""
    return Befund(code="E-KATALOG", ort=ort, text=text, abhilfe=abhilfe)


def _unknown(summe: Summe, katalog: Katalog, ort: str) -> Iterator[Befund]:
    for name in summe.merkmale:
        if name not in katalog.merkmale:
            yield _unknown_merkmal(name, katalog, ort)


def _unknown_merkmal(name: str, katalog: Katalog, ort: str) -> Befund:
    guess = nearest(name, list(katalog.merkmale))
    return catalogue_befund(
        ort,
        f"Das Merkmal »{name}« steht nicht im Katalog.",
        f"Gemeint ist vielleicht {guess}." if guess else "Es als [[merkmal]] eintragen.",
    )


def _case_problems(merkmal: Merkmal, fallzahl: str, katalog: Katalog, ort: str) -> Iterator[Befund]:
    """What is wrong with the count that a rate is made of."""
    if merkmal.art is not Art.QUOTE:
        text = "Eine fallzahl hat nur eine Quote; dieses Merkmal ist selbst eine Zahl."
        yield catalogue_befund(ort, text, "fallzahl streichen oder art = quote eintragen.")
    if fallzahl not in katalog.merkmale:
        yield _unknown_merkmal(fallzahl, katalog, ort)
    elif katalog.merkmale[fallzahl].art is not Art.ANZAHL:
        text = f"Die fallzahl »{fallzahl}« ist keine Anzahl."
        yield catalogue_befund(ort, text, "Das Merkmal nennen, das die Fälle der Quote zählt.")


def _sum_problems(merkmal: Merkmal, summe: Summe, katalog: Katalog, ort: str) -> Iterator[Befund]:
    """A difference of large counts could show a small one that protection never sees."""
    if any(sign < 0 for sign, _ in summe.terme):
        yield catalogue_befund(
            ort,
            f"Die summe »{summe}« zieht etwas ab.",
            "Nur zusammenzählen; eine Differenz gehört in den zaehler einer Kennzahl.",
        )
    for operand in (katalog.merkmale[name] for name in summe.merkmale):
        if operand.summe:
            yield catalogue_befund(
                ort,
                f"»{operand.id}« ist selbst eine Summe.",
                "Nur gelieferte Merkmale in eine Summe aufnehmen.",
            )
        same = (operand.basis, operand.dezimalen, operand.art, operand.additiv)
        if same != (merkmal.basis, merkmal.dezimalen, merkmal.art, merkmal.additiv):
            yield catalogue_befund(
                ort,
                f"»{operand.id}« hat andere basis, dezimalen, art oder additiv als die Summe.",
                "Nur gleichartige Merkmale zusammenzählen.",
            )


def _shape_problems(kennzahl: Kennzahl, ort: str) -> Iterator[Befund]:
    if (kennzahl.formel in _QUOTIENTEN) != (kennzahl.nenner is not None):
        yield catalogue_befund(
            ort,
            f"Die Formel »{kennzahl.formel}« und der Nenner passen nicht zusammen.",
            "Einen Nenner nur bei prozent, je_100, je_1000 und mittelwert angeben.",
        )
    if kennzahl.teilmenge and kennzahl.nenner is None:
        text = "Ohne Nenner ist der Zähler keine Teilmenge."
        yield catalogue_befund(ort, text, "teilmenge streichen.")
    if kennzahl.formel is Formelart.GELIEFERT and len(kennzahl.zaehler.terme) != 1:
        text = "Eine gelieferte Zahl ist genau ein Merkmal."
        yield catalogue_befund(ort, text, "Den zaehler auf ein Merkmal kürzen.")
    if not kennzahl.einheit:
        text = "Die Angabe »einheit« fehlt."
        yield catalogue_befund(ort, text, "Die gedruckte Einheit eintragen.")


def _mixture_problems(kennzahl: Kennzahl, katalog: Katalog, ort: str) -> Iterator[Befund]:
    for summe in _summen(kennzahl):
        if len({katalog.merkmale[name].dezimalen for name in summe.merkmale}) > 1:
            yield catalogue_befund(
                ort,
                f"Die Merkmale in »{summe}« haben verschiedene dezimalen.",
                "Nur Merkmale mit gleich vielen dezimalen zusammenzählen.",
            )
    merkmale = [katalog.merkmale[name] for s in _summen(kennzahl) for name in s.merkmale]
    if kennzahl.additiv and not all(merkmal.additiv for merkmal in merkmale):
        yield catalogue_befund(
            ort,
            "Die Kennzahl ist additiv, eines ihrer Merkmale aber nicht.",
            "additiv = false eintragen.",
        )
    bases = {merkmal.basis for merkmal in merkmale} - {Basis.FACHSTATISTIK}
    if not kennzahl.mischung and (len(bases) > 1 or len({m.stichtag for m in merkmale}) > 1):
        yield catalogue_befund(
            ort,
            "Zähler und Nenner haben verschiedene Stichtage oder Bevölkerungsgrundlagen.",
            "Passende Merkmale wählen oder unter »mischung« begründen.",
        )


def _summen(kennzahl: Kennzahl) -> list[Summe]:
    return [kennzahl.zaehler] + ([kennzahl.nenner] if kennzahl.nenner else [])
