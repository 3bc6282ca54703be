"""Entries of TOML files into typed values, with every problem of an entry at once."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar, get_args

import msgspec
from msgspec import inspect
from msgspec.structs import FieldInfo, fields

from reports.errors import Befund, Sammlung
from reports.reading.messages import nearest, quoted

T = TypeVar("T")

KENNUNG = r"\A[a-z][a-z0-9_]*\Z"
Kennung = Annotated[
    str,
    msgspec.Meta(
        pattern=KENNUNG,
        extra={"erwartet": "ein Wort aus kleinen Buchstaben ohne Umlaut, Ziffern und _"},
    ),
]
AbNull = Annotated[int, msgspec.Meta(ge=0, extra={"erwartet": "eine ganze Zahl ab 0"})]
AbEins = Annotated[int, msgspec.Meta(ge=1, extra={"erwartet": "eine ganze Zahl ab 1"})]

_ERWARTET: Mapping[type[inspect.Type], str] = {
    inspect.StrType: "ein Text",
    inspect.IntType: "eine ganze Zahl",
    inspect.BoolType: "true oder false",
    inspect.DecimalType: "eine Zahl",
    inspect.DateType: "ein Datum (JJJJ-MM-TT)",
    inspect.EnumType: "eines der erlaubten Wörter",
    inspect.StructType: "ein Abschnitt",
    inspect.DictType: "ein Abschnitt",
}
_GEFUNDEN: Mapping[type, str] = {
    str: "ein Text",
    int: "eine ganze Zahl",
    Decimal: "eine Dezimalzahl",
    bool: "ein Wahrheitswert",
    date: "ein Datum",
    list: "eine Liste",
    dict: "ein Abschnitt",
}
_GEZEIGT = {str, int, Decimal}
_NAMEN = ("id", "schluessel", "name", "titel")


def convert(entry: object, kind: type[T], ort: str) -> T:
    """The entry as a checked value of *kind*.

    Raises:
        EingabeFehler: naming every unknown key, missing key and wrong value, however deep.
    """
    sammlung = Sammlung()
    sammlung.befunde += _struct_problems(entry, kind, ort)
    sammlung.stop_on_errors()
    return msgspec.convert(entry, kind)


def place_of(entry: Mapping[str, object], kind: str, nummer: int, ort: str) -> str:
    """Where an entry of a list stands: its file, what it is, and its name or number."""
    names = (entry[key] for key in _NAMEN if isinstance(entry.get(key), str))
    return f"{ort}, {kind.capitalize()} {next((f'»{name}«' for name in names), nummer)}"


def _struct_problems(entry: object, kind: type[Any], ort: str) -> Iterator[Befund]:
    if not isinstance(entry, dict):
        yield _befund(ort, f"Hier steht {_found(entry)}, erwartet ist ein Abschnitt.")
        return
    problems = [*_key_problems(entry, kind, ort)]
    for field in fields(kind):
        if field.encode_name in entry:
            problems += _value_problems(entry[field.encode_name], field, ort)
    yield from problems or _whole_problems(entry, kind, ort)


def _key_problems(entry: Mapping[str, object], kind: type[Any], ort: str) -> Iterator[Befund]:
    """Unknown keys, or else missing ones: a misspelt key is both, and one Befund is enough."""
    known = [field.encode_name for field in fields(kind)]
    missing = [f.encode_name for f in fields(kind) if f.required and f.encode_name not in entry]
    unknown = [key for key in entry if key not in known]
    for key in unknown:
        guess = nearest(key, known)
        remedy = (
            f"Gemeint ist vielleicht {guess}." if guess else f"Erlaubt sind: {', '.join(known)}."
        )
        yield _befund(ort, f"Der Schlüssel »{key}« ist unbekannt.", remedy)
    if missing and not unknown:
        text = "Die Angabe {} fehlt." if len(missing) == 1 else "Die Angaben {} fehlen."
        yield _befund(ort, text.format(quoted(missing)), "Sie in diesem Eintrag ergänzen.")


def _value_problems(value: object, field: FieldInfo, ort: str) -> Iterator[Befund]:
    item = next(iter(get_args(field.type)), None)
    if isinstance(item, type) and issubclass(item, msgspec.Struct) and isinstance(value, list):
        for nummer, entry in enumerate(value, start=1):
            named = entry if isinstance(entry, dict) else {}
            place = place_of(named, field.encode_name, nummer, ort)
            yield from _struct_problems(entry, item, place)
        return
    if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
        yield from _struct_problems(value, field.type, f"{ort}, {field.encode_name}")
        return
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError:
        info = _plain(inspect.type_info(field.type))
        text = f"Bei »{field.encode_name}« steht {_found(value)}, erwartet ist {_expected(info)}."
        yield _befund(ort, text, _remedy(value, info))


def _whole_problems(entry: object, kind: type[Any], ort: str) -> Iterator[Befund]:
    """What the kind itself says against an entry whose values are all right one by one."""
    try:
        msgspec.convert(entry, kind)
    except msgspec.ValidationError as fehler:
        yield _befund(ort, str(fehler))


def _plain(info: inspect.Type) -> inspect.Type:
    """The type without the None that it may be left out as."""
    if isinstance(info, inspect.UnionType):
        return next(kind for kind in info.types if not isinstance(kind, inspect.NoneType))
    return info


def _expected(info: inspect.Type) -> str:
    if isinstance(info, inspect.Metadata):
        return str((info.extra or {})["erwartet"])
    if isinstance(info, inspect.VarTupleType):
        return f"eine Liste, darin jeweils {_expected(info.item_type)}"
    return _ERWARTET[type(info)]


def _remedy(value: object, info: inspect.Type) -> str:
    if isinstance(info, inspect.EnumType):
        return f"Erlaubt sind: {', '.join(member.value for member in info.cls)}."
    if isinstance(info, inspect.StrType) and not isinstance(value, str):
        return "Den Wert in Anführungszeichen setzen."
    if isinstance(info, (inspect.IntType, inspect.BoolType)) and isinstance(value, str):
        return "Den Wert ohne Anführungszeichen schreiben."
    return "Den Wert berichtigen."


def _found(value: object) -> str:
    noun = _GEFUNDEN.get(type(value), "ein Zeitpunkt")
    return f"{noun} (»{value}«)" if type(value) in _GEZEIGT else noun


def _befund(ort: str, text: str, abhilfe: str = "Den Eintrag berichtigen.") -> Befund:
    return Befund(code="E-EINTRAG", ort=ort, text=text, abhilfe=abhilfe)
