"""The window locked while something is being written: nothing is left in memory, and nothing is lost."""

import os
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

import locking


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="reads the memory of a process that keeps it private"
)
@pytest.mark.parametrize("way", ["keys", "hide"])
def test_after_locking_no_word_and_no_key_is_in_memory_and_the_draft_is_kept(
    way: str, tmp_path: Path
) -> None:
    locking.make(tmp_path)
    *_, words, keys = locking.lock_once(way, tmp_path)
    assert (words, keys) == (0, 0)
