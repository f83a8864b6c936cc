// SPDX-License-Identifier: MIT
#include "analysis/odd/markers.hpp"

#include <map>
#include <sstream>
#include <string_view>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/diagnostics.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

std::string marked(std::string const& name)
{
    return fmt::format("{}{}{}", opening, name, closing);
}

std::vector<std::string> names_of(std::vector<GeneratedPart> const& parts)
{
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (GeneratedPart const& part : parts) names.push_back(marked(part.marker));
    return names;
}

bool holds_a_marker(std::string_view line)
{
    return line.find(opening) != std::string_view::npos;
}

std::string_view without_blanks_at_the_ends(std::string_view line)
{
    constexpr std::string_view blanks = " \t\r";
    std::size_t const first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

/// Writes the page line by line and keeps what is wrong.
class Page
{
  public:
    explicit Page(std::vector<GeneratedPart> const& parts) : parts_(parts), names_(names_of(parts))
    {
    }

    void add(ProseFile const& file)
    {
        if (!text_.empty()) text_ += '\n';
        std::istringstream lines(file.text);
        int number = 0;
        for (std::string line; std::getline(lines, line);)
            add_line(line, fmt::format("{}:{}", file.name, ++number));
    }

    std::string finished(std::string const& folder)
    {
        for (std::string const& name : names_)
            if (place_of_.count(name) == 0)
                report(folder, name, "is in no file; give it a line where it belongs");
        if (faults_.empty()) return text_;
        throw FileError(faults_ + "The markers are " + listed(names_, "and"));
    }

  private:
    void add_line(std::string const& line, std::string const& place)
    {
        if (!holds_a_marker(line))
            text_ += line + '\n';
        else
            fill(std::string(without_blanks_at_the_ends(line)), place);
    }

    void fill(std::string const& marker, std::string const& place)
    {
        for (std::size_t part = 0; part < parts_.size(); ++part)
            if (names_[part] == marker) return add_part(part, place);
        if (!is_alone(marker)) return report(place, marker, "a marker has a line of its own");
        std::string const guess = did_you_mean(closest(marker, names_));
        report(place, marker, "there is no such marker" + (guess.empty() ? "" : ", " + guess));
    }

    void add_part(std::size_t part, std::string const& place)
    {
        auto const [first, is_new] = place_of_.emplace(names_[part], place);
        if (!is_new) return report(place, names_[part], "is at " + first->second + " already");
        text_ += parts_[part].text;
    }

    static bool is_alone(std::string const& marker)
    {
        return marker.starts_with(opening) && marker.find(closing) == marker.size() - 2;
    }

    void report(std::string const& place, std::string const& marker, std::string const& fault)
    {
        faults_ += fmt::format("{}: {}: {}\n", place, marker, fault);
    }

    std::vector<GeneratedPart> const& parts_;
    std::vector<std::string> names_;               // of the parts, with braces
    std::map<std::string, std::string> place_of_;  // by name
    std::string text_;
    std::string faults_;
};
}  // namespace

std::string fill_markers(std::string const& folder, std::vector<ProseFile> const& files,
                         std::vector<GeneratedPart> const& parts)
{
    Page page(parts);
    for (ProseFile const& file : files) page.add(file);
    return page.finished(folder);
}
}  // namespace kochmon
