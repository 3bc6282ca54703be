"""Charts of the page model as opaque PNG pictures.

``theme`` reads the tokens, ``lines``, ``spine`` and ``karte`` arrange marks on a ``sheet``, ``draw`` prints it.
All positions are computed here, in points, so that no label meets another by chance.
"""
