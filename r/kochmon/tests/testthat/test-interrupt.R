# R as a process of its own, in the midst of a comparison that takes minutes. The program leaves its process in a file
# and becomes the real one.
interrupted <- function(signal) {
  folder <- tempfile("interrupt-")
  dir.create(folder)
  at <- function(name) file.path(folder, name)
  writeLines(c("#!/bin/sh", paste("echo $$ >", shQuote(at("program"))), paste("exec", shQuote(find_program()), "\"$@\"")),
             at("kochmon"))
  Sys.chmod(at("kochmon"), "755")
  writeLines(c(paste0(".libPaths(", paste(deparse(.libPaths()), collapse = ""), ")"),
               paste0("Sys.setenv(KOCHMON = ", deparse(at("kochmon")), ")"),
               paste0("writeLines(as.character(Sys.getpid()), ", deparse(at("r")), ")"),
               paste0("base <- kochmon::scenario(", deparse(config("baseline.yaml")), ", persons = 20000)"),
               "ended <- tryCatch({",
               paste0("  kochmon::compare(base, ", deparse(config("policies/permit-fee.yaml")), ", replicates = 50, output = ",
                      deparse(at("out")), ")"),
               "  \"whole\"",
               "}, interrupt = function(i) \"interrupted\", error = function(e) paste(\"error:\", conditionMessage(e)))",
               paste0("writeLines(ended, ", deparse(at("part")), ")"),
               paste0("file.rename(", deparse(at("part")), ", ", deparse(at("ended")), ")")), at("script.R"))
  system2(Sys.which("setsid"), c(file.path(R.home("bin"), "Rscript"), "--vanilla", shQuote(at("script.R"))), wait = FALSE,
          stdout = at("said"), stderr = at("said"))
  wait_for <- function(is_so) for (k in 1:300) if (is_so()) return(TRUE) else Sys.sleep(0.1)
  # Signals are heeded by the time that the folder is begun.
  stopifnot(wait_for(function() file.exists(at("out"))))
  Sys.sleep(1)
  program <- scan(at("program"), 0L, quiet = TRUE)
  stopifnot(tools::pskill(program, 0L))
  on.exit(tools::pskill(program, tools::SIGTERM))  # should it live on
  signal(scan(at("r"), 0L, quiet = TRUE))
  stopifnot(wait_for(function() file.exists(at("ended"))))
  list(ended = readLines(at("ended")), lives_on = tools::pskill(program, 0L), out = list.files(at("out")))
}

test_that("an interrupt of R alone stops the program", {
  needs_program()
  skip_if(!nzchar(Sys.which("setsid")), "no setsid")
  after <- interrupted(function(r) tools::pskill(r, tools::SIGINT))
  expect_equal(after$ended, "interrupted")
  expect_false(after$lives_on)
  expect_false("run.json" %in% after$out)
})

test_that("so does Ctrl-C, which reaches all processes of the terminal", {
  needs_program()
  skip_if(!nzchar(Sys.which("setsid")), "no setsid")
  after <- interrupted(function(r) system2("kill", c("-INT", paste0("-", r))))
  expect_equal(after$ended, "interrupted")
  expect_false(after$lives_on)
  expect_false("run.json" %in% after$out)
})
