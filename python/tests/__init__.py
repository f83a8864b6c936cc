# SPDX-License-Identifier: MIT
"""Tests of the package, run from the folder above: KOCHMON=PROGRAM python3 -m unittest

KOCHMON_TEST_WITHOUT_PANDAS hides pandas, so that all tests see what those see who do not have it.
"""
import os
import sys

if not os.environ.get("KOCHMON"):
    sys.exit("the variable KOCHMON must name a built program")
os.environ["KOCHMON"] = os.path.abspath(os.environ["KOCHMON"])  # other processes start in other folders
if os.environ.get("KOCHMON_TEST_WITHOUT_PANDAS"):
    sys.modules["pandas"] = None
