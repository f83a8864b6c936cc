// SPDX-License-Identifier: MIT
#include "analysis/sweep/run_file.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"
#include "engine/sha256.hpp"

namespace kochmon
{
namespace
{
using OrderedJson = nlohmann::ordered_json;

constexpr char kind_of_file[] = "run of a sweep";
constexpr int schema = 1;
constexpr char mark_of_sum[] = "sha256 ";
constexpr std::size_t digits_of_sum = 64;

[[noreturn]] void refuse(std::filesystem::path const& file, std::string const& why)
{
    throw FileError(fmt::format(
        "{}: {}; it is not as it was written. Remove it, and 'kochmon resume' repeats this run",
        file.string(), why));
}

/// The text before the last line, which must be the sum of it.
std::string_view summed(std::filesystem::path const& file, std::string_view text)
{
    std::size_t const length = std::string_view(mark_of_sum).size() + digits_of_sum + 1;
    if (text.size() < length || text.back() != '\n') refuse(file, "it has no line with its sum");
    std::string_view const before = text.substr(0, text.size() - length);
    if (text.substr(before.size()) != fmt::format("{}{}\n", mark_of_sum, sha256(before)))
        refuse(file, "its bytes do not have the sum that it states");
    return before;
}
}  // namespace

std::string text_of(SweepRun const& run)
{
    OrderedJson const head = {
        {"kochmon", kind_of_file},      {"schema", schema},     {"study", run.study},
        {"scenario", run.scenario},     {"point", run.point},   {"replicate", run.replicate},
        {"population", run.population}, {"agents", run.agents}, {"weight", run.weight}};
    std::string text = head.dump() + '\n' + run.rows;
    return text + mark_of_sum + sha256(text) + '\n';
}

SweepRun read_sweep_run(std::filesystem::path const& file, std::string_view text)
try
{
    std::string_view const content = summed(file, text);
    std::size_t const end = std::min(content.find('\n'), content.size() - 1);
    auto const head = OrderedJson::parse(content.substr(0, end));
    if (head.at("kochmon") != kind_of_file || head.at("schema") != schema)
        refuse(file, "it is of another kind or of another version of the program");
    return {.study = head.at("study"),
            .scenario = head.at("scenario"),
            .point = head.at("point"),
            .replicate = head.at("replicate"),
            .population = head.at("population"),
            .agents = head.at("agents"),
            .weight = head.at("weight"),
            .rows = std::string(content.substr(end + 1))};
}
catch (nlohmann::json::exception const&)
{
    refuse(file, "its first line does not say what it is");
}

std::string path_of_run(std::size_t point, std::uint32_t replicate)
{
    return fmt::format("runs/p{:05}-r{:03}.csv", point, replicate);
}

std::string path_of_failure(std::size_t point, std::uint32_t replicate)
{
    return fmt::format("failures/p{:05}-r{:03}.json", point, replicate);
}
}  // namespace kochmon
