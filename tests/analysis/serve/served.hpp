// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "tests/analysis/program.hpp"

namespace kochmon::tests
{
struct Answer
{
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body = {};
};

/// The real program serving a folder, and requests to it byte by byte.
class Served
{
  public:
    explicit Served(std::filesystem::path const& folder);
    /// Ends it.
    ~Served();
    Served(Served const&) = delete;
    Served& operator=(Served const&) = delete;

    int port() const { return port_; }
    std::string const& token() const { return token_; }
    std::string const& place() const { return place_; }  // `/.../`
    std::string host() const { return "127.0.0.1:" + std::to_string(port_); }

    /// What is sent as it stands. Whole, since every answer ends the connection.
    Answer sent(std::string const& bytes) const;
    /// A page of ours as a browser with the cookie asks for it.
    Answer get(std::string const& page) const;
    Answer post(std::string const& page, std::string const& json) const;
    /// The headers of a browser that was let in.
    std::string headers() const;
    /// By SIGTERM.
    Outcome ended();

  private:
    Program program_;
    bool has_ended_ = false;
    int port_ = 0;
    std::string token_;
    std::string place_;
};
}  // namespace kochmon::tests
