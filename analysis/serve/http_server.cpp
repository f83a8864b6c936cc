// SPDX-License-Identifier: MIT
#include "analysis/serve/http_server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <httplib.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
constexpr char loopback[] = "127.0.0.1";
constexpr std::size_t most_threads = 16;
constexpr std::size_t largest_body = 64UL * 1024UL;
constexpr std::size_t longest_path = 200;
// Of our own pages: nothing but what this server sends.
constexpr char policy_of_pages[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

std::string in_lower_case(std::string text)
{
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

HttpRequest request_of(httplib::Request const& received)
{
    HttpRequest request{.method = received.method,
                        .path = received.path,
                        .parameters = {received.params.begin(), received.params.end()},
                        .headers = {},
                        .body = received.body};
    for (auto const& [name, value] : received.headers)
        request.headers.emplace(in_lower_case(name), value);
    return request;
}

void set_file(httplib::Response& response, HttpReply const& reply)
{
    auto const stream = std::make_shared<std::ifstream>(*reply.file, std::ios::binary);
    std::error_code failed;
    auto const size = std::filesystem::file_size(*reply.file, failed);
    if (failed || !*stream)
    {
        response.status = 404;
        return;
    }
    if (size == 0) return response.set_content("", reply.type);
    response.set_content_provider(
        size, reply.type,
        [stream](std::size_t offset, std::size_t length, httplib::DataSink& sink)
        {
            std::array<char, 65536> bytes{};
            stream->seekg(static_cast<std::streamoff>(offset));
            stream->read(bytes.data(),
                         static_cast<std::streamsize>(std::min(length, bytes.size())));
            auto const count = static_cast<std::size_t>(stream->gcount());
            return count > 0 && sink.write(bytes.data(), count);
        });
}

void set_events(httplib::Response& response, HttpReply const& reply)
{
    response.set_chunked_content_provider(
        reply.type,
        [next = reply.events](std::size_t, httplib::DataSink& sink)
        {
            auto const piece = next();
            if (!piece)
            {
                sink.done();
                return true;
            }
            return sink.write(piece->data(), piece->size());
        });
}

void send(HttpReply const& reply, httplib::Response& response)
{
    // Of a file the library says whether the whole or a range goes out.
    if (!reply.file || reply.status != 200) response.status = reply.status;
    response.set_header("Content-Security-Policy",
                        reply.policy.empty() ? policy_of_pages : reply.policy);
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cache-Control", "no-store");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("X-Frame-Options", "DENY");
    for (auto const& [name, value] : reply.headers) response.set_header(name, value);
    if (reply.file) return set_file(response, reply);
    if (reply.events) return set_events(response, reply);
    response.set_content(reply.content, reply.type);
}
}  // namespace

class HttpServer::Listener
{
  public:
    explicit Listener(std::uint16_t port)
    {
        // Unlike the library's own choice, two servers cannot share a port.
        server_.set_socket_options(
            [](socket_t socket)
            {
                int const yes = 1;
                ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            });
        server_.new_task_queue = [] { return new httplib::ThreadPool(most_threads); };
        // A connection a request: nobody holds a thread by doing nothing.
        server_.set_keep_alive_max_count(1);
        server_.set_keep_alive_timeout(1);
        server_.set_read_timeout(1);
        server_.set_write_timeout(2);
        server_.set_payload_max_length(largest_body);
        int const bound = port == 0 ? server_.bind_to_any_port(loopback)
                          : server_.bind_to_port(loopback, port) ? port
                                                                 : -1;
        if (bound <= 0)
            throw FileError(
                fmt::format("{}:{} cannot be listened at, perhaps because another program does; "
                            "choose another --port",
                            loopback, port));
        port_ = static_cast<std::uint16_t>(bound);
    }

    std::uint16_t port() const { return port_; }

    void start(Admit const& admit, Answer const& answer)
    {
        using Response = httplib::Server::HandlerResponse;
        server_.set_pre_routing_handler(
            [admit, answer](httplib::Request const& received, httplib::Response& response)
            {
                HttpRequest const request = request_of(received);
                auto refused = admit(request);
                // A body in pieces says beforehand of no size, and the library counts none.
                if (!refused && request.headers.contains("transfer-encoding"))
                    refused = HttpReply{.status = 411,
                                        .type = "text/plain",
                                        .content = "Expected a body of a stated length.\n"};
                bool const is_read = request.method == "POST" && request.path.size() < longest_path;
                if (!refused && is_read) return Response::Unhandled;  // once its body is there
                send(refused ? *refused : answer(request), response);
                return Response::Handled;
            });
        server_.Post(".*", [answer](httplib::Request const& received, httplib::Response& response)
                     { send(answer(request_of(received)), response); });
        server_.set_error_handler(
            [](httplib::Request const&, httplib::Response& response)
            {
                if (response.body.empty() && !response.has_header("Content-Security-Policy"))
                    send({.status = response.status, .type = "text/plain", .content = "Refused.\n"},
                         response);
            });
        thread_ = std::thread(
            [this]
            {
                server_.listen_after_bind();
                has_ended_ = true;
            });
    }

    void end()
    {
        if (!thread_.joinable()) return;
        // It may be about to begin.
        while (!server_.is_running() && !has_ended_)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        server_.stop();
        thread_.join();
    }

  private:
    httplib::Server server_;
    std::uint16_t port_ = 0;
    std::atomic<bool> has_ended_ = false;
    std::thread thread_;
};

HttpServer::HttpServer(std::uint16_t port) : listener_(std::make_unique<Listener>(port)) {}

HttpServer::~HttpServer()
{
    end();
}

std::uint16_t HttpServer::port() const
{
    return listener_->port();
}

void HttpServer::start(Admit const& admit, Answer const& answer)
{
    listener_->start(admit, answer);
}

void HttpServer::end()
{
    listener_->end();
}
}  // namespace kochmon
