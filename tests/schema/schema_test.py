#!/usr/bin/env python3
"""The schemas against a validator: every file that is shipped is accepted, and mistakes that the program refuses
are refused, planted at keys all over the model.

    schema_test.py PROGRAM"""

import copy
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build" / "release" / "kochmon"
LEAST = 0.95  # of the mistakes that the program refuses


class Yaml12(yaml.SafeLoader):
    """Scalars as editors read them: no dates, no `yes`, no `_` in numbers."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern, first in (("bool", r"^(true|false)$", "tf"), ("null", r"^(~|null|)$", ["~", "n", ""]),
                            ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
                            ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789")):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def read(file):
    return yaml.load(file.read_text(encoding="utf-8"), Yaml12)


def validator(kind, scenario=ROOT / "config" / "baseline.yaml"):
    text = subprocess.run([PROGRAM, "schema", kind, scenario], check=True, text=True, stdout=subprocess.PIPE).stdout
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def kinds_of(content):
    """What a file is: of targets, calibrations and corridors there is no schema."""
    if "sweep" in content:
        return ["sweep"]
    if "scenario" not in content or "targets" in content or "calibration" in content:
        return []
    is_policy = set(content) <= {"schema", "scenario", "base", "policies", "shocks"}
    return ["scenario", "policy"] if is_policy else ["scenario"]


class Files(unittest.TestCase):
    def test_all_that_are_shipped_are_accepted(self):
        by_corridor = {}
        accepted = 0
        for file in sorted([*(ROOT / "config").rglob("*.yaml"), *(ROOT / "tests" / "golden" / "scenarios").glob("*.yaml")]):
            content = read(file)
            own = "corridor" in content
            for kind in kinds_of(content):
                key = (kind, file if own else None)
                if key not in by_corridor:
                    by_corridor[key] = validator(kind, *([file] if own else []))
                with self.subTest(kind=kind, file=file):
                    self.assertEqual([error.message for error in by_corridor[key].iter_errors(content)], [])
                accepted += 1
        print(f"{accepted} files accepted")
        self.assertGreater(accepted, 100)


def leaves(map_, path=()):
    for key, value in map_.items():
        if isinstance(value, dict) and not {"value", "file"} & set(value):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


def at(content, path):
    for key in path:
        content = content[key]
    return content


def with_value(content, path, value):
    changed = copy.deepcopy(content)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def without(content, path):
    changed = copy.deepcopy(content)
    del at(changed, path[:-1])[path[-1]]
    return changed


def renamed(content, path):
    changed = without(content, path)
    at(changed, path[:-1])[path[-1][:-1] + "qx"] = at(content, path)
    return changed


WRONG_VALUES = ["much", True, [1, 2], {"value": 1, "sorce": "F1"}, {"source": "F1"}, "1,5", "5 furlongs", None, "1e3",
                [{"value": 1}], [{"from": "2010-13", "value": 1}], {"file": "data.csv"}]


def mutants_of(content):
    """Mistakes at every other key, each kind in its turn."""
    parameters = [(path, value) for path, value in leaves(content) if path[0] not in ("schema", "scenario", "base", "corridor")]
    for number, (path, value) in enumerate(parameters[::2]):
        where = ".".join(path)
        kind = number % (len(WRONG_VALUES) + 3)
        if kind < len(WRONG_VALUES):
            yield f"{where}: {WRONG_VALUES[kind]!r}", with_value(content, path, WRONG_VALUES[kind])
        elif kind == len(WRONG_VALUES):
            yield f"{where} missing", without(content, path)
        elif kind == len(WRONG_VALUES) + 1:
            yield f"{where} misspelt", renamed(content, path)
        else:
            yield f"{where}: a map", with_value(content, path, {"value": value, "sauce": 1})
    for group in sorted({path[:depth] for path, _ in parameters for depth in range(1, len(path))})[::5]:
        yield f"{'.'.join(group)}: a number in place of a map", with_value(content, group, 3)
        yield f"{'.'.join(group)} missing", without(content, group)


SHOCK = {"lever": "jurisdictions.russia.permit.fee", "scale": 1.1, "from": "2010-01"}
WRONG_SHOCKS = [{**SHOCK, "lever": "jurisdictions.russia.permit.fea"}, {**SHOCK, "set": "1 RUB"}, {**SHOCK, "from": "2010"},
                {**SHOCK, "from": "January 2010"}, {**SHOCK, "until": 2012}, {**SHOCK, "scale": "10 %"}, {**SHOCK, "ramp": 6},
                {**SHOCK, "form": "2010-01"}, {**SHOCK, "group": {"origin": ["osch"]}}, {**SHOCK, "group": {"origin": "osh"}},
                {key: SHOCK[key] for key in ("lever", "from")}, {key: SHOCK[key] for key in ("lever", "scale")},
                {key: SHOCK[key] for key in ("scale", "from")}, {"lever": SHOCK["lever"], "set": 25000, "from": "2010-01"},
                {"lever": SHOCK["lever"], "set": "25000 EUR", "from": "2010-01"},
                {"lever": SHOCK["lever"], "set": True, "from": "2010-01"}, "permit fee", 3, {}, None]


class Mistakes(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(dir=ROOT / "config", prefix=".schema-test-")
        self.addCleanup(self.folder.cleanup)

    def refused_by_program(self, content):
        file = Path(self.folder.name) / "file.yaml"
        file.write_text(yaml.safe_dump(content, allow_unicode=True, width=1000, sort_keys=False), encoding="utf-8")
        return subprocess.run([PROGRAM, "validate", file], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 2

    def compare(self, mutants, schema, least):
        refused, missed = 0, []
        for name, content in mutants:
            if not self.refused_by_program(content):
                continue
            refused += 1
            if schema.is_valid(content):
                missed.append(name)
        print(f"{refused} mistakes refused by the program, {refused - len(missed)} of them by the schema")
        self.assertGreater(refused, least)
        self.assertLessEqual(len(missed), (1.0 - LEAST) * refused, missed)

    def test_at_keys_all_over_a_scenario_are_refused(self):
        content = read(ROOT / "config" / "baseline.yaml")
        deeper = json.loads(json.dumps(content).replace('"data/', '"../data/').replace('"corridors/', '"../corridors/'))
        self.assertFalse(self.refused_by_program(deeper))
        self.compare(mutants_of(deeper), validator("scenario"), 200)

    def test_of_policies_are_refused(self):
        policy = {"schema": 1, "scenario": "wrong", "base": "../baseline.yaml", "shocks": [SHOCK]}
        self.assertFalse(self.refused_by_program(policy))
        mutants = [(str(shock), {**policy, "shocks": [shock]}) for shock in WRONG_SHOCKS]
        mutants += [("scenario", {**policy, "scenario": "My Policy"}), ("schema", {**policy, "schema": 2}),
                    ("shocks", {**policy, "shocks": SHOCK}), ("key", {**policy, "shoks": []}),
                    ("no schema", {key: value for key, value in policy.items() if key != "schema"})]
        self.compare(mutants, validator("policy"), 20)


if __name__ == "__main__":
    unittest.main()
