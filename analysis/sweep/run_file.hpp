// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace kochmon
{
/// What one replicate of one point of a sweep came to: the rows that the plan keeps.
struct SweepRun
{
    std::string study;     // identity of the study it belongs to
    std::string scenario;  // SHA-256 of what the point lays over the base
    std::size_t point = 0;
    std::uint32_t replicate = 0;
    std::uint32_t population = 0;  // number of the synthetic population
    std::uint64_t agents = 0;
    double weight = 1.0;  // persons that an agent stands for
    std::string rows;     // as of series.csv, its header among them
};

/// The run as a file: a line of JSON that says what it is, the rows, and a last line with the
/// SHA-256 of all before it, so that a changed or a missing byte shows.
std::string text_of(SweepRun const& run);
/// Throws FileError, naming the file, where it is not as it was written.
SweepRun read_sweep_run(std::filesystem::path const& file, std::string_view text);

/// `runs/p00012-r003.csv`
std::string path_of_run(std::size_t point, std::uint32_t replicate);
/// `failures/p00012-r003.json`
std::string path_of_failure(std::size_t point, std::uint32_t replicate);
}  // namespace kochmon
