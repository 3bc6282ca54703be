"""Bestand → group sums → Kennzahlen and their changes, exact to the last printed digit."""
