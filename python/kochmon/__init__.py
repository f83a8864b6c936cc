# SPDX-License-Identifier: MIT
"""Kochmon from Python: starts the program and reads the files that it writes. README.md has an example."""
from .program import KochmonError, find_program
from .results import Result, compare, open_result, resume, run, sweep
from .scenario import Policy, Scenario, policy, scenario, shock
from .tables import Table, effect, panel, result_table, series, study_points

open = open_result  # km.open; `from kochmon import *` leaves Python's own
__version__ = "0.2.0"
__all__ = """KochmonError Policy Result Scenario Table compare effect find_program open_result panel policy result_table
 resume run scenario series shock study_points sweep""".split()
