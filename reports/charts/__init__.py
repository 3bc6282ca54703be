"""Charts of the page model as opaque PNG pictures.

``theme`` reads the tokens, ``lines`` and ``dots`` arrange marks on a ``sheet``, ``draw`` prints it.
All positions are computed here, in points, so that no label meets another by chance.
"""
