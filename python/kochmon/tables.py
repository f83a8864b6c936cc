# SPDX-License-Identifier: MIT
"""Tables of results: data frames of pandas where it is installed, light tables otherwise."""
import csv
import datetime
import difflib
import os
import re
import sys

from .program import KochmonError
from .results import open_result
from .scenario import text_of

MONTHS = {"month", "from", "until", "birth", "arrival"}
WORDS = {"scenario", "policy", "measure", "by", "group", "person", "detail"}
COUNTS = {"replicate", "replicates", "replicates_done", "point", "points", "spell", "months", "rank", "order"}
BY_POINT = {"points", "series", "means", "effects"}
ZEROS = re.compile(r"^(-?\d+)\.0+$|^(-?\d+\.\d*[1-9])0+$")
UNITS = {"persons": "persons", "months": "months", "wage_factor": "ratio"}


class Table(list):
    """Rows as dicts, where pandas is not installed; table["month"] is a column as a list."""
    def __init__(self, rows, columns, units):
        super().__init__(rows)
        self.columns, self.units, self.attrs = columns, units, {"units": units}

    def __getitem__(self, key):
        return [row[key] for row in self] if isinstance(key, str) else super().__getitem__(key)


def series(result, measure=None, **where):
    """Measures by month of a run, or of every run of a study. where: column=value, or column=[values]."""
    return result_table(result, "series", measure=measure, **where)


def effect(result, measure=None, causes=False, **where):
    """Effects with intervals of a comparison or a study; causes=True: persons whose lives part, by what parted them."""
    return result_table(result, "causes" if causes else "effects", measure=measure, **where)


def panel(result, what="spells", **where):
    """Lives of persons of a run that was given panel=N: "spells", "persons" or "events"."""
    return result_table(result, f"panel_{what}", **where)


def study_points(study, **where):
    """Points of a study with the value of each factor; point 0 is the base."""
    return result_table(study, "points", **where)


def result_table(result, table, **where):
    """Any table of a result, or of its folder, by its name: with the columns of the file, and where rows
    are of a point of a study with the value of each factor. README.md describes months, units and empty cells."""
    result = open_result(result) if isinstance(result, (str, os.PathLike)) else result
    folder = result.folder / "tables" if result.kind == "study" else result.folder
    file, held = folder / f"{table}.csv", sorted(path.stem for path in folder.glob("*.csv"))
    if table not in held:
        raise KochmonError(f"{result!r} has no table {table!r}; it has {', '.join(held) or 'none yet'}")
    factors = _factors(folder / "points.csv") if result.kind == "study" and table in BY_POINT else ([], {})
    columns, rows = _read(file, {column: values for column, values in where.items() if values is not None}, *factors)
    cells = dict(zip(columns, zip(*rows) if rows else [()] * len(columns)))
    units = _units(result, cells)
    try:
        import pandas
    except ImportError:
        rows = zip(*(_typed(column, cells[column], None) for column in columns))
        return Table((dict(zip(columns, row)) for row in rows), columns, units)
    frame = pandas.DataFrame({column: _typed(column, cells.pop(column), float("nan")) for column in columns})
    for column in MONTHS.intersection(columns):
        frame[column] = pandas.to_datetime(frame[column])
    frame.attrs["units"] = units
    return frame


def _factors(file):
    """The names of the factors, and their values by point; 0.50 is 0.5, however the plan wrote it."""
    with file.open(newline="", encoding="utf-8") as text:
        (_, _, *names), *rows = csv.reader(text)
    return names, {row[0]: [ZEROS.sub(r"\1\2", cell) for cell in row[2:]] for row in rows}


def _read(file, where, names=(), values=None):
    """The columns, and the rows in which each column has one of the values; one that occurs in none is refused."""
    with file.open(newline="", encoding="utf-8") as text:
        reader = csv.reader(text)
        own, rows, asked = [column for column in next(reader) if column not in names], [], []
        columns = [*own, *names]
        for column, one_of in where.items():
            if column not in columns:
                raise KochmonError(f"{file.name} has no column {column!r}; it has {', '.join(columns)}")
            wanted = {text_of(value) for value in (one_of if isinstance(one_of, (list, tuple, set)) else [one_of])}
            asked.append((columns.index(column), wanted, set()))
        for row in reader:
            row = row[:len(own)] + values[row[own.index("point")]] if values else row
            # A set per column of what came through those before it tells what could have been asked for.
            if all(seen.add(row[place]) or row[place] in wanted for place, wanted, seen in asked):
                rows.append(tuple(map(sys.intern, row)))  # once each: the words of a large table would fill the memory
    for place, wanted, seen in asked:
        for value in sorted(wanted - seen if seen else ()):
            near = ", ".join(difflib.get_close_matches(value, seen, 5, 0))
            hint = "; further groups are written where the command asks for them, as compare(..., by='origin')"
            raise KochmonError(f"{file.name} has no {columns[place]} {value!r} among these rows; the nearest of the "
                               f"{len(seen)} there: {near}{hint if columns[place] == 'by' else ''}")
    return columns, rows


def _typed(column, cells, empty):
    kinds = [] if column in WORDS else [int if column in COUNTS else float, {"true": True, "false": False}.__getitem__]
    if column in MONTHS:
        kinds, empty = [lambda cell: datetime.date(int(cell[:4]), int(cell[5:]), 1)], None
    for kind in kinds:  # the first that all cells are
        try:
            values = {cell: kind(cell) if cell else empty for cell in set(cells)}
            return [values[cell] for cell in cells]
        except (ValueError, KeyError):
            pass
    return [cell or None for cell in cells]


def _units(result, cells):
    if "measure" in cells and "unit" in cells:
        units = {}
        for measure, unit in sorted(set(zip(cells["measure"], cells["unit"]))):
            units[measure] = f"{units[measure]} or {unit}" if measure in units else unit
        return units
    units = {column: unit for column, unit in UNITS.items() if column in cells}
    if "attachment" in cells:  # in the first currency of the corridor, as all measures of money a month
        of_measures = [row[-1] for row in _read(result.folder / "measures.csv", {})[1]]
        units["attachment"] = next(filter(re.compile("[A-Z]{3}/month").fullmatch, of_measures), None)
    return units
