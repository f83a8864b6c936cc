// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/diagnostics.hpp"
#include "config/table_declared.hpp"

namespace kochmon
{
/// What is wrong with a cell before its column is asked: it is empty, has spaces around it or
/// holds a character that only looks like another.
std::optional<Mistake> unplain(std::string const& text, std::string const& expected);
/// The number of a cell, as its column declares it.
Reading<double> read_cell(std::string const& text, ColumnDeclared const& column);
/// What is wrong with a word of a column. `with_hint`: look for the word that was meant.
std::optional<Mistake> mistake_of_word(std::string const& text, ColumnDeclared const& column,
                                       bool with_hint);
/// `did you mean 'osh'?` of `Osh oblast`; nothing if no word is near.
std::string meant_word(std::string const& text, std::vector<std::string> const& words);
/// `a whole number of persons from 0 to 1000`.
std::string expected_text(ColumnDeclared const& column);
}  // namespace kochmon
