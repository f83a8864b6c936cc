// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/error.hpp"

#include "config/mistyped_quantity.hpp"
#include "config/plain_decimal.hpp"
#include "config/quantity.hpp"

#include "agents/loading/check_model.hpp"
#include "agents/loading/load_model.hpp"
#include "agents/month.hpp"
#include "agents/steps/conservation.hpp"

#include "tests/agents/world_of_tests.hpp"
#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"

// Money is conserved in every household: what it holds, with its members abroad, less what it owes
// changes by what it receives and spends. The population is cut so that a piece is a household; its
// tally is then the household's own account.
namespace kochmon
{
namespace
{
constexpr int months = 24;

/// A quarter of them see every kind of flow; the rare checks live all.
int scenarios()
{
    return std::getenv("KOCHMON_RARE_CHECKS") != nullptr ? 200 : 50;
}

/// Looks at every household at the end of a month, before the pieces are added up.
class Auditor
{
  public:
    explicit Auditor(Population const& population)
    {
        Households const& households = population.households;
        for (std::size_t household = 0; household < households.size(); ++household)
            held_.push_back(held_by(population, household));
    }

    void audit(Society const& society, std::vector<Piece> const& pieces)
    {
        ASSERT_EQ(pieces.size(), held_.size()) << "a piece must be a household";
        for (std::size_t household = 0; household < pieces.size(); ++household)
        {
            Tally const& account = pieces[household].tally;
            check_money(held_[household], account, society.month);
            held_[household] = account.holdings();
            for (std::size_t kind = 0; kind < flow_kinds; ++kind)
                if (account.total(static_cast<Flow>(kind)) != 0) seen_.insert(kind);
        }
    }
    std::set<std::size_t> const& flows_seen() const { return seen_; }

  private:
    static Holdings held_by(Population const& population, std::size_t household)
    {
        Holdings held{.cash = population.households.cash[household],
                      .debt = population.households.debt[household]};
        auto const& first = population.households.first_member;
        for (std::size_t row = first[household]; row < first[household + 1]; ++row)
        {
            held.cash += population.persons[row].cash;
            held.debt += population.persons[row].debt;
        }
        return held;
    }

    std::vector<Holdings> held_;
    std::set<std::size_t> seen_;  // kinds of flow
};

/// A simulation whose households are audited every month.
class Audited
{
  public:
    explicit Audited(Scenario const& scenario)
        : start_(synthesize(scenario)),
          auditor_(start_),
          simulation_(scenario, std::move(start_), 0, {workers_, {1, 1}}, with_audit())
    {
    }
    Simulation& simulation() { return simulation_; }
    Auditor const& auditor() const { return auditor_; }

  private:
    MonthSchedule with_audit()
    {
        MonthSchedule month = month_story();
        month.society_before("take stock and check the accounts", "audit the households",
                             [this](Society& society, std::vector<Piece>& pieces)
                             { auditor_.audit(society, pieces); });
        return month;
    }

    Workers workers_{1};
    Population start_;
    Auditor auditor_;
    Simulation simulation_;
};

/// Draws for one scenario: the subject is the lever.
class LeverDraws
{
  public:
    LeverDraws(int scenario, int attempt)
        : luck_({static_cast<std::uint32_t>(scenario), static_cast<std::uint32_t>(attempt)},
                Month::of(2000, 1))
    {
    }
    double uniform(std::size_t lever, std::uint32_t index) const
    {
        return luck_.uniform(SubjectKey::person_of_the_start(lever), 0, index);
    }

  private:
    MonthDraws luck_;
};

/// Up to three times the value of the baseline; for who is off there, a part of the range.
double other_amount(Declared const& declared, double usual, double u)
{
    Range const range = declared.range;
    bool const of_a_whole = declared.dimension == Dimension::share;
    double const off =
        range.lowest + (range.highest - range.lowest) * u * (of_a_whole ? 0.5 : 0.01);
    // The last digit of the highest, as it is written, may lie above it.
    double const highest = range.highest * (1.0 - 1e-9);
    return std::clamp(usual == 0.0 ? off : 3.0 * u * usual, range.lowest, highest);
}

std::string other_value(Declared const& declared, double usual, double u)
{
    if (declared.dimension == Dimension::truth) return u < 0.5 ? "true" : "false";
    if (declared.dimension == Dimension::word)
        return declared
            .words[static_cast<std::size_t>(u * static_cast<double>(declared.words.size()))];
    double const amount = other_amount(declared, usual, u);
    std::string const number = declared.whole || counts_persons(declared.dimension)
                                   ? fmt::format("{:.0f}", amount)
                                   : number_text(amount);
    return number + ' ' + std::string(units_of(declared).front().text);
}

/// The baseline with about half of all levers moved.
std::vector<std::string> moved_levers(LeverDraws const& draws)
{
    static Scenario const baseline = tests::TestWorld{}.scenario();
    std::vector<std::string> set;
    auto const& all = kyrgyz_declarations().parameters();
    for (std::size_t lever = 0; lever < all.size(); ++lever)
    {
        if (all[lever].declared.use != Use::lever || draws.uniform(lever, 0) < 0.5) continue;
        double const usual = baseline.values(all[lever].path, baseline.settings().start).front();
        set.push_back(all[lever].path + '=' +
                      other_value(all[lever].declared, usual, draws.uniform(lever, 1)));
    }
    return set;
}

/// The first draw that is a possible law (terms in order, and the like).
Scenario random_scenario(int number)
{
    for (int attempt = 0;; ++attempt)
    {
        std::vector<std::string> const set = moved_levers(LeverDraws(number, attempt));
        try
        {
            Scenario scenario =
                tests::TestWorld{.persons = "1000", .months = months, .set = set}.scenario();
            check_model(scenario);
            return scenario;
        }
        catch (ScenarioError const&)
        {
            if (attempt >= 50) throw;
        }
    }
}
}  // namespace

TEST(HouseholdAccounts, agree_with_what_each_household_receives_and_spends)
{
    std::set<std::size_t> seen;
    for (int number = 0; number < scenarios(); ++number)
    {
        SCOPED_TRACE(number);
        Scenario const scenario = random_scenario(number);
        Audited audited(scenario);
        ASSERT_NO_THROW(audited.simulation().run());
        ASSERT_FALSE(testing::Test::HasFatalFailure());
        seen.insert(audited.auditor().flows_seen().begin(), audited.auditor().flows_seen().end());
    }
    for (std::size_t kind = 0; kind < flow_kinds; ++kind)
        EXPECT_TRUE(seen.contains(kind)) << "no scenario has flow " << kind;
}

TEST(HouseholdAccounts, notice_a_kopeck_that_moves_between_households)
{
    Scenario const scenario = tests::TestWorld{.persons = "1000", .months = 3}.scenario();
    Audited audited(scenario);
    audited.simulation().advance();
    Households& households = audited.simulation().population().households;
    ++households.cash[3];
    --households.cash[4];
    EXPECT_THROW(audited.simulation().advance(), InvariantError);
}
}  // namespace kochmon
