// SPDX-License-Identifier: MIT
#include "tests/analysis/serve/served.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/analysis/shipped.hpp"

namespace kochmon::tests
{
namespace
{
int connected(int port)
{
    int const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("nobody listens");
    return socket;
}

Answer answer_in(std::string const& bytes)
{
    Answer answer;
    std::size_t const end = bytes.find("\r\n\r\n");
    if (end == std::string::npos) return answer;
    answer.body = bytes.substr(end + 4);
    std::istringstream lines(bytes.substr(0, end + 2));
    std::string version;
    lines >> version >> answer.status;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line))
    {
        std::size_t const colon = line.find(": ");
        if (colon == std::string::npos) continue;
        std::string name = line.substr(0, colon);
        for (char& letter : name) letter = static_cast<char>(std::tolower(letter));
        answer.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
    }
    return answer;
}
}  // namespace

Served::Served(std::filesystem::path const& folder)
    : program_({"serve", folder.string(), "--base", baseline_file})
{
    std::string address;
    while (address.find('\n') == std::string::npos)
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        address = program_.out_so_far();
        if (!program_.is_running()) throw std::runtime_error("the server ended");
    }
    std::size_t const port = address.find(':', 5) + 1;
    port_ = std::stoi(address.substr(port));
    token_ = address.substr(address.find("token=") + 6, 32);
    place_ = sent("GET /?token=" + token_ + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n")
                 .headers["location"];
}

Served::~Served()
{
    if (!has_ended_) ended();
}

Outcome Served::ended()
{
    has_ended_ = true;
    program_.send(SIGTERM);
    return program_.wait();
}

Answer Served::sent(std::string const& bytes) const
{
    int const socket = connected(port_);
    // A server that refuses need not read to the end.
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    std::string received;
    std::array<char, 65536> part{};
    for (ssize_t count = 1; count > 0;)
    {
        count = ::recv(socket, part.data(), part.size(), 0);
        if (count > 0) received.append(part.data(), static_cast<std::size_t>(count));
    }
    ::close(socket);
    return answer_in(received);
}

std::string Served::headers() const
{
    return "Host: " + host() + "\r\nCookie: kochmon=" + token_ + "\r\n";
}

Answer Served::get(std::string const& page) const
{
    return sent("GET " + place_ + page + " HTTP/1.1\r\n" + headers() + "\r\n");
}

Answer Served::post(std::string const& page, std::string const& json) const
{
    return sent("POST " + place_ + page + " HTTP/1.1\r\n" + headers() + "Origin: http://" + host() +
                "\r\nContent-Type: application/json\r\nContent-Length: " +
                std::to_string(json.size()) + "\r\n\r\n" + json);
}
}  // namespace kochmon::tests
