# SPDX-License-Identifier: MIT
# Holds life_tables.csv against R's package survival: Rscript survival.R RUN TABLES. Stays and waits are made anew here,
# from panel_spells.csv and panel_persons.csv. Prints the largest differences; status 1 where one is above 1e-9.
suppressPackageStartupMessages(library(survival))

folders <- commandArgs(trailingOnly = TRUE)
keys <- c("replicate", "person")
spells <- read.csv(file.path(folders[1], "panel_spells.csv"), colClasses = c(contract = "character"))
persons <- read.csv(file.path(folders[1], "panel_persons.csv"))
tables <- read.csv(file.path(folders[2], "life_tables.csv"), colClasses = c(group = "character"))

count <- function(month) 12 * as.integer(substr(month, 1, 4)) + as.integer(substr(month, 6, 7))
spells$start <- count(spells$from)
spells$stop <- spells$start + spells$months
spells <- spells[order(spells$replicate, spells$person, spells$start), ]
spells$home <- spells$place == "home"

# A stay: spells abroad without a spell at home between them.
new_life <- c(TRUE, spells$person[-1] != head(spells$person, -1) | spells$replicate[-1] != head(spells$replicate, -1))
spells$stay <- cumsum(new_life | spells$home | c(FALSE, head(spells$home, -1)))
abroad <- subset(spells, !home)
abroad$at <- abroad$start - count(abroad$arrival)

lawful <- abroad$presence %in% c("permitted", "registered") & abroad$papers == "genuine"
foreign <- abroad$work_right != "citizen"
held <- abroad$presence %in% c("custody", "prison")
mark <- ifelse(held, "irregularity",
        ifelse(!foreign, "citizenship",
        ifelse(!lawful | abroad$work_right == "none" & abroad$contract != "none", "irregularity",
        ifelse(abroad$work_right == "permit", "permit",
        ifelse(abroad$work_right == "none", "", "other_right")))))

first <- !duplicated(abroad$stay)
last <- !duplicated(abroad$stay, fromLast = TRUE)
stays <- abroad[first, c(keys, "stay", "arrival", "place", "at")]
names(stays)[names(stays) == "at"] <- "seen_at"
stays$citizen <- mark[first] == "citizenship"
stays$over <- abroad$censored[last] == "false"
stays$end_at <- abroad$at[last] + abroad$months[last] - ifelse(stays$over, 0, 1)
stays$end <- abroad$end[last]
stays <- merge(stays, persons[c(keys, "origin", "sex")])
stays$cohort <- ifelse(stays$seen_at == 0, substr(stays$arrival, 1, 4), NA)

causes_of <- list(permit = c("permit", "other_right", "citizenship", "return", "removal", "death"),
                  overstay = c("overstay", "citizenship", "return", "removal", "death"),
                  irregularity = c("irregularity", "citizenship", "return", "removal", "death"),
                  return = c("return", "removal", "death"),
                  citizenship = c("citizenship", "return", "removal", "death"))

# One row a stay at risk: (start, stop], and what came at stop.
waits <- function(event) {
  causes <- causes_of[[event]]
  if (event == "overstay") mark[abroad$presence == "overstayed"] <- "overstay"
  found <- mark %in% causes
  when <- tapply(abroad$at[found], factor(abroad$stay[found]), min)
  row <- match(paste(stays$stay, when[as.character(stays$stay)]), paste(abroad$stay, abroad$at))
  wait <- stays
  wait$cause <- ifelse(!is.na(row), mark[row], ifelse(wait$over, wait$end, "censored"))
  wait$stop <- ifelse(!is.na(row), abroad$at[row], wait$end_at)
  wait$start <- ifelse(wait$seen_at == 0, -1, wait$seen_at)
  if (event %in% c("permit", "irregularity", "overstay")) wait <- subset(wait, seen_at == 0)
  if (event != "return") wait <- subset(wait, !citizen)
  wait <- subset(wait, stop > start)
  wait$cause <- factor(wait$cause, levels = c("censored", causes))
  wait
}

worst <- c()
note <- function(what, ours, theirs) {
  difference <- abs(ours - theirs)
  worst[what] <<- max(worst[what], difference, na.rm = TRUE)
  if (any(is.na(ours) != is.na(theirs) & is.finite(theirs))) worst[what] <<- Inf
}
for (what in c("at_risk", "events", "survival", "survival_se", "incidence", "waiting",
               "incidence_se", "waiting_se"))
  worst[what] <- -Inf
late_se <- -Inf
compared <- 0

compare_curves <- function(wait, rows, event) {
  has_late <- any(wait$start >= 0)
  wait$unit <- seq_len(nrow(wait))
  for (one in causes_of[[event]]) {
    ours <- rows[rows$cause == one, ]
    wait$met <- wait$cause == one
    curve <- survfit(Surv(start, stop, met) ~ 1, data = wait)
    theirs <- summary(curve, times = ours$months, extend = TRUE)
    note("survival", ours$survival, theirs$surv)
    seen <- theirs$surv > 0  # at 0 R gives no standard error
    note("survival_se", ours$survival_se[seen], theirs$std.err[seen])
    at <- match(ours$months, curve$time)
    note("at_risk", ours$at_risk[!is.na(at)], curve$n.risk[at[!is.na(at)]])
    note("events", ours$events[!is.na(at)], curve$n.event[at[!is.na(at)]])
    compared <<- compared + nrow(ours)
  }
  if (nlevels(droplevels(wait$cause[wait$cause != "censored"])) < 2) return(invisible())
  curves <- survfit(Surv(start, stop, cause) ~ 1, data = wait, id = unit)
  times <- sort(unique(rows$months))
  theirs <- summary(curves, times = times, extend = TRUE)
  for (cause in c("(s0)", causes_of[[event]])) {
    ours <- rows[rows$cause == ifelse(cause == "(s0)", event, cause), ]
    column <- match(cause, curves$states)
    if (is.na(column)) next
    ours <- ours[order(ours$months), ]
    se <- abs(ours[[ifelse(cause == "(s0)", "waiting_se", "incidence_se")]] - theirs$std.err[, column])
    note(ifelse(cause == "(s0)", "waiting", "incidence"),
         ours[[ifelse(cause == "(s0)", "waiting", "incidence")]], theirs$pstate[, column])
    name <- ifelse(cause == "(s0)", "waiting_se", "incidence_se")
    if (has_late) late_se <<- max(late_se, se) else worst[name] <<- max(worst[name], se)
  }
}

for (event in names(causes_of)) {
  wait <- waits(event)
  wait$total <- "total"
  wait$destination <- wait$place
  for (by in c("total", "cohort", "destination", "origin", "sex"))
    for (group in unique(na.omit(wait[[by]]))) {
      rows <- tables[tables$by == by & tables$group == group & tables$event == event, ]
      compare_curves(wait[!is.na(wait[[by]]) & wait[[by]] == group, ], rows, event)
    }
}
cat(sprintf("%d stays, %d rows compared\n", nrow(stays), compared))
cat(sprintf("largest difference of %s: %.3g\n", names(worst), worst), sep = "")
cat(sprintf("standard errors of incidences with late stays (another estimator in R): %.3g\n", late_se))
quit(status = if (all(worst <= 1e-9) && compared > 1000) 0 else 1)
