"""Checks over everything delivered: nothing twice or missing, sums that agree, no odd jumps."""

from reports.intake.checks.completeness import missing, without_duplicates
from reports.intake.checks.parts import part_problems
from reports.intake.checks.plausibility import UNBESTAETIGT, plausibility_problems
from reports.intake.checks.repetition import repetition_problems
from reports.intake.checks.totals import (
    Kontrollsumme,
    control_totals,
    gesamtzahlen,
    total_problems,
)

# Codes of findings that a profile explains: printing goes on without a word about them.
ERKLAERT = frozenset({"W-PLAUSIBEL", "W-SUMME"})

__all__ = [
    "ERKLAERT",
    "UNBESTAETIGT",
    "Kontrollsumme",
    "control_totals",
    "gesamtzahlen",
    "missing",
    "part_problems",
    "plausibility_problems",
    "repetition_problems",
    "total_problems",
    "without_duplicates",
]
