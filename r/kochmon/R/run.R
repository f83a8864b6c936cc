# What makes results, and what opens them.

run <- function(scenario, ..., output = NULL, program = NULL) {
  scenario <- laid_over(scenario, list(...))
  make("run", file_of(scenario), scenario$options, output, program)
}

compare <- function(base, policies, replicates = NULL, by = NULL, ..., output = NULL, program = NULL) {
  base <- laid_over(base)
  below <- laid_over(base, list(replicates = replicates, by = by, ...))
  if (inherits(policies, "kochmon_policy")) policies <- list(policies)
  for (policy in Filter(function(each) inherits(each, "kochmon_policy"), policies)) {
    own <- if (!is.null(policy$base)) laid_over(policy$base)$options
    if (length(own) && !identical(own, base$options))
      fail("policy ", policy$name, " has a base with options of its own: give them to the comparison")
  }
  # 7: whole, but not as narrow as asked.
  files <- c(file_of(base), vapply(policies, file_of, "", over = base, USE.NAMES = FALSE))
  make("compare", files, below$options, output, program, fine = 7L)
}

# base::sweep has the name; what is no plan is handed on to it.
sweep <- function(plan, ...) UseMethod("sweep")

sweep.default <- function(plan, ...) if (missing(plan)) base::sweep(...) else base::sweep(plan, ...)

sweep.character <- function(plan, ..., output = NULL, program = NULL) {
  make("sweep", plan, list(...), output, program, fine = 8L)  # 8: but for runs that failed
}

resume <- function(study, ..., program = NULL) {
  folder <- if (inherits(study, "kochmon_result")) study$folder else study
  call <- execute(c("resume", flags(list(...)), "--", path.expand(folder)), program, fine = 8L)
  opened(folder, call)
}

make <- function(verb, files, options, output, program, fine = 0L) {
  lives <- !isTRUE(options$dry_run)
  if (is.null(output)) output <- file.path(tempfile(paste0("kochmon-", verb, "-")), "result")
  options$output <- path.expand(output)
  call <- execute(c(verb, flags(options), "--", path.expand(files)), program, fine)
  if (lives) return(opened(output, call))
  cat(call$summary, sep = "\n")
  invisible(call$summary)
}

open_result <- function(folder) opened(folder)

opened <- function(folder, call = NULL) {
  files <- file.path(folder, c("run.json", "study.json"))
  there <- file.exists(files)
  if (!any(there)) fail(folder, ": no finished results of kochmon (there is no run.json and no study.json)")
  account <- tryCatch(jsonlite::fromJSON(files[there][1]), error = function(e)
    fail(files[there][1], ": is not an account of results of kochmon (", conditionMessage(e), ")"))
  maker <- if (is.list(account$program)) account$program else account
  if (!identical(maker$program, "kochmon"))
    fail(files[there][1], ": is not an account of results of kochmon (it is of another program)")
  kind <- if (!there[1]) "study" else if ("comparison" %in% names(account)) "comparison" else "run"
  structure(list(folder = normalizePath(folder), kind = kind, account = account,
                 command = call$command, status = call$status, summary = call$summary), class = "kochmon_result")
}

print.kochmon_result <- function(x, ...) {
  version <- if (is.list(x$account$program)) x$account$program else x$account
  cat("Kochmon ", x$kind, " in ", x$folder, " (", version$version, ", commit ", version$commit, ")\n", sep = "")
  cat(x$summary, sep = "\n")
  invisible(x)
}
