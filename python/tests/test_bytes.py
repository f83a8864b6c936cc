# SPDX-License-Identifier: MIT
"""Results of the package are, byte for byte, those of the command line."""
import json
import os

import kochmon as km

from .support import BASELINE, FEE, PERMIT_FEE, SMALL, SMALL_FLAGS, TestCase, digests, kochmon


class Bytes(TestCase):
    def assert_same(self, result, *command):
        there = self.folder / "by-command-line"
        done = kochmon(*command, "--output", there)
        self.assertEqual(done.returncode, 0, done.stderr)
        mine, theirs = digests(result.folder), digests(there)
        self.assertGreater(len(theirs), 10)
        self.assertEqual(mine, theirs)
        if result.kind != "study":
            account = json.loads((there / "run.json").read_text(encoding="utf-8"))
            for key in ("digest", "files", "settings", "scenario"):
                self.assertEqual(result.account[key], account[key], key)
        # What it told is the same but for the name of the folder and the speed.
        told = [self.told(text, folder) for text, folder in ((str(result), result.folder), (done.stdout, there))]
        self.assertGreater(len(told[1]), 10)
        self.assertEqual(*told)

    def told(self, text, folder):
        return [line for line in text.splitlines() if str(folder) not in line and not line.startswith("Speed")]

    def test_of_a_run(self):
        one = km.scenario(BASELINE, set={"start.cash": "20000 RUB"}, seed=3, months=12)
        result = km.run(one, persons=1000, panel=50, progress="none")
        self.assert_same(
            result, "run", BASELINE, *SMALL_FLAGS, "--set", "start.cash=20000 RUB", "--seed", "3", "--panel", "50"
        )

    def test_of_a_comparison_by_files(self):
        result = km.compare(BASELINE, PERMIT_FEE, replicates=2, by=["origin", "sex"], **SMALL)
        self.assert_same(
            result, "compare", BASELINE, PERMIT_FEE, *SMALL_FLAGS, "--replicates", "2", "--by", "origin,sex"
        )

    def test_of_a_comparison_by_values(self):
        text = (
            "schema: 1\nscenario: {name}\nbase: " + os.path.relpath(BASELINE, self.folder) + "\nshocks:\n"
            "  - {{lever: " + FEE + ", {change}, from: 2010-03, until: 2010-09, group: {{origin: [batken, osh]}}}}\n"
        )
        up = self.write("up.yaml", text.format(name="up", change="scale: 1.5"))
        down = self.write("down.yaml", text.format(name="down", change="set: 900 RUB"))
        group = {"origin": ["batken", "osh"]}
        policies = [
            km.policy("up", [km.shock(FEE, start="2010-03", end="2010-09", scale=1.5, group=group)]),
            km.policy("down", [km.shock(FEE, start="2010-03", end="2010-09", value="900 RUB", group=group)]),
        ]
        result = km.compare(BASELINE, policies, replicates=2, populations=1, without_direct=True, **SMALL)
        self.assert_same(
            result, "compare", BASELINE, up, down, *SMALL_FLAGS,
            "--replicates", "2", "--populations", "1", "--without-direct",
        )

    def test_of_a_policy_that_is_run(self):
        fee = km.policy("permit-fee", km.shock(FEE, start="2010-01", scale="1.10"), base=BASELINE)
        self.assert_same(km.run(fee, **SMALL), "run", PERMIT_FEE, *SMALL_FLAGS)

    def test_of_a_sweep(self):
        plan = self.plan()
        self.assert_same(km.sweep(plan, progress="none"), "sweep", plan, "--progress", "none")
