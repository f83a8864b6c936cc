// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analysis/serve/http_message.hpp"

namespace kochmon
{
/// Who may ask, decided before anything else of a request is looked at (ADR 0038).
class Gate
{
  public:
    /// `token`: what the address holds that is told to whoever started the program. `place`: what
    /// every page lies below, so that the cookie of the token is sent to no other port of this
    /// machine.
    Gate(std::uint16_t port, std::string token, std::string place);

    /// `http://127.0.0.1:8000/?token=...`
    std::string address() const;
    /// The answer to a request that is refused or led on; nothing: it may be answered.
    std::optional<HttpReply> answer(HttpRequest const& request) const;
    /// What is asked for below the place: `list` of `/PLACE/list`.
    std::string below_place(std::string const& path) const { return path.substr(place_.size()); }

  private:
    bool is_own_host(std::string const& host) const;
    bool holds_token(HttpRequest const& request) const;
    HttpReply welcome() const;

    std::uint16_t port_;
    std::string token_;
    std::string place_;  // `/.../`
};
}  // namespace kochmon
