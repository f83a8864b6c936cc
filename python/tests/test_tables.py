# SPDX-License-Identifier: MIT
"""Tables hold what the files hold, with units and months."""
import datetime
import sqlite3
import sys
import unittest
import unittest.mock

import kochmon as km

from .support import BASELINE, FEE, SMALL, TestCase, columns_of, kochmon, rows_in, rows_of

try:
    import pandas
except ImportError:
    pandas = None

without_pandas = unittest.mock.patch.dict(sys.modules, {"pandas": None})

EFFECTS = """\
policy,month,measure,by,group,unit,replicates,base,with_policy,difference,low50,high50,low90,high90,direct,indirect,told
dear,2010-01,abroad,total,total,persons,3,700000.25,690000.25,-10000,-11000,-9000,-15000,-5000,-8000,-2000,
dear,2010-02,abroad,total,total,persons,3,1e+06,0.1,-999999.9,,,,,,,
dear,2010-02,abroad,sex,female,persons,3,5,6,1,,,,,,,
cheap,2010-02,share_home,total,total,share,2,0.30000000000000004,0.5,0.2,,,,,,,
"""


class Written(TestCase):
    """A folder written by hand, so that every value is known."""

    def setUp(self):
        super().setUp()
        self.write("run.json", '{"program": "kochmon", "scenario": "hand", "comparison": {}}')
        self.write("effects.csv", EFFECTS)
        self.result = km.open(self.folder)

    def test_effect(self):
        table = km.effect(self.result, "abroad", by="total")
        self.assertEqual(columns_of(table), EFFECTS.splitlines()[0].split(","))
        first, second = rows_in(table)
        self.assertEqual([first[name] for name in ("base", "with_policy", "difference", "low90", "high90")],
                         [700000.25, 690000.25, -10000, -15000, -5000])
        self.assertEqual((first["direct"] + first["indirect"], first["told"]), (-10000, None))
        self.assertEqual((first["unit"], first["policy"], first["replicates"]), ("persons", "dear", 3))
        self.assertEqual((second["base"], second["with_policy"], second["low90"]), (1000000, 0.1, None))

    def test_values_are_those_that_were_written_to_the_last_bit(self):
        self.assertEqual(list(km.effect(self.result, "share_home")["base"]), [0.1 + 0.2])

    def test_rows_that_are_asked_for(self):
        def months(**where):
            return [(row["policy"], row["measure"], row["month"].month) for row in rows_in(km.effect(self.result, **where))]

        self.assertEqual(len(months()), 4)
        self.assertEqual(months(month="2010-01"), [("dear", "abroad", 1)])
        self.assertEqual(months(month=datetime.date(2010, 1, 1)), [("dear", "abroad", 1)])
        self.assertEqual(months(replicates=2), [("cheap", "share_home", 2)])
        self.assertEqual(months(policy=["cheap", "dear"], month="2010-02", by="total"),
                         [("dear", "abroad", 2), ("cheap", "share_home", 2)])

    def test_what_is_not_there_is_told(self):
        for wrong, text in (
            ({"measure": "abrod"}, "effects.csv has no measure 'abrod' among these rows; the nearest of the [0-9] there: abroad"),
            ({"measure": "abroad", "group": "male"}, "no group 'male' among these rows; the nearest of the [0-9] there: female"),
            ({"sort": 1}, "effects.csv has no column 'sort'; it has policy, month, "),
        ):
            with self.assertRaisesRegex(km.KochmonError, text):
                km.effect(self.result, **wrong)
        with self.assertRaisesRegex(km.KochmonError, "comparison hand in .* has no table 'series'; it has effects"):
            km.series(self.result)

    def test_units(self):
        units = {"abroad": "persons", "share_home": "share"}
        self.assertEqual(km.effect(self.result).attrs["units"], units)
        self.write("effects.csv", EFFECTS + "dear,2010-12,abroad,total,total,persons/year" + ",0" * 10 + ",\n")
        self.assertEqual(km.effect(self.result, "abroad").attrs["units"], {"abroad": "persons or persons/year"})

    def test_months_are_dates(self):
        if pandas:
            months = km.effect(self.result)["month"]
            self.assertTrue(str(months.dtype).startswith("datetime64"), months.dtype)
            self.assertEqual(months[1], pandas.Timestamp(2010, 2, 1))
        with without_pandas:
            self.assertEqual(km.effect(self.result)["month"][1], datetime.date(2010, 2, 1))

    def test_tables_without_rows(self):
        self.write("effects.csv", EFFECTS.splitlines()[0] + "\n")
        table = km.effect(self.result, "abroad")
        self.assertEqual((len(table), columns_of(table)), (0, EFFECTS.splitlines()[0].split(",")))

    def test_light_table(self):
        with without_pandas:
            table = km.effect(self.result)
        self.assertIsInstance(table, km.Table)
        self.assertEqual(table.columns, EFFECTS.splitlines()[0].split(","))
        self.assertEqual(table.units, table.attrs["units"])
        self.assertEqual(table["difference"], [-10000, -999999.9, 1, 0.2])
        self.assertEqual((table[2]["group"], table[2]["low90"]), ("female", None))
        self.assertEqual(len(table[1:]), 3)

    @unittest.skipUnless(pandas, "needs pandas")
    def test_data_frame_says_the_same_as_the_light_table(self):
        frame = km.effect(self.result)
        self.assertIsInstance(frame, pandas.DataFrame)
        self.assertEqual(str(frame["told"].dtype), "float64")  # all empty: numbers that are not there
        with without_pandas:
            light = km.effect(self.result)
        self.assertEqual(len(frame), 4)
        for mine, theirs in zip(rows_in(frame), light):
            mine["month"] = mine["month"].date()
            self.assertEqual(mine, theirs)


