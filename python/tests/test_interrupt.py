# SPDX-License-Identifier: MIT
"""Ctrl-C stops the program, and leaves no process."""
import os
import pathlib
import signal
import subprocess
import sys
import time

from .support import BASELINE, PERMIT_FEE, PYTHON, TestCase

LONG = """\
import signal
import kochmon as km
signal.signal(signal.SIGINT, signal.default_int_handler)  # those of background jobs are set aside
try:
    km.compare({base!r}, {policy!r}, output={output!r}, persons=200000, months=120, replicates=50)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def children(process):
    return [int(each) for each in pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


class Interrupt(TestCase):
    def interrupted(self, send):
        output = self.folder / "out"
        code = LONG.format(base=BASELINE, policy=PERMIT_FEE, output=str(output))
        python = subprocess.Popen(
            [sys.executable, "-c", code], cwd=PYTHON, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )
        try:
            # Lives have begun when the folder holds the resolved scenario.
            self.assertTrue(wait_for((output / "scenario.yaml").exists), "the comparison does not begin")
            program, = children(python.pid)
            self.assertEqual(os.readlink(f"/proc/{program}/exe"), os.path.realpath(os.environ["KOCHMON"]))
            time.sleep(1)
            send(python.pid, signal.SIGINT)
            out, err = python.communicate(timeout=60)
        finally:
            python.kill()
            python.wait()
        self.assertEqual((out, python.returncode), ("interrupted\n", 0), err)
        # A second signal would have ended the program before it could say this.
        self.assertIn("kochmon: stopped on request; the comparison is not complete", err)
        self.assertFalse(pathlib.Path(f"/proc/{program}").exists())
        self.assertFalse((output / "run.json").exists())

    def test_of_python_alone(self):
        self.interrupted(os.kill)

    def test_of_all_processes_of_the_terminal(self):
        self.interrupted(os.killpg)
