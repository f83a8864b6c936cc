library(testthat)
library(kochmon)

test_check("kochmon")
