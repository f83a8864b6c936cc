#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Derives config/data/fertility.csv and mortality.csv, for every country of origin, from the files of World
Population Prospects 2024.

Usage: scripts/derive-vital-rates.py FOLDER SOURCE

FOLDER holds tfr.txt, tfrprojMed.txt, percentASFR5.txt, mxF5.txt and mxM5.txt as the data package
wpp2024 keeps them in data-raw/; SOURCE is the id that the rows name (config/data/SOURCES.md).
Births per 1,000 women a year of an age group = total fertility x share of the group / width of the
group. The last age group of the deaths is open; here it ends at 120.
"""
import csv
import pathlib
import sys

COUNTRIES = {"kyrgyzstan": "417", "uzbekistan": "860", "tajikistan": "762"}
FIRST_YEAR, LAST_YEAR = 2000, 2060
OLDEST = 120


def rows_of(folder, name, code):
    with open(folder / name, newline="", encoding="utf-8") as file:
        table = csv.DictReader(file, delimiter="\t")
        return [row for row in table if row["country_code"] == code]


def fertility(folder, country, code):
    total = rows_of(folder, "tfr.txt", code)[0] | rows_of(folder, "tfrprojMed.txt", code)[0]
    groups = rows_of(folder, "percentASFR5.txt", code)
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for group in groups:
            first, last = map(int, group["age"].split("-"))
            births = float(total[str(year)]) * float(group[str(year)]) / 100 / (last - first + 1)
            yield country, year, year, first, last, f"{1000 * births:.4f}"


def mortality(folder, country, code):
    deaths = {sex: rows_of(folder, name, code)
              for sex, name in (("female", "mxF5.txt"), ("male", "mxM5.txt"))}
    for year in range(FIRST_YEAR, LAST_YEAR, 5):
        for sex, groups in deaths.items():
            begins = [int(group["age"].rstrip("+")) for group in groups]
            ends = [next_begin - 1 for next_begin in begins[1:]] + [OLDEST]
            for group, first, last in zip(groups, begins, ends):
                rate = float(group[f"{year}-{year + 5}"])
                yield country, year, year + 4, first, last, sex, f"{rate:.8f}"


def write(name, header, rows_of_country, source):
    path = pathlib.Path(__file__).resolve().parent.parent / "config" / "data" / name
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["country"] + header + ["source"])
        for country, code in COUNTRIES.items():
            table.writerows([*row, source] for row in rows_of_country(country, code))


def main():
    folder, source = pathlib.Path(sys.argv[1]), sys.argv[2]
    write("fertility.csv", ["year_from", "year_to", "age_from", "age_to", "births"],
          lambda country, code: fertility(folder, country, code), source)
    write("mortality.csv", ["year_from", "year_to", "age_from", "age_to", "sex", "deaths"],
          lambda country, code: mortality(folder, country, code), source)


if __name__ == "__main__":
    main()
