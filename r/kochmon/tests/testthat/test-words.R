test_that("options become words of the command line by name", {
  program <- stand_in()
  base <- tempfile(fileext = ".yaml")
  run(scenario(base, set = c(a.b = "30000 RUB", c = TRUE), persons = 1e6, months = 24, months_kept = "last"),
      by = c("total", "origin"), strict = TRUE, quiet = FALSE, seed = NULL, set = list(c = 0.00001), dry_run = TRUE,
      program = program)
  expect_equal(words_given(program),
               c("run", "--set", "a.b=30000 RUB", "--set", "c=0.00001", "--persons", "1000000", "--months", "24",
                 "--months-kept", "last", "--by", "total,origin", "--strict", "--dry-run", "--", base))
})

test_that("values of keys are joined, the later over the earlier, and lists are written as YAML", {
  program <- stand_in()
  base <- scenario(scenario("./x.yaml", set = c(a = "1 RUB", b = 2), seed = 1), set = c(b = 3))
  run(base, set = list(c = list(list(from = "2005-01", value = "3 %"), list(from = "2010-01", value = 4)), d = c("x", "y"),
                       e = "{f: 1}"), seed = 2, dry_run = TRUE, program = program)
  expect_equal(words_given(program),
               c("run", "--set", "a=1 RUB", "--set", "b=3", "--set", "c=[{from: 2005-01, value: 3 %}, {from: 2010-01, value: 4}]",
                 "--set", "d=[x, y]", "--set", "e={f: 1}", "--seed", "2", "--dry-run", "--", "./x.yaml"))
})

test_that("a value without a name is refused before anything runs", {
  program <- stand_in()
  expect_error(run("x.yaml", 3, program = program), "by name", class = "kochmon_error")
  expect_error(scenario("x.yaml", set = "3 RUB"), "by key", class = "kochmon_error")
  expect_error(scenario("x.yaml", set = c(a = 1, a = 2)), "'a' is given twice", class = "kochmon_error")
  expect_false(file.exists(file.path(dirname(program), "words")))
})

test_that("a shock keeps its keys, and names months as the program does", {
  base <- tempfile(fileext = ".yaml")
  file.create(base)
  file <- file.path(tempfile("policies-"), "a", "policy.yaml")
  dir.create(dirname(file), recursive = TRUE)
  cut <- shock("jurisdictions.russia.permit.fee", start = as.Date("2010-03-01"), end = "2012-01", scale = 1.10,
               ramp = "6 months", group = list(origin = c("batken", "osh")))
  set <- shock("a.b", value = "25000 RUB", from = "2011-01")
  made <- policy("fee", list(cut, set), base = base, file = file)
  expect_equal(readLines(file), c(
    "schema: 1", "scenario: fee", paste0("base: ../../", basename(base)), "shocks:",
    paste("  - {lever: jurisdictions.russia.permit.fee, scale: 1.1, from: 2010-03, until: 2012-01,",
          "ramp: 6 months, group: {origin: [batken, osh]}}"),
    "  - {lever: a.b, set: 25000 RUB, from: 2011-01}"))
  expect_equal(made$path, normalizePath(file))
  expect_error(policy("fee", cut, base = base, file = file), "there already", class = "kochmon_error")
  policy("fee", list(), base = base, file = file, force = TRUE)
  expect_equal(readLines(file)[4], "shocks: []")
})

test_that("text is quoted where YAML needs it, and nowhere else", {
  base <- file.path(tempdir(), "base, of 'mine': #1.yaml")
  file.create(base)
  made <- policy("x", shock("a", value = "-5 RUB", add = "10 %", note = "a: b", other = "[c"), base = base)
  lines <- readLines(made$path)
  expect_equal(lines[3], "base: \"../base, of 'mine': #1.yaml\"")
  expect_equal(lines[5], "  - {lever: a, set: -5 RUB, add: 10 %, note: \"a: b\", other: \"[c\"}")
})

test_that("what is no shock and what is no base are refused", {
  expect_error(policy("x", list(1), base = tempdir()), "shock", class = "kochmon_error")
  expect_error(policy("x", shock("a"), base = "./nowhere.yaml"), "there is no file './nowhere.yaml'", class = "kochmon_error")
})

test_that("shipped files are found by name, and what is there is told", {
  folder <- tempfile("config-")
  dir.create(file.path(folder, "policies"), recursive = TRUE)
  file.create(file.path(folder, c("one.yaml", "two.yaml", "policies/dear.yaml")))
  with_options(list(kochmon.config = folder), {
    expect_equal(scenario("two")$base, normalizePath(file.path(folder, "two.yaml")))
    expect_error(scenario("three"), "There are: one, two", class = "kochmon_error")
    expect_equal(scenario("./three")$base, "./three")
    program <- stand_in()
    compare("one", list("dear", "./mine.yaml"), replicates = 3, dry_run = TRUE, program = program)
    expect_equal(words_given(program), c("compare", "--replicates", "3", "--dry-run", "--",
                                         normalizePath(file.path(folder, c("one.yaml", "policies/dear.yaml"))),
                                         "./mine.yaml"))
  })
  beside <- tempfile("prefix-")
  dir.create(file.path(beside, "bin"), recursive = TRUE)
  dir.create(file.path(beside, "share", "kochmon", "config"), recursive = TRUE)
  file.copy(stand_in(), file.path(beside, "bin"))
  file.create(file.path(beside, "share/kochmon/config/one.yaml"))
  with_environment(c(KOCHMON = file.path(beside, "bin", "kochmon"), KOCHMON_CONFIG = ""),
                   expect_equal(scenario("one")$base, normalizePath(file.path(beside, "share/kochmon/config/one.yaml"))))
})

test_that("printing shows what is laid over what", {
  expect_output(print(scenario("./b.yaml", set = c(a.b = "3 RUB"), persons = 2000)),
                "of ./b.yaml.*a.b = 3 RUB.*persons: 2000")
})

test_that("base::sweep still does what it did", {
  matrix <- matrix(1:4, 2)
  expect_equal(kochmon::sweep(matrix, 2, c(1, 3)), base::sweep(matrix, 2, c(1, 3)))
  expect_equal(kochmon::sweep(x = matrix, MARGIN = 1, STATS = 1:2, FUN = "+"), matrix + 1:2)
})
