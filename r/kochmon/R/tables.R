# Results as data frames: columns as in the files, months as dates, units as an attribute.

series <- function(result, measure = NULL, ..., table = "series") chosen(result, table, measure, ...)

effect <- function(result, measure = NULL, ..., table = "effects") chosen(result, table, measure, ...)

panel <- function(result, ..., table = c("spells", "persons", "events")) {
  chosen(result, paste0("panel_", match.arg(table)), NULL, ...)
}

# A column of these is text also where it looks like numbers or is empty throughout.
text_columns <- c("scenario", "policy", "month", "measure", "by", "group", "unit", "told_together", "effect", "point", "person",
                  "from", "until", "arrival", "birth", "event", "place", "detail", "origin", "sex", "presence", "work_right",
                  "contract", "papers", "sector", "end", "of", "under_base", "base_place", "under_policy", "policy_place")
month_columns <- c("month", "from", "until", "arrival", "birth")

as_month <- function(text) {
  if (inherits(text, "Date")) text else as.Date(paste0(substr(text, 1, 7), "-01"), "%Y-%m-%d")
}

chosen <- function(result, table, measure, ...) {
  if (!inherits(result, "kochmon_result")) result <- open_result(result)
  choice <- Filter(Negate(is.null), list(measure = measure, ...))
  if (length(choice) && !all(nzchar(names(choice)))) fail("Rows are chosen by column, such as by = \"total\".")
  rows <- if (result$kind == "study") rows_of_study(result$folder, table) else rows_of_file(result$folder, table)
  for (column in intersect(month_columns, names(rows))) rows[[column]] <- as_month(rows[[column]])
  for (column in names(choice)) {
    if (!column %in% names(rows))
      fail("There is no column '", column, "' in ", table, "; there are: ", paste(names(rows), collapse = ", "))
    wanted <- if (column %in% month_columns) as_month(choice[[column]]) else choice[[column]]
    there <- unique(as.character(rows[[column]]))
    strange <- choice[[column]][!as.character(wanted) %in% there]
    if (length(strange)) {
      nearest <- utils::head(there[order(utils::adist(strange[1], there))], 20)
      fail("No row of ", table, " has ", column, " '", strange[1], "'; the nearest of ", length(there), " there: ",
           paste(nearest, collapse = ", "))
    }
    rows <- rows[rows[[column]] %in% wanted, , drop = FALSE]
  }
  rownames(rows) <- NULL
  attr(rows, "units") <- units_of(rows, result$folder)
  rows
}

rows_of_file <- function(folder, table) {
  file <- file.path(folder, paste0(table, ".csv"))
  if (!file.exists(file))
    fail("There is no table '", table, "' in ", folder, "; there are: ",
         paste(sub("\\.csv$", "", list.files(folder, "\\.csv$")), collapse = ", "))
  rows <- utils::read.csv(file, na.strings = "", check.names = FALSE, encoding = "UTF-8", colClasses = "character")
  other <- setdiff(names(rows), text_columns)
  rows[other] <- lapply(rows[other], function(column) {
    if (all(is.na(column))) as.numeric(column)
    else if (all(column %in% c("true", "false", NA))) column == "true"
    else utils::type.convert(column, as.is = TRUE)
  })
  rows
}

# From the database of a study, with the values of the factors beside each point.
rows_of_study <- function(folder, table) {
  file <- file.path(folder, "study.sqlite")
  if (!file.exists(file)) fail("The study in ", folder, " has no tables yet: resume() ends it.")
  points <- utils::read.csv(file.path(folder, "tables", "points.csv"), check.names = FALSE, encoding = "UTF-8")
  if (table == "points") return(points)
  study <- DBI::dbConnect(RSQLite::SQLite(), file, flags = RSQLite::SQLITE_RO)
  on.exit(DBI::dbDisconnect(study))
  if (!table %in% DBI::dbListTables(study))
    fail("There is no table '", table, "' in ", file, "; there are: ", paste(DBI::dbListTables(study), collapse = ", "))
  rows <- DBI::dbReadTable(study, table, check.names = FALSE)
  if (!table %in% c("series", "means", "effects", "latest_effects")) return(rows)
  factors <- points[match(rows$point, points$point), setdiff(names(points), c("point", "replicates_done")), drop = FALSE]
  factors[] <- lapply(factors, function(column) utils::type.convert(as.character(column), as.is = TRUE))
  names(factors) <- utils::tail(make.unique(c(names(rows), names(factors))), ncol(factors))
  cbind(rows, factors)
}

# By measure where the rows have units of their own, else by column.
units_of <- function(rows, folder) {
  if (all(c("measure", "unit") %in% names(rows))) {
    pairs <- unique(rows[c("measure", "unit")])
    return(stats::setNames(pairs$unit, pairs$measure))
  }
  units <- c(persons = "persons", months = "months", wage_factor = "1")
  if ("attachment" %in% names(rows)) {
    # Money is in the currency of the measures.
    measures <- utils::read.csv(file.path(folder, "measures.csv"))$unit
    units <- c(units, attachment = grep("^(nominal )?[A-Z]{3}/month$", measures, value = TRUE)[1])
  }
  units[names(units) %in% names(rows)]
}
