"""Delivered files of every kind → sheets of typed cells, nothing interpreted yet."""
