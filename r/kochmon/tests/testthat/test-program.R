test_that("a run has the bytes of the command line, and its panel", {
  needs_program()
  result <- run(few(set = c(jurisdictions.russia.permit.fee = "30000 RUB")), panel = 50)
  folder <- tempfile()
  line <- command_line("run", config("baseline.yaml"), "--persons", 2000, "--months", 12, "--panel", 50,
                       "--set", "jurisdictions.russia.permit.fee=30000 RUB", "-o", folder)
  expect_equal(line$status, 0)
  expect_true(all(c("series.csv", "panel_spells.csv", "scenario.yaml") %in% names(digests(folder))))
  expect_equal(digests(result$folder), digests(folder))
  expect_equal(result$account$digest, open_result(folder)$account$digest)
  expect_output(print(result), "Kochmon run in .*LEGALITY")

  legality <- series(result, "legality_by_right", by = "total")
  lines <- grep(",legality_by_right,total,", readLines(file.path(folder, "series.csv")), fixed = TRUE, value = TRUE)
  expect_equal(legality$value, as.numeric(vapply(strsplit(lines, ","), `[`, "", 7)))
  expect_equal(legality$month, seq(as.Date("2010-01-01"), by = "month", length.out = 12))
  expect_equal(attr(legality, "units"), c(legality_by_right = "share"))

  expect_equal(nrow(panel(result, "persons")), 50)
  expect_equal(attr(panel(result, "persons"), "units"), c(wage_factor = "ratio", attachment = "RUB/month"))
  months <- tapply(panel(result)$months, panel(result)$person, sum)
  alive <- setdiff(names(months), panel(result, "events", event = NULL)$person)
  expect_true(all(months[alive] == 12))
  expect_true(all(panel(result, "events")$month >= as.Date("2010-01-01")))
})

test_that("a comparison has the bytes of the command line, also of a policy written in R", {
  needs_program()
  mine <- policy("permit-fee", shock("jurisdictions.russia.permit.fee", start = "2010-01", scale = "1.10"))
  result <- compare(few(), list(mine, config("policies/permit-fee-south.yaml")), replicates = 2, by = c("origin", "sex"), threads = 1)
  folder <- tempfile()
  the_same <- config("policies/permit-fee.yaml")
  line <- command_line("compare", config("baseline.yaml"), the_same, config("policies/permit-fee-south.yaml"),
                       "--persons", 2000, "--months", 12, "--replicates", 2, "--by", "origin,sex", "-o", folder)
  expect_equal(line$status, 0)
  expect_equal(result$kind, "comparison")
  expect_true("policy-permit-fee.yaml" %in% names(digests(folder)))
  expect_equal(digests(result$folder), digests(folder))
  shipped <- compare(few(), config("policies/permit-fee.yaml"), replicates = 2, by = c("origin", "sex"))
  expect_equal(effect(shipped), effect(result, policy = "permit-fee"))

  table <- effect(result, "legality_by_right", policy = "permit-fee", by = "jurisdiction", month = "2010-12")
  line <- grep("^permit-fee,2010-12,legality_by_right,jurisdiction,russia,", readLines(file.path(folder, "effects.csv")),
               value = TRUE)
  cells <- strsplit(line, ",")[[1]]
  expect_equal(table$group, "russia")
  expect_equal(table$difference, as.numeric(cells[10]))
  expect_equal(c(table$low90, table$high90), as.numeric(cells[13:14]))
  expect_equal(table$direct + table$indirect, table$difference)
  expect_equal(table$with_policy - table$base, table$difference)
  expect_gt(nrow(effect(result, by = "sex", group = "female", policy = "permit-fee-south")), 0)

  causes <- effect(result, causes = TRUE, effect = "total", by = "total")
  expect_equal(attr(causes, "units"), c(persons = "persons"))
  expect_gt(sum(causes$persons), 0)
})

test_that("a policy that changes nothing has no effect at all", {
  needs_program()
  nothing <- policy("nothing", shock("jurisdictions.russia.permit.fee", start = "2010-01", value = "25000 RUB"))
  expect_true(all(effect(compare(few(), nothing, replicates = 2), by = "total")$difference %in% c(0, NA)))
})

