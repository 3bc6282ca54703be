"""Sheets of cells → delivered figures: where in a table areas, years and values stand."""
