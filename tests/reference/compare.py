"""Run the reference on a resolved scenario and compare lives with the panel of the program, month by month.

    python3 -m reference.compare out/X
"""

import csv
import os
import sys

from .events import Row, events_of
from .month import Run
from .places import is_abroad
from .scenario import Scenario, month_name, month_number
from .series import COMPARED, RATE, RATES, compared_groups, measures_of


def table(folder, name):
    """Rows of a table of the program."""
    return list(csv.DictReader(open(os.path.join(folder, name + ".csv"))))


def lives_of_the_program(folder, end):
    """key -> month -> status, from the spells."""
    lives = {}
    for row in table(folder, "panel_spells"):
        status = tuple(row[c] for c in ("place", "presence", "work_right", "contract", "papers", "sector", "arrival"))
        until = month_number(row["until"]) if row["until"] else end
        months = lives.setdefault(int(row["person"][1:]), {})
        for month in range(month_number(row["from"]), until):
            months[month] = status
    return lives


def status_of(p):
    """The status at a month's end in the words of the panel."""
    if not is_abroad(p):
        return "home", "home", p.right, "none", "genuine", "", ""
    sector = p.sector if p.contract != "none" else ""
    return p.place, p.presence, p.right, p.contract, p.papers, sector, month_name(p.arrival)


def compare(folder, show=10, asked=None):
    """Print what differs first, by person; whether nothing does. What the run asked for is added to `asked`."""
    s = Scenario(folder)
    reported = s.start + s.warm_up
    end = reported + s.months
    program = lives_of_the_program(folder, end)
    run = Run(s)
    people = {p.key: p for p in run.persons}
    parted = {}
    told = events_of_the_program(folder)
    unlike = {}
    counted = 0
    series = series_of_the_program(folder, s)
    measures = {}
    cells = 0
    while run.now < end:
        now = run.now
        before = {key: Row(people[key]) for key in program if people[key].place != "nowhere"}
        run.month()
        if now >= reported:
            for key, row in before.items():
                mine = sorted(events_of(row, Row(people[key]), now))
                theirs = sorted(told.get((key, now), []))
                counted += len(theirs)
                if mine != theirs:
                    unlike.setdefault(key, (now, theirs, mine))
        for key, months in program.items():
            if key not in parted and now in months and people[key].place != "nowhere":
                mine = status_of(people[key])
                if mine != months[now]:
                    parted[key] = (now, months[now], mine)
        counted_now = measures_of(run, now) if now >= reported - 11 else {}  # rates look back over a year
        if now in series:
            cells += len(series[now])
            for measure, what in differing_measures(series[now], counted_now).items():
                measures.setdefault(measure, (month_name(now),) + what)
    for key, (month, theirs, mine) in sorted(parted.items(), key=lambda item: (item[1][0], item[0]))[:show]:
        print("p%010d %s\n  program   %s\n  reference %s" % (key, month_name(month), theirs, mine))
    print("%d of %d persons live the same lives over %d months" % (len(program) - len(parted), len(program), s.months))
    for key, (month, theirs, mine) in sorted(unlike.items(), key=lambda item: (item[1][0], item[0]))[:show]:
        print("p%010d %s events\n  program   %s\n  reference %s" % (key, month_name(month), theirs, mine))
    print("%d of %d persons have the same events, %d in all" % (len(program) - len(unlike), len(program), counted))
    for measure, what in measures.items():
        print("%s differs first in %s, %s: program %d, reference %d" % ((measure,) + what))
    print("%d of %d measures have the same series, %d numbers in all" % (
        len(COMPARED) - len(measures), len(COMPARED), cells))
    if asked is not None:
        asked |= s.asked
    return not parted and not unlike and not measures


def events_of_the_program(folder):
    """(key, month) -> events."""
    told = {}
    for row in table(folder, "panel_events"):
        key = int(row["person"][1:]), month_number(row["month"])
        told.setdefault(key, []).append((row["event"], row["place"], row["detail"]))
    return told


def series_of_the_program(folder, s):
    """month -> (measure, group) -> agents, or kopecks of agents."""
    series, groups = {}, set(compared_groups(s.corridor))
    for r in table(folder, "series"):
        group = r["by"], r["group"]
        if r["measure"] in COMPARED and group in groups:
            unit = RATE * s.weight if r["measure"] in RATES else 100 if r["unit"].startswith(s.corridor.base) else 1
            value = round(float(r["value"] or 0) / s.weight * unit)
            series.setdefault(month_number(r["month"]), {})[r["measure"], group] = value
    return series


def differing_measures(program, mine):
    """Measures with the first group that differs."""
    unlike = {}
    for (measure, group), value in program.items():
        if mine.get((measure, group), 0) != value:
            unlike.setdefault(measure, (group[1], value, mine.get((measure, group), 0)))
    return unlike


if __name__ == "__main__":
    same = [compare(folder) for folder in sys.argv[1:]]
    sys.exit(0 if all(same) else 1)
