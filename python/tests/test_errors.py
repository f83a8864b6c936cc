# SPDX-License-Identifier: MIT
"""What is refused is told in the program's own words, and what is wrong in the package's own doing in clear ones."""
import contextlib
import io
import os
import pickle
import subprocess
import unittest.mock
import warnings

import kochmon as km

from .support import BASELINE, FEE, PERMIT_FEE, SMALL, TestCase


class Refused(TestCase):
    def refused(self, function, *arguments, **options):
        with contextlib.redirect_stderr(io.StringIO()) as console, self.assertRaises(km.KochmonError) as caught:
            function(*arguments, **options)
        return caught.exception, console.getvalue()

    def assert_own_words(self, error, status):
        again = subprocess.run(error.command, capture_output=True, text=True, check=False)
        self.assertEqual((str(error), error.status), (again.stderr.rstrip("\n"), again.returncode))
        self.assertEqual(error.status, status)

    def test_scenario_with_two_mistakes(self):
        base = os.path.relpath(BASELINE, self.folder)
        wrong = self.write("wrong.yaml", f"schema: 1\nscenario: wrong\nbase: {base}\npopulation: {{persons: lots}}\nhom: 3\n")
        error, console = self.refused(km.run, wrong)
        self.assert_own_words(error, 2)
        self.assertIn("wrong.yaml:4:23: population.persons: 'lots' is not a number", str(error))
        self.assertIn("wrong.yaml:5:", str(error))
        self.assertEqual(console, "")  # not told twice

    def test_policy_of_values(self):
        error, _ = self.refused(km.compare, BASELINE, km.policy("dear", km.shock(FEE, start="2010-13", value="10")))
        self.assert_own_words(error, 2)
        self.assertIn("/dear.yaml:6:10: ", str(error))
        self.assertIn("/dear.yaml:7:11: ", str(error))

    def test_flags_and_files(self):
        self.assert_own_words(self.refused(km.run, BASELINE, bogus=3)[0], 64)
        self.assert_own_words(self.refused(km.run, BASELINE, persons=-3)[0], 64)
        self.assert_own_words(self.refused(km.run, "nosuch")[0], 4)
        self.assert_own_words(self.refused(km.sweep, "nosuch.yaml")[0], 4)
        self.assert_own_words(self.refused(km.resume, self.folder)[0], 4)

    def test_output_folder_is_not_written_over(self):
        place = self.folder / "out"
        first = km.run(BASELINE, output=place, **SMALL)
        error, _ = self.refused(km.run, BASELINE, output=place, **SMALL)
        self.assert_own_words(error, 3)
        second = km.run(BASELINE, output=str(place), force=True, **{**SMALL, "months": 13})
        self.assertEqual((second.folder, second.account["settings"]["months_reported"]), (first.folder, 13))

    def test_errors_can_be_pickled(self):
        error = pickle.loads(pickle.dumps(self.refused(km.run, "nosuch.yaml")[0]))
        self.assertEqual((str(error), error.status), ("kochmon: there is no file 'nosuch.yaml'", 4))


