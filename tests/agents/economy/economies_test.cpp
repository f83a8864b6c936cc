// SPDX-License-Identifier: MIT
// Countries of the toy corridor with economies of their own, and without. Accounts of persons,
// money and capital are checked in every month of every run.
#include <cmath>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "engine/error.hpp"
#include "engine/packed_state.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/loading/origin_notes.hpp"

#include "tests/agents/world_of_tests.hpp"

namespace kochmon
{
namespace
{
constexpr Country highland{0};
constexpr Country lowland{1};

std::string const folder_of_toy = KOCHMON_SOURCE "/tests/corridors/toy";

Scenario toy_of(std::vector<std::string> set, std::string const& folder = folder_of_toy,
                int months = 24)
{
    return load_model(folder + "/baseline.yaml",
                      {.set = std::move(set), .persons = "2000", .months = months});
}

std::string content_of(std::filesystem::path const& file)
{
    std::ifstream from(file);
    return {std::istreambuf_iterator<char>(from), {}};
}

/// Without what stands from one text on, up to another.
std::string without(std::string text, std::string const& from, std::string const& until)
{
    std::size_t const begin = text.find(from);
    EXPECT_NE(begin, std::string::npos) << from;
    std::size_t const end = text.find(until, begin);
    EXPECT_NE(end, std::string::npos) << until;
    return text.erase(begin, end - begin);
}

/// The toy corridor in a folder of its own, its second country with other things of its own.
class OtherToy
{
  public:
    explicit OtherToy(std::string const& has)
        : folder_(std::filesystem::temp_directory_path() /
                  fmt::format("kochmon-toy-{}-{}", getpid(), static_cast<void const*>(this)))
    {
        std::filesystem::copy(folder_of_toy, folder_, std::filesystem::copy_options::recursive);
        std::string corridor = content_of(folder_ / "corridor.yaml");
        std::string const own = "[economy, programmes]";
        corridor.replace(corridor.find(own), own.size(), has);
        std::ofstream(folder_ / "corridor.yaml") << corridor;
    }
    OtherToy(OtherToy const&) = delete;
    OtherToy& operator=(OtherToy const&) = delete;
    ~OtherToy() { std::filesystem::remove_all(folder_); }

    void leave_out_economy() const
    {
        std::string const text = without(content_of(folder_ / "baseline.yaml"),
                                         "      growth_need: {value: 2.5", "      unrest:");
        std::ofstream(folder_ / "baseline.yaml") << text;
    }
    std::string folder() const { return folder_.string(); }

  private:
    std::filesystem::path folder_;
};

/// Holds product and capital of every month against those worked out by hand from the remittances
/// to the country alone.
struct ByHand final : MonthObserver
{
    double capital = 0.0;  // kopecks of agents
    int months = 0;

