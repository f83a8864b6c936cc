test_that("options become words of the command line by name", {
  program <- stand_in()
  base <- tempfile(fileext = ".yaml")
  run(scenario(base, set = c(a.b = "30000 RUB", c = TRUE), persons = 1e6, months = 24, months_kept = "last"),
      by = c("total", "origin"), strict = TRUE, quiet = FALSE, seed = NULL, set = list(c = 0.00001), dry_run = TRUE,
      output = "o", program = program)
  expect_equal(words_given(program),
               c("run", "--set=a.b=30000 RUB", "--set=c=0.00001", "--persons=1000000", "--months=24", "--months-kept=last",
                 "--by=total,origin", "--strict", "--dry-run", "--output=o", "--", base))
})

test_that("values of keys are joined, the later over the earlier, and lists are written as YAML", {
  program <- stand_in()
  base <- scenario(scenario("./x.yaml", set = c(a = "1 RUB", b = 2), seed = 1), set = c(b = 3))
  run(base, set = list(c = list(list(from = "2005-01", value = "3 %"), list(from = "2010-01", value = 4)), d = c("x", "y"),
                       e = "{f: 1}"), seed = 2, dry_run = TRUE, output = "o", program = program)
  expect_equal(words_given(program),
               c("run", "--set=a=1 RUB", "--set=b=3", "--set=c=[{from: 2005-01, value: 3 %}, {from: 2010-01, value: 4}]",
                 "--set=d=[x, y]", "--set=e={f: 1}", "--seed=2", "--dry-run", "--output=o", "--", "./x.yaml"))
})

test_that("a value without a name is refused before anything runs", {
  program <- stand_in()
  expect_error(run("x.yaml", 3, program = program), "by name", class = "kochmon_error")
  expect_error(scenario("x.yaml", set = "3 RUB"), "by key", class = "kochmon_error")
  expect_error(scenario("x.yaml", set = c(a = 1, a = 2)), "'a' is given twice", class = "kochmon_error")
  expect_false(file.exists(file.path(dirname(program), "words")))
})

# The policy as the program gets it, of a comparison with this base.
written <- function(policy, base) {
  program <- stand_in(writes = "for last in \"$@\"; do :; done; cp \"$last\" \"$(dirname \"$0\")/policy\"")
  compare(base, policy, dry_run = TRUE, program = program)
  list(name = basename(utils::tail(words_given(program), 1)), lines = readLines(file.path(dirname(program), "policy")))
}

test_that("a shock keeps its keys, and names months as the program does", {
  base <- file.path(tempdir(), "base.yaml")
  file.create(base)
  cut <- shock("jurisdictions.russia.permit.fee", start = as.Date("2010-03-01"), end = "2012-01", scale = 1.10,
               ramp = "6 months", group = list(origin = c("batken", "osh")))
  set <- shock("a.b", value = "25000 RUB", from = "2011-01")
  lines <- c("schema: 1", "scenario: fee", "base: x/base.yaml", "shocks:",
             "  - lever: jurisdictions.russia.permit.fee", "    scale: 1.1", "    from: 2010-03", "    until: 2012-01",
             "    ramp: 6 months", "    group: {origin: [batken, osh]}",
             "  - lever: a.b", "    set: 25000 RUB", "    from: 2011-01")
  expect_equal(format(policy("fee", list(cut, set), base = scenario("x/base.yaml", seed = 2))), lines)
  expect_output(print(policy("fee", list(cut, set))), paste(lines[-3], collapse = "\n"), fixed = TRUE)
  expect_equal(format(policy("fee", list())), c("schema: 1", "scenario: fee", "shocks: []"))
  lines[3] <- "base: ../base.yaml"
  expect_equal(written(policy("fee", list(cut, set)), base), list(name = "fee.yaml", lines = lines))
  expect_equal(written(policy("fee", list(cut, set), base = base), "other.yaml")$lines, lines)
  expect_equal(written(policy("fee", set), "baseline")$lines[3], "base: baseline")  # a name is the program's to find
})

test_that("text is quoted where YAML needs it, and nowhere else", {
  base <- file.path(tempdir(), "base, of 'mine': #1.yaml")
  file.create(base)
  made <- written(policy("x", shock("a", value = "-5 RUB", add = "10 %", note = "a: b", other = "[c")), base)
  expect_equal(made$lines[c(3, 5:9)], c("base: \"../base, of 'mine': #1.yaml\"", "  - lever: a", "    set: -5 RUB",
                                        "    add: 10 %", "    note: \"a: b\"", "    other: \"[c\""))
})

test_that("a policy is run over its base, with what is laid over that", {
  program <- stand_in()
  base <- scenario("x.yaml", set = c(a = 1), persons = 700)
  dear <- policy("dear", shock("a.b", scale = 2), base = base)
  run(dear, months = 12, set = c(b = 2), dry_run = TRUE, output = "o", program = program)
  expect_equal(words_given(program)[1:8],
               c("run", "--set=a=1", "--set=b=2", "--persons=700", "--months=12", "--dry-run", "--output=o", "--"))
  expect_match(words_given(program)[9], "/dear[.]yaml$")
  expect_error(run(policy("dear", list()), program = program), "policy dear has no base", class = "kochmon_error")
  expect_error(compare("x.yaml", dear, program = program), "options of its own", class = "kochmon_error")
  compare(base, dear, dry_run = TRUE, program = program)
})

test_that("what is no shock and what is no base are refused", {
  expect_error(policy("x", list(1)), "shock", class = "kochmon_error")
  expect_error(scenario(3), "one file", class = "kochmon_error")
})

test_that("paths and names are the program's to find", {
  program <- stand_in()
  compare("one", c("dear", "./mine.yaml"), replicates = 3, dry_run = TRUE, output = "o", program = program)
  expect_equal(words_given(program), c("compare", "--replicates=3", "--dry-run", "--output=o", "--", "one", "dear", "./mine.yaml"))
  sweep("fees", dry_run = TRUE, output = "o", program = program)
  expect_equal(words_given(program), c("sweep", "--dry-run", "--output=o", "--", "fees"))
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
