#!/usr/bin/env python3
"""A reduced rule of migration as vectorised numpy; README.md beside it says what it is.

    reduced_rule.py [PERSONS] [MONTHS]
"""
import sys
import time

import numpy as np

REGIONS = 9
HOME, WITHOUT, WITH = 0, 1, 2
WAGE, ENTRY_COST, FEE = 20_000.0, 10_000, 25_000


class World:
    def __init__(self, persons, seed=1):
        draws = np.random.default_rng(seed)
        self.draws = np.random.Generator(np.random.SFC64(seed))  # the fastest that numpy has
        self.where = np.zeros(persons, np.uint8)
        self.region = draws.integers(0, REGIONS, persons, np.uint8)
        self.skill = np.exp(0.3 * draws.standard_normal(persons))
        self.attachment = 10_000 + 4_000 * draws.standard_normal(persons)
        self.cash = draws.integers(0, 20_000, persons, np.int32)
        self.months = np.zeros(persons, np.int8)
        self.income = 4_000.0 + 500.0 * np.arange(REGIONS)

    def advance(self):
        first, second, third = self.draws.random((3, len(self.where)))
        at_home, abroad = np.flatnonzero(self.where == HOME), np.flatnonzero(self.where)
        self.leave(at_home, first[at_home])
        stays = self.stay(abroad, first[abroad], second[abroad], third[abroad])
        self.earn(stays, at_home)
        return np.bincount(self.region.astype(np.intp) * 3 + self.where, minlength=3 * REGIONS)

    def leave(self, rows, draw):
        x = -4.0 + (WAGE * self.skill[rows] - self.income[self.region[rows]] - self.attachment[rows]) / 4_000.0
        goes = rows[(draw * (1.0 + np.exp(-x)) < 1.0) & (self.cash[rows] >= ENTRY_COST)]
        self.where[goes] = WITHOUT
        self.cash[goes] -= ENTRY_COST

    def stay(self, rows, returning, buying, finding):
        """Of those abroad at the start of the month the rows that are there at its end."""
        returns = returning < 0.02
        self.where[rows[returns]] = HOME
        without = self.where[rows] == WITHOUT
        y = -1.0 + (0.05 * WAGE * self.skill[rows] - FEE / 12.0) / 500.0
        buys = without & (self.cash[rows] >= FEE) & (buying * (1.0 + np.exp(-y)) < 1.0)
        found = without & ~buys & (finding < 0.03)
        self.where[rows[found]] = HOME
        self.cash[rows[found]] = 0
        self.cash[rows[buys]] -= FEE
        held = rows[~returns & (self.where[rows] == WITH)]
        self.months[held] -= 1
        self.where[held[self.months[held] == 0]] = WITHOUT
        self.where[rows[buys]] = WITH
        self.months[rows[buys]] = 12
        return rows[self.where[rows] != HOME]

    def earn(self, abroad, at_home):
        pay = WAGE * self.skill[abroad] * np.where(self.where[abroad] == WITH, 1.1, 1.0)
        self.cash[abroad] += (0.2 * pay).astype(np.int32)
        self.cash[at_home] += (0.1 * self.income[self.region[at_home]]).astype(np.int32)


def main(persons=1_000_000, months=60):
    world = World(persons)
    began = time.perf_counter()
    for _ in range(months):
        counts = world.advance()
    seconds = time.perf_counter() - began
    abroad, with_permit = persons - counts[0::3].sum(), counts[2::3].sum()
    print(f"{1e9 * seconds / (persons * months):.2f} {abroad / persons:.4f} {with_permit / persons:.4f}")


main(*map(int, sys.argv[1:]))
