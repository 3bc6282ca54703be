"""Nothing can be worked out from the files that a made-up system releases."""

from pathlib import Path

import pytest
from lieferweg import protected, write_release
from verbund import as_delivery, draw

from reports.audit.zahlen import pruefe_zahlen

WEGE = (2, 4, 13, 19)  # the first has five as its minimum, the last protects zeros


@pytest.mark.parametrize("nummer", WEGE)
def test_the_auditor_finds_nothing_in_the_released_files(nummer: int, tmp_path: Path) -> None:
    lieferung = as_delivery(draw(nummer))
    schutz = protected(lieferung)
    write_release(schutz, lieferung, tmp_path)

    found = pruefe_zahlen(tmp_path)

    assert found.befunde == ()
    assert found.gesperrt >= len(schutz.gesperrt) > 0