class Program(TestCase):
    def fake(self, text):
        program = self.write("fake", "#!/bin/sh\n" + text)
        program.chmod(0o755)
        return program

    def test_not_found(self):
        for given in ({"program": "/no/such"}, {}):
            with unittest.mock.patch.dict(os.environ, {"KOCHMON": "/nor/this"}):
                with self.assertRaises(km.KochmonError) as caught:
                    km.run(BASELINE, **given)
            self.assertIn(given.get("program", "/nor/this"), str(caught.exception))
            self.assertIn("argument program" if given else "variable KOCHMON", str(caught.exception))
            self.assertIn("Install", str(caught.exception))
            self.assertIsNone(caught.exception.status)

    def test_found_in_path(self):
        program = self.fake("exit 0\n").rename(self.folder / "kochmon")
        with unittest.mock.patch.dict(os.environ, {"PATH": str(self.folder)}):
            del os.environ["KOCHMON"]
            self.assertEqual(km.find_program(), program)
            program.chmod(0o644)
            with self.assertRaisesRegex(km.KochmonError, "bin/kochmon and kochmon .the latter in PATH."):
                km.find_program()

    def test_arguments_as_they_arrive(self):
        program = self.fake('for each in "$@"; do echo "$each" >&2; done; exit 2\n')
        with self.assertRaises(km.KochmonError) as caught:
            km.compare(
                km.scenario("-x y.yaml", set={"a.b": 1e-05, "c": True}, seed=4), ["p.yaml", "q.yaml"], output="o",
                program=program, population_seed=7, by=["origin", "sex"], without_direct=True, force=False, trace=None,
                set={"d": [{"from": "2005-01", "value": "3 RUB"}]},
            )
        self.assertEqual(str(caught.exception).splitlines(), [
            "compare", "--set=a.b=0.00001", "--set=c=true", "--set=d=[{from: 2005-01, value: 3 RUB}]", "--seed=4",
            "--by=origin,sex", "--population-seed=7", "--without-direct", "--output=o", "--",
            "-x y.yaml", "p.yaml", "q.yaml",
        ])

    def test_killed_without_a_word(self):
        with self.assertRaises(km.KochmonError) as caught:
            km.run(BASELINE, program=self.fake("kill -9 $$\n"))
        self.assertEqual(caught.exception.status, 137)
        self.assertEqual(str(caught.exception), "kochmon ended with status 137 and gave no reason")

    def test_progress_is_shown_as_it_comes_and_errors_at_the_end_too(self):
        program = self.fake("sleep 0.7; echo 'half done' >&2; sleep 0.2; printf 'no\\303\\251' >&2; exit 4\n")
        with contextlib.redirect_stderr(io.StringIO()) as console, self.assertRaises(km.KochmonError) as caught:
            km.run(BASELINE, program=program)
        self.assertTrue(console.getvalue().startswith("half done\n"))
        self.assertEqual(str(caught.exception), "half done\nnoé")

    def test_errors_after_hours_come_without_the_lines_of_progress(self):
        lines = ["kochmon: replicate 1 of 2, 2005-03 (warm-up), 3 % done, 40 s left", '{"replicate": 0, "done": 0.5}',
                 "kochmon: 3 of 28 runs done, 0 failed, 25.49 a second, 2 min left", "kochmon: the disk is full"]
        program = self.fake("cat >&2 <<'END'\n" + "\n".join(lines) + "\nEND\nexit 4\n")
        with self.assertRaises(km.KochmonError) as caught:
            km.run(BASELINE, program=program)
        self.assertEqual(str(caught.exception), "kochmon: the disk is full")

    def test_notes_are_shown_where_all_went_well(self):
        idle = km.policy("idle", km.shock(FEE, start="2010-01", scale=1), base=BASELINE)
        with contextlib.redirect_stderr(io.StringIO()) as console:
            km.run(idle, **SMALL)
        self.assertIn("this shock changes no value in the run", console.getvalue())


class Whole(TestCase):
    """Results that are whole though the status is not 0."""

    def test_precision_that_is_not_reached(self):
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", UserWarning)
            result = km.compare(BASELINE, PERMIT_FEE, precision="legality_by_right 0.1 points", replicates=10, **SMALL)
        self.assertEqual((result.status, result.account["comparison"]["precision_reached"]["met"]), (7, False))
        told = [each for each in told if each.category is UserWarning]
        self.assertEqual([each.filename for each in told], [__file__])
        self.assertIn("status 7", str(told[0].message))
        self.assertIn("is not met with 10 replicates", str(result))

    def test_sweep_with_runs_that_fail(self):
        fee = "fee: {{lever: jurisdictions.russia.permit.fee, scale: [0.5, 2], from: 2010-01, group: {{origin: [mars]}}}}"
        plan = (
            "schema: 1\nsweep: fails\nbase: {base}\npersons: 500\nmonths: 12\nreplicates: 1\nvary:\n  " + fee
            + "\ndesign: grid\nkeep: {{measures: [abroad], by: [total], months: yearly}}\n"
        )
        with self.assertWarnsRegex(UserWarning, "status 8"):
            study = km.sweep(self.plan(plan), progress="none")
        self.assertEqual(study.status, 8)
        self.assertEqual(len(km.result_table(study, "failures")), 2)
        self.assertEqual(len(km.series(study, "abroad")), 1)  # the base


class Opened(TestCase):
    def test_what_is_no_folder_of_results(self):
        self.write("run.json", '{"program": "other"}')
        with self.assertRaisesRegex(km.KochmonError, "run.json: is not an account of results of kochmon .*other"):
            km.open(self.folder)
        for text in ("{", "[]", '{"a": 1}'):
            self.write("run.json", text)
            with self.assertRaisesRegex(km.KochmonError, "run.json: is not an account"):
                km.open(self.folder)
        (self.folder / "run.json").unlink()
        with self.assertRaisesRegex(km.KochmonError, "no finished results of kochmon"):
            km.open(self.folder)

    def test_what_was_run_before(self):
        made = km.run(BASELINE, output=self.folder / "out", **SMALL)
        found = km.open(str(self.folder / "out"))
        self.assertEqual((found.kind, found.folder, found.account), ("run", made.folder, made.account))
        self.assertEqual(str(found), f"<run baseline in {self.folder / 'out'}>")
