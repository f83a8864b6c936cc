"""Sweeps under other people's engines: a real Slurm of one node, GNU parallel, Snakemake where it is installed.

    python3 tests/slurm/cluster_test.py KOCHMON

Needs `scripts/install slurm`. What has run in parts, was cancelled and queued again ends in the bytes of one process.
"""
import atexit
import functools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
from one_node import OneNode, missing_programs  # noqa: E402: after the line above, so that no bytecode is left

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARDS = 4
# The base and four points, sixteen replicates: sixteen tasks of a second or two.
PLAN = """\
schema: 1
sweep: cluster
base: config/baseline.yaml
persons: 6000
months: 12
set: {time.start: 2009-01, time.warm_up: 12 months}
replicates: 16
vary:
  fee: {lever: jurisdictions.russia.permit.fee, scale: [0.5, 2], from: 2010-06}
  cash: {key: start.cash, values: [5000 RUB, 9000 RUB]}
design: grid
keep: {measures: [abroad, legality_by_right], by: [total, origin], months: yearly}
"""


def write_plan(folder):
    """The plan and its base, as on a machine without the project's folder."""
    shutil.copytree(ROOT / "config", folder / "config", ignore=shutil.ignore_patterns("*.?pp"))
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return folder / "plan.yaml"


def kochmon(*words):
    subprocess.run([PROGRAM, *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def tables_of(study):
    return {**contents(study / "tables"), "study.sqlite": (study / "study.sqlite").read_bytes()}


def wait_until(is_so, seconds, what):
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(f"not within {seconds} s: {what()}")
        time.sleep(0.1)


@functools.cache
def tables_of_one_process():
    with tempfile.TemporaryDirectory(prefix="kochmon-whole-") as folder:
        began = time.monotonic()
        kochmon("sweep", write_plan(pathlib.Path(folder)), "-o", f"{folder}/whole", "-q")
        print(f"one process: {time.monotonic() - began:.0f} s", flush=True)
        return tables_of(pathlib.Path(folder) / "whole")


class SweepInParts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="kochmon cluster-"))
        for when_over in (atexit.register, cls.addClassCleanup):  # the second is left out when the test is interrupted
            when_over(shutil.rmtree, cls.place, ignore_errors=True)
        cls.plan = write_plan(cls.place)
        cls.whole = tables_of_one_process()


class UnderSlurm(SweepInParts):
    @classmethod
    def setUpClass(cls):
        if missing_programs():
            raise AssertionError(f"not installed: {' '.join(missing_programs())}; run 'scripts/install slurm'")
        super().setUpClass()
        cls.cluster = OneNode()
        cls.addClassCleanup(cls.cluster.end)

    def runs_of(self, folder, shard):
        return {path: path.stat().st_mtime_ns for path in (folder / "parts" / str(shard) / "runs").glob("*.csv")}

    def submit(self, folder, *options):
        """The numbers of the array of shards and of the merge."""
        told = self.cluster.run("bash", folder / "submit.sh", *options)
        return re.search(r"Shards: job (\d+)\. Tables: job (\d+),", told).groups()

    def wait_for_end(self, seconds):
        wait_until(lambda: not self.cluster.jobs(), seconds, self.cluster.jobs)

    def log(self, folder, name):
        return (folder / "logs" / name).read_text(encoding="utf-8")

    def test_an_array_of_which_one_shard_is_cancelled_and_one_queued_again_is_the_whole(self):
        folder = self.place / "on \"Slurm\" 50%a #1"
        kochmon("slurm", self.plan, "-o", folder, "--shards", SHARDS, "--time", "01:00:00")
        began = time.monotonic()
        array, merge = self.submit(folder)
        self._cancel_the_second(folder, array)
        before = self._make_the_first_run_out_of_time(folder, array)
        self.wait_for_end(seconds=400)
        waited = time.monotonic() - began
        after = self.runs_of(folder, 1)
        self.assertEqual(before, {path: after[path] for path in before}, "a run of the shard was done again")
        self.assertEqual(80 / SHARDS, len(after))
        self.assertFalse((folder / "study/tables").exists(), f"the merge {merge} was to wait for all shards")

        before = self.runs_of(folder, 2)
        self.submit(folder, "--array=2")
        self.wait_for_end(seconds=120)
        after = self.runs_of(folder, 2)
        self.assertEqual(before, {path: after[path] for path in before}, "a run of the shard was done again")
        self.assertEqual(self.whole, tables_of(folder / "study"))
        self.assertIn("80 of 80 runs done", self.log(folder, "merge.txt"))
        print(f"{SHARDS} shards, one cancelled and resumed, one queued again: "
              f"{waited:.0f} s and {time.monotonic() - began - waited:.0f} s", flush=True)

    def _cancel_the_second(self, folder, array):
        wait_until(lambda: self.runs_of(folder, 2), 120, self.cluster.jobs)
        self.cluster.run("scancel", f"{array}_2")
        wait_until(lambda: self.cluster.facts_of(f"{array}_2").get("JobState") == "CANCELLED", 60, self.cluster.jobs)
        self.assertNotIn("queued again", self.log(folder, "shard-2.txt"))

    def _make_the_first_run_out_of_time(self, folder, array):
        wait_until(lambda: self.runs_of(folder, 1), 120, self.cluster.jobs)
        self.cluster.run("scancel", "--signal=USR1", "--batch", f"{array}_1")
        wait_until(lambda: f"{array}_1 PENDING" in self.cluster.jobs(), 60, self.cluster.jobs)
        self.assertIn("queued again", self.log(folder, "shard-1.txt"))
        return self.runs_of(folder, 1)

    def test_a_job_uses_the_processors_that_it_was_given(self):
        run = self.place / "one processor"
        words = [PROGRAM, "run", ROOT / "config/baseline.yaml", "--persons", "500", "--months", "2", "--set",
                 "time.warm_up=2 months", "-q", "-o", run]
        script = self.place / "job.sh"
        script.write_text("#!/bin/sh\nexec " + " ".join(f"'{word}'" for word in words) + "\n", encoding="utf-8")
        self.cluster.run("sbatch", "--wait", f"--output={self.place}/job.txt", script)
        self.assertIn('"threads": 1,', (run / "run.json").read_text(encoding="utf-8"))


