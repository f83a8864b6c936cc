// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "analysis/serve/http_message.hpp"

namespace kochmon
{
/// Answers HTTP at the loopback address. The only user of cpp-httplib.
class HttpServer
{
  public:
    /// Decides before a body is read; nothing: the request may be answered.
    using Admit = std::function<std::optional<HttpReply>(HttpRequest const&)>;
    using Answer = std::function<HttpReply(HttpRequest const&)>;

    /// Takes the port; 0: a free one. Throws FileError where it is taken.
    explicit HttpServer(std::uint16_t port);
    /// Ends it.
    ~HttpServer();
    HttpServer(HttpServer const&) = delete;
    HttpServer& operator=(HttpServer const&) = delete;

    std::uint16_t port() const;
    /// Begins to answer, in threads of its own.
    void start(Admit const& admit, Answer const& answer);
    /// Takes no more, and ends once every answer that was begun has ended.
    void end();

  private:
    class Listener;
    std::unique_ptr<Listener> listener_;
};
}  // namespace kochmon
