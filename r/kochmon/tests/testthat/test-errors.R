test_that("the program's own text, its status and the command are kept", {
  says <- c("kochmon: one.yaml:3:1: a: wrong, expected a number", "kochmon: one.yaml:4:1: b: 'caf\u00e9' is unknown, hint",
            paste0("kochmon: one.yaml:5:1: ", strrep("long ", 2000)))
  program <- stand_in(says, 2)
  refused <- tryCatch(run("one.yaml", program = program), kochmon_error = identity)
  expect_s3_class(refused, c("kochmon_error", "error"))
  expect_equal(conditionMessage(refused), paste(says, collapse = "\n"))
  expect_equal(refused$status, 2L)
  expect_equal(refused$command[c(1, 2, 4, 5)], c(normalizePath(program), "run", "--", "one.yaml"))
})

test_that("an error after hours does not bring the lines of progress along", {
  program <- stand_in(c("kochmon: replicate 1 of 2, 2005-03 (warm-up), 3 % done, 40 s left",
                        "kochmon: 3 of 28 runs done, 0 failed, 25.49 a second, 2 min left",
                        "{\"replicate\": 0, \"done\": 0.5}", "kochmon: the disk is full"), 4)
  refused <- tryCatch(run("one.yaml", program = program), kochmon_error = identity)
  expect_equal(conditionMessage(refused), "kochmon: the disk is full")
})

test_that("a program that ends without a word is told with its status", {
  expect_error(run("one.yaml", program = stand_in(status = 137)), "ended with status 137", class = "kochmon_error")
})

test_that("what is whole but not as asked is a warning, and its status is kept", {
  folder <- by_hand()
  expect_warning(result <- compare("./a.yaml", "./b.yaml", output = folder, program = stand_in("kochmon: too wide", 7)),
                 "kochmon: too wide")
  expect_equal(result$status, 7L)
  expect_error(run("./a.yaml", output = folder, program = stand_in("kochmon: differs", 7)), "differs", class = "kochmon_error")
})

test_that("a missing program says what was looked for", {
  with_environment(c(KOCHMON = ""), with_environment(c(PATH = tempfile()), {
    missing <- tryCatch(find_program(), kochmon_error = identity)
  }))
  expect_match(conditionMessage(missing), "looked for kochmon \\(in PATH\\)[.] Install the Debian package.*KOCHMON")
  expect_identical(missing$status, NA_integer_)
  with_environment(c(KOCHMON = "/nowhere/kochmon"), expect_error(find_program(), "looked for /nowhere/kochmon \\(argument program"))
})

test_that("the argument goes before the option, this before the environment, this before the path", {
  four <- replicate(4, stand_in())
  with_environment(c(PATH = paste(dirname(four[4]), Sys.getenv("PATH"), sep = ":"), KOCHMON = ""),
                   expect_equal(find_program(), normalizePath(four[4])))
  with_environment(c(KOCHMON = four[3]), {
    expect_equal(find_program(), normalizePath(four[3]))
    with_options(list(kochmon.program = four[2]), {
      expect_equal(find_program(), normalizePath(four[2]))
      expect_equal(find_program(four[1]), normalizePath(four[1]))
    })
  })
})

test_that("a folder that is no finished result is refused", {
  expect_error(open_result(tempdir()), "no finished results of kochmon \\(there is no run.json and no study.json\\)", class = "kochmon_error")
  folder <- by_hand()
  writeLines("{\"program\": \"another\"}", file.path(folder, "run.json"))
  expect_error(open_result(folder), "is not an account of results of kochmon", class = "kochmon_error")
  writeLines("{", file.path(folder, "run.json"))
  expect_error(open_result(folder), "is not an account of results of kochmon", class = "kochmon_error")
})