class Lived(TestCase):
    def test_effect_is_effects_csv_and_what_runs_say(self):
        dear = km.policy("dear", km.shock(FEE, start="2010-02", scale=1.5), base=BASELINE)
        both = km.compare(BASELINE, dear, replicates=2, by="origin", **SMALL)
        table = rows_in(km.effect(both))
        raw = rows_of(both.folder / "effects.csv")
        self.assertEqual(len(table), len(raw))
        for mine, theirs in zip(table, raw):
            self.assertEqual((mine["measure"], mine["by"], mine["group"], mine["unit"], f"{mine['month']:%Y-%m}"),
                             tuple(theirs[name] for name in ("measure", "by", "group", "unit", "month")))
            for name in ("base", "difference", "low90", "high90", "direct", "indirect", "gain"):
                self.assertEqual(mine[name], float(theirs[name]) if theirs[name] else None)
        # The same by two runs: means over replicates, and their difference.
        where = {"measure": "abroad", "by": "total", "month": "2010-12"}
        runs = [km.series(km.run(each, replicates=2, **SMALL), **where)["value"] for each in (BASELINE, dear)]
        base, policy = (sum(values) / 2 for values in runs)
        row, = rows_in(km.effect(both, **where))
        self.assertNotEqual(base, policy)
        self.assertAlmostEqual(row["base"], base, delta=1e-6)
        self.assertAlmostEqual(row["with_policy"], policy, delta=1e-6)
        self.assertAlmostEqual(row["difference"], policy - base, delta=1e-6)
        self.assertAlmostEqual(row["direct"] + row["indirect"], row["difference"], delta=1e-6)

        causes = rows_in(km.effect(both, causes=True, effect="total", by="total"))
        told = [row for row in rows_of(both.folder / "causes.csv") if row["effect"] == "total" and row["by"] == "total"]
        self.assertGreater(len(causes), 0)
        self.assertEqual([row["persons"] for row in causes], [float(row["persons"]) for row in told])
        self.assertEqual(km.effect(both, causes=True).attrs["units"], {"persons": "persons"})

    def test_panel(self):
        run = km.run(BASELINE, panel=100, **SMALL)
        persons, spells, events = (rows_in(km.panel(run, what)) for what in ("persons", "spells", "events"))
        self.assertEqual(len(persons), 100)
        months = {}
        for spell in spells:
            months[spell["person"]] = months.get(spell["person"], 0) + spell["months"]
            self.assertIs(spell["until"] is None, spell["censored"])
        # Who has died before the reported months has no spell; the spells of all others cover these.
        self.assertLess(set(months), {row["person"] for row in persons})
        dead = {event["person"] for event in events if event["event"] == "death"}
        self.assertGreater(len(set(months) - dead), 90)
        self.assertEqual({months[person] for person in set(months) - dead}, {12})
        self.assertEqual({(spell["from"].year, spell["from"].day) for spell in spells}, {(2010, 1)})
        self.assertIn("none", {spell["contract"] for spell in spells})  # a word, and no empty cell
        self.assertEqual(km.panel(run).attrs["units"], {"months": "months"})
        self.assertEqual(km.panel(run, "persons").attrs["units"], {"wage_factor": "ratio", "attachment": "RUB/month"})
        with self.assertRaisesRegex(km.KochmonError, "has no table 'panel_spells'; it has .*series"):
            km.panel(km.run(BASELINE, **SMALL))

    def test_study(self):
        study = km.sweep(self.plan(), output=self.folder / "study", progress="none")
        self.assertEqual(study.kind, "study")
        self.assertEqual([row["fee"] for row in rows_in(km.study_points(study))], ["base", "0.5", "0.5", "2", "2"])
        halved = rows_in(km.effect(study, "abroad", fee=0.5))  # written 0.50 in the plan
        self.assertEqual([(row["point"], row["fee"], row["cash"]) for row in halved], [(1, 0.5, "5000 RUB"), (2, 0.5, "20000 RUB")])
        self.assertEqual([row["point"] for row in rows_in(km.study_points(study, fee=0.5, cash="20000 RUB"))], [2])
        self.assertEqual({row["point"] for row in rows_in(km.series(study, fee="base"))}, {0})
        effects = rows_in(km.effect(study.folder))
        self.assertEqual(columns_of(km.effect(study))[-2:], ["fee", "cash"])
        database = sqlite3.connect(study.folder / "study.sqlite")
        told = database.execute('SELECT point, measure, base, difference, low_90, high_90, unit FROM effects').fetchall()
        database.close()
        self.assertEqual(len(told), 8)  # four points, two measures
        self.assertEqual([(row["point"], row["measure"], row["base"], row["difference"], row["low_90"], row["high_90"],
                           row["unit"]) for row in effects], told)
        # By hand: the mean over replicates of point less base.
        values = {(row["point"], row["replicate"]): row["value"] for row in rows_in(km.series(study, "legality_by_right"))}
        for point in range(1, 5):
            mean = sum(values[point, replicate] - values[0, replicate] for replicate in range(2)) / 2
            row, = rows_in(km.effect(study, "legality_by_right", point=point))
            self.assertAlmostEqual(row["difference"], mean, delta=1e-12)

    def test_study_that_goes_on(self):
        study = km.sweep(self.plan(), output=self.folder / "study", progress="none")
        whole = {file.name: file.read_bytes() for file in (study.folder / "tables").iterdir()}
        for file in [*(study.folder / "tables").iterdir(), *(study.folder / "runs").glob("p0000[23]-*")]:
            file.unlink()
        self.assertIn("6 of 10 runs done", kochmon("status", study.folder).stdout)
        again = km.resume(study, progress="none")
        self.assertEqual({file.name: file.read_bytes() for file in (again.folder / "tables").iterdir()}, whole)
        self.assertIn("10 of 10 runs done", str(again))
        self.assertEqual(km.resume(str(study.folder), progress="none").folder, study.folder)
        self.assertEqual(km.sweep(self.plan(), output=study.folder, progress="none").folder, study.folder)
        self.assertEqual(km.open(study.folder).kind, "study")
