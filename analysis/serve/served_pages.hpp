// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "analysis/serve/last_effects.hpp"
#include "analysis/serve/results.hpp"

// The pages of a server as HTML. Links are relative, so that none holds the secret place.
namespace kochmon
{
/// What the first page lists.
struct ListedFolder
{
    std::string folder;
    std::vector<ResultOnDisk> results;
    std::vector<std::string> policies;  // names of files that can be edited
    std::string running;                // name of the result that is being made; empty: none
};
std::string page_of_list(ListedFolder const& listed);

/// What is shown of one result.
struct OpenedResult
{
    ResultOnDisk result;
    std::vector<std::string> files;
    std::vector<LastEffect> effects;    // of a comparison
    std::vector<std::string> commands;  // that were run for this page, or make its links
    std::string told = {};              // by them
};
std::string page_of_result(OpenedResult const& opened);

/// Two comparisons side by side, measure by measure.
struct TwoComparisons
{
    std::vector<std::string> names;  // two
    std::vector<std::vector<LastEffect>> effects;
};
std::string page_of_two(TwoComparisons const& two);

/// What the editor begins with.
struct EditorContent
{
    std::string folder;
    std::string base;  // its file, and name
    std::string base_name;
    Json draft;
    Json levers;
};
std::string page_of_editor(EditorContent const& content);

/// A page that says what is wrong.
std::string page_of_trouble(std::string const& what);
}  // namespace kochmon
