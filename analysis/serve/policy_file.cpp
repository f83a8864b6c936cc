// SPDX-License-Identifier: MIT
#include "analysis/serve/policy_file.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/sha256.hpp"

#include "config/resolved.hpp"

namespace kochmon
{
namespace
{
constexpr char mark_of_ours[] =
    "# Written by kochmon serve, which leaves it alone once it is changed by hand: ";

bool is_digit_or_letter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// As somebody would write it in a file, so that the reader's hints fit; in quotes what YAML
/// could take for anything but one scalar.
std::string as_scalar(std::string const& typed)
{
    if (typed.empty()) return {};
    std::string_view text = typed;
    if (text.size() > 1 && (text.front() == '-' || text.front() == '+' || text.front() == '.'))
        text.remove_prefix(1);
    bool const is_plain = is_digit_or_letter(text.front()) && text.back() != ' ' &&
                          std::ranges::all_of(text,
                                              [](char c)
                                              {
                                                  return is_digit_or_letter(c) ||
                                                         static_cast<unsigned char>(c) >= 0x80 ||
                                                         std::string_view(" .,_/%+-").find(c) !=
                                                             std::string_view::npos;
                                              });
    return is_plain ? typed : yaml_text(typed);
}

class PolicyWriter
{
  public:
    PolicyText text(PolicyDraft const& draft, std::string const& base)
    {
        line("schema: 1");
        line(fmt::format("scenario: {}", as_scalar(draft.name)));
        line(fmt::format("base: {}", yaml_text(base)));
        line(draft.shocks.empty() ? "shocks: []" : "shocks:");
        for (std::size_t at = 0; at < draft.shocks.size(); ++at) shock(at, draft.shocks[at]);
        // The first line, which is not part of its own sum.
        written_.fields.insert(written_.fields.begin(), std::nullopt);
        written_.text = fmt::format("{}{}\n{}", mark_of_ours, sha256(written_.text), written_.text);
        return std::move(written_);
    }

  private:
    void line(std::string const& text, std::optional<FieldOfDraft> field = std::nullopt)
    {
        written_.text += text + '\n';
        written_.fields.push_back(std::move(field));
    }

    void shock(std::size_t at, DraftShock const& shock)
    {
        line(fmt::format("  - lever: {}", as_scalar(shock.lever)), FieldOfDraft{at, "lever"});
        line(fmt::format("    {}: {}", shock.operation, as_scalar(shock.amount)),
             FieldOfDraft{at, "amount"});
        line(fmt::format("    from: {}", as_scalar(shock.from)), FieldOfDraft{at, "from"});
        if (!shock.until.empty())
            line(fmt::format("    until: {}", as_scalar(shock.until)), FieldOfDraft{at, "until"});
        if (!shock.ramp.empty())
            line(fmt::format("    ramp: {}", as_scalar(shock.ramp)), FieldOfDraft{at, "ramp"});
        if (std::string const groups = groups_text(shock); !groups.empty())
            line(fmt::format("    group: {{{}}}", groups), FieldOfDraft{at, "groups"});
    }

    static std::string groups_text(DraftShock const& shock)
    {
        std::vector<std::string> texts;
        for (auto const& [dimension, names] : shock.groups)
        {
            if (names.empty()) continue;
            std::vector<std::string> quoted;
            quoted.reserve(names.size());
            for (std::string const& name : names) quoted.push_back(yaml_text(name));
            texts.push_back(fmt::format("{}: [{}]", yaml_text(dimension), fmt::join(quoted, ", ")));
        }
        return fmt::format("{}", fmt::join(texts, ", "));
    }

    PolicyText written_;
};

/// The number at the beginning, which is then taken away with the `:` behind it.
std::optional<std::size_t> taken_number(std::string_view& text)
{
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    auto const length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || length >= text.size() || text[length] != ':') return std::nullopt;
    text.remove_prefix(length + 1);
    return number;
}

MistakeOfDraft mistake_at_field(std::string_view told, std::string const& file,
                                PolicyText const& written)
{
    std::string_view rest = told;
    if (!rest.starts_with(file + ':')) return {std::nullopt, std::string(told)};
    rest.remove_prefix(file.size() + 1);
    auto const line = taken_number(rest);
    if (!line || !taken_number(rest)) return {std::nullopt, std::string(told)};
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    bool const is_known = *line >= 1 && *line <= written.fields.size();
    auto const field = is_known ? written.fields[*line - 1] : std::nullopt;
    // Of which key is plain at its field.
    std::size_t const path = rest.find(": ");
    if (field && path < rest.find(' ')) rest.remove_prefix(path + 2);
    return {field, std::string(rest)};
}
}  // namespace

PolicyText policy_text(PolicyDraft const& draft, std::string const& base)
{
    return PolicyWriter().text(draft, base);
}

bool is_as_written(std::string const& file_text)
{
    std::string_view text = file_text;
    if (!text.starts_with(mark_of_ours)) return false;
    text.remove_prefix(std::string_view(mark_of_ours).size());
    std::size_t const end = text.find('\n');
    return end != std::string_view::npos && text.substr(0, end) == sha256(text.substr(end + 1));
}

std::vector<MistakeOfDraft> mistakes_at_fields(std::string const& told, std::string const& file,
                                               PolicyText const& written)
{
    std::vector<MistakeOfDraft> mistakes;
    std::string_view rest = told;
    while (!rest.empty())
    {
        std::size_t const end = std::min(rest.find('\n'), rest.size());
        if (end > 0) mistakes.push_back(mistake_at_field(rest.substr(0, end), file, written));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return mistakes;
}
}  // namespace kochmon
