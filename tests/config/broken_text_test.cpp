// SPDX-License-Identifier: MIT
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "config/resolved.hpp"

#include "tests/config/sample.hpp"

namespace kochmon
{
namespace
{
#ifdef NDEBUG
constexpr int trials = 20'000;
#else
constexpr int trials = 4'000;  // slow with sanitizers
#endif

std::string const shocks_to_damage =
    "shocks:\n"
    "  - {lever: law.permit.fee, scale: 1.10, from: 2006-01, until: 2007-01, ramp: 6 months}\n"
    "  - {lever: law.permit.compliance, set: 30%, from: 2006-01, group: {origin: [osh]}}\n";

/// Damages a text as disks, editors and attackers do.
class Damage
{
  public:
    std::string to(std::string text)
    {
        for (std::size_t count = below(3) + 1; count > 0 && !text.empty(); --count) once(text);
        return text;
    }

  private:
    std::size_t below(std::size_t limit) { return generator_() % limit; }
    void once(std::string& text)
    {
        static constexpr std::string_view marks("\0\t\n\r \"'[]{},:#&*!|>%@`?-~\\\xEF\xFF\x80", 29);
        std::size_t const at = below(text.size());
        std::size_t const length = std::min(below(40), text.size() - at);
        switch (below(6))
        {
            case 0:
                text[at] = static_cast<char>(generator_());
                break;
            case 1:
                text[at] = marks[below(marks.size())];
                break;
            case 2:
                text.insert(at, 1, marks[below(marks.size())]);
                break;
            case 3:
                text.erase(at, length);
                break;
            case 4:
                text.insert(at, text.substr(below(text.size()), length));
                break;
            default:
                text.resize(at);
                break;
        }
    }
    std::mt19937 generator_{20240611};
};

/// Loads a text; true if it is accepted. Any other error than that of a scenario gets out.
bool is_accepted(sample::Folder const& folder, std::string const& text)
{
    try
    {
        Scenario const scenario =
            Scenario::load(folder.write("s.yaml", text), sample::declarations());
        return !scenario.resolved().empty();
    }
    catch (ScenarioError const&)
    {
        return false;
    }
}
}  // namespace

TEST(BrokenText, is_refused_as_a_scenario_and_never_otherwise)
{
    sample::Folder const folder;
    Damage damage;
    int accepted = 0;
    for (int trial = 0; trial < trials; ++trial)
        accepted += is_accepted(folder, damage.to(sample::complete + shocks_to_damage)) ? 1 : 0;
    // Damage to a remark, a source or a digit can leave a sound text.
    EXPECT_GT(accepted, 0);
    EXPECT_LT(accepted, trials / 2);
}

TEST(BrokenText, of_a_table_is_refused_likewise)
{
    sample::Folder const folder;
    Damage damage;
    for (int trial = 0; trial < trials / 10; ++trial)
    {
        folder.write("data/pyramid.csv", damage.to(sample::pyramid));
        EXPECT_NO_THROW(is_accepted(folder, sample::complete));
    }
}

TEST(BrokenText, that_is_large_and_hostile_is_refused_soon)
{
    sample::Folder const folder;
    std::string many_keys;
    for (int key = 0; key < 80'000; ++key) many_keys += fmt::format("k{}: 1\n", key);
    for (std::string const& text :
         {std::string(1'000'000, '['), std::string(1'000'000, '{'), std::string(1'000'000, '!'),
          std::string(1'000'000, '"'), std::string(1'000'000, '-'), std::string(1'000'000, '\n'),
          std::string(1'000'000, 'a'), many_keys})
        EXPECT_FALSE(is_accepted(folder, text));
}
}  // namespace kochmon
