"""What is left out as a whole where a table is too small to protect a secret in it.

First the figures by sex of all areas but the Region, then those by age, then all that hangs
together with the secret, at last the same for the Region as well. Whatever is left out is left out everywhere, zeros
too, so that nobody can tell one of its signs from another. The minimum is never lowered.
"""

from collections.abc import Callable, Iterable

from reports.disclosure.bau import Name
from reports.disclosure.jahresdaten import Stelle, Umfeld
from reports.domain.katalog import Katalog, Zerlegung

GESCHLECHT, ALTER = "Geschlecht", "Alter"


def auswege(offen: Iterable[Name], umfeld: Umfeld) -> tuple[frozenset[Stelle], ...]:
    """What to leave out in addition, step by step, to protect these secrets."""
    family = _family({name.form for name in offen}, umfeld)
    alle = [gebiet.schluessel for gebiet in umfeld.gebiete.alle]
    ohne_region = [key for key in alle if key != umfeld.gebiete.region.schluessel]
    by_sex = _parts(umfeld.katalog, lambda z: z.titel == GESCHLECHT) & family
    by_age = _parts(umfeld.katalog, lambda z: z.titel.startswith(ALTER)) & family
    steps = (
        (ohne_region, by_sex),
        (ohne_region, by_age),
        (ohne_region, family),
        (alle, family),
    )
    return tuple(frozenset((g, form) for g in areas for form in forms) for areas, forms in steps)


def _family(forms: set[str], umfeld: Umfeld) -> frozenset[str]:
    """The Formen that share a Merkmal or a whole with one of these."""
    merkmale = {name for form in forms for name in umfeld.formen.summen[form].merkmale}
    for zerlegung in umfeld.katalog.zerlegungen:
        together = {zerlegung.ganzes, *zerlegung.teile}
        if together & merkmale:
            merkmale |= together
    return frozenset(
        form
        for form, summe in umfeld.formen.summen.items()
        if merkmale.intersection(summe.merkmale)
    )


def _parts(katalog: Katalog, kind: Callable[[Zerlegung], bool]) -> frozenset[str]:
    return frozenset(teil for z in katalog.zerlegungen if kind(z) for teil in z.teile)