test_that("a refused scenario is told in the program's own words", {
  needs_program()
  wrong <- tempfile(fileext = ".yaml")
  writeLines(c("schema: 1", "scenario: wrong", "base: nowhere.yaml", "jurisdiction: {}"), wrong)
  refused <- tryCatch(run(wrong), kochmon_error = identity)
  line <- command_line("run", wrong)
  expect_equal(line$status, 2)
  expect_equal(refused$status, 2L)
  expect_equal(conditionMessage(refused), line$err)
  expect_match(line$err, "nowhere.yaml")

  folder <- tempfile()
  run(few(), months = 1, output = folder)
  expect_equal(tryCatch(run(few(), months = 1, output = folder), kochmon_error = function(e) e$status), 3L)
  run(few(), months = 1, output = folder, force = TRUE)
  expect_equal(tryCatch(run("./nowhere.yaml"), kochmon_error = function(e) e$status), 4L)
  expect_equal(tryCatch(run(few(), no_such_option = 1), kochmon_error = function(e) e$status), 64L)
})

test_that("an interval that is wider than asked is a warning", {
  needs_program()
  expect_warning(wide <- compare(few(), config("policies/permit-fee.yaml"), replicates = 10, precision = "legality_by_right 0.001 points"), "status 7; print")
  expect_equal(wide$status, 7L)
  expect_output(print(wide), "is not met with 10 replicates")
  expect_equal(max(effect(wide, "legality_by_right")$replicates), 10)
})

test_that("a dry run writes nothing and tells what it would take", {
  needs_program()
  expect_output(run(few(), dry_run = TRUE, output = folder <- tempfile()), "[Mm]emory")
  expect_false(file.exists(folder))
})

test_that("a study has the bytes of the command line, and goes on where it stopped", {
  needs_program()
  plan <- tempfile(fileext = ".yaml")
  writeLines(c("schema: 1", "sweep: small", paste0("base: ", config("baseline.yaml")), "persons: 500", "months: 12",
               "replicates: 2", "vary:",
               "  fee: {lever: jurisdictions.russia.permit.fee, scale: [0.50, 1], from: 2010-01}", "design: grid",
               "keep: {measures: [legality_by_right, abroad], by: [total], months: yearly}"), plan)
  study <- sweep(plan, progress = "none")
  folder <- tempfile()
  expect_equal(command_line("sweep", plan, "-o", folder)$status, 0)
  whole <- digests(folder)
  expect_true(all(c("study.sqlite", "tables/effects.csv", "study.json") %in% names(whole)))
  expect_equal(digests(study$folder), whole)

  table <- effect(study, "abroad")
  lines <- strsplit(readLines(file.path(folder, "tables", "effects.csv")), ",")
  expect_equal(names(table), c(lines[[1]], "fee"))
  expect_equal(table$difference, as.numeric(vapply(lines[c(2, 4)], `[`, "", 8)))
  expect_equal(table$fee, c(0.5, 1))
  expect_equal(table$difference[2], 0)  # scaled by 1
  expect_equal(table$month, as.Date(c("2010-12-01", "2010-12-01")))
  expect_equal(nrow(effect(study, fee = 0.5)), 2)
  expect_equal(study_points(study)$fee, c("base", "0.5", "1"))
  expect_equal(study_points(study, fee = 0.5)$point, 1)
  expect_equal(unique(series(study, fee = "base")$point), 0)
  expect_equal(attr(series(study), "units"), c(abroad = "persons", legality_by_right = "share"))
  expect_error(result_table(study, "nothing"), "no table 'nothing'", class = "kochmon_error")

  unlink(file.path(study$folder, c("runs/p00001-r001.csv", "tables")), recursive = TRUE)
  expect_error(effect(study), "no table 'effects'", class = "kochmon_error")
  again <- resume(study, threads = 1, progress = "none")
  expect_equal(digests(again$folder), whole)
  expect_equal(effect(open_result(again$folder)), effect(again))
  expect_equal(tryCatch(resume(tempfile()), kochmon_error = function(e) e$status), 4L)
})
