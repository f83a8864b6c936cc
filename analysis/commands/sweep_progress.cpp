// SPDX-License-Identifier: MIT
#include "analysis/commands/sweep_progress.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "analysis/commands/standard_streams.hpp"

namespace kochmon
{
namespace
{
constexpr std::chrono::milliseconds between_updates(200);
constexpr std::chrono::seconds between_reports(10);
}  // namespace

SweepProgress::SweepProgress(ProgressForm form, std::size_t all, std::size_t done)
    : form_(form == ProgressForm::automatic ? ProgressForm::plain : form),
      on_terminal_(form == ProgressForm::automatic && ::isatty(STDERR_FILENO) == 1),
      all_(all),
      before_(done)
{
}

SweepProgress::~SweepProgress()
{
    if (has_bar_) write_message("\n");
}

void SweepProgress::run_ended(bool is_kept)
{
    ++(is_kept ? kept_ : failed_);
    auto const now = Clock::now();
    bool const is_last = before_ + kept_ + failed_ >= all_;
    bool const is_due =
        on_terminal_ ? now - told_ >= between_updates : now - told_ >= between_reports;
    if (form_ == ProgressForm::none || (!is_due && !is_last)) return;
    told_ = now;
    tell(std::chrono::duration<double>(now - start_).count());
}

void SweepProgress::tell(double seconds)
{
    std::size_t const tried = kept_ + failed_;
    std::size_t const left = all_ - std::min(all_, before_ + tried);
    double const rate = static_cast<double>(tried) / std::max(seconds, 1e-3);
    double const seconds_left = static_cast<double>(left) / rate;
    if (form_ == ProgressForm::json)
        return write_message(
            fmt::format("{{\"runs\": {}, \"done\": {}, \"failed\": {}, \"per_second\": {:.3f}, "
                        "\"seconds_left\": {:.1f}}}\n",
                        all_, before_ + kept_, failed_, rate, seconds_left));
    std::string const text = fmt::format(
        "{} of {} runs done, {} failed, {:.2f} a second, {}", before_ + kept_, all_, failed_, rate,
        seconds_left < 90 ? fmt::format("{:.0f} s left", seconds_left)
                          : fmt::format("{:.0f} min left", seconds_left / 60));
    write_message(on_terminal_ ? fmt::format("\r{:78}", text) : fmt::format("kochmon: {}\n", text));
    has_bar_ = on_terminal_;
}
}  // namespace kochmon
