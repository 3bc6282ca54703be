"""What has changed in a Profil since the edition before, from what both have published."""

from collections.abc import Iterable, Mapping, Sequence

from reports.domain.katalog import Kennzahl
from reports.domain.vorausgabe import Bekannt, Vorausgabe, nummer_of
from reports.profile.material import Gebiet, Material
from reports.profile.warning import signals_of

GENANNT = 6  # titles in a list, the rest is counted
_OHNE = "Eine frühere Ausgabe zum Vergleich liegt nicht vor."

Stelle = tuple[int, str]  # year, text of a sum


def since_last(gebiet: Gebiet, material: Material) -> tuple[tuple[str, str], ...]:
    """Term and text: signals that are new or gone, new years, revised counts."""
    before = material.edition.vorausgabe
    if before is None:
        return (("Vergleich", _OHNE),)
    return (
        *_signals(gebiet, material, before),
        *_figures(gebiet, material),
    )


def _signals(gebiet: Gebiet, material: Material, before: Vorausgabe) -> Iterable[tuple[str, str]]:
    """What stands out now and did not, and the other way round."""
    told = {name for key, name in before.signale if key == gebiet.schluessel}
    now = signals_of(gebiet, material)
    gone = [k for k in material.katalog.kennzahlen.values() if k.id in told and k not in now]
    yield "Neu auffällig", _listed([k.titel for k in now if k.id not in told])
    yield "Nicht mehr auffällig", _listed([kennzahl.titel for kennzahl in gone])


def _figures(gebiet: Gebiet, material: Material) -> Iterable[tuple[str, str]]:
    """Of which Kennzahlen a newer year is told, and which years have been revised."""
    earlier, own = _told(gebiet, material)
    newest = {summe: jahr for jahr, summe in sorted(earlier)}
    shown = [material.katalog.kennzahlen[name] for name in material.staende]
    newer = {k.titel: [str(jahr)] for k in shown if (jahr := _later(k, own, newest))}
    revised = {k.titel: years for k in shown if (years := _revised(k, earlier, own))}
    yield "Neuer Stand", _listed(_dated(newer))
    yield "Berichtigt", _listed(_dated(revised))


def _told(gebiet: Gebiet, material: Material) -> tuple[dict[Stelle, int], dict[Stelle, int]]:
    """The counts of the area that earlier editions have told, and those that only this one tells."""
    rows = [b for b in material.bekannt if b.gebiet == gebiet.schluessel]
    name = material.edition.name
    return (
        _counts(bekannt for bekannt in rows if bekannt.ausgabe != name),
        _counts(bekannt for bekannt in rows if bekannt.ausgabe == name),
    )


def _counts(rows: Iterable[Bekannt]) -> dict[Stelle, int]:
    """The newest figure of each count."""
    in_order = sorted(rows, key=lambda bekannt: nummer_of(bekannt.ausgabe))
    return {(b.jahr, str(b.summe)): b.wert for b in in_order if b.wert is not None}


def _later(kennzahl: Kennzahl, own: Mapping[Stelle, int], newest: Mapping[str, int]) -> int | None:
    """The newest year of a Kennzahl that no earlier edition has told; None without one."""
    summe = str(kennzahl.zaehler)
    years = [jahr for jahr, text in own if text == summe and jahr > newest.get(summe, 0)]
    return max(years, default=None)


def _revised(
    kennzahl: Kennzahl, earlier: Mapping[Stelle, int], own: Mapping[Stelle, int]
) -> list[str]:
    """The years of a Kennzahl for which another count was told before."""
    summen = {str(summe) for summe in (kennzahl.zaehler, kennzahl.nenner) if summe}
    return sorted({str(jahr) for jahr, text in own.keys() & earlier.keys() if text in summen})


def _dated(years: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{titel} ({', '.join(jahre)})" for titel, jahre in years.items()]


def _listed(titles: Sequence[str]) -> str:
    """Some titles and how many more; the word for none."""
    more = len(titles) - GENANNT
    rest = [f"und {more} weitere"] if more > 0 else []
    return "; ".join([*titles[:GENANNT], *rest]) or "nichts"
