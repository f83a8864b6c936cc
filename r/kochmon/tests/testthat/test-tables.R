effects <- c(
  "policy,month,measure,by,group,unit,replicates,base,with_policy,difference,low90,high90,direct,indirect,luck_share,told_together",
  "fee,2010-01,legality_by_right,total,total,share,4,0.5,0.375,-0.125,-0.25,0,-0.0625,-0.0625,,",
  "fee,2010-02,legality_by_right,total,total,share,4,0.5,0.25,-0.25,-0.5,0.125,-0.125,-0.125,,",
  "fee,2010-02,abroad,jurisdiction,russia,persons,4,1000,1100,100,50,150,,,,")

test_that("a table has the rows that are asked for, with months, units and types", {
  table <- effect(by_hand(effects.csv = effects), "legality_by_right", month = "2010-02")
  expect_equal(names(table), strsplit(effects[1], ",")[[1]])
  expect_equal(nrow(table), 1)
  expect_equal(table$difference, -0.25)
  expect_equal(c(table$low90, table$high90), c(-0.5, 0.125))
  expect_equal(table$month, as.Date("2010-02-01"))
  expect_equal(table$unit, "share")
  expect_identical(table$luck_share, NA_real_)
  expect_identical(table$told_together, NA_character_)
  expect_equal(attr(table, "units"), c(legality_by_right = "share"))
  all <- effect(by_hand(effects.csv = effects))
  expect_equal(attr(all, "units"), c(legality_by_right = "share", abroad = "persons"))
  expect_equal(all$direct, c(-0.0625, -0.125, NA))
  expect_equal(effect(by_hand(effects.csv = effects), month = as.Date("2010-01-01"))$high90, 0)
  twice <- c(effects, "fee,2010-12,abroad,total,total,persons/year,4,1,1,0,0,0,0,0,,")
  expect_equal(attr(effect(by_hand(effects.csv = twice), "abroad"), "units"), c(abroad = "persons or persons/year"))
})

test_that("a group that looks like a number stays text", {
  table <- series(by_hand(series.csv = c("scenario,replicate,month,measure,by,group,value,unit",
                                                "1e5,0,2010-01,abroad,years_abroad,01,,persons")))
  expect_identical(table$group, "01")
  expect_identical(table$scenario, "1e5")
  expect_identical(table$value, NA_real_)
})

test_that("a row, a column or a table that is not there is told with what is", {
  folder <- by_hand(effects.csv = effects)
  expect_error(effect(folder, "legality"), "effects.csv has no measure 'legality' among these rows; the nearest of the 2 there: legality_by_right, abroad", class = "kochmon_error")
  expect_error(effect(folder, group = c("total", "moscow")), "no group 'moscow' among these rows", class = "kochmon_error")
  expect_error(effect(folder, month = "2011"), "month '2011'.*2010-01-01", class = "kochmon_error")
  expect_error(effect(folder, sex = "male"), "effects.csv has no column 'sex'; it has ", class = "kochmon_error")
  expect_error(effect(folder, "abroad", "total"), "by column", class = "kochmon_error")
  expect_error(series(folder), "has no table 'series'; it has effects", class = "kochmon_error")
})

test_that("lives have months as dates and money in the currency of the run", {
  folder <- by_hand(
    panel_spells.csv = c("scenario,replicate,person,spell,from,until,months,entered,censored,arrival,sector,end",
                         "b,0,p0000000007,1,2010-01,2010-03,2,false,false,,,departure",
                         "b,0,p0000000007,2,2010-03,,10,true,true,2010-03,,"),
    panel_persons.csv = c("scenario,replicate,person,birth,wage_factor,attachment", "b,0,p0000000007,1980-11,1.5,20.25"),
    measures.csv = c("name,unit", "abroad,persons", "wages,USD/month"))
  spells <- panel(folder)
  expect_equal(spells$from, as.Date(c("2010-01-01", "2010-03-01")))
  expect_equal(spells$until, as.Date(c("2010-03-01", NA)))
  expect_equal(spells$entered, c(FALSE, TRUE))
  expect_identical(spells$sector, c(NA_character_, NA))
  expect_equal(attr(spells, "units"), c(months = "months"))
  persons <- panel(folder, "persons")
  expect_equal(persons$birth, as.Date("1980-11-01"))
  expect_equal(attr(persons, "units"), c(wage_factor = "ratio", attachment = "USD/month"))
})
