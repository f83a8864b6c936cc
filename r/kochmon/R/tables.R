# Results as data frames: columns as in the files, months as dates, units as an attribute.

series <- function(result, measure = NULL, ...) result_table(result, "series", measure = measure, ...)

effect <- function(result, measure = NULL, ..., causes = FALSE) {
  result_table(result, if (causes) "causes" else "effects", measure = measure, ...)
}

panel <- function(result, what = c("spells", "persons", "events"), ...) {
  result_table(result, paste0("panel_", match.arg(what)), ...)
}

study_points <- function(study, ...) result_table(study, "points", ...)

# A column of these is text also where it looks like numbers or is empty throughout.
text_columns <- c("scenario", "policy", "month", "measure", "by", "group", "unit", "told_together", "effect", "person",
                  "from", "until", "arrival", "birth", "event", "place", "detail", "origin", "sex", "presence", "work_right",
                  "contract", "papers", "sector", "end", "of", "under_base", "base_place", "under_policy", "policy_place")
month_columns <- c("month", "from", "until", "arrival", "birth")

as_month <- function(text) {
  if (inherits(text, "Date")) text else as.Date(paste0(substr(text, 1, 7), "-01"), "%Y-%m-%d")
}

result_table <- function(result, table, ...) {
  if (!inherits(result, "kochmon_result")) result <- open_result(result)
  choice <- Filter(Negate(is.null), list(...))
  if (length(choice) && !all(nzchar(names(choice)))) fail("Rows are chosen by column, such as by = \"total\".")
  is_study <- result$kind == "study"
  folder <- if (is_study) file.path(result$folder, "tables") else result$folder
  rows <- rows_of_file(folder, table)
  if (is_study && table %in% c("points", "series", "means", "effects")) rows <- with_factors(rows, folder)
  for (column in intersect(month_columns, names(rows))) rows[[column]] <- as_month(rows[[column]])
  for (column in names(choice)) {
    if (!column %in% names(rows))
      fail(table, ".csv has no column '", column, "'; it has ", paste(names(rows), collapse = ", "))
    wanted <- choice[[column]]
    if (column %in% month_columns) wanted <- as_month(wanted)
    else if (is.character(rows[[column]])) wanted <- words(wanted)
    there <- unique(as.character(rows[[column]]))
    strange <- choice[[column]][!as.character(wanted) %in% there]
    if (length(strange)) {
      holds <- grepl(strange[1], there, fixed = TRUE)
      nearest <- utils::head(there[order(!holds, utils::adist(strange[1], there))], 5)
      fail(table, ".csv has no ", column, " '", strange[1], "' among these rows; the nearest of the ", length(there),
           " there: ", paste(nearest, collapse = ", "),
           if (column == "by") "; further groups are written where the command asks for them, as compare(..., by = \"origin\")")
    }
    rows <- rows[rows[[column]] %in% wanted, , drop = FALSE]
  }
  rownames(rows) <- NULL
  attr(rows, "units") <- units_of(rows, folder)
  rows
}

rows_of_file <- function(folder, table) {
  file <- file.path(folder, paste0(table, ".csv"))
  held <- sub("\\.csv$", "", list.files(folder, "\\.csv$"))
  if (!file.exists(file))
    fail(folder, " has no table '", table, "'; it has ", if (length(held)) paste(held, collapse = ", ") else "none yet")
  rows <- utils::read.csv(file, na.strings = "", check.names = FALSE, encoding = "UTF-8", colClasses = "character")
  other <- setdiff(names(rows), text_columns)
  rows[other] <- lapply(rows[other], function(column) {
    if (all(is.na(column))) as.numeric(column)
    else if (all(column %in% c("true", "false", NA))) column == "true"
    else utils::type.convert(column, as.is = TRUE)
  })
  rows
}

# Each row of a study with the values of the factors at its point; 0.50 is 0.5, however the plan wrote it.
with_factors <- function(rows, folder) {
  points <- utils::read.csv(file.path(folder, "points.csv"), check.names = FALSE, encoding = "UTF-8",
                            colClasses = "character")
  zeros <- "^(-?[0-9]+)\\.0+$|^(-?[0-9]+\\.[0-9]*[1-9])0+$"
  for (factor in setdiff(names(points), c("point", "replicates_done"))) {
    values <- sub(zeros, "\\1\\2", points[[factor]])
    rows[[factor]] <- utils::type.convert(values[match(rows$point, points$point)], as.is = TRUE)
  }
  rows
}

# By measure where the rows have units of their own, else by column.
units_of <- function(rows, folder) {
  if (all(c("measure", "unit") %in% names(rows))) {
    pairs <- unique(rows[c("measure", "unit")])
    by_measure <- split(pairs$unit, factor(pairs$measure, unique(pairs$measure)))
    return(vapply(by_measure, paste, "", collapse = " or "))
  }
  units <- c(persons = "persons", months = "months", wage_factor = "ratio")
  if ("attachment" %in% names(rows)) {
    # Money is in the currency of the measures.
    measures <- utils::read.csv(file.path(folder, "measures.csv"))$unit
    units <- c(units, attachment = grep("^[A-Z]{3}/month$", measures, value = TRUE)[1])
  }
  units[names(units) %in% names(rows)]
}
