// SPDX-License-Identifier: MIT
#include "engine/packed_file.hpp"

#include <charconv>
#include <cstdint>
#include <new>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <zstd.h>

#include "engine/contract.hpp"
#include "engine/sha256.hpp"

namespace kochmon
{
namespace
{
constexpr std::string_view packed_begin = "kochmon packed file ";
constexpr std::uint64_t packed_format = 1;
constexpr std::size_t digits_of_number = 20;  // any of 64 bits
constexpr std::size_t numbers_told = 4;       // format, sizes of label, packed and whole content
constexpr std::size_t of_sum = 64;            // digits of a SHA-256
constexpr std::size_t before_sum = packed_begin.size() + numbers_told * (digits_of_number + 1);
constexpr std::size_t header_size = before_sum + of_sum + 1;
constexpr int zstd_level = 1;  // hundreds of megabytes a second: a checkpoint must not delay a run

struct PackedSizes
{
    std::uint64_t label = 0;
    std::uint64_t packed = 0;
    std::uint64_t content = 0;
};

/// Without the sum, which is that of this and of all that follows.
std::string header_of(PackedSizes const& sizes)
{
    return fmt::format("{}{:020} {:020} {:020} {:020} ", packed_begin, packed_format, sizes.label,
                       sizes.packed, sizes.content);
}

std::string sum_of(std::string_view header, std::string_view rest)
{
    Sha256 sum;
    sum.add(header);
    sum.add(rest);
    return sum.digits();
}

/// The number at a place of the header; nothing if it is none.
std::optional<std::uint64_t> number_at(std::string_view file, std::size_t place)
{
    std::string_view const text =
        file.substr(packed_begin.size() + place * (digits_of_number + 1), digits_of_number);
    std::uint64_t number = 0;
    auto const [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (error != std::errc() || end != text.end()) return std::nullopt;
    return number;
}

/// Throws where the file cannot be one of this format.
PackedSizes sizes_told_by(std::string_view file)
{
    if (!file.starts_with(packed_begin)) throw DamageError("was not packed by kochmon");
    if (file.size() < header_size)
        throw DamageError(fmt::format("is cut short: it has {} bytes", file.size()));
    auto const number = number_at(file, 0);
    if (number && *number != packed_format)
        throw DamageError(
            fmt::format("is in format {}; this program reads format {}", *number, packed_format));
    auto const label = number_at(file, 1);
    auto const packed = number_at(file, 2);
    auto const content = number_at(file, 3);
    if (!label || !packed || !content) throw DamageError("does not begin as it was written");
    return {*label, *packed, *content};
}

/// Throws where the file is not what was sealed.
PackedSizes verified(std::string_view file)
{
    PackedSizes const sizes = sizes_told_by(file);
    std::string_view const rest = file.substr(header_size);
    if (sizes.label > rest.size() || sizes.packed != rest.size() - sizes.label)
        throw DamageError(
            fmt::format("is cut short or has grown: {} bytes follow its first line, which says {}",
                        rest.size(), sizes.label + sizes.packed));
    if (file.substr(before_sum, of_sum + 1) != sum_of(file.substr(0, before_sum), rest) + '\n')
        throw DamageError("is not as it was written: its SHA-256 is another one");
    return sizes;
}
}  // namespace

struct Packer::Compression
{
    std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context{ZSTD_createCCtx(),
                                                                    ZSTD_freeCCtx};
    std::string room = std::string(ZSTD_CStreamOutSize(), '\0');
};

Packer::Packer(std::string_view label)
    : label_(label.size()),
      file_(std::string(header_size, ' ').append(label)),
      compression_(std::make_unique<Compression>())
{
    if (!compression_->context) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(compression_->context.get(), ZSTD_c_compressionLevel, zstd_level);
}

Packer::~Packer() = default;

void Packer::compress(std::string_view bytes, bool is_last)
{
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::string& room = compression_->room;
    for (bool is_done = false; !is_done;)
    {
        ZSTD_outBuffer out{room.data(), room.size(), 0};
        std::size_t const left = ZSTD_compressStream2(compression_->context.get(), &out, &in,
                                                      is_last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0) throw InternalError(ZSTD_getErrorName(left));
        file_.append(room, 0, out.pos);
        is_done = is_last ? left == 0 : in.pos == in.size;
    }
}

void Packer::add(std::string_view bytes)
{
    EXPECT(compression_ != nullptr);
    content_ += bytes.size();
    if (!bytes.empty()) compress(bytes, false);
}

std::string Packer::sealed()
{
    EXPECT(compression_ != nullptr);
    compress({}, true);
    compression_.reset();
    std::string_view const rest = std::string_view(file_).substr(header_size);
    std::string const header = header_of({label_, rest.size() - label_, content_});
    file_.replace(0, header_size, header + sum_of(header, rest) + '\n');
    return std::move(file_);
}

struct Unpacker::Decompression
{
    std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context{ZSTD_createDCtx(),
                                                                    ZSTD_freeDCtx};
    ZSTD_inBuffer in{};
};

Unpacker::Unpacker(std::string_view file)
{
    PackedSizes const sizes = verified(file);
    label_ = file.substr(header_size, sizes.label);
    left_ = sizes.content;
    decompression_ = std::make_unique<Decompression>();
    if (!decompression_->context) throw std::bad_alloc();
    std::string_view const packed = file.substr(header_size + sizes.label);
    decompression_->in = {packed.data(), packed.size(), 0};
}

Unpacker::~Unpacker() = default;

void Unpacker::take(std::span<char> into)
{
    if (into.size() > left_)
        throw DamageError(fmt::format("holds {} bytes where this program expects {} or more", left_,
                                      into.size()));
    left_ -= into.size();
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    while (out.pos < out.size)
    {
        std::size_t const before = out.pos + decompression_->in.pos;
        std::size_t const code =
            ZSTD_decompressStream(decompression_->context.get(), &out, &decompression_->in);
        if (ZSTD_isError(code) != 0 || out.pos + decompression_->in.pos == before)
            throw DamageError("cannot be unpacked");
    }
}
}  // namespace kochmon
