"""Tests of scripts/check-docs and scripts/snippets.py: that they find what they are there to find."""
import importlib.machinery
import importlib.util
import pathlib
import stat
import sys
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "scripts"
sys.dont_write_bytecode = True
sys.path.insert(0, str(SCRIPTS))
import snippets  # noqa: E402: its folder is known by then


def check_docs():
    loader = importlib.machinery.SourceFileLoader("check_docs", str(SCRIPTS / "check-docs"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_docs", loader))
    loader.exec_module(module)
    return module


# Prints what it is asked to `show`, refuses files that say so, and writes how it was called.
PROGRAM = """#!/bin/sh
echo "$*" >> calls
case "$1" in
    show) printf 'begin\\n  one  1\\n  two  2\\nend\\n' ;;
    validate) for file; do :; done; if grep -q wrong "$file"; then echo "$file: wrong" >&2; exit 2; fi; echo "$file: OK" ;;
    run) echo "ran $*" ;;
esac
"""


class Snippets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for name in ("config", "docs/templates"):
            (self.root / name).mkdir(parents=True)
        self.program = self.root / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)

    def faults(self, text, renew=False, page="page.md"):
        self.page = self.root / page
        self.page.write_text(text)
        return snippets.run_snippets(self.root, [self.page], str(self.program), renew)

    def test_output_must_be_what_is_printed(self):
        page = "```sh\nkochmon show\n```\n\n<!-- output -->\n```text\nbegin\n  one  1\n  two  2\nend\n```\n"
        self.assertEqual(self.faults(page), [])
        faults = self.faults(page.replace("two  2", "two  3"))
        self.assertEqual(len(faults), 1)
        self.assertIn("page.md:6", faults[0])

    def test_a_part_of_the_output_is_named_by_its_ends(self):
        page = "```sh\nkochmon show\n```\n\n<!-- output: one ... two -->\n```text\n  one  1\n  two  2\n```\n"
        self.assertEqual(self.faults(page), [])
        self.assertEqual(len(self.faults(page.replace("one ... two", "one ... three"))), 1)
        self.assertEqual(len(self.faults(page.replace("one ... two", "begin ... two"))), 1)

    def test_output_of_no_command_is_a_fault(self):
        self.assertEqual(len(self.faults("<!-- output -->\n```text\nbegin\n```\n")), 1)

    def test_output_is_renewed_at_its_place(self):
        block = "<!-- output: one ... one -->\n```text\n{}```\n"
        page = "# A\n\n```sh\nkochmon show\n```\n\n" + block + "\nB\n\n" + block.replace("one ... one", "two ... end") + "\nC\n"
        self.assertEqual(self.faults(page.format("old\n", "older\nstill\nolder\n"), renew=True), [])
        self.assertEqual(self.page.read_text(), page.format("  one  1\n", "  two  2\nend\n"))

    def test_a_refused_file_must_be_refused_and_its_later_state_accepted(self):
        page = ("`a.yaml`:\n\n<!-- refused -->\n```yaml\nscenario: wrong\n```\n\n<!-- status: 2 -->\n```sh\nkochmon validate a.yaml\n```\n\n"
                "<!-- output -->\n```text\na.yaml: wrong\n```\n\nNow `a.yaml` is:\n\n```yaml\nscenario: right\n```\n\n```sh\nkochmon validate a.yaml\n```\n")
        self.assertEqual(self.faults(page), [])
        self.assertEqual(len(self.faults(page.replace("scenario: wrong", "scenario: right"))), 3)
        self.assertEqual(len(self.faults(page.replace("<!-- status: 2 -->\n", ""))), 2)

    def test_commands_whose_output_is_shown_run_with_all_their_persons(self):
        shown = "```sh\nkochmon run a.yaml --persons 20000\n```\n\n"
        self.assertEqual(self.faults(shown + "<!-- output -->\n```text\nran run a.yaml --persons 20000\n```\n"), [])
        self.assertEqual(len(self.faults(shown + shown + "<!-- output -->\n```text\nran run a.yaml --persons 500\n```\n")), 1)

    def test_snippets_of_a_package_find_it_and_the_program(self):
        (self.root / "python/kochmon").mkdir(parents=True)
        (self.root / "python/kochmon/__init__.py").write_text("import os\nprogram = os.environ['KOCHMON']\nrun = dict\n")
        page = "```python\nimport kochmon\nassert kochmon.program.endswith('/program')\nassert kochmon.run(persons=20000)['persons'] == 500\n```\n"
        self.assertEqual(self.faults(page, page="python/README.md"), [])
        self.assertEqual(len(self.faults(page.replace("== 500", "== 20000"), page="python/README.md")), 1)

    def test_a_marker_must_stand_above_a_snippet_and_give_its_reason(self):
        self.assertEqual(len(self.faults("<!-- refused -->\n\n```yaml\nscenario: right\n```\n")), 1)
        self.assertEqual(len(self.faults("<!-- not run: -->\n```sh\nkochmon show\n```\n")), 1)


class Phrases(unittest.TestCase):
    def found(self, text):
        return list(check_docs().phrases_to_avoid("page.md", text))

    def test_each_is_found_at_its_line(self):
        for phrase in ("The ban of who was fined.", "Who leaves for work pays.", "- Who has work loses it.", "It tells its files.",
                       "Nothing is told here.", "A run lives hundreds of months.", "Before anything is lived.", "What it hangs on."):
            found = self.found(f"Plain.\n\n{phrase}\n")
            self.assertEqual(len(found), 1, phrase)
            self.assertTrue(found[0].startswith("page.md:3:"), found)

    def test_what_is_plain_passes(self):
        for phrase in ("Those who leave pay; a person who has work loses it.", "## Who gets in", "Who is removed? Nobody knows.",
                       "Colours are told apart by their shape.", "To tell populations apart take ten.", "Foreigners who live there.",
                       "Households that lived on remittances.", "The same lives."):
            self.assertEqual(self.found(phrase), [], phrase)

    def test_code_is_left_out_and_lines_are_counted(self):
        self.assertEqual(self.found("`told_together`, `is told`\n\n```text\nIt tells what is told.\n```\n"), [])
        self.assertTrue(self.found("```text\nIt tells.\n```\nIt tells.\n")[0].startswith("page.md:4:"))


class Root(unittest.TestCase):
    """On a project in a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.module = check_docs()
        self.module.ROOT = self.root = pathlib.Path(folder.name)
        (self.root / "docs/how-to").mkdir(parents=True)

    def write(self, name, text):
        (self.root / name).write_text(text)

    def test_the_index_lists_every_document_once(self):
        for name in ("docs/a.md", "docs/how-to/b.md"):
            self.write(name, "")
        self.write("docs/README.md", "[a](a.md) [b](how-to/b.md)")
        self.assertEqual(list(self.module.missing_from_index()), [])
        self.write("docs/README.md", "[a](a.md) [a](a.md)")
        self.assertEqual(len(list(self.module.missing_from_index())), 2)

    def test_links_lead_to_a_file_and_a_heading(self):
        self.write("docs/a.md", '# One\n\n## What `it` is, in 90 % of cases\n\n<a id="old"></a>\n\n```sh\n# comment\n```\n')
        for target, faults in (("a.md", 0), ("a.md#one", 0), ("a.md#what-it-is-in-90--of-cases", 0), ("a.md#old", 0), ("#two", 0),
                               ("a.md#comment", 1), ("a.md#two", 1), ("b.md", 1), ("#three", 1)):
            page = self.root / "docs/page.md"
            page.write_text(f"# Two\n\n[there]({target})\n")
            self.module.anchors.cache_clear()
            self.assertEqual(len(list(self.module.broken_links(page))), faults, target)

    def test_versions_are_that_of_the_program(self):
        self.write("CMakeLists.txt", "project(kochmon VERSION 1.2.3 LANGUAGES CXX)\n")
        self.write("CITATION.cff", "cff-version: 1.2.0\nversion: 1.2.3\n")
        self.write("codemeta.json", '{"version": "1.2.3"}\n')
        self.write("README.md", "> Kochmon. Version 1.2.3, 2026.\n")
        for folder in ("r/kochmon", "python/kochmon"):
            (self.root / folder).mkdir(parents=True)
        self.write("r/kochmon/DESCRIPTION", "Package: kochmon\nVersion: 1.2.3\n")
        self.write("python/pyproject.toml", '[project]\nversion = "1.2.3"\n')
        self.write("python/kochmon/__init__.py", '__version__ = "1.2.3"\n')
        self.assertEqual(list(self.module.unequal_versions()), [])
        self.write("codemeta.json", '{"version": "1.2.4"}\n')
        self.write("README.md", "> Kochmon.\n")
        self.write("r/kochmon/DESCRIPTION", "Package: kochmon\nVersion: 1.2.2\n")
        self.write("python/kochmon/__init__.py", "")
        self.assertEqual([fault.split(":")[0] for fault in self.module.unequal_versions()],
                         ["codemeta.json", "README.md", "r/kochmon/DESCRIPTION", "python/kochmon/__init__.py"])


if __name__ == "__main__":
    unittest.main()
