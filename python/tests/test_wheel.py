# SPDX-License-Identifier: MIT
"""A wheel holds all that is needed: installed by pip, it runs shipped scenarios by their names."""
import base64
import csv
import hashlib
import importlib.util
import inspect
import io
import os
import re
import subprocess
import sys
import unittest
import zipfile

import kochmon as km

from .support import BASELINE, CONFIG, PERMIT_FEE, PYTHON, SMALL_FLAGS, TestCase, digests, kochmon

R = PYTHON.parent / "r" / "kochmon"
NAME = f"kochmon-{km.__version__}-py3-none-linux_x86_64.whl"


@unittest.skipIf(sys.version_info < (3, 11), "the builder needs Python 3.11")
class Wheel(TestCase):
    def build(self, output, program=None, config=CONFIG):
        return subprocess.run(
            [sys.executable, PYTHON / "make_wheel.py", "--program", program or os.environ["KOCHMON"],
             "--config", config, "-o", output],
            capture_output=True, text=True, check=False,
        )

    def test_record_and_tag(self):
        done = self.build(self.folder)
        self.assertEqual((done.returncode, done.stdout), (0, f"{self.folder / NAME}\n"), done.stderr)
        first = (self.folder / NAME).read_bytes()
        self.build(self.folder)
        self.assertEqual((self.folder / NAME).read_bytes(), first)
        info = f"kochmon-{km.__version__}.dist-info"
        with zipfile.ZipFile(self.folder / NAME) as wheel:
            record = {path: (digest, size) for path, digest, size in
                      csv.reader(io.TextIOWrapper(wheel.open(f"{info}/RECORD"), "utf-8", newline=""))}
            self.assertEqual(sorted(record), sorted(wheel.namelist()))
            self.assertEqual(record.pop(f"{info}/RECORD"), ("", ""))
            for path, (digest, size) in record.items():
                content = wheel.read(path)
                made = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
                self.assertEqual((digest, size), (f"sha256={made}", str(len(content))), path)
            self.assertIn("Tag: py3-none-linux_x86_64\n", wheel.read(f"{info}/WHEEL").decode())
            self.assertIn(f"Name: kochmon\nVersion: {km.__version__}\n", wheel.read(f"{info}/METADATA").decode())
            self.assertEqual(wheel.getinfo("kochmon/bin/kochmon").external_attr >> 16, 0o100755)
            self.assertIn("kochmon/share/kochmon/config/baseline.yaml", record)
            self.assertEqual(wheel.read(f"{info}/entry_points.txt").decode(),
                             "[console_scripts]\nkochmon = kochmon.__main__:main\n")
            self.assertEqual([path for path in record if path.endswith((".cpp", ".hpp", ".pyc"))], [])

    def test_what_cannot_be_packed_is_refused(self):
        for program, config, text in (
            (BASELINE, CONFIG, "baseline.yaml is no program for Linux on x86-64"),
            (self.folder / "none", CONFIG, "none is no program"),
            (None, self.folder, "holds no baseline.yaml"),
        ):
            done = self.build(self.folder / "dist", program, config)
            self.assertEqual(done.returncode, 1)
            self.assertIn(text, done.stderr)
            self.assertFalse((self.folder / "dist").exists())

    @unittest.skipUnless(importlib.util.find_spec("pip") and os.environ.get("KOCHMON_RARE_CHECKS"), "of the rare checks, with pip")
    def test_installed(self):
        self.assertEqual(self.build(self.folder).returncode, 0)
        site = self.folder / "site"
        pip = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet", "--root-user-action=ignore"]
        done = subprocess.run([*pip, "--target", site, self.folder / NAME], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        place = self.folder / "place"
        place.mkdir()
        done = self.python(site, place, """
            import kochmon as km
            print(km.find_program(), km.__version__)
            small = dict(persons=1000, months=12, progress="none")
            km.run("baseline", output="by-name", **small)
            km.run("permit-fee", output="policy", **small)
            km.compare("baseline", ["permit-fee"], output="both", replicates=1, **small)
            own = km.policy("dear", km.shock("jurisdictions.russia.permit.fee", start="2005-06", scale=2))
            print(km.effect(km.compare("history", own, replicates=1, **small), "abroad", by="total")["policy"][0])
            print("fee-checks-bans" in km.sweep("fee-checks-bans", dry_run=True, progress="none"))
            try:
                km.run("baselin")
            except km.KochmonError as error:
                print(error.status, "there is no file 'baselin'" in str(error))
            """)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.stdout.splitlines(), [
            f"{site}/kochmon/bin/kochmon {km.__version__}", "dear", "True", "4 True",
        ])
        for name, files in (("by-name", ["run", BASELINE]), ("policy", ["run", PERMIT_FEE]),
                            ("both", ["compare", BASELINE, PERMIT_FEE, "--replicates", "1"])):
            kochmon(*files, *SMALL_FLAGS, "-o", self.folder / name)
            self.assertGreater(len(digests(place / name)), 5)
            self.assertEqual(digests(place / name), digests(self.folder / name))

        # The command is the program itself.
        done = self.python(site, place, "import runpy, sys; sys.argv[1:] = ['version']; runpy.run_module('kochmon', run_name='__main__')")
        self.assertIn(f"kochmon {km.__version__}\n", done.stdout, done.stderr)
        self.assertTrue((site / "bin" / "kochmon").is_file())

        # A file of that name in the working folder comes first.
        (place / "baseline").write_text("schema: 2\n")
        done = self.python(site, place, "import kochmon as km; km.run('baseline')")
        self.assertIn("\nbaseline:1:9: schema: ", done.stderr)

    def python(self, site, place, code):
        lines = code.splitlines()
        indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        environment = {key: value for key, value in os.environ.items() if key not in ("KOCHMON", "KOCHMON_CONFIG")}
        return subprocess.run(
            [sys.executable, "-c", "\n".join(line[indent:] for line in lines)], cwd=place, capture_output=True, text=True,
            env={**environment, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}, check=False,
        )


class Packages(unittest.TestCase):
    """That of R is the same in another language."""

    def test_version_is_the_same_everywhere(self):
        self.assertIn(f'\nversion = "{km.__version__}"\n', (PYTHON / "pyproject.toml").read_text(encoding="utf-8"))
        self.assertIn(f"\nVersion: {km.__version__}\n", (R / "DESCRIPTION").read_text(encoding="utf-8"))

    def test_functions_and_arguments_are_the_same(self):
        exported = re.findall(r"^export\((\w+)\)$", (R / "NAMESPACE").read_text(encoding="utf-8"), re.MULTILINE)
        functions = [name for name in km.__all__ if name[0].islower()]
        self.assertEqual(sorted(exported), sorted(functions))
        pages = "\n".join(page.read_text(encoding="utf-8") for page in (R / "man").glob("*.Rd"))
        pages = pages.replace("\nsweep(plan, ...)\n", "\n")  # of what is no plan
        for name in functions:
            usage = re.search(rf"^(?:\\method{{{name}}}{{character}}|{name})\((.*)\)$", pages, re.MULTILINE)
            words = re.sub(r" = (\w+\([^()]*\)|\w+)", "", usage.group(1)).split(", ")
            mine = inspect.signature(getattr(km, name)).parameters.values()
            mine = [each.name for each in mine if each.kind == each.POSITIONAL_OR_KEYWORD]
            self.assertEqual(sorted(set(words) - {"..."}), sorted(mine), name)
