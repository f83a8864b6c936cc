// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/page/html_text.hpp"

namespace kochmon
{
/// How every page of ours begins, by which it is known.
inline constexpr char first_lines_of_a_page[] = "<!DOCTYPE html>\n<!-- A report of kochmon -->\n";

/// A chart of a page: its rows stand in the page once, for the chart, the table and the download.
struct Chart
{
    std::string id;  // [a-z0-9-], also the name of what is downloaded
    std::string title;
    std::string note = {};             // how to read it, below the title
    std::vector<std::string> columns;  // of the rows
    Json rows = Json::array();         // a row an array in the order of the columns
    Json spec = Json::object();        // Vega-Lite 6, without data and width
    std::string controls = {};         // HTML of what can be chosen
    Json more = Json::object();        // what the page's program needs beside
};

/// A table of texts; cells of columns that hold numbers stand to the right.
struct PageTable
{
    std::string caption;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::size_t words = 1;  // columns from the left that hold words
};

std::string html_of(PageTable const& table);

/// One HTML file that asks nobody for anything: style, program and data stand in it, and its
/// content policy lets in nothing else.
class Page
{
  public:
    /// The head of a column in the language of the page.
    using Heads = std::function<std::string(std::string const&)>;

    Page(std::string language, std::string title)
        : language_(std::move(language)), title_(std::move(title))
    {
    }
    /// From now on heads of charts' tables, and the name of the list of sections, are these;
    /// downloads keep the names of columns.
    void speak(Heads heads) { heads_ = std::move(heads); }
    /// HTML below the title, before the list of sections.
    void lead(std::string const& html);
    void section(std::string const& id, std::string heading);
    /// Of a page on several results: what follows is of one of them, and its sections, charts and
    /// lead stand under its heading.
    void chapter(std::string heading);
    /// Into the last section.
    void add(std::string const& html) { sections_.back().html += html; }
    void add(Chart chart);
    std::string html() const;

  private:
    struct Section
    {
        std::string id;
        std::string heading;
        bool is_chapter = false;
        std::string html = {};
    };
    std::string head() const;
    std::string contents() const;

    std::string language_;
    std::string title_;
    Heads heads_ = [](std::string const& name) { return name; };
    std::string lead_;
    std::string prefix_;  // of the present chapter's ids
    std::size_t chapters_ = 0;
    std::vector<Section> sections_;
    std::string data_;
};
}  // namespace kochmon
