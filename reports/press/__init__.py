"""How a page model becomes a PDF that may leave the house.

``html`` writes the page, ``pdf`` prints it, ``tags`` finishes its structure, ``preflight`` refuses
it when it is not fit to print.
"""
