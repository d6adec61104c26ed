"""The tests of the window where there is no network at all, every socket seen by strace.

    python tests/faults/gui_alone.py --full        all of them; else one folder, or those that are named

Prints for each part how its tests ended and how many sockets it opened by family; exits 1 where a test failed
or one was of a network. Needs strace and unshare.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import scene

TESTS = scene.HERE.parent / "ui"
_ALONE = "-cn" if os.geteuid() else "-n"
"""as the same user, for tests of what may not be written"""


def alone(part: str) -> tuple[str, Counter[str]]:
    """Run the tests in a folder, or those in none; return how they ended and the sockets by family."""
    wanted = [TESTS / part] if part else sorted(TESTS.glob("test_*.py"))
    with tempfile.TemporaryDirectory(prefix="connect-alone-") as made:
        trace = Path(made) / "sockets"
        done = subprocess.run(
            ["unshare", _ALONE, "strace", "--seccomp-bpf", "-f", "-qq", "-e", "trace=socket", "-o", trace,
             sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *wanted],
            cwd=TESTS.parents[1], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        families = Counter(re.findall(r"socket\((\w+)", trace.read_text(errors="replace")))
    if done.returncode:
        print(done.stdout, done.stderr)
    return done.stdout.strip().splitlines()[-1], families


if __name__ == "__main__":
    _, options = scene.asked(__doc__, 1, 1)
    folders = sorted(one.parent.name for one in TESTS.glob("*/test_*.py"))
    parts = options.rest or (["", *dict.fromkeys(folders)] if options.full else ["hopes"])
    failed = False
    for name in parts:
        ended, opened = alone(name)
        print(name or "in no folder", ended, dict(opened), flush=True)
        failed |= "passed" not in ended or "failed" in ended or any("INET" in one for one in opened)
    sys.exit(failed)
