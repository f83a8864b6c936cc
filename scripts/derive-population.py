#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Derives config/data/population_by_age_sex.csv, for every country of origin, from World Population Prospects 2019.

Usage: scripts/derive-population.py FOLDER SOURCE

FOLDER holds, for each country, the file of population by age in five-year groups and sex as the data package
ddf--unpop--wpp_population keeps it (thousands, three decimals); SOURCE is the id that the rows name
(config/data/SOURCES.md). The last age group is open; here it ends at 104.
"""
import csv
import decimal
import pathlib
import sys

COUNTRIES = {"kyrgyzstan": "417", "uzbekistan": "860", "tajikistan": "762"}
YEARS = ["2000", "2005", "2010", "2015", "2020"]
SEXES = {"female": "2", "male": "1"}
FILE = "ddf--datapoints--population--by--country-{}--time--age5yearinterval--gender.csv"


def ages_of(group):
    first = group.removesuffix("plus").split("_")[0]
    return int(first), int(first) + 4


def rows_of(folder, country, code):
    with open(folder / FILE.format(code), newline="", encoding="utf-8") as file:
        cells = list(csv.DictReader(file))
    for year in YEARS:
        for sex, gender in SEXES.items():
            of_sex = [cell for cell in cells if cell["time"] == year and cell["gender"] == gender]
            for cell in sorted(of_sex, key=lambda cell: ages_of(cell["age5yearinterval"])):
                persons = int(1000 * decimal.Decimal(cell["population"]))
                yield country, year, *ages_of(cell["age5yearinterval"]), sex, persons


def main():
    folder, source = pathlib.Path(sys.argv[1]), sys.argv[2]
    path = pathlib.Path(__file__).resolve().parent.parent / "config" / "data" / "population_by_age_sex.csv"
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["country", "year", "age_from", "age_to", "sex", "persons", "source"])
        for country, code in COUNTRIES.items():
            table.writerows([*row, source] for row in rows_of(folder, country, code))


if __name__ == "__main__":
    main()
