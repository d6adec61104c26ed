"""Harmed in every way that can be made to happen here, a little of each; README.md says how to in full."""

import base64
import os
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

import bit_flips
import full_disk
import kills
import refused_writes
import scene
import second_start
import torn_log
import wiretap

posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@posix
def test_killed_at_any_instant_nothing_acknowledged_is_lost_and_a_change_is_whole_or_not_there() -> None:
    lines = scene.run("kills.py", "--times", "20").splitlines()
    assert len(lines) == 1 + len(kills.CHANGES)
    assert "lost=0" in lines[0]


def test_a_flipped_bit_is_noticed_before_anything_is_shown(tmp_path: Path) -> None:
    assert sum(bit_flips.flipping(tmp_path, 120).values()) == 120


@pytest.mark.skipif(not full_disk.can_mount(), reason="needs to mount a disk in a space of its own")
def test_a_disk_that_fills_up_while_somebody_types_takes_no_word() -> None:
    assert full_disk.filling().startswith("kept with the room that was kept free")


@posix
def test_a_log_that_is_harmed_after_a_kill_loses_nothing_unnoticed(tmp_path: Path) -> None:
    found = torn_log.tearing(tmp_path, 40)
    assert sum(found.whole.values()) + sum(found.noticed.values()) == 40
    assert found.noticed["removed"] == 8
    assert found.whole["note"] == 8


@pytest.mark.skipif(not scene.has_disk(), reason="needs Linux and a C compiler to make a disk that refuses")
def test_a_disk_that_refuses_leaves_the_old_state_or_the_new_and_is_told() -> None:
    told = scene.run("refused_writes.py", "--times", "40").strip().splitlines()
    assert len(told) == len(refused_writes.JOBS)


@pytest.mark.skipif(not scene.has_disk(), reason="needs Linux and a C compiler to record what is written")
def test_after_a_power_cut_what_was_acknowledged_is_there_and_the_test_can_fail() -> None:
    lines = scene.run("power_cuts.py", "--times", "120").splitlines()
    assert [line.split()[0] for line in lines] == ["saving", "passphrase", "normal"]
    assert all("lost=0" in line and "unopenable=0" in line for line in lines[:2])
    assert "lost=0" not in lines[2]


@pytest.mark.skipif(sys.platform != "linux", reason="stops a process as Linux does")
def test_a_second_start_is_answered_and_never_writes(tmp_path: Path) -> None:
    found = second_start.second_starts(tmp_path, 3)
    assert (found.starts, found.writers) == (3, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="lives in a home of its own as on Linux")
def test_a_whole_session_leaves_no_word_outside_and_opens_no_socket_to_a_network(tmp_path: Path) -> None:
    seen = wiretap.session(tmp_path, traced=wiretap.can_trace())
    assert seen.controls == 1
    assert seen.files > 5
    assert seen.found == []
    assert [family for family in seen.sockets if family.startswith("AF_INET")] == []


def test_the_look_for_words_is_not_blind() -> None:
    word = wiretap.CANARY
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert wiretap.holds(b"..." + word.encode(coding) + b"...")
        for before in range(3):
            text = base64.b64encode(b"x" * before + f"{word} and more".encode(coding))
            assert wiretap.holds(text)
    assert not wiretap.holds(b"nothing of it")
