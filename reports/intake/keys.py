"""Keys and names of areas in all their forms; two witnesses must agree.

A key comes with 8 digits, without its leading zero, without the state, or as the 12 digits of the
Regionalschlüssel; a name with or without its status. Names are compared, never guessed: some of
them exist elsewhere in Germany, too.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.domain.gebiet import Gebiete, Gruppe, Kommune
from reports.reading import nearest

_UMSCHRIFT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_STATUS = re.compile(
    r"^(?:landeshauptstadt|stadt|gemeinde) (?=\S)"
    r"|(?:, ?| - ?| )(?:landeshauptstadt|landeshptst\.?|stadt|gemeinde|gem\.)$"
)
_KREIS = re.compile(r"^(?:land)?kreis (?=\S)|(?:, ?| - ?| )(?:(?:land)?kreis|kommunalverband.*)$")
_ZERBROCHEN = {"Ã", "\N{REPLACEMENT CHARACTER}"}  # what UTF-8 becomes when it is read as another
_SUMMENWORTE = {"summe", "insgesamt", "gesamt", "zusammen", "gesamtsumme"}


class GebietError(ValueError):
    """Key and name do not lead to one area; the message is the German reason.

    Attributes:
        code: such as ``E-AGS``.
        ursache: what it has in common with others that one mending removes; else empty.
    """

    def __init__(self, code: str, grund: str, abhilfe: str, ursache: str = "") -> None:
        super().__init__(grund)
        self.code = code
        self.abhilfe = abhilfe
        self.ursache = ursache


@dataclass(frozen=True, slots=True)
class Schluesselwerk:
    """All forms of the keys and names of an edition's areas.

    Attributes:
        formen: written key → key.
        namen: normal form of a name → keys of the areas that have it.
        mehrdeutig: normal forms that alone do not tell the Region from its capital.
        amtlich: key → the name that messages show.
        anfaenge: length of a written key → how it begins for areas of the Region.
    """

    formen: Mapping[str, str]
    namen: Mapping[str, frozenset[str]]
    mehrdeutig: frozenset[str]
    amtlich: Mapping[str, str]
    anfaenge: Mapping[int, str]

    def key_of(self, text: str) -> str | None:
        """The key that is written so, None for a foreign one."""
        return self.formen.get(normal_key(text))

    def is_foreign(self, text: str) -> bool:
        """Whether it is written like the key of a German area outside the Region.

        A key that begins like the Region's and is unknown is no foreign one but a wrong one.
        """
        key = normal_key(text)
        if key in self.formen or not re.fullmatch(r"DG|\d{1,8}|\d{12}", key, re.ASCII):
            return False
        return not key.startswith(self.anfaenge.get(len(key), "-"))

    def resolve(self, key: str, name: str, declared: Mapping[str, str]) -> str:
        """The key of the area that a row names; a witness that its file has not is empty.

        Args:
            key: the written key.
            name: the written name.
            declared: names that the source's profile explains, with their keys.

        Raises:
            GebietError: unknown, contradicting or ambiguous.
        """
        if not (key.strip() or name.strip()):
            raise GebietError(
                "E-ZEILE",
                "Die Zeile nennt kein Gebiet.",
                "Schlüssel oder Namen ergänzen lassen.",
            )
        own = self._declared(name, declared)
        if not key.strip():
            return own or self._by_name(name)
        ags = self.key_of(key)
        if ags is None:
            raise self._unknown_key(key, name)
        if name.strip() and own != ags and ags not in self.namen.get(normal_name(name), ()):
            raise _contradiction(ags, name, self.amtlich[ags])
        return ags

    def mentions(self, key: str, name: str, declared: Mapping[str, str]) -> bool:
        """Whether the written key or the written name is an area's, see ``resolve``."""
        known = self.key_of(key) or self._declared(name, declared)
        return known is not None or normal_name(name) in self.namen

    def _declared(self, name: str, declared: Mapping[str, str]) -> str | None:
        """The key that the profile gives to a name."""
        by_name = {normal_name(word): key for word, key in declared.items()}
        key = by_name.get(normal_name(name))
        return None if key is None else self.key_of(key)

    def _by_name(self, name: str) -> str:
        found = self.namen.get(normal_name(name), frozenset())
        if _plain(name) in self.mehrdeutig:
            raise GebietError(
                "E-NAME-MEHRDEUTIG",
                f"»{name}« kann die Stadt oder die Region meinen.",
                "Eine Spalte mit Schlüsseln liefern oder den Namen in quelle.toml unter"
                " tabellenform.namen einem Schlüssel zuordnen.",
            )
        if len(found) == 1:
            return next(iter(found))
        if normal_name(name) in _SUMMENWORTE:
            raise _sum_row(name)
        if _ZERBROCHEN & set(name):
            raise _broken_name(name)
        guess = nearest(name, list(self.amtlich.values()))
        raise GebietError(
            "E-NAME",
            f"»{name}« ist keine Kommune der Region.",
            f"Gemeint ist vielleicht {guess}."
            if guess
            else "Den Namen berichtigen oder die Zeile in quelle.toml unter summen nennen.",
        )

    def _unknown_key(self, key: str, name: str) -> GebietError:
        if _SUMMENWORTE & {normal_name(key), normal_name(name)}:
            return _sum_row(name or key)
        if not any(map(str.isdigit, key)) and normal_name(name) not in self.namen:
            return GebietError(
                "E-ZEILE",
                f"Die Zeile »{key}« gehört zu keinem Gebiet.",
                "Ist sie eine Anmerkung oder Summe, sie in quelle.toml unter summen nennen; im format"
                " »einfach« sie weglassen.",
            )
        return GebietError(
            "E-AGS",
            f"Der Schlüssel »{key}« gehört weder zu einer Kommune noch zur Region.",
            "Schlüssel stehen in kommunen.csv; enthält die Datei auch andere Gebiete, in quelle.toml"
            " fremde_gebiete = true eintragen.",
        )


