// SPDX-License-Identifier: MIT
#include "analysis/serve/gate.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "analysis/serve/secret.hpp"

namespace kochmon
{
namespace
{
constexpr char cookie_name[] = "kochmon";

HttpReply refusal(int status, std::string const& why)
{
    return {.status = status, .type = text_type, .content = fmt::format("{}\n", why)};
}

/// The value of our cookie in `a=1; kochmon=2`; empty if there is none.
std::string_view cookie_in(std::string_view header)
{
    while (!header.empty())
    {
        std::size_t const end = std::min(header.find(';'), header.size());
        std::string_view one = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        while (one.starts_with(' ')) one.remove_prefix(1);
        std::size_t const sign = one.find('=');
        if (sign != std::string_view::npos && one.substr(0, sign) == cookie_name)
            return one.substr(sign + 1);
    }
    return {};
}

/// What a page elsewhere makes a browser ask, if the browser says so.
bool is_from_elsewhere(HttpRequest const& request)
{
    std::string const site = request.only_header("sec-fetch-site");
    return site == "cross-site" || site == "same-site";
}
}  // namespace

Gate::Gate(std::uint16_t port, std::string token, std::string place)
    : port_(port), token_(std::move(token)), place_(fmt::format("/{}/", place))
{
}

std::string Gate::address() const
{
    return fmt::format("http://127.0.0.1:{}/?token={}", port_, token_);
}

bool Gate::is_own_host(std::string const& host) const
{
    return host == fmt::format("127.0.0.1:{}", port_) || host == fmt::format("localhost:{}", port_);
}

bool Gate::holds_token(HttpRequest const& request) const
{
    return is_same_secret(cookie_in(request.only_header("cookie")), token_);
}

HttpReply Gate::welcome() const
{
    return {.status = 303,
            .type = text_type,
            .headers = {{"Location", place_},
                        {"Set-Cookie", fmt::format("{}={}; Path={}; HttpOnly; SameSite=Strict",
                                                   cookie_name, token_, place_)}}};
}

std::optional<HttpReply> Gate::answer(HttpRequest const& request) const
{
    std::string const host = request.only_header("host");
    if (!is_own_host(host)) return refusal(421, "This is not that host.");
    if (request.path == "/" && is_same_secret(request.parameter("token"), token_)) return welcome();
    if (!request.path.starts_with(place_) || !holds_token(request))
        return refusal(403, "Open the whole address that kochmon serve has printed.");
    if (is_from_elsewhere(request)) return refusal(403, "Another site asks for this.");
    if (request.method == "GET" || request.method == "HEAD") return std::nullopt;
    if (request.method != "POST") return refusal(405, "Only GET and POST are answered.");
    if (request.only_header("origin") != fmt::format("http://{}", host))
        return refusal(403, "Another site asks for this.");
    if (request.only_header("content-type") != json_type)
        return refusal(415, "Expected application/json.");
    return std::nullopt;
}
}  // namespace kochmon
