// SPDX-License-Identifier: MIT
#include "analysis/commands/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace kochmon
{
void start_log(Loudness loudness)
{
    auto const log = std::make_shared<spdlog::logger>(
        "kochmon", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    log->set_pattern("%H:%M:%S.%e %v");
    log->set_level(loudness == Loudness::verbose ? spdlog::level::info : spdlog::level::off);
    spdlog::set_default_logger(log);
}

void log_line(std::string_view text)
{
    spdlog::info("{}", text);
}
}  // namespace kochmon
