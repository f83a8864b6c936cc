// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

// A table for print, in three forms from one content.
namespace kochmon
{
struct PrintColumn
{
    std::string title;
    double share = 0.0;  // of the width of the page, where texts are long; 0: as wide as it is
    bool is_number = false;
};

struct PrintTable
{
    std::string name;  // of its files
    std::string title;
    std::string note = {};
    std::vector<PrintColumn> columns = {};
    std::vector<std::vector<std::string>> rows = {};
};

/// No cell begins a formula; numbers stand as they are.
std::string csv_of(PrintTable const& table);
std::string markdown_of(PrintTable const& table);
/// To be read by `\input`, with the packages booktabs and longtable.
std::string latex_of(PrintTable const& table);
/// A document that reads the tables of these names.
std::string latex_document(std::vector<std::string> const& names);
}  // namespace kochmon
