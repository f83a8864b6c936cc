// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kochmon
{
/// What a browser asks, as far as this program looks at it.
struct HttpRequest
{
    std::string method;
    std::string path;                                 // decoded, without parameters
    std::map<std::string, std::string> parameters;    // of the address
    std::multimap<std::string, std::string> headers;  // names in lower case
    std::string body = {};

    /// Empty where there is none, or more than one.
    std::string only_header(std::string const& name) const
    {
        auto const [first, last] = headers.equal_range(name);
        return first != last && std::next(first) == last ? first->second : std::string();
    }
    /// Empty where there is none.
    std::string parameter(std::string const& name) const
    {
        auto const found = parameters.find(name);
        return found == parameters.end() ? std::string() : found->second;
    }
};

inline constexpr char html_type[] = "text/html; charset=utf-8";
inline constexpr char json_type[] = "application/json";
inline constexpr char text_type[] = "text/plain; charset=utf-8";

/// The answer. Of `content`, `file` and `events` one is there.
struct HttpReply
{
    /// The next piece of a stream, which may be waited for; nothing: it has ended.
    using Events = std::function<std::optional<std::string>()>;

    int status = 200;
    std::string type = html_type;
    std::string content = {};
    std::string policy = {};  // of content; empty: that of our own pages
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::optional<std::filesystem::path> file = {};
    Events events = {};
};
}  // namespace kochmon
