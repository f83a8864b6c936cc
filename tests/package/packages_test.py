#!/usr/bin/env python3
"""Asks of what `scripts/package` made that it works away from the sources.

    packages_test.py FOLDER    the folder of the packages; see `scripts/test package`
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VERSION = re.search(r"project\(kochmon VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)
POLICY = """\
schema: 1
scenario: dearer
base: baseline
shocks:
  - {lever: jurisdictions.russia.permit.fee, scale: 1.5, from: 2010-01}
"""
FEW = ["--persons", "500", "--months", "12", "--quiet"]
# Neither the sources nor a program elsewhere: what is asked of a package must be in it.
BARE = {"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
PACKAGES = pathlib.Path()


def only(pattern):
    found = sorted(PACKAGES.glob(pattern))
    if len(found) != 1:
        raise AssertionError(f"{PACKAGES}: expected one {pattern}, found {[file.name for file in found]}")
    return found[0]


def dead_links(page):
    """Links of an installed document to files that are not installed; pages about the sources lead into the sources."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in re.findall(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in link and not link.startswith("mailto:") and not (page.parent / link).exists():
            yield link


class TestCase(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="kochmon-package-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(os.path.realpath(temporary.name))

    def said(self, *words, folder=None, status=0, **environment):
        done = subprocess.run([str(word) for word in words], cwd=folder or self.folder, env={**BARE, **environment}, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertEqual(done.returncode, status, f"{words}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr


class DebianPackage(TestCase):
    def setUp(self):
        super().setUp()
        self.package = only("*.deb")
        self.root = self.folder / "root"
        self.said("dpkg-deb", "-x", self.package, self.root)
        self.program = self.root / "usr/bin/kochmon"
        self.work = self.folder / "work"
        self.work.mkdir()

    def test_says_what_it_is_and_needs(self):
        self.assertEqual(self.said("dpkg-deb", "-f", self.package, "Package", "Version"), f"Package: kochmon\nVersion: {VERSION}\n")
        needed = self.said("dpkg-deb", "-f", self.package, "Depends")
        for library in ("libc6", "libstdc++6", "libtbb", "libyaml-cpp", "libsqlite3-0"):
            self.assertIn(library, needed)
        self.assertNotIn("-dev", needed)
        self.assertTrue(self.said(self.program, "version").startswith(f"kochmon {VERSION}\n"))

    def test_runs_its_own_scenarios_by_name_in_any_folder(self):
        self.said(self.program, "run", "baseline", *FEW, "-o", "out", folder=self.work)
        account = json.loads((self.work / "out/run.json").read_text(encoding="utf-8"))
        config = self.root / "usr/share/kochmon/config"
        self.assertEqual(account["inputs"][0]["path"], str(config / "baseline.yaml"))
        # The same bytes as those of the scenarios of the sources.
        self.said(self.program, "run", ROOT / "config/baseline.yaml", *FEW, "-o", "of-sources", folder=self.work)
        digests = [json.loads((self.work / name / "run.json").read_text(encoding="utf-8"))["digest"] for name in ("out", "of-sources")]
        self.assertEqual(*digests)
        for file in (ROOT / "config").rglob("*.yaml"):
            self.assertEqual((config / file.relative_to(ROOT / "config")).read_bytes(), file.read_bytes(), file)

    def test_compares_a_policy_that_lies_there_and_reports(self):
        (self.work / "my.yaml").write_text(POLICY, encoding="utf-8")
        self.said(self.program, "compare", "baseline", "my.yaml", "permit-fee", *FEW, "--replicates", "2", "-o", "out", folder=self.work)
        self.said(self.program, "report", "out", "-o", "report.html", folder=self.work)
        self.assertIn("dearer", (self.work / "report.html").read_text(encoding="utf-8"))
        self.assertIn("fee-checks-bans", self.said(self.program, "sweep", "fee-checks-bans", "--dry-run", folder=self.work))

    def test_man_pages_are_in_order_and_one_for_each_command(self):
        pages = sorted((self.root / "usr/share/man/man1").glob("*"))
        names = {page.name.split(".")[0] for page in pages}
        for command in ("run", "compare", "sweep", "report", "explain", "validate"):
            self.assertIn(f"kochmon-{command}", names)
        # A date would make other pages of the same help; mandoc asks for one, with status 2.
        warnings = self.said("mandoc", "-T", "lint", "-W", "warning", *pages, status=2).splitlines()
        self.assertEqual([line for line in warnings if "missing date" not in line], [])
        self.assertEqual(len(warnings), len(pages))

    def test_completions_can_be_read_and_complete(self):
        script = self.root / "usr/share/bash-completion/completions/kochmon"
        self.said("bash", "-n", script)
        ask = f"source {script}; COMP_WORDS=(kochmon comp); COMP_CWORD=1; " + (
            "$(complete -p kochmon | sed 's/.*-F \\([^ ]*\\).*/\\1/') kochmon comp kochmon; echo \"${COMPREPLY[@]}\"")
        self.assertEqual(self.said("bash", "-c", ask).split(), ["compare"])
        for shell, file in (("zsh", "zsh/vendor-completions/_kochmon"), ("fish", "fish/vendor_completions.d/kochmon.fish")):
            self.assertTrue((self.root / "usr/share" / file).is_file(), file)
            if shutil.which(shell):
                self.said(shell, "-n", self.root / "usr/share" / file)

    def test_brings_documents_and_licence(self):
        documents = self.root / "usr/share/doc/kochmon"
        for file in ("README.md", "CITATION.cff", "copyright", "docs/README.md", "docs/tutorial.md", "python/README.md", "r/README.md"):
            self.assertTrue((documents / file).is_file(), file)
        pages = sorted(documents.rglob("*.md"))
        self.assertGreater(len(pages), 60)
        self.assertEqual([f"{page.relative_to(documents)}: {link}" for page in pages for link in dead_links(page)], [])


class Wheel(TestCase):
    def test_is_installed_and_draws_its_example(self):
        site = self.folder / "site"
        self.said(sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet", "--root-user-action=ignore",
                  "--target", site, only(f"kochmon-{VERSION}-*.whl"))
        told = self.said(sys.executable, "-c", "import kochmon; print(kochmon.__version__, kochmon.find_program())", PYTHONPATH=str(site))
        self.assertEqual(told, f"{VERSION} {site}/kochmon/bin/kochmon\n")
        # All but the C library is its own.
        for line in self.said("ldd", site / "kochmon/bin/kochmon").splitlines():
            if "=> /" in line and not re.match(r"\s*lib(c|m|pthread|dl|rt)\.so", line):
                self.assertIn(f"=> {site}/kochmon/", line.replace("/bin/../lib/", "/lib/"))
        self.said(sys.executable, ROOT / "python/examples/permit_fee.py", "figure.png", "results", PYTHONPATH=str(site))
        self.assertEqual((self.folder / "figure.png").read_bytes()[:4], b"\x89PNG")
        account = json.loads((self.folder / "results/run.json").read_text(encoding="utf-8"))
        self.assertEqual((account["version"], account["inputs"][0]["path"]),
                         (VERSION, f"{site}/kochmon/share/kochmon/config/baseline.yaml"))


class SourcesOfR(TestCase):
    def test_are_installed_with_the_page_that_was_run(self):
        self.said("R", "CMD", "INSTALL", f"--library={self.folder}", only(f"kochmon_{VERSION}.tar.gz"))
        told = self.said("Rscript", "-e", "cat(as.character(packageVersion('kochmon')))", R_LIBS=str(self.folder))
        self.assertEqual(told, VERSION)
        self.assertNotIn("was not run", (self.folder / "kochmon/doc/kochmon.html").read_text(encoding="utf-8"))


if __name__ == "__main__":
    if len(sys.argv) < 2 or not pathlib.Path(sys.argv[1]).is_dir():
        sys.exit("packages_test: expected the folder of the packages, see scripts/test package")
    PACKAGES = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
