// SPDX-License-Identifier: MIT
#include "analysis/measures/value_rows.hpp"

#include <algorithm>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// Where the file system knows no file without a name, one whose name goes at once.
OpenFile open_nameless(fs::path const& folder)
{
    OpenFile nameless(folder, O_TMPFILE | O_RDWR);
    if (nameless.is_open()) return nameless;
    fs::path const name = folder / fmt::format(".kochmon-{}-values.tmp", ::getpid());
    OpenFile named(name, O_RDWR | O_CREAT | O_EXCL);
    if (!named.is_open()) fail_to("write", name, named.cause());
    ::unlink(name.c_str());
    return named;
}

std::string_view bytes_of(std::span<double const> values)
{
    return {reinterpret_cast<char const*>(values.data()), values.size_bytes()};
}
}  // namespace

void ValueRows::keep_on_disk(fs::path const& folder)
{
    EXPECT(size_ == 0);
    folder_ = folder;
    file_.emplace(open_nameless(folder));
}

void ValueRows::append(std::span<double const> row)
{
    EXPECT(row.size() == columns_);
    if (file_)
    {
        if (int const cause = write_all(file_->descriptor(), bytes_of(row)))
            fail_to("write values into", folder_, cause);
    }
    else
        held_.insert(held_.end(), row.begin(), row.end());
    ++size_;
}

double ValueRows::at(std::size_t row, std::size_t column) const
{
    EXPECT(row < size_ && column < columns_);
    std::size_t const number = row * columns_ + column;
    if (!file_) return held_[number];
    double value = 0.0;
    read(number, std::span(&value, 1));
    return value;
}

std::vector<double> ValueRows::row(std::size_t row) const
{
    EXPECT(row < size_);
    std::vector<double> values(columns_);
    if (file_)
        read(row * columns_, values);
    else
        std::copy_n(held_.begin() + static_cast<std::ptrdiff_t>(row * columns_), columns_,
                    values.begin());
    return values;
}

void ValueRows::read(std::size_t first, std::span<double> values) const
{
    auto* to = reinterpret_cast<char*>(values.data());
    std::size_t left = values.size_bytes();
    auto from = static_cast<::off_t>(first * sizeof(double));
    while (left > 0)
    {
        auto const got =
            again_if_interrupted([&] { return ::pread(file_->descriptor(), to, left, from); });
        if (got <= 0) fail_to("read values from", folder_, got < 0 ? errno : EIO);
        to += got;
        from += got;
        left -= static_cast<std::size_t>(got);
    }
}
}  // namespace kochmon
