// SPDX-License-Identifier: MIT
#include "tests/fuzz/words.hpp"

#include <fmt/format.h>

#include "config/quantity.hpp"

namespace kochmon::fuzz
{
namespace
{
/// At the edges of ranges, of doubles and of whole numbers, and what is no number.
std::vector<std::string> const numbers = {"0",
                                          "1",
                                          "-1",
                                          "0.5",
                                          "-0",
                                          "0.0000000000000000000000000000000000001",
                                          "007",
                                          "1_000",
                                          "100_000",
                                          "2147483648",
                                          "4294967296",
                                          "9007199254740993",
                                          "9223372036854775807",
                                          "9223372036854775808",
                                          "999999999999999999999999999999999999999",
                                          "99.999999999999999",
                                          "1e400",
                                          "1e-400",
                                          "0x10",
                                          ".5",
                                          "5.",
                                          "1,5",
                                          "+3",
                                          "nan",
                                          ".inf",
                                          "~",
                                          "null"};

std::vector<std::string> const others = {"2005-01",
                                         "2006-02",
                                         "2007-01",
                                         "1900-01",
                                         "2199-12",
                                         "2005-13",
                                         "0000-00",
                                         "2005-1",
                                         "2005-01-01",
                                         "true",
                                         "false",
                                         "yes",
                                         "full",
                                         "2400 months",
                                         "2401 months",
                                         "0 months",
                                         "200 years",
                                         "diminishing_nested",
                                         "[]",
                                         "{}",
                                         "\"\"",
                                         "''",
                                         "|",
                                         ">-",
                                         "*a",
                                         "&a 1",
                                         "!!float 1",
                                         "[osh]",
                                         "data/pyramid.csv"};

void add_words_of(Declarations::Parameter const& parameter, Words& words)
{
    auto const& [path, declared] = parameter;
    words.keys.push_back(path);
    words.keys.push_back(path.substr(path.rfind('.') + 1));
    if (declared.use == Use::lever) words.levers.push_back(path);
    for (GroupDimension const& dimension : declared.groups)
        for (std::string const& name : dimension.names)
            words.groups.push_back(fmt::format("{{{}: [{}]}}", dimension.name, name));
    for (double const edge : {declared.range.lowest, declared.range.highest})
        if (declared.dimension != Dimension::word && declared.dimension != Dimension::truth)
            words.values.push_back(
                fmt::format("{:.12g} {}", edge, units_of(declared).front().text));
    words.values.insert(words.values.end(), declared.words.begin(), declared.words.end());
}
}  // namespace

Words words_of(Declarations const& declarations)
{
    Words words;
    words.values = others;
    for (auto const& parameter : declarations.parameters()) add_words_of(parameter, words);
    for (auto const& table : declarations.tables()) words.keys.push_back(table.path);
    for (std::string const& number : numbers)
        for (char const* unit : {"", "%", " RUB", " KGS", " USD/month", " nominal RUB", " persons",
                                 " months", " %/year", " full-scale", " days", " RUB/month"})
            words.values.push_back(number + unit);
    words.structure = {
        "schema",   "scenario", "base",       "policies", "shocks",  "time",  "start",
        "warm_up",  "value",    "population", "months",   "persons", "seed",  "tables",
        "file",     "column",   "unit",       "source",   "from",    "until", "ramp",
        "set",      "scale",    "add",        "group",    "lever",   "<<",    "population.seed",
        "schema: 1"};
    // A byte order mark, a no-break and a zero-width space, Cyrillic letters that look Latin,
    // quotes of a text processor, a minus that is none, a mark of direction, bytes that are no
    // UTF-8.
    words.marks = {"\xEF\xBB\xBF",
                   "\xC2\xA0",
                   "\xE2\x80\x8B",
                   "\xD0\xB0",
                   "\xD0\xB5",
                   "\xD1\x81",
                   "\xE2\x80\x9C",
                   "\xE2\x80\x99",
                   "\xE2\x88\x92",
                   "\xE2\x80\x93",
                   "\xE2\x80\xAE",
                   "\xFF",
                   "\xC3",
                   "\xED\xA0\x80",
                   "\xF4\x90\x80\x80",
                   "\r",
                   "\t",
                   "\x1b[31m",
                   "\x7F",
                   "\"",
                   "'",
                   ",",
                   ":",
                   ": ",
                   " #",
                   "- ",
                   "{",
                   "}",
                   "[",
                   "]",
                   "&",
                   "*",
                   "!",
                   "|",
                   ">",
                   "%",
                   "@",
                   "`",
                   "?",
                   "~",
                   "---\n",
                   "...\n",
                   "\\",
                   "\\u0000",
                   "\n",
                   "  ",
                   "\"\"",
                   "\"\n",
                   ";",
                   "="};
    return words;
}
}  // namespace kochmon::fuzz
