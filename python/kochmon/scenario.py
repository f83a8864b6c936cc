# SPDX-License-Identifier: MIT
"""Values that name a scenario, a shock and a policy. Whether they are right is for the program to say."""
import dataclasses
import decimal
import json
import os
import re

from .program import KochmonError, fresh

PLAIN = re.compile(r"-?[\w.+]([\w.%+/ -]*[\w.%+/-])?")


def text_of(value, nested=False):
    """A value in the words of scenario files: 2010-01 of dates, 0.00001 and not 1e-05, true, [a, b], {a: b}."""
    value = value.item() if hasattr(value, "item") else value  # of numpy
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(decimal.Decimal(repr(value)), "f")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{text_of(k, True)}: {text_of(v, True)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(text_of(v, True) for v in value) + "]"
    # Quotes only where needed: the program refuses quoted numbers and months.
    return str(value) if not nested or PLAIN.fullmatch(str(value)) else json.dumps(str(value), ensure_ascii=False)


def flags_of(options):
    """Options of the command line: population_seed=3 is --population-seed=3, True a flag, a list has commas."""
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if isinstance(value, dict):
            yield from (f"{flag}={key}={text_of(entry)}" for key, entry in value.items())
        elif value is not None and value is not False:
            texts = map(text_of, value if isinstance(value, (list, tuple)) else [value])
            yield flag if value is True else f"{flag}={','.join(texts)}"


@dataclasses.dataclass(frozen=True, repr=False)
class Scenario:
    """A scenario file, or a policy, and what is laid over it. Made by `scenario`."""
    base: object
    options: dict

    def __repr__(self):
        return " ".join([f"Scenario {getattr(self.base, 'name', self.base)}", *flags_of(self.options)])

    def file(self):
        return self.base.file() if isinstance(self.base, Policy) else os.fspath(self.base)


def scenario(base, set=None, persons=None, months=None, seed=None, **options):
    """A path or the name of a shipped scenario ("baseline"), a policy with a base, or a scenario, and options over it:
    values by key, set={"start.cash": "20000 RUB"}, and others of `kochmon run`."""
    named = {"set": set, "persons": persons, "months": months, "seed": seed}
    options = {name: value for name, value in {**named, **options}.items() if value is not None}
    if isinstance(base, (Scenario, Policy)) and base.base:
        below = base.options if isinstance(base, Scenario) else scenario(base.base).options
        both = {**(below.get("set") or {}), **(options.get("set") or {})}
        options = {**below, **options, **({"set": both} if both else {})}
    return Scenario(base.base if isinstance(base, Scenario) else base, options)


def shock(lever, start=None, end=None, scale=None, value=None, add=None, **keys):
    """One dated change: start is the key `from` ("2010-01" or a date), end `until` (exclusive), value `set`. Any other
    key is passed on as it is: ramp="6 months", group={"origin": ["batken", "osh"]}."""
    words = {"lever": lever, "scale": scale, "set": value, "add": add, "from": start, "until": end, **keys}
    return {key: entry for key, entry in words.items() if entry is not None}


@dataclasses.dataclass(frozen=True)
class Policy:
    """Shocks over a base. Printed, it is the file that the program reads. Made by `policy`."""
    name: str
    shocks: tuple
    base: object = None

    def __str__(self, base=None):
        base = base or getattr(self.base, "base", self.base)
        lines = ["schema: 1", f"scenario: {text_of(self.name, True)}"]
        lines += [f"base: {text_of(str(base), True)}"] if base else []
        shocks = [[f"{key}: {text_of(entry, True)}" for key, entry in keys.items()] for keys in self.shocks]
        listed = ["shocks:", *("  - " + "\n    ".join(keys) for keys in shocks)] if shocks else ["shocks: []"]
        return "\n".join([*lines, *listed, ""])

    def file(self, base=None):
        """Path of a file of the session to which it is written, over its own base or else over this one."""
        if not (self.base or base):
            raise KochmonError(f"policy {self.name} has no base: give policy() a base")
        path = fresh(re.sub(r"[^\w.-]", "-", str(self.name)) + ".yaml")
        below = scenario(self.base or base).file()
        # The program takes bases relative to the file, whose path links would lead astray, and finds names itself.
        if os.path.isfile(below):
            below = os.path.relpath(os.path.realpath(below), path.parent)
        path.write_text(self.__str__(below), encoding="utf-8")
        return str(path)


def policy(name, shocks, base=None):
    """A policy of one or several shocks. Without a base it is laid over that of the comparison that it is part of."""
    return Policy(name, tuple([shocks] if isinstance(shocks, dict) else shocks), base)
