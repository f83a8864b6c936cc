// SPDX-License-Identifier: MIT
#include "analysis/serve/secret.hpp"

#include <array>

#include <fmt/format.h>
#include <sys/random.h>

#include "engine/error.hpp"

namespace kochmon
{
std::string new_secret()
{
    std::array<unsigned char, 16> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw FileError("the system gives no random bytes, without which no address is secret");
    std::string digits;
    digits.reserve(2 * bytes.size());
    for (unsigned char const byte : bytes) digits += fmt::format("{:02x}", byte);
    return digits;
}

bool is_same_secret(std::string_view offered, std::string_view secret)
{
    if (offered.size() != secret.size()) return false;
    unsigned difference = 0;
    for (std::size_t at = 0; at < secret.size(); ++at)
        difference |= static_cast<unsigned>(offered[at]) ^ static_cast<unsigned>(secret[at]);
    return difference == 0;
}
}  // namespace kochmon