    void observe(MonthRecord const& record) override
    {
        EconomyAccounts const& told = record.tally.home.of(lowland);
        double const sent =
            static_cast<double>(record.tally.total(Flow::remittances, lowland)) / 100.0;
        double const product =
            500e6 + 0.8 * (sent * record.weight - 70e6) + 0.02 * (capital / 100.0 * record.weight);
        EXPECT_NEAR(static_cast<double>(told.gdp), 100.0 * product / record.weight, 1.0);
        double const worn = std::nearbyint(0.01 * capital);
        capital += static_cast<double>(record.tally.total(Flow::remittances_invested, lowland));
        capital -= worn;
        EXPECT_EQ(static_cast<double>(told.worn), worn);
        EXPECT_EQ(static_cast<double>(told.capital), capital);
        ++months;
    }
};

tests::Sums live(Scenario const& scenario, MonthObserver* other = nullptr)
{
    Workers const workers(1);
    Simulation world(scenario, synthesize(scenario), 0, {workers, {}});
    tests::Sums sums;
    world.add(sums);
    if (other != nullptr) world.add(*other);
    world.run();
    return sums;
}
}  // namespace

TEST(Economies, follow_from_the_remittances_to_their_own_country)
{
    ByHand by_hand;
    tests::Sums const sums = live(toy_of({}), &by_hand);
    EXPECT_EQ(by_hand.months, 84);
    EXPECT_GT(by_hand.capital, 0.0);
    std::int64_t sent = 0;
    std::int64_t invested = 0;
    for (Tally const& month : sums.months)
    {
        sent += month.total(Flow::remittances, lowland);
        invested += month.total(Flow::remittances_invested, lowland);
    }
    EXPECT_GT(sent, 0);
    EXPECT_NEAR(static_cast<double>(invested) / static_cast<double>(sent), 0.06, 1e-4);
    EXPECT_NE(sums.months.back().home.of(highland).gdp, sums.months.back().home.of(lowland).gdp);
}

TEST(Economies, move_incomes_in_their_own_country_alone)
{
    Scenario const scenario = toy_of({});
    Workers const workers(1);
    Simulation world(scenario, synthesize(scenario), 0, {workers, {}});
    world.advance();
    EconomyAccounts const seen = world.society().last_month.home.of(lowland);
    world.advance();
    Region const plain = scenario.corridor().region_named("plain").value();
    double const product = static_cast<double>(seen.gdp) / static_cast<double>(seen.base);
    EXPECT_NE(product, 1.0);
    EXPECT_NEAR(world.society().world.income_level[index(plain)], 1.0 + 0.7 * (product - 1.0),
                1e-9);
}

TEST(Economies, of_one_country_do_not_touch_that_of_another_in_the_first_months)
{
    // Remittances of the first month are those of the people who are abroad from the start.
    auto const gdp_of = [](std::vector<std::string> set)
    {
        tests::Sums const sums = live(toy_of(std::move(set), folder_of_toy, 1));
        return std::pair{sums.months.front().home.of(highland).gdp,
                         sums.months.front().home.of(lowland).gdp};
    };
    auto const usual = gdp_of({});
    auto const other = gdp_of({"origins.lowland.home.gdp.multiplier=2"});
    EXPECT_EQ(other.first, usual.first);
    EXPECT_NE(other.second, usual.second);
}

TEST(Economies, of_the_second_country_alone_are_its_own)
{
    ByHand by_hand;
    Scenario const scenario = toy_of({"origins.highland.included=false"});
    tests::Sums const sums = live(scenario, &by_hand);
    EXPECT_EQ(by_hand.months, 84);
    Tally const& last = sums.months.back();
    EXPECT_EQ(last.total(Count::living, highland), 0);
    EXPECT_GT(last.total(Count::living, lowland), 0);
    EXPECT_EQ(last.home.of(highland), EconomyAccounts{}) << "of nobody there is no product";
    EXPECT_GT(last.home.of(lowland).gdp, 0);
}

TEST(Economies, are_written_down_and_read_again)
{
    Scenario const scenario = toy_of({"origins.highland.included=false"});
    Workers const workers(1);
    Execution const execution{workers, {}};
    Simulation world(scenario, synthesize(scenario), 0, execution);
    for (int month = 0; month < 30; ++month) world.advance();
    Packer packer("");
    world.pack(packer);
    std::string const file = packer.sealed();
    Unpacker unpacker(file);
    auto const again = Simulation::unpacked(scenario, 0, execution, unpacker);
    EXPECT_GT(again->society().last_month.home.of(lowland).capital, 0);
    for (int month = 0; month < 12; ++month)
    {
        world.advance();
        again->advance();
        ASSERT_EQ(again->record().tally, world.record().tally);
    }
}

TEST(Economies, may_be_left_out_of_a_country_with_its_programmes)
{
    OtherToy const toy("[]");
    toy.leave_out_economy();
    Scenario const scenario = toy_of({"home.courses.language=100 %"}, toy.folder());
    EXPECT_THAT(
        notes_on_origins(scenario),
        testing::ElementsAre(
            "lowland has no economy of its own: incomes at home do not respond to remittances",
            "lowland has no programmes of its own: courses, credits and grants of states "
            "of origin do not reach its people"));
    tests::Sums const sums = live(scenario);
    std::int64_t learnt_in_lowland = 0;
    std::int64_t learnt = 0;
    std::int64_t invested = 0;
    for (Tally const& month : sums.months)
    {
        learnt_in_lowland += month.total(Count::learnt_language, lowland);
        learnt += month.total(Count::learnt_language);
        invested += month.total(Flow::remittances_invested, lowland);
    }
    EXPECT_EQ(learnt_in_lowland, 0);
    EXPECT_GT(learnt, 0);
    EXPECT_EQ(invested, 0);
    EXPECT_EQ(sums.months.back().home.of(lowland), EconomyAccounts{});
    EXPECT_GT(sums.months.back().home.of(highland).gdp, 0);
}

TEST(Economies, ask_for_keys_of_their_own_where_there_is_one)
{
    auto const loaded = [](OtherToy const& toy) { toy_of({}, toy.folder()); };
    OtherToy const without("[programmes]");
    EXPECT_THAT([&] { loaded(without); }, testing::ThrowsMessage<ScenarioError>(testing::HasSubstr(
                                              "origins.lowland.home.gdp: unknown key")));
    OtherToy const with("[economy]");
    with.leave_out_economy();
    EXPECT_THAT([&] { loaded(with); },
                testing::ThrowsMessage<ScenarioError>(
                    testing::HasSubstr("origins.lowland.home.gdp: is missing, expected a map with "
                                       "base")));
}
}  // namespace kochmon
