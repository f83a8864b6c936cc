// SPDX-License-Identifier: MIT
#include "config/diagnostics.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/foreign_character.hpp"
#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
/// At most `longest` bytes, characters of several bytes whole, what is not seen written out.
std::string in_one_line(std::string_view text, std::size_t longest)
{
    std::size_t length = std::min(text.size(), longest);
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    std::string const line = visible(text.substr(0, length));
    return length < text.size() ? line + "..." : line;
}
}  // namespace

int Diagnostics::add_file(std::string name)
{
    files_.push_back(std::move(name));
    return static_cast<int>(files_.size()) - 1;
}

void Diagnostics::report(FilePlace place, std::string const& path, Mistake const& mistake)
{
    std::string line =
        fmt::format("{}: {}", path.empty() ? "(file)" : in_one_line(path, 200), mistake.what);
    if (!mistake.expected.empty()) line += ", expected " + mistake.expected;
    if (!mistake.hint.empty()) line += ", " + mistake.hint;
    std::string foreign = foreign_character(mistake.what);
    if (foreign.empty()) foreign = foreign_character(path);
    // The hint says already what to write, and tables name the character where they tell of it.
    if (!mistake.hint.empty()) foreign = foreign.substr(0, foreign.find(", write"));
    if (!foreign.empty() && mistake.what.find("(U+") == std::string::npos) line += ", " + foreign;
    if (!first_.emplace(place, std::move(line)).second) return;
    ++count_;
    if (first_.size() > told_at_most) first_.erase(std::prev(first_.end()));
}

void Diagnostics::report_once(FilePlace place, std::string const& path, Mistake const& mistake)
{
    if (!is_crowded() && !told_once_.emplace(place, mistake.what).second) return;
    report(place, path, mistake);
}

void Diagnostics::throw_if_any() const
{
    if (count_ == 0) return;
    std::string text;
    for (auto const& [place, line] : first_)
        text += fmt::format("{}{}:{}:{}: {}", text.empty() ? "" : "\n",
                            visible(files_.at(static_cast<std::size_t>(place.file))), place.line,
                            place.column, line);
    if (count_ > first_.size()) text += fmt::format("\nand {} more", count_ - first_.size());
    throw ScenarioError(text);
}

std::string shown(std::string_view text)
{
    return fmt::format("'{}'", in_one_line(text, 60));
}

std::string listed(std::vector<std::string> const& names, std::string_view last)
{
    std::string text;
    for (std::size_t at = 0; at < names.size(); ++at)
    {
        bool const joins = !last.empty() && at + 1 == names.size();
        if (at > 0) text += joins ? fmt::format(" {} ", last) : ", ";
        text += names[at];
    }
    return text;
}
}  // namespace kochmon