def commands_of_the_page(word):
    """The snippet of docs/sweep.md in which the word stands first."""
    text = (ROOT / "docs/sweep.md").read_text(encoding="utf-8")
    return next(block for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) if word in block)


# What ssh does of OPTIONS HOST COMMAND, without a network: this machine is every host. In a shared folder the home is
# ours; else each host has its own.
SSH = """#!/bin/bash
while [[ $1 == -* ]]; do [[ $1 != -l ]] || shift; shift; done
echo "$1" >> "$PLACE/reached"
if [[ $SHARED = no ]]; then export HOME="$PLACE/home of $1"; mkdir -p "$HOME"; cd "$HOME"; fi
shift
[[ $1 != -- ]] || shift
exec bash -c "$*"
"""


class UnderGnuParallel(SweepInParts):
    """What the page shows, with two machines."""

    def setUp(self):
        missing = [name for name in ("parallel", "rsync") if shutil.which(name) is None]
        self.assertEqual([], missing, "not installed; run 'scripts/install slurm'")

    def shown(self, word, shared):
        place = self.place / word.strip("-")
        (place / "bin").mkdir(parents=True)
        write_plan(place)
        (place / "bin/kochmon").symlink_to(PROGRAM)
        (place / "machines").write_text("1/one\n1/two\n", encoding="utf-8")
        (place / "bin/ssh").write_text(SSH, encoding="utf-8")
        (place / "bin/ssh").chmod(0o755)
        environment = {**os.environ, "PATH": f"{place}/bin:{os.environ['PATH']}", "PLACE": str(place), "SHARED": shared}
        subprocess.run(["bash", "-euo", "pipefail", "-c", commands_of_the_page(word)], cwd=place, check=True,
                       env=environment, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        self.assertEqual({"one", "two"}, set((place / "reached").read_text(encoding="utf-8").split()))
        self.assertEqual(self.whole, tables_of(place / "out/study"))
        return place

    def test_in_a_shared_folder_is_the_whole(self):
        self.shown("--workdir", shared="yes")

    def test_on_disks_of_their_own_is_the_whole(self):
        place = self.shown("--basefile", shared="no")
        self.assertTrue((place / "home of one/plan.yaml").exists(), "what was to be elsewhere was here")


class UnderSnakemake(SweepInParts):
    def test_the_example_is_the_whole(self):
        if shutil.which("snakemake") is None:
            self.skipTest("snakemake is not installed")
        place = self.place / "snakemake"
        write_plan(place)
        subprocess.run(["snakemake", "--snakefile", ROOT / "docs/examples/Snakefile", "--cores", "2", "--quiet",
                        "--config", "plan=plan.yaml", f"kochmon={PROGRAM}"], cwd=place, check=True)
        self.assertEqual(self.whole, tables_of(place / "out/study"))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)  # as Ctrl-C, so that no daemon is left
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
