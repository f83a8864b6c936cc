// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/analysis/program.hpp"

// The program with one of its file-changing calls made to fail (tests/faults/file_calls.cpp). For
// test files that know where that library is.
namespace kochmon
{
inline constexpr int killed = 0;
inline constexpr int file_error = 4;

/// One call in how many is tried; all of them where time does not matter.
inline std::size_t stride(std::size_t usual)
{
    return std::getenv("KOCHMON_RARE_CHECKS") != nullptr ? 1 : usual;
}

/// What the program is told by its environment, for a while.
class Variable
{
  public:
    Variable(char const* name, std::string const& value) : name_(name)
    {
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable() { ::unsetenv(name_); }
    Variable(Variable const&) = delete;
    Variable& operator=(Variable const&) = delete;

  private:
    char const* name_;
};

struct Call
{
    std::string name;
    std::string path;
    std::string to;  // of a renaming
};

// Without gnuplot, whose own calls are not ours.
inline Outcome run(Arguments const& arguments, std::string const& fault,
                   std::filesystem::path const& log)
{
    Variable const loaded("LD_PRELOAD", KOCHMON_FILE_CALLS);
    Variable const failing("KOCHMON_FAULT", fault);
    Variable const noted("KOCHMON_CALLS", log.string());
    return Program(arguments, "/nonexistent").wait();
}

inline std::vector<Call> calls_in(std::filesystem::path const& log)
{
    std::istringstream lines(text_of(log));
    std::vector<Call> calls;
    for (std::string line; std::getline(lines, line);)
    {
        std::istringstream words(line);
        Call call;
        words >> call.name >> call.path >> call.to;
        calls.push_back(call);
    }
    return calls;
}
}  // namespace kochmon
