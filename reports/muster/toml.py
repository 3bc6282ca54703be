"""Values as TOML; its strings are those of JSON."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import msgspec
from msgspec.structs import FieldInfo

_BLOSS = re.compile(r"[\w-]+", re.ASCII)  # keys that need no quotation marks


def table(name: str, entry: msgspec.Struct) -> str:
    """An entry of an array of tables, such as ``[[datei]]``."""
    return f"[[{name}]]\n{fields(declared(entry))}"


def fields(entries: Mapping[str, object]) -> str:
    """One line for each field."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in entries.items())


def declared(entry: msgspec.Struct) -> dict[str, object]:
    """The fields of a struct that differ from their defaults."""
    own = msgspec.structs.fields(type(entry))
    pairs = ((one, getattr(entry, one.name)) for one in own)
    return {one.name: value for one, value in pairs if value != _default(one)}


def _default(one: FieldInfo) -> object:
    factory = one.default_factory
    return one.default if factory is msgspec.NODEFAULT else factory()


def _value(value: object) -> str:
    if isinstance(value, msgspec.Struct):
        return _value(declared(value))
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)} = {_value(entry)}" for key, entry in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return _list([_value(one) for one in value])
    return str(value) if isinstance(value, date | Decimal) else _text(value)


def _list(values: Sequence[str]) -> str:
    """Inline tables one below the other, everything else side by side."""
    if any(value.startswith("{") for value in values):
        return "[\n" + "".join(f"  {value},\n" for value in values) + "]"
    return f"[{', '.join(values)}]"


def _key(key: str) -> str:
    return key if _BLOSS.fullmatch(key) else _text(key)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
