"""Places on a line: scales, and labels that make room for each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.errors import Befund, DruckFehler


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from ``low`` to ``high`` along a line from ``start`` to ``end``, in points."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of *value*; the middle where all values are the same."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Stack:
    """Neighbours without room between them; ``wishes`` are where each wants the stack to start."""

    wishes: tuple[float, ...]
    extent: float

    def start(self, low: float, high: float) -> float:
        """Where the stack starts: as near to all wishes as the room from *low* to *high* lets."""
        return max(low, min(sum(self.wishes) / len(self.wishes), high - self.extent))

    def joined(self, below: "Stack") -> "Stack":
        """This stack with another directly behind it."""
        moved = tuple(wish - self.extent for wish in below.wishes)
        return Stack(self.wishes + moved, self.extent + below.extent)


def spread(
    centres: Sequence[float], extents: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Centres near *centres* at which things of these extents do not overlap.

    Order is kept, the room from *low* to *high* is not left, and what has room stays in its place.

    Raises:
        DruckFehler: the room is too small for all.
    """
    if sum(extents) > high - low:
        raise DruckFehler([_befund(len(extents))])
    order = sorted(range(len(centres)), key=lambda index: centres[index])
    stacks: list[Stack] = []
    for index in order:
        stack = Stack((centres[index] - extents[index] / 2,), extents[index])
        while stacks and _end(stacks[-1], low, high) > stack.start(low, high):
            stack = stacks.pop().joined(stack)
        stacks.append(stack)
    return _centres(stacks, order, extents, (low, high))


def _end(stack: Stack, low: float, high: float) -> float:
    return stack.start(low, high) + stack.extent


def _centres(
    stacks: Sequence[Stack],
    order: Sequence[int],
    extents: Sequence[float],
    room: tuple[float, float],
) -> tuple[float, ...]:
    """Centres of the stacked things, in the order in which they were given."""
    found: dict[int, float] = {}
    waiting = iter(order)
    for stack in stacks:
        start = stack.start(*room)
        for index in [next(waiting) for _ in stack.wishes]:
            found[index] = start + extents[index] / 2
            start += extents[index]
    return tuple(found[index] for index in range(len(order)))


def _befund(count: int) -> Befund:
    return Befund(
        code="E-ENDTEXT",
        ort="Diagramm",
        text=f"Für {count} Beschriftungen am Ende der Linien ist das Bild zu niedrig.",
        abhilfe="--diagramm-plothoehe oder --diagramm-endtext in styles/tokens.css vergrößern.",
    )
