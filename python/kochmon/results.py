# SPDX-License-Identifier: MIT
"""Runs, comparisons and sweeps, and the folders of results that they leave."""
import json
import os
import pathlib
import warnings

from .program import KochmonError, call, fresh, shipped
from .scenario import PLANS, POLICIES, Policy, flags_of, scenario


class Result:
    """Results: kind ("run", "comparison", "study"), folder, account (run.json or study.json), status, summary."""

    def __init__(self, kind, folder, account, status=0, summary=""):
        self.kind, self.folder, self.account, self.status, self.summary = kind, folder, account, status, summary
        self.tables = folder / "tables" if kind == "study" else folder

    def __repr__(self):
        return f"<{self.kind} {self.account.get('scenario') or self.account.get('sweep')} in {self.folder}>"

    def __str__(self):
        return self.summary or repr(self)


def run(what, output=None, program=None, **options):
    """Runs a scenario: `scenario()`, a path, the name of a shipped one, or a policy with a base.

    output: a folder that is not there yet; a temporary one if not given, gone when Python ends. Others are options of
    `kochmon run`: replicates=5, panel=1000, force=True, progress="none"; of dry_run=True the result is a text.
    """
    one = scenario(what, **options)
    return _live("run", one.options, [one.file(program)], output, program)


def compare(base, policies, output=None, program=None, **options):
    """Compares a base with a policy or a list of them: `policy()`, paths, or names of shipped ones ("permit-fee").

    As `run`, and by=["origin", "sex"], precision="legality_by_right 0.1 points" (not reached: a warning, status 7).
    """
    files, one, below = [], scenario(base), scenario(base, **options)
    for each in [policies] if isinstance(policies, (str, os.PathLike, Policy)) else policies:
        if isinstance(each, Policy) and each.base and scenario(each.base).options not in ({}, one.options):
            raise KochmonError(f"policy {each.name} has a base with options of its own: give them to the comparison")
        files.append(each.file(program, one) if isinstance(each, Policy) else shipped(each, POLICIES, program))
    return _live("compare", below.options, [one.file(program), *files], output, program, (0, 7))


def sweep(plan, output=None, program=None, **options):
    """Runs every point of a plan; where output is a study of it, goes on. Of runs that fail: a warning, status 8."""
    return _live("sweep", options, [shipped(plan, PLANS, program)], output, program, (0, 8))


def resume(study, program=None, **options):
    """Goes on with a study, or with the folder of one, that was stopped."""
    folder = getattr(study, "folder", study)
    return open_result(folder, *call("resume", flags_of(options), [str(folder)], program, (0, 8)))


def _live(verb, options, files, output, program, good=(0,)):
    folder = fresh(verb) if output is None else pathlib.Path(output)
    status, text = call(verb, flags_of({**options, "output": folder}), files, program, good)
    return text if options.get("dry_run") else open_result(folder, status, text)


def open_result(folder, status=0, summary=""):
    """Results that are there already, whoever made them; status and summary are for the package itself."""
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
    if status:
        warnings.warn(f"kochmon ended with status {status} (see kochmon --help); print(result) tells why", stacklevel=4)
    return Result(kind, folder, account, status, summary)
