# What is to be lived: values that name files and what is laid over them. The program checks them.

scenario <- function(base, set = NULL, persons = NULL, months = NULL, seed = NULL, ...) {
  options <- list(set = set, persons = persons, months = months, seed = seed, ...)
  if (inherits(base, "kochmon_scenario")) return(laid_over(base, options))
  empty <- structure(list(base = shipped(base), options = list(set = list())), class = "kochmon_scenario")
  laid_over(empty, options)
}

by_name <- function(values, hint) {
  if (length(values) && (is.null(names(values)) || !all(nzchar(names(values))))) fail(hint)
  if (anyDuplicated(names(values))) fail("'", names(values)[anyDuplicated(names(values))], "' is given twice.")
  as.list(values)
}

by_key <- function(set) by_name(set, "'set' goes by key, such as set = c(start.cash = \"5000 RUB\").")

# Options of a call beat those of the scenario; values of keys are joined.
laid_over <- function(scenario, options, program = NULL) {
  if (!inherits(scenario, "kochmon_scenario")) scenario <- scenario(shipped(scenario, program = program))
  options <- Filter(Negate(is.null), by_name(options, "Options go by name, such as persons = 2000."))
  set <- by_key(options$set)
  options$set <- scenario$options$set
  options$set[names(set)] <- set
  scenario$options[names(options)] <- options
  scenario
}

assignments <- function(set, sign) {
  # Text may be YAML already; only what R itself holds together is written as such.
  text <- vapply(set, function(value) if (is.list(value) || length(value) != 1) yaml(value) else words(value), "")
  paste0(names(set), sign, text, recycle0 = TRUE)
}

print.kochmon_scenario <- function(x, ...) {
  cat("Kochmon scenario of", x$base, "\n")
  cat(sprintf("  %s\n", assignments(x$options$set, " = ")), sep = "")
  options <- x$options[names(x$options) != "set"]
  cat(sprintf("  %s: %s\n", names(options), vapply(options, function(o) paste(words(o), collapse = ","), "")), sep = "")
  invisible(x)
}

shock <- function(lever, start = NULL, end = NULL, scale = NULL, value = NULL, add = NULL, ...) {
  keys <- list(lever = lever, scale = scale, set = value, add = add, from = start, until = end, ...)
  structure(Filter(Negate(is.null), keys), class = "kochmon_shock")
}

# The program takes quotes for text and never for a number, so they are set only where YAML needs them.
yaml <- function(value) {
  if (is.list(value) && !is.null(names(value)))
    return(paste0("{", paste0(names(value), ": ", vapply(value, yaml, ""), collapse = ", "), "}"))
  if (is.list(value) || length(value) != 1)
    return(paste0("[", paste(vapply(as.list(value), yaml, ""), collapse = ", "), "]"))
  text <- words(value)
  needs_quotes <- grepl("^[^[:alnum:]./+-]|^-[^0-9]|[][{},\"'\n]|: |:$| #| $|^$", text)
  if (needs_quotes) as.character(jsonlite::toJSON(text, auto_unbox = TRUE)) else text
}

print.kochmon_shock <- function(x, ...) {
  cat("Kochmon shock", yaml(unclass(x)), "\n")
  invisible(x)
}

# A base is named relative to the policy's file: scenario files know no absolute paths.
relative <- function(file, folder) {
  parts <- lapply(normalizePath(c(file, folder)), function(path) strsplit(path, "/")[[1]])
  both <- seq_len(min(lengths(parts)))
  shared <- sum(cumprod(parts[[1]][both] == parts[[2]][both]))
  paste(c(rep("..", length(parts[[2]]) - shared), parts[[1]][-seq_len(shared)]), collapse = "/")
}

policy <- function(name, shocks, base = "baseline", file = NULL, force = FALSE) {
  if (inherits(shocks, "kochmon_shock")) shocks <- list(shocks)
  if (!is.list(shocks) || !all(vapply(shocks, inherits, NA, "kochmon_shock")))
    fail("'shocks' is a shock() or a list of them.")
  base <- if (inherits(base, "kochmon_scenario")) base$base else shipped(base)
  if (!file.exists(base)) fail("there is no file '", base, "', the base of policy ", name)
  if (is.null(file)) {
    dir.create(folder <- tempfile("kochmon-policy-"))
    file <- file.path(folder, paste0(gsub("[^A-Za-z0-9_-]", "-", name), ".yaml"))
  }
  if (file.exists(file) && !force) fail("'", file, "' is there already; force = TRUE writes over it.")
  lines <- c("schema: 1", paste("scenario:", yaml(name)), paste("base:", yaml(relative(base, dirname(file)))),
             if (length(shocks)) "shocks:" else "shocks: []",
             vapply(shocks, function(shock) paste("  -", yaml(unclass(shock))), ""))
  writeLines(enc2utf8(lines), file, useBytes = TRUE)
  structure(list(name = name, path = normalizePath(file)), class = "kochmon_policy")
}

print.kochmon_policy <- function(x, ...) {
  cat("Kochmon policy", x$name, "in", x$path, "\n")
  cat(readLines(x$path, encoding = "UTF-8"), sep = "\n")
  invisible(x)
}
