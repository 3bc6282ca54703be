"""The structure tree of a PDF that WeasyPrint is about to write.

Objects are pydyf's: dictionaries that know their number; a reference is bytes such as ``b"12 0 R"``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pydyf


@dataclass(frozen=True, slots=True)
class Baum:
    """The tree, and the way from a reference to what it stands for."""

    pdf: Any

    @property
    def root(self) -> Any:
        """The structure tree root."""
        return self.at(self.pdf.catalog["StructTreeRoot"])

    @property
    def parents(self) -> Any:
        """The parent tree's list: a page's number, its elements by MCID; a link's, its element."""
        return self.at(self.root["ParentTree"])["Nums"]

    @property
    def pages(self) -> list[Any]:
        """The page objects in order."""
        return [self.at(reference) for reference in self.pdf.page_references]

    def at(self, reference: bytes) -> Any:
        """The object that *reference* stands for."""
        return self.pdf.objects[int(reference.split()[0])]

    def objects(self, kind: str) -> list[Any]:
        """All dictionaries of the file whose Type is *kind*, in the tree or not."""
        found = (item for item in self.pdf.objects if isinstance(item, pydyf.Dictionary))
        return [item for item in found if item.get("Type") == kind]

    def kids(self, element: Any, *types: str) -> list[Any]:
        """The child elements of *element* that have one of *types*, or all without any."""
        kids = [self.at(kid) for kid in element.get("K", ()) if isinstance(kid, bytes)]
        return [kid for kid in kids if kid.get("S") and (not types or kid["S"] in types)]

    def walk(self, element: Any) -> Iterator[Any]:
        """All elements below *element* in reading order."""
        for kid in self.kids(element):
            yield kid
            yield from self.walk(kid)

    def all(self, *types: str) -> list[Any]:
        """The elements of the tree that have one of *types*, in reading order."""
        return [element for element in self.walk(self.root) if element["S"] in types]

    def remove(self, element: Any) -> None:
        """Take *element* out of its parent, and the parent too when nothing else is in it."""
        parent = self.at(element["P"])
        parent["K"].remove(element.reference)
        if not parent["K"]:
            self.remove(parent)
