#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws what a dearer and a cheaper permit do to the legality rate in Russia, with intervals of 90 %.

    python3 examples/permit_fee.py [FIGURE.png] [FOLDER-OF-RESULTS]

Needs the package kochmon (README.md says how to install it) and matplotlib; with or without pandas. Half a minute on two
processors.
"""
import sys

import matplotlib

matplotlib.use("Agg")  # a file, no window
import matplotlib.dates as dates  # noqa: E402: after the line above
import matplotlib.pyplot as plt  # noqa: E402

import kochmon as km  # noqa: E402

FEE = "jurisdictions.russia.permit.fee"

figure_file = sys.argv[1] if len(sys.argv) > 1 else "permit_fee.png"
output = sys.argv[2] if len(sys.argv) > 2 else None
base = km.scenario("baseline", persons=20000, months=36)
dearer = km.policy("dearer", km.shock(FEE, start="2010-07", scale=1.25))
cheaper = km.policy("cheaper", km.shock(FEE, start="2010-07", scale=0.75))

result = km.compare(base, [dearer, cheaper], output=output, replicates=10)
print(result)

figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
for policy, label, colour in (("cheaper", "Permit a quarter cheaper", "C0"), ("dearer", "Permit a quarter dearer", "C3")):
    effect = km.effect(result, "legality_by_right", by="jurisdiction", group="russia", policy=policy)
    low, mid, high = ([100 * value for value in effect[column]] for column in ("low90", "difference", "high90"))
    axes.fill_between(effect["month"], low, high, color=colour, alpha=0.2, linewidth=0)
    axes.plot(effect["month"], mid, color=colour, label=label)
axes.axhline(0, color="black", linewidth=0.8)
axes.xaxis.set_major_locator(dates.MonthLocator(bymonth=(1, 7)))
axes.set_ylabel("Effect on the legality rate\nin Russia, percentage points")
axes.set_title("Mean of 10 replicates, with its 90 % interval", fontsize="medium")
axes.legend(frameon=False)
figure.savefig(figure_file, dpi=150)
print(f"Figure: {figure_file}")
