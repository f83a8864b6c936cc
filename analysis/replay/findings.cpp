// SPDX-License-Identifier: MIT
#include "analysis/replay/findings.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "analysis/panel/tables.hpp"

namespace kochmon
{
namespace
{
using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t most_persons = 5;   // told to people
constexpr std::size_t longest_cell = 60;  // likewise

std::string line(std::string const& label, std::string const& text)
{
    return fmt::format("{:<12}{}\n", label, text);
}

/// What two results were made with, where that can explain why they differ.
std::string program_lines(ProgramBuild const& then, bool differs)
{
    ProgramBuild const now = present_build();
    bool const doubtful = differs && (then.is_dirty() || now.is_dirty());
    std::string lines;
    if (is_another(then, now) || doubtful)
        lines += line("Program", fmt::format("then {}; now {}", named(then), named(now)));
    if (doubtful)
        lines += line("", "a -dirty one was built from sources that its commit does not hold");
    if (is_built_otherwise(then, now))
        lines += line("Compiler", fmt::format("then {}; now {}", compiled(then), compiled(now)));
    return lines;
}

/// Whether the repetition has the files that the run wrote, whatever is in the folder now.
bool repeats_what_was_written(PastRun const& run, Repetition const& found)
{
    return found.not_made.empty() && digest_of(found.files) == run.digest;
}

std::string short_cell(std::optional<std::string> const& cell)
{
    if (!cell) return "no such row";
    if (cell->empty()) return "(empty)";
    return cell->size() <= longest_cell ? *cell : cell->substr(0, longest_cell) + "...";
}

std::string when(TableDifference const& first)
{
    std::string text = first.month ? first.month->text() : "no month";
    if (first.replicate) text += fmt::format(", replicate {}", *first.replicate);
    return text + ", in " + first.file;
}

std::vector<std::string> lacking(std::vector<std::string> some,
                                 std::vector<std::string> const& others)
{
    std::erase_if(some, [&](std::string const& column)
                  { return std::ranges::find(others, column) != others.end(); });
    return some;
}

std::string columns_line(ColumnsDifference const& columns)
{
    std::vector<std::string> const gone = lacking(columns.then, columns.now);
    std::vector<std::string> const come = lacking(columns.now, columns.then);
    std::vector<std::string> parts;
    if (!gone.empty()) parts.push_back(fmt::format("then also {}", fmt::join(gone, ", ")));
    if (!come.empty()) parts.push_back(fmt::format("now also {}", fmt::join(come, ", ")));
    if (parts.empty()) parts.emplace_back("in another order");
    return line("Columns", fmt::format("{}: {}", columns.file, fmt::join(parts, "; ")));
}

std::string table_lines(TableDifference const& first)
{
    std::string lines = line("First", when(first));
    std::vector<std::string> cells;
    for (auto const& [column, cell] : first.row)
        if (column != "scenario" && !cell.empty()) cells.push_back(column + " " + cell);
    if (!cells.empty()) lines += line("Row", fmt::format("{}", fmt::join(cells, ", ")));
    if (!first.column.empty()) lines += line("Column", first.column);
    if (!first.then && !first.now) return lines;
    return lines + line("Then", short_cell(first.then)) + line("Now", short_cell(first.now));
}

std::string person_text(Corridor const& corridor, DifferingPerson const& person)
{
    std::string const name = person_name(person.key);
    if (!person.now) return name + ", who is not in the repetition";
    PersonNow const& now = *person.now;
    std::string const place = now.place == Place::nowhere ? "not alive"
                              : now.place == Place::home  ? "at home"
                                                          : "in " + corridor.name_of(now.place);
    return fmt::format("{}, {}, of {}, born {}; now {}", name, sex_names[index(now.sex)],
                       corridor.name_of(now.origin), now.birth.text(), place);
}

std::string lives_lines(Corridor const& corridor, DifferingLives const& lives)
{
    std::string lines =
        line("Lives", fmt::format("differ from {} on, replicate {}: {}{} of the persons abroad",
                                  lives.month.text(), lives.replicate, lives.exact ? "" : "about ",
                                  lives.about));
    if (lives.persons.empty())
        return lines + line("Person", "none can be identified from the sketches");
    if (lives.told != lives.month)
        lines += line("", "who can be identified in " + lives.told.text() + " only");
    for (std::size_t k = 0; k < std::min(most_persons, lives.persons.size()); ++k)
        lines += line(k == 0 ? "Person" : "", person_text(corridor, lives.persons[k]));
    if (lives.persons.size() > most_persons)
        lines += line(
            "", fmt::format("and {} more; --json lists them", lives.persons.size() - most_persons));
    return lines;
}

std::string reason(Lives lives)
{
    switch (lives)
    {
        case Lives::same:
            return "none abroad: their fingerprints are the same in every month";
        case Lives::differ:
            return {};
        case Lives::of_a_comparison:
            return "not known: a comparison keeps no fingerprints of lives, as a run does";
        case Lives::without_file:
            return "not known: the run left no fingerprints.csv, as one that keeps chosen rows "
                   "alone";
        case Lives::unreadable:
            return "not known: fingerprints.csv cannot be read; was it changed?";
        case Lives::file_changed:
            return "not known: fingerprints.csv was changed since the run was written; what is "
                   "left of it identifies nobody";
        case Lives::other_months:
            return "not known: fingerprints.csv has other months than the repetition; those that "
                   "both have identify nobody";
    }
    return {};
}

std::string what_differs(PastRun const& run, Repetition const& found)
{
    std::vector<std::string> differing = found.differing;
    differing.insert(differing.end(), found.not_made.begin(), found.not_made.end());
    std::string lines = fmt::format("differs: {} of {} files: {}\n", differing.size(),
                                    run.files.size(), fmt::join(differing, ", "));
    if (!found.not_made.empty())
        lines += line("Not made", fmt::format("{}, which the run has written",
                                              fmt::join(found.not_made, ", ")));
    if (!found.edited.empty())
        lines += line("Changed", fmt::format("after the run had written it: {}",
                                             fmt::join(found.edited, ", ")));
    if (!found.put_there.empty())
        lines += line("", fmt::format("now as this program makes them, not as run.json says: {}",
                                      fmt::join(found.put_there, ", ")));
    if (repeats_what_was_written(run, found))
        lines += line("Repetition",
                      "makes the files that the run wrote: their digest is that of run.json");
    return lines;
}

OrderedJson cell_or_null(std::optional<std::string> const& cell)
{
    return cell ? OrderedJson(*cell) : OrderedJson();
}

OrderedJson as_json(TableDifference const& first)
{
    OrderedJson json = {{"file", first.file}};
    json["month"] = first.month ? OrderedJson(first.month->text()) : OrderedJson();
    json["replicate"] = first.replicate ? OrderedJson(*first.replicate) : OrderedJson();
    json["row"] = OrderedJson::object();
    for (auto const& [column, cell] : first.row) json["row"][column] = cell;
    json["column"] = first.column;
    json["then"] = cell_or_null(first.then);
    json["now"] = cell_or_null(first.now);
    return json;
}

OrderedJson as_json(ColumnsDifference const& columns)
{
    return {{"file", columns.file}, {"then", columns.then}, {"now", columns.now}};
}

OrderedJson as_json(Corridor const& corridor, DifferingPerson const& person)
{
    OrderedJson json = {{"person", person_name(person.key)}, {"lives_now", person.now.has_value()}};
    if (!person.now) return json;
    json["origin"] = corridor.name_of(person.now->origin);
    json["sex"] = sex_names[index(person.now->sex)];
    json["birth"] = person.now->birth.text();
    return json;
}

OrderedJson as_json(Corridor const& corridor, DifferingLives const& lives)
{
    OrderedJson persons = OrderedJson::array();
    for (DifferingPerson const& person : lives.persons)
        persons.push_back(as_json(corridor, person));
    return {{"month", lives.month.text()}, {"replicate", lives.replicate}, {"about", lives.about},
            {"exact", lives.exact},        {"told", lives.told.text()},    {"persons", persons}};
}

OrderedJson as_json(ProgramBuild const& build)
{
    return {{"version", build.version},
            {"commit", build.commit},
            {"compiler", build.compiler},
            {"build_type", build.build_type}};
}
}  // namespace

std::string findings_as_text(PastRun const& run, Repetition const& found)
{
    std::string text;
    if (found.identical())
        text = fmt::format("identical: {} files, digest {}\n", found.files.size(),
                           digest_of(found.files));
    else
        text = what_differs(run, found);
    text += program_lines(run.program, !found.identical());
    if (!found.new_files.empty())
        text += line("New", fmt::format("{}, which the run did not write",
                                        fmt::join(found.new_files, ", ")));
    if (found.identical()) return text;
    for (ColumnsDifference const& columns : found.columns) text += columns_line(columns);
    if (found.first) text += table_lines(*found.first);
    return text + (found.whose ? lives_lines(*run.corridor, *found.whose)
                               : line("Person", reason(found.lives)));
}

std::string findings_as_json(PastRun const& run, Repetition const& found)
{
    OrderedJson json = {{"identical", found.identical()},
                        {"files", found.files.size()},
                        {"digest_then", run.digest},
                        {"digest_now", digest_of(found.files)},
                        {"program_then", as_json(run.program)},
                        {"program_now", as_json(present_build())},
                        {"program_may_differ", may_be_another(run.program, present_build())},
                        {"differing", found.differing},
                        {"changed", found.edited},
                        {"not_made", found.not_made},
                        {"new", found.new_files}};
    json["columns"] = OrderedJson::array();
    for (ColumnsDifference const& columns : found.columns)
        json["columns"].push_back(as_json(columns));
    json["first"] = found.first ? as_json(*found.first) : OrderedJson();
    json["lives"] = found.whose ? as_json(*run.corridor, *found.whose) : OrderedJson();
    json["no_person_because"] =
        found.whose || found.identical() ? OrderedJson() : OrderedJson(reason(found.lives));
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}
}  // namespace kochmon
