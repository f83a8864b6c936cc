# SPDX-License-Identifier: MIT
"""Runs, comparisons and sweeps, and the folders of results that they leave."""
import json
import os
import pathlib
import warnings

from .program import KochmonError, call, fresh
from .scenario import Policy, flags_of, scenario as scenario_of


class Result:
    """kind ("run", "comparison", "study"), folder, account (run.json or study.json); of what this session made also
    command, status (exit status) and summary (what the program printed)."""
    def __init__(self, kind, folder, account, command=None, status=None, summary=""):
        self.kind, self.folder, self.account = kind, folder, account
        self.command, self.status, self.summary = command, status, summary

    def __repr__(self):
        return f"<{self.kind} {self.account.get('scenario') or self.account.get('sweep')} in {self.folder}>"

    def __str__(self):
        return self.summary or repr(self)


def run(scenario, output=None, program=None, **options):
    """Runs a scenario: `scenario()`, a path, the name of a shipped one, or a policy with a base. Options are those of
    `kochmon run`: replicates=5, panel=1000, force=True. Without output: a temporary folder. Of dry_run=True: a text."""
    one = scenario_of(scenario, **options)
    return _made("run", one.options, [one.file()], output, program)


def compare(base, policies, replicates=None, by=None, output=None, program=None, **options):
    """Compares a base with a policy or a list of them: `policy()`, paths, or names of shipped ones ("permit-fee"). As
    `run`, and by=["origin", "sex"], precision="legality_by_right 0.1 points" (not reached: a warning, status 7)."""
    files, one = [], scenario_of(base)
    below = scenario_of(base, replicates=replicates, by=by, **options)
    for each in [policies] if isinstance(policies, (str, os.PathLike, Policy)) else policies:
        if isinstance(each, Policy) and each.base and scenario_of(each.base).options not in ({}, one.options):
            raise KochmonError(f"policy {each.name} has a base with options of its own: give them to the comparison")
        files.append(each.file(one) if isinstance(each, Policy) else os.fspath(each))
    return _made("compare", below.options, [one.file(), *files], output, program, (0, 7))


def sweep(plan, output=None, program=None, **options):
    """Runs every point of a plan; where output is a study of it, goes on. Of runs that fail: a warning, status 8."""
    return _made("sweep", options, [os.fspath(plan)], output, program, (0, 8))


def resume(study, program=None, **options):
    """Goes on with a study, or with the folder of one, that was stopped."""
    return _made("resume", options, [str(getattr(study, "folder", study))], study, program, (0, 8))


def _made(verb, options, files, output, program, good=(0,)):
    folder = fresh(verb) if output is None else pathlib.Path(getattr(output, "folder", output))
    options = options if verb == "resume" else {**options, "output": folder}
    command, status, text = call(verb, flags_of(options), files, program, good)
    if options.get("dry_run"):
        return text
    if status:
        warnings.warn(f"kochmon ended with status {status} (see kochmon --help); print(result) says why", stacklevel=3)
    return open_result(folder, command, status, text)


def open_result(folder, *made):
    """Results that are there already, made by any session; what else is given is for the package itself."""
    folder = pathlib.Path(folder).absolute()
    file = next((folder / name for name in ("run.json", "study.json") if (folder / name).is_file()), None)
    if not file:
        raise KochmonError(f"{folder}: no finished results of kochmon (there is no run.json and no study.json)")
    try:
        account = json.loads(file.read_text(encoding="utf-8"))
        kind = "study" if "kochmon" in account else "comparison" if "comparison" in account else "run"
        if kind != "study" and account["program"] != "kochmon":
            raise ValueError(f"program {account['program']}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KochmonError(f"{file}: is not an account of results of kochmon ({error!r})") from error
    return Result(kind, folder, account, *made)
