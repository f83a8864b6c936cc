# Tests that simulate persons need the program (KOCHMON), and its scenarios where it looks for them; the others need neither.
needs_program <- function() {
  found <- tryCatch(if (!file.exists(config("baseline.yaml"))) "no scenarios beside the program and no KOCHMON_CONFIG",
                    kochmon_error = conditionMessage)
  if (!is.null(found)) skip(sub("\n.*", "", found))
}

config <- function(file) {
  beside <- file.path(dirname(find_program()), c("../share/kochmon/config", "../../config"))
  folders <- c(Sys.getenv("KOCHMON_CONFIG", NA), beside[dir.exists(beside)])
  file.path(normalizePath(folders[!is.na(folders)][1], mustWork = FALSE), file)
}

few <- function(...) scenario(config("baseline.yaml"), persons = 2000, months = 12, progress = "none", ...)

# What the command line itself does with these words.
command_line <- function(...) {
  err <- tempfile()
  out <- tempfile()
  status <- system2(find_program(), shQuote(c(...)), stdout = out, stderr = err)
  list(status = status, err = paste(readLines(err), collapse = "\n"), out = readLines(out))
}

# Every file as bytes; run.json holds times, the mark of the folder who writes it, and a figure for print its date.
bytes <- function(folder) {
  files <- setdiff(list.files(folder, recursive = TRUE, all.files = TRUE), c("run.json", ".kochmon", ".kochmon-study"))
  read <- function(file) {
    content <- readBin(file.path(folder, file), "raw", file.size(file.path(folder, file)))
    dated <- "/CreationDate \\([^)]*\\)"
    at <- if (grepl("\\.pdf$", file)) grepRaw(dated, content)
    if (length(at)) content[-(at - 1 + seq_along(grepRaw(dated, content, value = TRUE)))] else content
  }
  stats::setNames(lapply(files, read), files)
}

digests <- function(folder) vapply(bytes(folder), function(content) {
  copy <- tempfile()
  writeBin(content, copy)
  unname(tools::md5sum(copy))
}, "")

# A stand-in for the program: leaves its words in a file, says something, ends with a status.
stand_in <- function(says = character(), status = 0, writes = character()) {
  folder <- tempfile("stand-in-")
  dir.create(folder)
  writeLines(enc2utf8(says), file.path(folder, "says"), useBytes = TRUE)
  program <- file.path(folder, "kochmon")
  writeLines(c("#!/bin/sh", paste0("printf '%s\\n' \"$@\" >", shQuote(file.path(folder, "words"))),
               paste("cat", shQuote(file.path(folder, "says")), ">&2"), writes, paste("exit", status)), program)
  Sys.chmod(program, "755")
  program
}

words_given <- function(program) readLines(file.path(dirname(program), "words"))

# A finished result of a few rows, worked out by hand.
by_hand <- function(...) {
  folder <- tempfile("by-hand-")
  dir.create(folder)
  writeLines('{"program": "kochmon", "version": "9.9.9", "commit": "abc"}', file.path(folder, "run.json"))
  tables <- list(...)
  for (name in names(tables)) writeLines(tables[[name]], file.path(folder, name))
  folder
}

with_options <- function(new, code) {
  old <- options(new)
  on.exit(options(old))
  force(code)
}

with_environment <- function(new, code) {
  old <- Sys.getenv(names(new), unset = NA, names = TRUE)
  do.call(Sys.setenv, as.list(new))
  on.exit({
    Sys.unsetenv(names(old)[is.na(old)])
    if (any(!is.na(old))) do.call(Sys.setenv, as.list(old[!is.na(old)]))
  })
  force(code)
}
