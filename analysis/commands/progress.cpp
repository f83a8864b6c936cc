// SPDX-License-Identifier: MIT
#include "analysis/commands/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "agents/state/month_record.hpp"

#include "analysis/commands/standard_streams.hpp"

namespace kochmon
{
namespace
{
constexpr std::chrono::milliseconds between_bars(200);
constexpr std::chrono::seconds between_lines(10);
constexpr std::chrono::milliseconds between_records(500);  // for programs, which may draw a bar
constexpr int bar_width = 30;

std::string bar(double done)
{
    auto const filled = static_cast<int>(done * bar_width);
    return fmt::format("[{:#<{}}{:.<{}}]", "", filled, "", bar_width - filled);
}

std::string left(double seconds)
{
    if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
    return fmt::format("{:.0f} min left", seconds / 60);
}
}  // namespace

Progress::Progress(ProgressForm form, std::uint32_t replicates, RunSettings const& settings)
    : form_(form == ProgressForm::automatic ? ProgressForm::plain : form),
      on_terminal_(form == ProgressForm::automatic && ::isatty(STDERR_FILENO) == 1),
      replicates_(replicates),
      first_(settings.start),
      months_(settings.warm_up + settings.months)
{
}

Progress::~Progress()
{
    clear_bar();
}

void Progress::clear_bar()
{
    if (has_bar_) write_message(fmt::format("\r{:78}\r", ""));
    has_bar_ = false;
}

void Progress::observe(MonthRecord const& record)
{
    if (!before_) before_ = static_cast<int>(record.replicate) * months_ + (record.month - first_);
    ++lived_;
    auto const now = Clock::now();
    std::chrono::milliseconds const pause = on_terminal_                  ? between_bars
                                            : form_ == ProgressForm::json ? between_records
                                                                          : between_lines;
    bool const due = now - told_ >= pause;
    if (form_ == ProgressForm::none || !due) return;
    told_ = now;
    tell(record, std::chrono::duration<double>(now - start_).count());
}

void Progress::tell(MonthRecord const& record, double seconds)
{
    double const all = static_cast<double>(replicates_) * months_;
    double const lived = *before_ + lived_;
    double const done = lived / all;
    double const seconds_left = seconds / lived_ * (all - lived);
    std::string const month = record.month.text() + (record.reported ? "" : " (warm-up)");
    if (form_ == ProgressForm::json)
        write_message(
            fmt::format("{{\"replicate\": {}, \"month\": \"{}\", \"done\": {:.4f}, "
                        "\"seconds_left\": {:.1f}}}\n",
                        record.replicate, record.month.text(), done, seconds_left));
    else if (on_terminal_)
        write_message(fmt::format("\r{} {:3.0f} %  {:17}  {:12}", bar(done), done * 100, month,
                                  left(seconds_left)));
    else
        write_message(fmt::format("kochmon: replicate {} of {}, {}, {:.0f} % done, {}\n",
                                  record.replicate + 1, replicates_, month, done * 100,
                                  left(seconds_left)));
    has_bar_ = on_terminal_;
}
}  // namespace kochmon
