// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/ranges.h>

#include "engine/atomic_file.hpp"

namespace kochmon::golden
{
/// What a digest was made of: a key a line, `measure by` of series.csv or the path of a value. What
/// came later is left out of the text that is digested, and told: a new measure or parameter moves
/// no digest of what was there before.
using Known = std::set<std::string>;

inline std::filesystem::path const folder =
    std::filesystem::path(KOCHMON_SOURCE) / "tests" / "golden";

inline Known known_in(std::string const& text)
{
    Known known;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) known.insert(line);
    return known;
}

inline Known known_of(std::string const& file)
{
    return known_in(read_whole_file(folder / file));
}

/// A text without the lines of keys that are not known.
struct Sifted
{
    std::string text;
    std::vector<std::string> unknown;  // each once, in their order
};

class Sieve
{
  public:
    explicit Sieve(Known const& known) : known_(known) {}

    bool knows(std::string const& key) const { return known_.contains(key); }
    void keep(std::string const& line) { sifted_.text += line + '\n'; }
    void leave(std::string const& key)
    {
        if (told_.insert(key).second) sifted_.unknown.push_back(key);
    }
    Sifted take() { return std::move(sifted_); }

  private:
    Known const& known_;
    std::set<std::string> told_;
    Sifted sifted_;
};

/// `measure by` of a row `scenario,replicate,month,measure,by,...`.
inline std::string key_of_row(std::string const& row)
{
    std::size_t begin = 0;
    for (int comma = 0; comma < 3; ++comma) begin = row.find(',', begin) + 1;
    std::size_t const middle = row.find(',', begin);
    std::size_t const end = row.find(',', middle + 1);
    return row.substr(begin, middle - begin) + ' ' + row.substr(middle + 1, end - middle - 1);
}

inline Sifted known_rows(std::string const& series_csv, Known const& known)
{
    Sieve sieve(known);
    std::istringstream lines(series_csv);
    std::string line;
    std::getline(lines, line);
    sieve.keep(line);
    while (std::getline(lines, line))
        if (std::string const key = key_of_row(line); sieve.knows(key))
            sieve.keep(line);
        else
            sieve.leave(key);
    return sieve.take();
}

/// Keys and groups of keys are lines `name:` or `name: value`, two blanks deeper a level; `- ...`
/// belongs to the key above. Known are groups too.
inline Sifted known_values(std::string const& scenario, Known const& known)
{
    Sieve sieve(known);
    std::vector<std::string> path;
    std::istringstream lines(scenario);
    for (std::string line; std::getline(lines, line);)
    {
        std::size_t const begin = line.find_first_not_of(' ');
        if (line[begin] != '-')
        {
            path.resize(begin / 2);
            path.push_back(line.substr(begin, line.find(':') - begin));
        }
        std::string const key = fmt::format("{}", fmt::join(path, "."));
        if (sieve.knows(key))
            sieve.keep(line);
        else
            sieve.leave(key);
    }
    return sieve.take();
}

/// For who reads the output of a test that passes; each once.
inline void tell_unknown(std::vector<std::string> const& unknown, std::string const& file)
{
    static std::set<std::string> told;
    for (std::string const& key : unknown)
        if (told.insert(file + key).second)
            std::cout << "[ UNKNOWN  ] " << key << ": not in tests/golden/" << file << '\n';
}
}  // namespace kochmon::golden
