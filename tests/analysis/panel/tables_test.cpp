// SPDX-License-Identifier: MIT
#include <cmath>
#include <map>
#include <sstream>
#include <tuple>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"
#include "engine/month.hpp"

#include "analysis/panel/life_events.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

// The files of the panel, as the real program writes them.
namespace kochmon
{
namespace
{
using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;
using tests::baseline_file;

namespace fs = std::filesystem;

constexpr std::array<char const*, 3> panel_files = {"panel_persons.csv", "panel_spells.csv",
                                                    "panel_events.csv"};

using Row = std::map<std::string, std::string>;  // cell by column

std::vector<std::string> plain_cells_of(std::string const& line)
{
    std::vector<std::string> cells(1);
    for (char const letter : line)
        if (letter == ',')
            cells.emplace_back();
        else
            cells.back() += letter;
    return cells;
}

std::vector<Row> rows_of_file(fs::path const& file)
{
    std::istringstream lines(text_of(file));
    std::string line;
    std::getline(lines, line);
    std::vector<std::string> const columns = plain_cells_of(line);
    std::vector<Row> rows;
    while (std::getline(lines, line))
    {
        std::vector<std::string> const cells = plain_cells_of(line);
        EXPECT_EQ(cells.size(), columns.size()) << line;
        Row& row = rows.emplace_back();
        for (std::size_t at = 0; at < columns.size(); ++at) row[columns[at]] = cells[at];
    }
    return rows;
}

Arguments panel_run(Arguments const& more, std::string const& months = "12")
{
    Arguments arguments = {"run",      baseline_file, "--set", "time.warm_up=2 months",
                           "--months", months,        "-q",    "--persons",
                           "2000"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

Month month(std::string const& text)
{
    return Month::parse(text).value();
}

/// Values of a measure of series.csv by month, in agents; `group` as `total,total`.
std::map<std::string, std::int64_t> agents_in_series(fs::path const& folder,
                                                     std::string const& measure,
                                                     std::string const& group = "total,total")
{
    auto const account = nlohmann::json::parse(text_of(folder / "run.json"));
    double const weight = account["settings"]["persons_per_agent"];
    std::map<std::string, std::int64_t> agents;
    std::istringstream lines(text_of(folder / "series.csv"));
    for (std::string line; std::getline(lines, line);)
    {
        if (line.find("," + measure + "," + group + ",") == std::string::npos) continue;
        std::vector<std::string> const cells = plain_cells_of(line);
        double const value = std::stod(cells[6]) / weight;
        EXPECT_NEAR(value, std::round(value), 1e-6);
        agents[cells[2]] = std::llround(value);
    }
    return agents;
}

/// Whether a spell is one of a foreign worker, but for the age.
bool is_of_foreign_worker(Row const& spell)
{
    std::string const& presence = spell.at("presence");
    return spell.at("place") != "home" && spell.at("work_right") != "citizen" &&
           presence != "custody" && presence != "prison";
}

/// Foreign workers by month, from spells and births.
std::map<std::string, std::int64_t> foreign_workers(fs::path const& folder)
{
    std::map<std::string, Month> birth;
    for (Row const& person : rows_of_file(folder / "panel_persons.csv"))
        birth[person.at("person")] = month(person.at("birth"));
    std::map<std::string, std::int64_t> workers;
    for (Row const& spell : rows_of_file(folder / "panel_spells.csv"))
        for (int at = 0; at < std::stoi(spell.at("months")); ++at)
        {
            Month const now = month(spell.at("from")) + at;
            int const age = (now - birth.at(spell.at("person"))) / 12;
            bool const counts = is_of_foreign_worker(spell) && age >= 15 && age < 65;
            workers[now.text()] += counts ? 1 : 0;
        }
    return workers;
}

std::map<std::string, std::int64_t> events_in(fs::path const& folder, std::string const& event,
                                              std::string const& place = {})
{
    std::map<std::string, std::int64_t> events;
    for (Row const& row : rows_of_file(folder / "panel_events.csv"))
        if (row.at("event") == event && (place.empty() || row.at("place") == place))
            ++events[row.at("month")];
    return events;
}

void expect_as_many(std::map<std::string, std::int64_t> events,
                    std::map<std::string, std::int64_t> const& series)
{
    std::int64_t all = 0;
    for (auto const& [month, agents] : series)
    {
        EXPECT_EQ(events[month], agents) << month;
        all += agents;
    }
    EXPECT_GT(all, 0);
}
}  // namespace

TEST(PanelTables, add_up_to_the_series_when_everybody_is_in_the_panel)
{
    TestFolder const place;
    fs::path const folder = place / "run";
    Outcome const run = kochmon_with(panel_run(
        {"--panel", "2000", "-o", folder.string(), "--set", "law.checks.hazard=20 %/month"}, "24"));
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(foreign_workers(folder), agents_in_series(folder, "foreign_workers"));
    for (auto const& [measure, event] : std::map<std::string, std::string>{
             {"departures", "departure"}, {"returns", "return"}, {"removals", "removal"}})
    {
        SCOPED_TRACE(measure);
        expect_as_many(events_in(folder, event), agents_in_series(folder, measure));
        expect_as_many(events_in(folder, event, "moscow"),
                       agents_in_series(folder, measure, "destination,moscow"));
    }
}

TEST(PanelTables, leave_the_series_alone_and_stand_in_the_digest)
{
    TestFolder const place;
    kochmon_with(panel_run({"-o", (place / "without").string()}));
    kochmon_with(panel_run({"--panel", "50", "-o", (place / "with").string()}));
    EXPECT_EQ(text_of(place / "without/series.csv"), text_of(place / "with/series.csv"));
    EXPECT_FALSE(fs::exists(place / "without/panel_persons.csv"));
    auto const account = nlohmann::json::parse(text_of(place / "with/run.json"));
    for (char const* const file : panel_files)
    {
        nlohmann::json const listed = {{"path", file},
                                       {"sha256", sha256(text_of(place / "with" / file))}};
        EXPECT_THAT(account["files"], Contains(listed));
    }
    EXPECT_NE(account["digest"],
              nlohmann::json::parse(text_of(place / "without/run.json"))["digest"]);
}

TEST(PanelTables, are_the_same_on_any_threads_and_tiles)
{
    TestFolder const place;
    Arguments const all = {"--panel", "500", "--replicates", "2"};
    std::map<std::string, std::string> first;
    for (char const* const threads : {"1", "2", "7"})
        for (char const* const tile : {"64", "100000"})
        {
            fs::path const folder = place / (std::string(threads) + "-" + tile);
            Arguments arguments = all;
            arguments.insert(arguments.end(),
                             {"--threads", threads, "--tile-persons", tile, "-o", folder.string()});
            ASSERT_EQ(kochmon_with(panel_run(arguments)).status, 0);
            for (char const* const file : panel_files)
            {
                std::string const text = text_of(folder / file);
                EXPECT_EQ(first.emplace(file, text).first->second, text) << file << folder;
            }
        }
}

TEST(PanelTables, follow_the_same_persons_in_every_replicate_of_a_population_and_scenario)
{
    TestFolder const place;
    kochmon_with(panel_run({"--panel", "40", "-o", (place / "one").string()}));
    kochmon_with(
        panel_run({"--panel", "80", "--replicates", "3", "--populations", "2", "--seed", "9",
                   "--population-seed", "1", "--set", "jurisdictions.russia.permit.fee=90000 RUB",
                   "-o", (place / "other").string()}));
    std::map<std::string, std::vector<std::string>> keys;
    for (Row const& row : rows_of_file(place / "one/panel_persons.csv"))
        keys["one"].push_back(row.at("person"));
    for (Row const& row : rows_of_file(place / "other/panel_persons.csv"))
        keys[row.at("replicate")].push_back(row.at("person"));
    EXPECT_EQ(keys["one"].size(), 40U);
    EXPECT_EQ(keys["0"].size(), 80U);
    EXPECT_EQ(keys["0"], keys["2"]);
    EXPECT_NE(keys["0"], keys["1"]);
    EXPECT_TRUE(std::ranges::includes(keys["0"], keys["one"]));
    EXPECT_NE(events_in(place / "one", "departure"), events_in(place / "other", "departure"));
}

TEST(PanelTables, come_in_the_order_of_replicate_person_and_month)
{
    TestFolder const place;
    kochmon_with(
        panel_run({"--panel", "2000", "--replicates", "2", "-o", (place / "run").string()}));
    for (auto const& [file, time] : std::map<std::string, std::string>{
             {"panel_spells.csv", "from"}, {"panel_events.csv", "month"}})
    {
        auto const rows = rows_of_file(place / "run" / file);
        EXPECT_GT(rows.size(), 1000U);
        EXPECT_TRUE(std::ranges::is_sorted(
            rows, {},
            [time = time](Row const& row)
            { return std::tuple(row.at("replicate"), row.at("person"), row.at(time)); }));
    }
}

TEST(PanelTables, mark_what_is_cut_on_the_left_and_on_the_right)
{
    TestFolder const place;
    kochmon_with(panel_run({"--panel", "2000", "-o", (place / "run").string()}));
    std::map<std::string, int> cut;
    for (Row const& spell : rows_of_file(place / "run/panel_spells.csv"))
    {
        bool const first = spell.at("spell") == "1";
        bool const censored = spell.at("censored") == "true";
        EXPECT_TRUE(first || spell.at("entered") == "true");
        EXPECT_EQ(spell.at("until").empty(), censored);
        EXPECT_EQ(spell.at("end").empty(), censored);
        EXPECT_EQ(spell.at("arrival").empty(), spell.at("place") == "home");
        EXPECT_EQ(spell.at("sector").empty(), spell.at("contract") == "none");
        Month const until = censored ? Month::of(2006, 3) : month(spell.at("until"));
        EXPECT_EQ(std::stoi(spell.at("months")), until - month(spell.at("from")));
        cut[spell.at("entered") + (first ? " first" : "")] += 1;
        bool const cut_abroad = spell.at("entered") == "false" && !spell.at("arrival").empty();
        EXPECT_TRUE(!cut_abroad || spell.at("arrival") < spell.at("from"));
    }
    EXPECT_GT(cut["false first"], 1900);
    EXPECT_GT(cut["true first"], 5);
}

TEST(PanelTables, give_a_key_that_no_program_takes_for_a_number)
{
    TestFolder const place;
    kochmon_with(panel_run({"--panel", "20", "-o", (place / "run").string()}));
    for (Row const& row : rows_of_file(place / "run/panel_persons.csv"))
    {
        EXPECT_THAT(row.at("person"), StartsWith("p"));
        EXPECT_EQ(row.at("person").size(), 11U);
    }
}

TEST(PanelDocument, tells_every_column_and_event)
{
    std::string const page = text_of(KOCHMON_SOURCE "/docs/panel.md");
    TestFolder const place;
    kochmon_with(panel_run({"--panel", "20", "-o", (place / "run").string()}, "1"));
    for (char const* const file : panel_files)
    {
        EXPECT_THAT(page, HasSubstr("**`" + std::string(file) + "`**"));
        std::string const text = text_of(place / "run" / file);
        for (std::string const& column : plain_cells_of(text.substr(0, text.find('\n'))))
            EXPECT_THAT(page, HasSubstr("`" + column + "`"));
    }
    for (std::string const& event : life_event_names)
        EXPECT_THAT(page, HasSubstr("`" + event + "`"));
}

TEST(PanelFlag, asks_for_a_folder_and_for_persons_that_there_are)
{
    TestFolder const place;
    std::string const folder = (place / "run").string();
    Outcome const no_folder = kochmon_with(panel_run({"--panel", "20", "-o", "-"}));
    EXPECT_EQ(no_folder.status, 64);
    EXPECT_THAT(no_folder.err, HasSubstr("expected -o DIR"));
    EXPECT_EQ(no_folder.out, "");
    Outcome const too_many = kochmon_with(panel_run({"--panel", "2001", "-o", folder}));
    EXPECT_EQ(too_many.status, 64);
    EXPECT_THAT(too_many.err, HasSubstr("--panel 2001: expected at most 2000"));
    EXPECT_FALSE(fs::exists(folder)) << "told before anything is written";
    for (char const* const wrong : {"0", "-1", "many", "1.5", ""})
    {
        Outcome const told = kochmon_with(panel_run({"--panel", wrong, "-o", folder}));
        EXPECT_EQ(told.status, 64) << wrong;
        EXPECT_THAT(told.err, HasSubstr("--panel")) << wrong;
    }
}

TEST(PanelFlag, shows_in_a_dry_run)
{
    Outcome const plan = kochmon_with(panel_run({"--panel", "20", "--dry-run"}));
    EXPECT_EQ(plan.status, 0) << plan.err;
    EXPECT_THAT(plan.out, HasSubstr("Panel       20 persons"));
    EXPECT_EQ(kochmon_with(panel_run({"--panel", "2001", "--dry-run"})).status, 64);
}

TEST(PanelFlag, takes_an_old_panel_away_when_written_over)
{
    TestFolder const place;
    std::string const folder = (place / "run").string();
    kochmon_with(panel_run({"--panel", "20", "-o", folder}));
    EXPECT_TRUE(fs::exists(place / "run/panel_events.csv"));
    EXPECT_EQ(kochmon_with(panel_run({"-o", folder, "--force"})).status, 0);
    for (char const* const file : panel_files) EXPECT_FALSE(fs::exists(place / "run" / file));
}

TEST(PanelFlag, says_which_file_is_in_the_way)
{
    TestFolder const place;
    fs::create_directories(place / "run/panel_spells.csv");
    Outcome const run =
        kochmon_with(panel_run({"--panel", "20", "-o", (place / "run").string(), "--force"}));
    EXPECT_EQ(run.status, 3);
    EXPECT_THAT(run.err, HasSubstr("panel_spells.csv"));
    EXPECT_FALSE(fs::exists(place / "run/run.json"));
}
}  // namespace kochmon
