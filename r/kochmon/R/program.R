# Where the program is, and one call of it.

find_program <- function(program = getOption("kochmon.program")) {
  named <- c(program, Sys.getenv("KOCHMON"))
  named <- named[nzchar(named)]
  found <- if (length(named)) named[1] else c(system.file("bin", "kochmon", package = "kochmon"), Sys.which("kochmon"))
  found <- found[file.access(found, 1) == 0 & !dir.exists(found)]
  if (length(found)) return(normalizePath(found[1]))
  fail("the program kochmon was not found: looked for ",
       if (length(named)) paste0(named[1], " (argument program, option kochmon.program or variable KOCHMON)")
       else "kochmon (in PATH)",
       ". Install the Debian package that holds it, or name it by the variable KOCHMON, the option kochmon.program or ",
       "by program=.")
}

fail <- function(..., status = NA_integer_, command = NULL) {
  stop(structure(class = c("kochmon_error", "error", "condition"),
                 list(message = paste0(...), call = NULL, status = status, command = command)))
}

# Words of the command line, as the program reads them: no exponents, no R words.
words <- function(value) {
  if (inherits(value, c("Date", "POSIXt"))) return(format(value, "%Y-%m"))
  if (is.logical(value)) return(tolower(as.character(value)))
  if (is.numeric(value)) return(vapply(value, format, "", digits = 15, scientific = FALSE))
  as.character(unlist(value))
}

flags <- function(options) {
  options <- by_name(options, "Options go by name, such as threads = 2.")
  unlist(lapply(names(options), function(name) {
    value <- options[[name]]
    flag <- paste0("--", gsub("_", "-", name))
    if (!length(value) || identical(value, FALSE)) NULL
    else if (name == "set") paste0(flag, "=", assignments(value, "="))
    else if (isTRUE(value)) flag
    else paste0(flag, "=", paste(words(value), collapse = ","))
  }))
}

is_progress <- function(line) grepl("^kochmon: .* (s|min) left$|^\\{.*\\}$", line, useBytes = TRUE)

told <- function(file) {
  text <- readLines(file, warn = FALSE, encoding = "UTF-8")
  text[!is_progress(text)]
}

# Shows what the program has written, from one byte on to another; gives how many are shown.
relay <- function(file, shown, until = file.size(file)) {
  if (is.na(until) || until <= shown) return(shown)
  cat(rawToChar(readBin(file, "raw", until)[(shown + 1):until]), file = stderr())
  until
}

# Base R cannot interrupt a child that it waits for, hence a shell beside us that leaves the status in a file. Its own
# shell becomes the program, whose process is then known; it outlives a Ctrl-C, which reaches all three.
execute <- function(arguments, program = NULL, fine = 0L) {
  command <- c(find_program(program), arguments)
  folder <- tempfile("kochmon-call-")
  dir.create(folder)
  at <- function(name) file.path(folder, name)
  becomes <- paste("echo $$ >", shQuote(at("process")), "; exec", paste(shQuote(command), collapse = " "))
  shell <- pipe(paste("trap : INT; sh -c", shQuote(becomes), "</dev/null >", shQuote(at("out")), "2>", shQuote(at("err")),
                      "; echo $? >", shQuote(at("part")), "; mv", shQuote(at("part")), shQuote(at("status"))), "r")
  on.exit({
    suspendInterrupts(end(at))
    close(shell)
    unlink(folder, recursive = TRUE)
  })
  shown <- written <- 0
  pause <- 0.01
  while (!file.exists(at("status"))) {
    Sys.sleep(pause)
    pause <- min(0.1, pause * 1.5)
    # One look late: the last words of a program that fails are those of the error, and not to be read twice.
    if (!file.exists(at("status"))) shown <- relay(at("err"), shown, written)
    written <- file.size(at("err"))
  }
  status <- scan(at("status"), 0L, quiet = TRUE)
  text <- paste(told(at("err")), collapse = "\n")
  ended <- paste("kochmon ended with status", status)
  if (!status %in% c(0L, fine)) fail(if (nzchar(text)) text else ended, status = status, command = command)
  if (status == 0) relay(at("err"), shown)
  else warning(ended, "; print() of the result says why. ", text, call. = FALSE)
  list(command = command, status = status, summary = readLines(at("out"), warn = FALSE, encoding = "UTF-8"))
}

# SIGTERM: after a Ctrl-C the program may have its SIGINT already, of which a second one would end it at once.
end <- function(at) {
  if (file.exists(at("status"))) return()
  for (attempt in 1:100) if (isTRUE(file.size(at("process")) > 0)) break else Sys.sleep(0.02)
  if (!isTRUE(file.size(at("process")) > 0)) return()
  process <- scan(at("process"), 0L, quiet = TRUE)
  tools::pskill(process, tools::SIGTERM)
  while (!file.exists(at("status")) && tools::pskill(process, 0L)) Sys.sleep(0.02)
}
