# SPDX-License-Identifier: MIT
"""Scenarios, shocks and policies as values."""
import datetime
import os
import pathlib
import subprocess
import sys

import kochmon as km
from kochmon.scenario import text_of

from .support import BASELINE, FEE, PYTHON, SMALL, TestCase, kochmon


class Number:
    """As a number of numpy."""

    def item(self):
        return 0.25


class Words(TestCase):
    def test_values_as_the_program_reads_them(self):
        for value, text in (
            (3, "3"), (1.1, "1.1"), (2.0, "2"), (1e-05, "0.00001"), (1e22, "10000000000000000000000"), (-0.5, "-0.5"),
            (True, "true"), (False, "false"), (Number(), "0.25"), ("25000 RUB", "25000 RUB"),
            (datetime.date(2010, 3, 1), "2010-03"), (pathlib.Path("a/b.yaml"), "a/b.yaml"),
            (["osh", "batken"], "[osh, batken]"), ({"origin": ["osh"]}, "{origin: [osh]}"),
            ([{"from": datetime.date(2005, 1, 1), "value": "10 %"}], "[{from: 2005-01, value: 10 %}]"),
            (["a, b", "- c", "d: e", 'f"', "g #h", "", "%i"], '["a, b", "- c", "d: e", "f\\"", "g #h", "", "%i"]'),
        ):
            self.assertEqual(text_of(value), text)

    def test_shock_has_the_keys_of_policy_files(self):
        self.assertEqual(
            km.shock(FEE, start="2010-01", end="2012-01", value="100 RUB", ramp="6 months"),
            {"lever": FEE, "set": "100 RUB", "ramp": "6 months", "from": "2010-01", "until": "2012-01"},
        )
        self.assertEqual(km.shock(FEE, add=0, until="2011-01"), {"lever": FEE, "add": 0, "until": "2011-01"})


class Values(TestCase):
    def test_policy_is_printed_as_its_file(self):
        shocks = [km.shock(FEE, start="2010-01", scale=1.1), km.shock("a.b", value=True, group={"origin": ["osh"]})]
        text = (
            "schema: 1\nscenario: dear\n{base}shocks:\n"
            f"  - lever: {FEE}\n    scale: 1.1\n    from: 2010-01\n"
            "  - lever: a.b\n    set: true\n    group: {{origin: [osh]}}\n"
        )
        self.assertEqual(str(km.policy("dear", shocks)), text.format(base=""))
        one = km.policy("dear", shocks, base=km.scenario("x/baseline.yaml", seed=2))
        self.assertEqual(str(one), text.format(base="base: x/baseline.yaml\n"))

    def test_policy_file_is_read_by_the_program(self):
        place = self.folder / "a b: c"
        place.mkdir()
        base = place / "base.yaml"
        base.write_text(f"schema: 1\nscenario: mine\nbase: ../{os.path.relpath(BASELINE, self.folder)}\n")
        (place / "deep").mkdir()
        (self.folder / "link").symlink_to(place / "deep")
        for path in (base, self.folder / "link" / ".." / "base.yaml"):
            file = km.policy("dear", km.shock(FEE, start=datetime.date(2010, 5, 17), scale=1.1), base=path).file()
            said = kochmon("validate", file)
            self.assertEqual((said.returncode, said.stdout), (0, f"{file}: OK, scenario dear\n"), said.stderr)

    def test_scenario_is_printed_with_what_is_laid_over_it(self):
        one = km.scenario("baseline", set={"start.cash": "3 RUB", "x": 1}, persons=500)
        self.assertEqual(str(one), "Scenario baseline --set=start.cash=3 RUB --set=x=1 --persons=500")
        two = km.scenario(one, set={"x": 2}, persons=600)
        self.assertEqual(str(two), "Scenario baseline --set=start.cash=3 RUB --set=x=2 --persons=600")
        self.assertEqual(str(km.scenario(km.policy("dear", []), seed=1)), "Scenario dear --seed=1")

    def test_policy_is_run_with_what_is_laid_over_its_base(self):
        base = km.scenario(BASELINE, persons=700, set={"start.cash": "3 RUB"})
        result = km.run(km.policy("dear", km.shock(FEE, start="2010-01", scale=2), base=base), months=12, progress="none")
        self.assertEqual(result.account["scenario"], "dear")
        self.assertEqual(result.account["settings"]["persons"], 700)
        self.assertIn("  cash: {value: 3 RUB, source: user}", (result.folder / "scenario.yaml").read_text())

    def test_bases_of_policies(self):
        dear = km.shock(FEE, start="2010-01", scale=2)
        with self.assertRaisesRegex(km.KochmonError, "policy dear has no base: give policy"):
            km.run(km.policy("dear", dear))
        other = km.policy("dear", dear, base=km.scenario(BASELINE, set={"start.cash": "3 RUB"}))
        with self.assertRaisesRegex(km.KochmonError, "policy dear has a base with options of its own"):
            km.compare(BASELINE, other, **SMALL)
        result = km.compare(other.base, other, replicates=1, **SMALL)
        self.assertIn("  cash: {value: 3 RUB, source: user}", (result.folder / "policy-dear.yaml").read_text())

    def test_dry_run_lives_nothing(self):
        told = km.run(BASELINE, dry_run=True, output=self.folder / "out", **SMALL)
        self.assertIsInstance(told, str)
        self.assertFalse((self.folder / "out").exists())


class Session(TestCase):
    def test_temporary_results_live_as_long_as_python(self):
        code = (
            "import kochmon as km, os\n"
            f"one = km.run({BASELINE!r}, persons=500, months=12, progress='none')\n"
            f"two = km.run({BASELINE!r}, persons=500, months=12, progress='none', output={str(self.folder / 'out')!r})\n"
            "child = os.fork()\n"
            "if not child: raise SystemExit\n"  # a fork that ends, and must not remove what is not its own
            "os.waitpid(child, 0)\n"
            "print(one.folder, len(km.series(one, 'abroad', by='total')))\n"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=PYTHON, capture_output=True, text=True, check=False)
        # Where gnuplot, which is only recommended, is not there, the program says so.
        faults = [line for line in done.stderr.splitlines() if "gnuplot is not installed" not in line]
        self.assertEqual((done.returncode, faults), (0, []))
        folder, rows = done.stdout.split()
        self.assertEqual(rows, "12")
        self.assertFalse(os.path.exists(folder))
        self.assertFalse(os.path.exists(os.path.dirname(folder)))
        self.assertTrue((self.folder / "out" / "run.json").exists())
