#!/usr/bin/env python3
"""Derives the tables of config/history.yaml from what its sources tell: config/data/life_abroad.csv,
life_elsewhere.csv, product_at_home.csv and wages_at_home/*.csv (config/data/SOURCES.md says how).

    scripts/derive-history-tables.py        writes them anew, from the baseline's wages as they stand
"""
import csv
import math
import re
from pathlib import Path

CONFIG = Path(__file__).resolve().parent.parent / "config"
DATA = CONFIG / "data"
BASE = 2011  # the year of the baseline's rules and of its wages at home: its wages abroad are those of then
FIRST, LAST, END = 2005, 2024, 2050

# Mean nominal wage of all employees in Russia, RUB a month.
WAGE_IN_RUSSIA = {2005: (8555, "S302"), 2008: (17313, "S303"), 2009: (18785, "S303"), 2010: (20952, "S302"),
                  2012: (26629, "S302"), 2013: (29792, "S302"), 2014: (32495, "S302"), 2015: (34030, "S302"),
                  2016: (36746, "S302"), 2022: (65300, "S144"), 2023: (73700, "S145"), 2024: (86400, "S304")}
# Mean wage in Kyrgyzstan before 2011, USD a month; in 2011 som, Bishkek's wage over 1.4 (S146).
WAGE_AT_HOME = {2005: (60, "S305"), 2008: (137, "S306"), 2009: (140, "S307"), 2010: (145, "S20")}
WAGE_AT_HOME_2011 = 12032 / 1.4  # som
# S03. GDP of Kazakhstan, billion USD.
GDP_OF_KAZAKHSTAN = {2005: 57.124, 2006: 81.004, 2007: 104.850, 2008: 133.442, 2009: 115.309, 2010: 148.047,
                     2011: 192.626, 2012: 207.999, 2013: 236.635, 2014: 221.416, 2015: 184.388, 2016: 137.278,
                     2017: 166.806, 2018: 179.340, 2019: 181.667, 2020: 171.082, 2021: 197.112, 2022: 225.496,
                     2023: 261.421}
# S03. GDP of Turkey over its population, USD a year.
GDP_PER_HEAD_OF_TURKEY = {2005: 7303, 2006: 7953, 2007: 9711, 2008: 10844, 2009: 9013, 2010: 10623, 2011: 11301,
                          2012: 11713, 2013: 12578, 2014: 12165, 2015: 11050, 2016: 10970, 2017: 10696, 2018: 9569,
                          2019: 9215, 2020: 8639, 2021: 9743, 2022: 10674, 2023: 12986}
# S03. GDP of Kyrgyzstan, million USD, and remittances received, per cent of it.
GDP_AT_HOME = {2005: (2460.2, 12.732), 2006: (2834.2, 16.692), 2007: (3802.6, 18.514), 2008: (5140.0, 23.799),
               2009: (4690.1, 20.937), 2010: (4794.4, 26.410), 2011: (6197.8, 27.570), 2012: (6605.1, 30.754),
               2013: (7335.0, 31.056), 2014: (7468.1, 30.032), 2015: (6678.2, 25.272), 2016: (6813.1, 29.276),
               2017: (7702.9, 32.271), 2018: (8271.1, 32.506), 2019: (9371.3, 28.786), 2020: (8270.5, 31.807),
               2021: (9249.1, 32.564), 2022: (12134.9, 26.578), 2023: (13987.6, 18.774)}
RUSSIAN = ("moscow", "st_petersburg", "rest_of_russia")
FOREIGN = ("uzbekistan", "tajikistan")  # in dollars, as they stand
COLUMNS = ("wage", "lodging", "first_bed", "food")


def table(name):
    with open(DATA / name, encoding="utf-8") as file:
        return {int(row["year"]): row for row in csv.DictReader(file)}


