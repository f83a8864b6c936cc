// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/error.hpp"

namespace kochmon
{
/// What is wrong with a packed file; the text follows its name: `is cut short, ...`.
struct DamageError : FileError
{
    using FileError::FileError;
};

/// Makes the bytes of a file that says what it is and whose every change shows: a line with sizes
/// and the SHA-256 of all the rest, a label that can be read as it stands, and a content in
/// compressed form.
class Packer
{
  public:
    explicit Packer(std::string_view label);
    ~Packer();
    Packer(Packer const&) = delete;
    Packer& operator=(Packer const&) = delete;

    void add(std::string_view bytes);
    /// The file; nothing may be added afterwards.
    std::string sealed();

  private:
    struct Compression;
    void compress(std::string_view bytes, bool is_last);

    std::size_t label_;        // bytes
    std::size_t content_ = 0;  // bytes, before they are compressed
    std::string file_;
    std::unique_ptr<Compression> compression_;
};

/// Gives back what a `Packer` took, in the same order.
class Unpacker
{
  public:
    /// The bytes must outlive it. Throws DamageError unless they are as they were sealed.
    explicit Unpacker(std::string_view file);
    ~Unpacker();
    Unpacker(Unpacker const&) = delete;
    Unpacker& operator=(Unpacker const&) = delete;

    std::string const& label() const { return label_; }
    /// Bytes of the content that were not taken yet.
    std::size_t left() const { return left_; }
    /// As many bytes as there is room for. Throws DamageError if there are fewer.
    void take(std::span<char> into);

  private:
    struct Decompression;

    std::string label_;
    std::size_t left_ = 0;
    std::unique_ptr<Decompression> decompression_;
};
}  // namespace kochmon
