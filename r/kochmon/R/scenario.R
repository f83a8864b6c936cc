# What is to be run: values that name files and what is laid over them. The program checks them.

scenario <- function(base, set = NULL, persons = NULL, months = NULL, seed = NULL, ...) {
  laid_over(base, list(set = set, persons = persons, months = months, seed = seed, ...))
}

by_name <- function(values, hint) {
  if (length(values) && (is.null(names(values)) || !all(nzchar(names(values))))) fail(hint)
  if (anyDuplicated(names(values))) fail("'", names(values)[anyDuplicated(names(values))], "' is given twice.")
  as.list(values)
}

by_key <- function(set) by_name(set, "'set' goes by key, such as set = c(start.cash = \"5000 RUB\").")

# Options of a call beat those of the scenario, or of the base of a policy; values of keys are joined.
laid_over <- function(base, options = list()) {
  if (inherits(base, "kochmon_policy")) {
    below <- if (!is.null(base$base)) laid_over(base$base)$options
  } else if (inherits(base, "kochmon_scenario")) {
    below <- base$options
    base <- base$base
  } else if (is.character(base) && length(base) == 1 && !is.na(base)) below <- NULL
  else fail("Expected the path or the name of one file.")
  options <- Filter(Negate(is.null), by_name(options, "Options go by name, such as persons = 2000."))
  set <- by_key(options$set)
  options$set <- as.list(below$set)
  options$set[names(set)] <- set
  below <- as.list(below)
  below[names(options)] <- options
  structure(list(base = base, options = Filter(length, below)), class = "kochmon_scenario")
}

# Paths and names are the program's to find; a policy is written into a file of the session, over its own base or `over`.
file_of <- function(what, over = NULL) {
  if (inherits(what, "kochmon_scenario")) return(file_of(what$base))
  if (!inherits(what, "kochmon_policy")) return(what)
  base <- if (is.null(what$base)) over else what$base
  if (is.null(base)) fail("policy ", what$name, " has no base: give policy() a base")
  dir.create(folder <- tempfile("kochmon-policy-"))
  path <- file.path(normalizePath(folder), paste0(gsub("[^A-Za-z0-9_.-]", "-", what$name), ".yaml"))
  base <- path.expand(file_of(laid_over(base)))
  # A base is named relative to the policy's file: scenario files know no absolute paths.
  if (file.exists(base) && !dir.exists(base)) base <- relative(base, folder)
  writeLines(enc2utf8(format(what, base)), path, useBytes = TRUE)
  path
}

assignments <- function(set, sign) {
  # Text may be YAML already; only what R itself holds together is written as such.
  text <- vapply(set, function(value) if (is.list(value) || length(value) != 1) yaml(value) else words(value), "")
  paste0(names(set), sign, text, recycle0 = TRUE)
}

print.kochmon_scenario <- function(x, ...) {
  cat("Kochmon scenario of", if (is.character(x$base)) x$base else x$base$name, "\n")
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

relative <- function(file, folder) {
  parts <- lapply(normalizePath(c(file, folder)), function(path) strsplit(path, "/")[[1]])
  both <- seq_len(min(lengths(parts)))
  shared <- sum(cumprod(parts[[1]][both] == parts[[2]][both]))
  paste(c(rep("..", length(parts[[2]]) - shared), parts[[1]][-seq_len(shared)]), collapse = "/")
}

policy <- function(name, shocks, base = NULL) {
  if (inherits(shocks, "kochmon_shock")) shocks <- list(shocks)
  if (!is.list(shocks) || !all(vapply(shocks, inherits, NA, "kochmon_shock")))
    fail("'shocks' is a shock() or a list of them.")
  structure(list(name = name, shocks = shocks, base = base), class = "kochmon_policy")
}

# The lines of the file that the program reads.
format.kochmon_policy <- function(x, base = x$base, ...) {
  while (is.list(base)) base <- if (is.null(base$name)) base$base else base$name
  shocks <- lapply(x$shocks, function(shock) paste0(c("  - ", rep("    ", length(shock) - 1)), names(shock), ": ",
                                                    vapply(unclass(shock), yaml, "")))
  c("schema: 1", paste("scenario:", yaml(x$name)), if (!is.null(base)) paste("base:", yaml(base)),
    if (length(shocks)) "shocks:" else "shocks: []", unlist(shocks))
}

print.kochmon_policy <- function(x, ...) {
  cat(format(x), sep = "\n")
  invisible(x)
}
