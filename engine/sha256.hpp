// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace kochmon
{
/// SHA-256 of bytes that come in pieces.
class Sha256
{
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 const&) = delete;
    Sha256& operator=(Sha256 const&) = delete;

    void add(std::string_view bytes);
    /// 64 hexadecimal digits; nothing may be added afterwards.
    std::string digits();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// SHA-256 of the bytes, 64 hexadecimal digits.
std::string sha256(std::string_view bytes);
/// Of a file of any size. Throws FileError naming the file and the cause.
std::string sha256_of_file(std::filesystem::path const& file);
}  // namespace kochmon