def write(name, header, rows):
    with open(DATA / name, "w", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def baseline_prices(place):
    """RUB of 2012 a month: wage, lodging, first bed, food of the baseline."""
    text = (CONFIG / "baseline.yaml").read_text(encoding="utf-8")
    section = text[text.index("\n  %s:\n    wage:" % place):]
    return [float(re.search(r"    %s: \{value: (\d+) RUB" % column, section).group(1)) for column in COLUMNS]


def between(told):
    """year -> (value, whether it is told); geometric between the years told."""
    values = {}
    years = sorted(told)
    for first, last in zip(years, years[1:]):
        for year in range(first, last + 1):
            part = (year - first) / (last - first)
            values[year] = told[first] * (told[last] / told[first]) ** part
    values[years[-1]] = told[years[-1]]
    return values


PRICES = {year: float(row["price_level"]) for year, row in table("prices.csv").items()}
EXCHANGE = table("exchange_rates.csv")
RUB_PER_USD = {year: float(row["rub_per_usd"]) for year, row in EXCHANGE.items()}
KGS_PER_USD = {year: float(row["kgs_per_rub"]) * RUB_PER_USD[year] for year, row in EXCHANGE.items()}


def relative(series):
    """What an amount of BASE in RUB of 2012 is in roubles of each year, if it moves with `series`, in roubles."""
    return {year: PRICES[BASE] * series[year] / series[BASE] for year in series}


def with_last(series):
    """2024 as 2023 at the prices of 2024."""
    return {**series, LAST: series[LAST - 1] * PRICES[LAST] / PRICES[LAST - 1]}


def cells(prices, level, year):
    wage, lodging, first_bed, food = prices
    half = math.sqrt(level * PRICES[min(year, LAST)])
    return [round(wage * level), round(lodging * level), round(first_bed * level), round(food * half)]


def years_of(level, growth):
    """(year, level, source of the row): the warm-up, the years told, and those of the outlook."""
    yield 2000, level[FIRST], "assumption: 2005 held for the warm-up"
    for year in range(FIRST, LAST + 1):
        yield year, level[year], None
    for year in range(LAST + 1, END + 1):
        grown = level[LAST] * (1 + growth / 100) ** (year - LAST)
        yield year, grown, "assumption: %g %% a year at the prices of 2024" % growth


def write_life_abroad():
    in_russia = relative(between({year: wage for year, (wage, _) in WAGE_IN_RUSSIA.items()}))
    of_kazakhstan = with_last(relative({y: gdp * RUB_PER_USD[y] for y, gdp in GDP_OF_KAZAKHSTAN.items()}))
    kazakhstan = {year: level for year, level, _ in years_of(of_kazakhstan, 1.5)}
    rows = []
    for year, level, source in years_of(in_russia, 1.5):
        told = WAGE_IN_RUSSIA.get(year, (0, "between the years told"))[1]
        row = [year]
        for place in RUSSIAN:
            row += cells(baseline_prices(place), level, year if year > 2000 else FIRST)
        row += cells(baseline_prices("kazakhstan"), kazakhstan[year], year if year > 2000 else FIRST)
        rows.append(row + [source or "assumption: with the mean wage (%s), with GDP in Kazakhstan (S03)" % told])
    places = RUSSIAN + ("kazakhstan",)
    write("life_abroad.csv", ["year"] + ["%s_%s" % (p, c) for p in places for c in COLUMNS] + ["source"], rows)


def write_life_elsewhere():
    level = with_last(relative({y: gdp * RUB_PER_USD[y] for y, gdp in GDP_PER_HEAD_OF_TURKEY.items()}))
    rows = [[year] + cells(baseline_prices("other"), grown, year if year > 2000 else FIRST)
            + [source or "assumption: with GDP per head in Turkey (S03)"]
            for year, grown, source in years_of(level, 1.5)]
    write("life_elsewhere.csv", ["year", *COLUMNS, "source"], rows)


def write_product():
    product = {year: gdp * 1e6 * RUB_PER_USD[year] / 12 for year, (gdp, _) in GDP_AT_HOME.items()}
    sent = {year: product[year] * share / 100 for year, (_, share) in GDP_AT_HOME.items()}
    product, sent = with_last(product), with_last(sent)
    remittances = {year: level for year, level, _ in years_of(sent, 2.5)}
    rows = []
    for year, level, source in years_of(product, 2.5):
        told = "S03" if year < LAST else "assumption: as 2023"
        rows.append([year, round(level, -4), round(remittances[year], -4), source or told])
    write("product_at_home.csv", ["year", "product", "remittances", "source"],
          [[year, "%d" % p, "%d" % r, source] for year, p, r, source in rows])


def write_wages_at_home():
    national = between({**{y: usd * KGS_PER_USD[y] for y, (usd, _) in WAGE_AT_HOME.items()}, BASE: WAGE_AT_HOME_2011})
    for path in sorted((DATA / "wages_at_home").glob("*.csv")):
        name = "wages_at_home/" + path.name
        rows = table(name)
        if path.stem in FOREIGN:
            wages = {year: float(row["wage"]) for year, row in rows.items()}
        else:
            of_base = float(rows[BASE]["wage"])
            wages = {year: of_base * national[year] / national[BASE] if year < BASE else float(row["wage"])
                     for year, row in rows.items() if year >= FIRST}
            for year in range(FIRST, BASE):
                told = WAGE_AT_HOME.get(year, (0, "between the years told"))[1]
                rows[year]["source"] = "assumption: with the national wage (%s)" % told
        kept = [2000] + [year for year in sorted(rows) if year >= FIRST]
        rows[2000] = {**rows[FIRST], "source": "assumption: 2005 held for the warm-up"}
        wages[2000] = wages[FIRST]
        write(name, ["year", "wage", "source"], [[y, "%.10g" % (wages[y] if path.stem in FOREIGN else round(wages[y])), rows[y]["source"]] for y in kept])


def hold_warm_up(name):
    rows = table(name)
    rows[2000] = {**rows[FIRST], "source": "assumption: 2005 held for the warm-up"}
    kept = [2000] + [year for year in sorted(rows) if year >= FIRST]
    write(name, list(rows[FIRST]), [[y] + list(rows[y].values())[1:] for y in kept])


if __name__ == "__main__":
    for name in ("prices.csv", "exchange_rates.csv", "wage_in_south_korea.csv"):
        hold_warm_up(name)
    write_life_abroad()
    write_life_elsewhere()
    write_product()
    write_wages_at_home()
