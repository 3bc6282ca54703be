"""Round positions for the value axis of a chart."""


def ticks(low: int, high: int) -> range:
    """Three to five evenly spaced whole numbers that enclose *low* and *high*.

    Both are in units of a figure's last decimal; steps are 1, 2 or 5 times a power of ten.
    """
    step = 1
    while True:
        for factor in (1, 2, 5):
            width = step * factor
            start, stop = low // width * width, -(-high // width) * width
            stop = max(stop, start + 2 * width)
            if (stop - start) // width <= 4:  # noqa: PLR2004 (five ticks, four spaces)
                return range(start, stop + 1, width)
        step *= 10
