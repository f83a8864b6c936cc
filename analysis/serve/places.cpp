// SPDX-License-Identifier: MIT
#include "analysis/serve/places.hpp"

#include <algorithm>
#include <system_error>

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;
constexpr std::size_t longest_plain_name = 60;

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Whether every part of a relative path is a name, none of them hidden.
bool has_open_parts(std::string_view name)
{
    while (true)
    {
        std::size_t const end = std::min(name.find('/'), name.size());
        if (end == 0 || name.front() == '.') return false;
        if (end == name.size()) return true;
        name.remove_prefix(end + 1);
        if (name.empty()) return false;
    }
}
}  // namespace

bool is_plain_name(std::string_view name)
{
    return !name.empty() && name.size() <= longest_plain_name && is_letter_or_digit(name.front()) &&
           std::ranges::all_of(name, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

std::optional<fs::path> place_below(fs::path const& root, std::string_view name)
{
    auto const is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (name.empty() || std::ranges::any_of(name, is_control) || !has_open_parts(name))
        return std::nullopt;
    fs::path place = root / name;
    std::error_code failed;
    fs::path const real_root = fs::canonical(root, failed);
    fs::path const real_place = failed ? fs::path() : fs::canonical(place, failed);
    if (failed) return std::nullopt;
    auto const [end_of_root, rest] =
        std::mismatch(real_root.begin(), real_root.end(), real_place.begin(), real_place.end());
    if (end_of_root != real_root.end() || rest == real_place.end()) return std::nullopt;
    return place;
}
}  // namespace kochmon