def schluesselwerk(gebiete: Gebiete) -> Schluesselwerk:
    """The forms of all keys and names of the Kommunen and the Region."""
    region = gebiete.region
    formen = {form: k.schluessel for k in gebiete.kommunen for form in _forms(k.schluessel)}
    short = region.schluessel.rstrip("0")
    region_forms = _forms(region.schluessel) | {short, short.removeprefix("0"), short[2:]} - {""}
    formen |= dict.fromkeys(region_forms, region.schluessel)
    own = set(normal_name(region.name).split())
    turned = ", ".join(reversed(normal_name(region.name).split(maxsplit=1)))
    names: dict[str, set[str]] = {
        normal_name(region.name): {region.schluessel},
        turned: {region.schluessel},
    }
    for kommune in gebiete.kommunen:
        for word in _names(kommune):
            names.setdefault(normal_name(word), set()).add(kommune.schluessel)
    named: tuple[Kommune | Gruppe, ...] = (*gebiete.kommunen, region)
    return Schluesselwerk(
        formen=formen,
        namen={word: frozenset(keys) for word, keys in names.items()},
        mehrdeutig=frozenset(word for word in names if word in own),
        amtlich={gebiet.schluessel: gebiet.name for gebiet in named},
        anfaenge={6: short[2:], 7: short.removeprefix("0"), 8: short, 12: short},
    )


def normal_key(text: str) -> str:
    """A written key without blanks, quotes and what spreadsheets append to numbers."""
    return text.strip().strip("'\"").strip().removesuffix(",0").removesuffix(".0")


def normal_name(text: str) -> str:
    """A written name as names are compared: case, blanks, umlauts and status do not matter."""
    words = _plain(text)
    return _STATUS.sub("", words).strip() or words


def _plain(text: str) -> str:
    """A name with the status of a Kommune, which may be all that tells it from the Region."""
    composed = unicodedata.normalize("NFC", text).casefold()
    words = " ".join(composed.replace("ß", "ss").translate(_UMSCHRIFT).split())
    return _KREIS.sub("", words) if "region" in words else words


def _forms(ags: str) -> set[str]:
    """The key whole, without leading zero, without its state, and as Regionalschlüssel."""
    number = ags[5:]
    return {ags, ags.removeprefix("0"), ags[2:], f"{ags[:5]}0{number}{number}"}


def _names(kommune: Kommune) -> Iterable[str]:
    return (kommune.name, kommune.amtlicher_name, kommune.kurzname, *kommune.weitere_namen)


def _contradiction(ags: str, name: str, right: str) -> GebietError:
    if _ZERBROCHEN & set(name):
        return _broken_name(name)
    return GebietError(
        "E-NAME",
        f"Schlüssel {ags} und Name »{name}« gehören nicht zusammen.",
        f"{ags} ist »{right}«: Schlüssel oder Namen berichtigen.",
    )


def _broken_name(name: str) -> GebietError:
    return GebietError(
        "E-ENC",
        f"Der Name »{name}« ist beim Umwandeln der Kodierung zerbrochen.",
        "Die Datei noch einmal aus der Quelle holen und als UTF-8 speichern.",
        "Kodierung",
    )


def _sum_row(name: str) -> GebietError:
    return GebietError(
        "E-ZEILE",
        f"Die Zeile »{name}« ist die Summe anderer und gehört zu keinem Gebiet.",
        "Sie in quelle.toml unter tabellenform.summen nennen; ist sie die Region, ihr unter namen"
        " deren Schlüssel geben. Im format »einfach« sie weglassen.",
    )
