"""That scripts/new writes what belongs together: it is run in a copy of what it reads, and only headers are compiled.

    python3 tests/architecture/new_test.py [COMPILER]"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
READ = ["agents", "config", "engine", "analysis/words", "docs/model.md", "tests/agents", "tests/corridors"]
BASELINES = ["config/baseline.yaml", "config/corridors/uzbekistan-russia/baseline.yaml",
             "tests/corridors/toy/baseline.yaml"]
COMPILER = "c++"


class New(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.tree = Path(self.folder.name)
        for path in READ:
            (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
            whole = shutil.copytree if (SOURCE / path).is_dir() else shutil.copyfile
            whole(SOURCE / path, self.tree / path)
        self.before = self.texts()

    def tearDown(self):
        self.folder.cleanup()

    def texts(self):
        return {str(file.relative_to(self.tree)): file.read_bytes() for file in self.tree.rglob("*") if file.is_file()}

    def new(self, *words):
        where = [] if "--tree" in words else ["--tree", str(self.tree)]
        return subprocess.run([sys.executable, str(SOURCE / "scripts/new"), *words, *where],
                              capture_output=True, text=True, check=False)

    def done(self, *words):
        """The files that it wrote."""
        before = self.texts()
        result = self.new(*words)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Left to be written by hand", result.stdout)
        now = self.texts()
        self.assertEqual(set(before) - set(now), set())
        written = {path for path, text in now.items() if before.get(path) != text}
        for path in written:
            self.assertIn(path + ":", result.stdout)
        return written

    def refused(self, reason, *words):
        before = self.texts()
        result = self.new(*words)
        self.assertNotEqual(result.returncode, 0, words)
        self.assertIn(reason, result.stderr)
        self.assertEqual(self.texts(), before, "something was written")

    def text(self, path):
        return (self.tree / path).read_text(encoding="utf-8")

    def added(self, path):
        """Lines that are in a file now and were not before; none may be gone."""
        was = self.before[path].decode().split("\n")
        lines = iter(self.text(path).split("\n"))
        added = []
        for line in was:
            for now in lines:
                if now == line:
                    break
                added.append(now)
            else:
                self.fail(f"{path} has lost '{line}'")
        return [line for line in added + list(lines) if line]

    def compiles(self, path):
        command = [COMPILER, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-I", str(self.tree), str(self.tree / path)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr, "")

    def test_a_rule_is_in_the_catalogue_in_every_baseline_and_has_a_test(self):
        written = self.done("rule", "homesick")
        self.assertEqual(written, {
            "agents/rules/homesick.hpp", "agents/rules/homesick.cpp", "tests/agents/rules/homesick_test.cpp",
            "agents/model/parameters.hpp", "agents/model/parameters.cpp", "agents/vocabulary/decision_points.hpp",
            "agents/vocabulary/decision_points.cpp", *BASELINES})
        self.assertEqual(self.added("agents/model/parameters.hpp"),
                         ['#include "agents/rules/homesick.hpp"', "    HomesickRule homesick;"])
        self.assertEqual(self.added("agents/model/parameters.cpp"), ["    homesick.fields(field);"])
        self.assertIn("struct HomesickRule\n", self.text("agents/rules/homesick.hpp"))
        self.assertIn('field("rules.homesick.hazard", hazard,', self.text("agents/rules/homesick.cpp"))
        for baseline in BASELINES:
            self.assertEqual(self.added(baseline), ["  homesick:", "    hazard: {value: 0 %/month, source: assumption}"])
        self.compiles("agents/rules/homesick.cpp")

    def test_a_rule_has_a_block_that_nothing_else_has(self):
        self.done("rule", "homesick")
        blocks = re.findall(r"\n    [a-z_]+ = ([0-9]+)", self.text("agents/vocabulary/decision_points.hpp"))
        self.assertEqual(len(blocks), len(set(blocks)))
        [line] = self.added("agents/vocabulary/decision_points.hpp")
        self.assertRegex(line, r"^    homesick = [0-9]+,$")
        self.assertEqual(int(re.search("[0-9]+", line).group()) % 16, 0)
        [line] = self.added("agents/vocabulary/decision_points.cpp")
        self.assertIn('{Point::homesick, "homesick", ', line)
        self.done("rule", "seasick")
        self.assertNotIn(self.added("agents/vocabulary/decision_points.hpp")[1].split("= ")[1], blocks)

    def test_a_measure_has_its_line_and_its_words(self):
        self.assertEqual(self.done("measure", "nights_at_sea"), {"agents/state/counts.def", "analysis/words/measures.json"})
        words = json.loads(self.text("analysis/words/measures.json"))
        self.assertEqual(set(words["nights_at_sea"]), {"en", "ky", "ru"})
        was = json.loads(self.before["analysis/words/measures.json"])
        self.assertEqual({key: words[key] for key in was}, was)
        self.added("analysis/words/measures.json")
        self.assertEqual(len(self.added("agents/state/counts.def")), 2)
        self.compiles("agents/state/counts.cpp")

    def test_a_lever_changes_its_declaration_alone(self):
        for path, file, now in [
            ("rules.ties.work_without", "agents/rules/ties.cpp", 'without ties", Use::lever}'),
            ("jurisdictions.russia.repeat_ban.chance", None, "is a lever already"),
            ("start.mean_spell", None, "no shock could move it"),
            ("rules.kernel", None, "put Use::lever behind it by hand"),
            ("rules.ties.third_way", None, "has no parameter rules.ties.third_way"),
            ("rules", None, "is no path of a parameter"),
        ]:
            if file is None:
                self.refused(now, "lever", path)
                continue
            self.assertEqual(self.done("lever", path), {file})
            self.assertEqual(self.text(file).replace(now, now.replace(", Use::lever", "")), self.before[file].decode())
            self.assertNotIn(now, self.before[file].decode())

    def test_names_that_are_taken_or_none_are_refused_and_nothing_is_written(self):
        self.refused("is there already", "rule", "status_choice")
        self.refused("a member 'checks' already", "rule", "checks")
        self.refused("a point 'birth' already", "rule", "birth")
        self.refused("is no name", "rule", "Home-Sick")
        self.refused("a count or measure 'births' already", "measure", "births")
        self.refused("a count or measure 'gdp' already", "measure", "gdp")
        self.refused("there is no file", "measure", "nights_at_sea", "--tree", str(self.tree / "agents"))

    def test_what_is_left_to_be_written_is_marked(self):
        self.done("rule", "homesick")
        self.done("measure", "nights_at_sea")
        for path in ["agents/rules/homesick.hpp", "agents/rules/homesick.cpp", "agents/vocabulary/decision_points.cpp",
                     "agents/state/counts.def", "analysis/words/measures.json"]:
            self.assertIn("TO FILL" + " IN", self.text(path), path)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        COMPILER = sys.argv.pop(1)
    unittest.main()
