# SPDX-License-Identifier: MIT
"""What several tests use."""
import csv
import hashlib
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

PYTHON = pathlib.Path(__file__).resolve().parent.parent
CONFIG = PYTHON.parent / "config"
BASELINE = str(CONFIG / "baseline.yaml")
PERMIT_FEE = str(CONFIG / "policies" / "permit-fee.yaml")
FEE = "jurisdictions.russia.permit.fee"
SMALL = {"persons": 1000, "months": 12, "progress": "none"}
SMALL_FLAGS = ["--persons", "1000", "--months", "12", "--progress", "none"]
# When and where it was made stands in these, and the time of drawing in PDF files (docs/interfaces.md).
WITH_TIMES = {"run.json", ".kochmon"}

PLAN = """\
schema: 1
sweep: small
base: {base}
persons: 500
months: 12
replicates: 2
vary:
  fee: {{lever: jurisdictions.russia.permit.fee, scale: [0.50, 2], from: 2010-01}}
  cash: {{key: start.cash, values: [5000 RUB, 20000 RUB]}}
design: grid
keep: {{measures: [legality_by_right, abroad], by: [total], months: yearly}}
"""


class TestCase(unittest.TestCase):
    """With a folder of its own, away from temporary folders that are links."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="test-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(os.path.realpath(temporary.name))

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def plan(self, text=PLAN):
        return self.write("plan.yaml", text.format(base=os.path.relpath(BASELINE, self.folder)))


def kochmon(*arguments):
    """What the command line does, without the package."""
    return subprocess.run([os.environ["KOCHMON"], *map(str, arguments)], capture_output=True, text=True, check=False)


def digests(folder):
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and path.name not in WITH_TIMES:
            # The program that draws dates its PDF files.
            content = re.sub(rb"/CreationDate \([^)]*\)", b"", path.read_bytes())
            found[str(path.relative_to(folder))] = hashlib.sha256(content).hexdigest()
    return found


def rows_of(file):
    with open(file, newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def columns_of(table):
    return list(table.columns)


def rows_in(table):
    """Rows of either kind of table as dicts, without a value None."""
    if isinstance(table, list):
        return list(table)
    rows = table.to_dict("records")
    return [{key: None if value != value else value for key, value in row.items()} for row in rows]
