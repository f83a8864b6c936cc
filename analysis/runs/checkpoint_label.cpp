// SPDX-License-Identifier: MIT
#include "analysis/runs/checkpoint_label.hpp"

#include <charconv>
#include <string_view>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
/// Takes the last line `what: VALUE` off the text; nothing if it is another one.
std::optional<std::string> last_value(std::string& text, std::string const& what)
{
    std::string const head = '\n' + what + ": ";
    std::size_t const at = text.rfind(head);
    if (at == std::string::npos || !text.ends_with('\n')) return std::nullopt;
    std::string value = text.substr(at + head.size());
    value.pop_back();
    text.resize(at + 1);
    return value;
}

std::string head_of_name(std::uint32_t replicate)
{
    return fmt::format("{:06}-checkpoint-", replicate);
}

template <class Number>
std::optional<Number> number_in(std::optional<std::string> const& text)
{
    if (!text) return std::nullopt;
    Number number = 0;
    char const* const last = text->data() + text->size();
    auto const [end, error] = std::from_chars(text->data(), last, number);
    if (error != std::errc() || end != last) return std::nullopt;
    return number;
}
}  // namespace

std::string CheckpointLabel::text() const
{
    return fmt::format("{}replicate: {}\nlived until: {}\nagents at the start: {}\n", run,
                       replicate, month.text(), agents);
}

std::optional<CheckpointLabel> CheckpointLabel::of_text(std::string const& text)
{
    CheckpointLabel label{.run = text};
    auto const agents = number_in<std::size_t>(last_value(label.run, "agents at the start"));
    auto const month = Month::parse(last_value(label.run, "lived until").value_or(""));
    auto const replicate = number_in<std::uint32_t>(last_value(label.run, "replicate"));
    if (!agents || !month || !replicate) return std::nullopt;
    label.agents = *agents;
    label.month = *month;
    label.replicate = *replicate;
    return label;
}

std::string name_of_checkpoint(std::uint32_t replicate, Month month)
{
    return head_of_name(replicate) + month.text();
}

bool is_checkpoint_of(std::uint32_t replicate, std::string const& name)
{
    return name.starts_with(head_of_name(replicate));
}

std::optional<Month> month_of_checkpoint(std::string const& name)
{
    return Month::parse(std::string_view(name).substr(name.rfind('-', name.rfind('-') - 1) + 1));
}
}  // namespace kochmon
