// SPDX-License-Identifier: MIT
#include "tests/config/sample.hpp"

#include <atomic>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <unistd.h>

#include "engine/error.hpp"

namespace kochmon::sample
{
char const* const pyramid =
    "region,sex,age,persons,source\n"
    "osh,male,0,1200.5,F1\n"
    "\"batken, rural\",female,1,900,\"F1, 2009\"\n";

char const* const complete = R"(schema: 1
scenario: sample
time: {start: 2005-01, warm_up: 12 months, months: 24}
population:
  persons: 100_000
  seed: 7
  household_size: {value: 4.5, source: assumption}
  tables:
    pyramid: {file: data/pyramid.csv}
markets:
  exchange:
    kgs_per_rub:
      - {from: 2005-01, value: 1.5, source: S1}
      - {from: 2006-01, value: 2, source: S2}
    rub_per_usd: {value: 30, source: S3}
  elasticity: {value: -0.1, source: assumption}
law:
  permit:
    fee:
      - {from: 2005-01, value: 25_000 RUB, source: F3}
      - {from: 2006-07, value: 4_000 RUB, source: S110}
    salary: {value: 300 USD/month, source: F4}
    duration: {value: 12 months, source: F3}
    compliance: {value: 25 %, source: assumption}
    quota: {value: 4_600 persons, source: F11}
    free: false
  check: {value: 2.4 %/month, source: "F6, F7"}
rules:
  departure:
    kernel: {value: diminishing_nested, source: assumption}
    horizon: 18 months
    hostel: {value: 1_000 KGS, source: F5}
    arrivals: {value: 55_000 persons/year, source: F9}
)";

void Parameters::fields(Fields& field)
{
    std::vector<GroupDimension> const groups = {{"origin", {"batken", "osh", "north"}},
                                                {"sex", {"male", "female"}}};
    field("population.household_size", household_size,
          {Dimension::ratio, {1, 20}, "Mean size of a household"});
    field("markets.exchange.kgs_per_rub", soms_per_rouble,
          {Dimension::ratio, {0.1, 10}, "Soms for a rouble", Use::lever});
    field("markets.exchange.rub_per_usd", roubles_per_dollar,
          {Dimension::ratio, {1, 200}, "Roubles for a dollar", Use::dated});
    field("markets.elasticity", elasticity,
          {Dimension::ratio, {-0.5, 0.5}, "Elasticity of the wage"});
    field("law.permit.fee", fee,
          {Dimension::roubles, {0, 100'000}, "Fee of the permit", Use::lever});
    field("law.permit.salary", salary,
          {Dimension::roubles_per_month, {0, 100'000}, "Least salary", Use::lever});
    field("law.permit.duration", duration,
          {Dimension::months, {1, 60}, "How long a permit holds", Use::lever});
    field("law.permit.compliance", compliance,
          {Dimension::share, {0, 1}, "Share who register", Use::lever, groups});
    field("law.permit.quota", quota,
          {Dimension::persons, {0, 1'000'000}, "Permits in a month", Use::lever});
    field("law.permit.free", free_movement, {Dimension::truth, {}, "No permit needed", Use::lever});
    field("law.check", check, {Dimension::per_month, {0, 0.5}, "Hazard of a check", Use::lever});
    field("rules.departure.kernel", kernel,
          {.dimension = Dimension::word,
           .meaning = "Form of the value",
           .words = {"diminishing_nested", "linear_flat"}});
    field("rules.departure.horizon", horizon, {Dimension::months, {1, 120}, "Planning horizon"});
    field("rules.departure.hostel", hostel, {Dimension::roubles, {0, 10'000}, "A bed on the way"});
    field("rules.departure.arrivals", arrivals,
          {Dimension::persons_per_year, {0, 1e6}, "Arrivals of others", Use::dated});
    field.table("population.tables.pyramid",
                {"Persons by region, sex and age",
                 {{"region", ColumnKind::word},
                  {"sex", ColumnKind::word, {"male", "female"}},
                  {.name = "age", .kind = ColumnKind::whole_number, .range = {0, 150}},
                  {.name = "persons", .unit = "persons"}}});
}

std::shared_ptr<Corridor const> const& money()
{
    static std::shared_ptr<Corridor const> const named = []
    {
        CurrencyDeclared const rouble{.code = "RUB",
                                      .name = "rouble",
                                      .plural = "roubles",
                                      .words = {"rouble", "roubles", "ruble", "rubles", "₽", "р",
                                                "руб", "рубль", "рубля", "рублей", "Руб"}};
        CurrencyDeclared const som{.code = "KGS",
                                   .name = "som",
                                   .plural = "soms",
                                   .words = {"som", "soms", "сом", "сома", "сомов"},
                                   .rate = "kgs_per_rub",
                                   .is_per_base = true};
        CurrencyDeclared const dollar{
            .code = "USD",
            .name = "dollar",
            .plural = "dollars",
            .words = {"us$", "$", "dollar", "dollars", "долл", "долларов"},
            .rate = "rub_per_usd"};
        auto corridor = std::make_shared<Corridor>();
        corridor->name_currencies(Currencies({rouble, som, dollar}, "2012"));
        return corridor;
    }();
    return named;
}

Declarations declarations()
{
    return declarations_of<Parameters>(money());
}

Folder::Folder()
{
    static std::atomic<int> count = 0;
    path_ = std::filesystem::temp_directory_path() /
            fmt::format("kochmon-config-{}-{}", getpid(), ++count);
    std::filesystem::create_directories(path_ / "data");
    write("data/pyramid.csv", pyramid);
}

Folder::~Folder()
{
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

std::filesystem::path Folder::write(std::string const& name, std::string const& text) const
{
    std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    // A truncated file is flushed to the disk when it is closed; a new one is not.
    std::filesystem::remove(file);
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

std::string with(std::string const& piece, std::string const& instead, std::string const& text)
{
    std::size_t const at = text.find(piece);
    if (at == std::string::npos) throw std::logic_error("no such piece: " + piece);
    return std::string(text).replace(at, piece.size(), instead);
}

Scenario load(std::string const& text, Overrides const& overrides)
{
    Folder const folder;
    return Scenario::load(folder.write("s.yaml", text), declarations(), overrides);
}

std::vector<std::string> mistakes_of(std::filesystem::path const& file, Overrides const& overrides)
{
    std::vector<std::string> lines;
    try
    {
        Scenario::load(file, declarations(), overrides);
    }
    catch (ScenarioError const& error)
    {
        std::string const folder = file.parent_path().string() + "/";
        std::istringstream text(error.what());
        for (std::string line; std::getline(text, line);)
            lines.push_back(line.starts_with(folder) ? line.substr(folder.size()) : line);
    }
    return lines;
}

std::vector<std::string> mistakes(std::string const& text, Overrides const& overrides)
{
    Folder const folder;
    return mistakes_of(folder.write("s.yaml", text), overrides);
}

double value(Scenario const& scenario, std::string const& path, std::string const& month)
{
    return scenario.values(path, Month::parse(month).value()).front();
}
}  // namespace kochmon::sample
