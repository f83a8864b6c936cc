// SPDX-License-Identifier: MIT
#include "agents/synthesis/growth.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "engine/contract.hpp"

#include "agents/demography/lifetimes.hpp"
#include "agents/model/parameters.hpp"
#include "agents/synthesis/many_rows.hpp"
#include "agents/synthesis/start.hpp"
#include "agents/synthesis/synthesis.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t households_of_a_piece = 4096;

struct Child
{
    Vital self;
    SubjectKey mother;
    MonthStamp death = after_the_run;
    std::uint32_t household = 0;

    std::pair<MonthStamp, std::uint64_t> order() const { return {self.birth, mother.bits()}; }
};
using Children = std::vector<Child>;

/// When persons of each country that the run holds die and give birth.
class Demography
{
  public:
    Demography(Scenario const& scenario, Origins const& origins, Seeds luck)
    {
        RunSettings const& settings = scenario.settings();
        for (Country const country : scenario.corridor().countries())
        {
            if (!origins.include(country)) continue;
            rates_[index(country)].emplace(scenario, years_of(settings), country);
            lifetimes_[index(country)].emplace(*rates_[index(country)], luck,
                                               MonthSpan{settings.start, settings.end()});
        }
    }
    Demography(Demography const&) = delete;
    Demography& operator=(Demography const&) = delete;
    ~Demography() = default;

    Lifetimes const& of(Region origin) const
    {
        auto const& lifetimes = lifetimes_[index(origin_country(origin))];
        EXPECT(lifetimes.has_value());
        return *lifetimes;
    }

  private:
    ByCountry<std::optional<VitalRates>> rates_;
    ByCountry<std::optional<Lifetimes>> lifetimes_;
};

/// Lives the lives of whole households.
class Families
{
  public:
    Families(Population& population, Demography const& demography, MonthDraws const& synthesis)
        : persons_(population.persons),
          households_(population.households),
          demography_(demography),
          synthesis_(synthesis)
    {
    }

    /// Notes when the members die; their children and children's children are added to `children`.
    void live(std::size_t household, Children& children)
    {
        std::size_t const first = children.size();
        Lifetimes const& lifetimes = demography_.of(households_.region[household]);
        for (std::size_t row = households_.first_member[household];
             row < households_.first_member[household + 1]; ++row)
        {
            Vital const self{persons_.subject(row), persons_.birth[row], persons_.sex[row]};
            persons_.death[row] = lifetimes.death_of(self);
            bear(lifetimes, {self, persons_.death[row]}, household, children);
        }
        for (std::size_t next = first; next < children.size(); ++next)
        {
            Child const child = children[next];
            bear(lifetimes, {child.self, child.death}, household, children);
        }
        std::sort(children.begin() + static_cast<std::ptrdiff_t>(first), children.end(),
                  [](Child const& a, Child const& b) { return a.order() < b.order(); });
    }

  private:
    struct Parent
    {
        Vital self;
        MonthStamp death = after_the_run;
    };

    void bear(Lifetimes const& lifetimes, Parent const& mother, std::size_t household,
              Children& children)
    {
        if (mother.self.sex != Sex::female) return;
        std::uint32_t birth_order = 0;
        for (MonthStamp const birth : lifetimes.births_of(mother.self, mother.death))
        {
            Child child{.self = {.key = child_key(mother.self.key, ++birth_order), .birth = birth},
                        .mother = mother.self.key,
                        .household = static_cast<std::uint32_t>(household)};
            child.self.sex = sex_of(child.self.key, lifetimes.rates());
            child.death = lifetimes.death_of(child.self);
            children.push_back(child);
        }
    }

    Sex sex_of(SubjectKey child, VitalRates const& rates) const
    {
        double const u = synthesis_.uniform(child, block(DecisionPoint::sex_of_child));
        return u < rates.share_of_boys() ? Sex::male : Sex::female;
    }

    Persons& persons_;
    Households const& households_;
    Demography const& demography_;
    MonthDraws synthesis_;
};

/// All children of the run, by household and then in the order of their rows.
Children live_all(Families& families, std::size_t households, Workers const& workers)
{
    std::size_t const pieces = (households + households_of_a_piece - 1) / households_of_a_piece;
    std::vector<Children> by_piece(pieces);
    workers.for_each(pieces,
                     [&](std::size_t piece)
                     {
                         std::size_t const first = piece * households_of_a_piece;
                         std::size_t const last =
                             std::min(first + households_of_a_piece, households);
                         for (std::size_t household = first; household < last; ++household)
                             families.live(household, by_piece[piece]);
                     });
    std::size_t born = 0;
    for (Children const& children : by_piece) born += children.size();
    Children all;
    all.reserve(born);
    for (Children& children : by_piece)
    {
        all.insert(all.end(), children.begin(), children.end());
        children = {};  // at full scale two lists of all would be what a run needs most room for
    }
    return all;
}

/// Makes room for the children behind the members of their household. Returns the row of each.
std::vector<std::uint32_t> make_room(Population& population, Children const& children,
                                     Workers const& workers)
{
    Households& households = population.households;
    std::vector<std::uint32_t> rows_of_members(population.persons.size());
    std::vector<std::uint32_t> rows_of_children;
    rows_of_children.reserve(children.size());
    std::uint32_t row = 0;
    std::size_t child = 0;
    for (std::size_t household = 0; household < households.size(); ++household)
    {
        std::uint32_t const first = row;
        for (std::size_t old = households.first_member[household];
             old < households.first_member[household + 1]; ++old)
            rows_of_members[old] = row++;
        for (; child < children.size() && children[child].household == household; ++child)
            rows_of_children.push_back(row++);
        // Members are counted in bytes.
        INVARIANT(row - first <= std::numeric_limits<std::uint8_t>::max());
        households.first_member[household] = first;
    }
    households.first_member.back() = row;
    population.persons.move_rows(rows_of_members, row, workers);
    return rows_of_children;
}

void write_child(Population& population, std::size_t row, Child const& child)
{
    Persons& persons = population.persons;
    persons.key[row] = child.self.key.bits();
    persons[row].household = child.household;
    persons.birth[row] = child.self.birth;
    persons.death[row] = child.death;
    persons[row].origin = population.households.region[child.household];
    persons.sex[row] = child.self.sex;
    persons.place[row] = Place::nowhere;
}
}  // namespace

Population grown(Population start, Scenario const& scenario, Seeds luck, Workers const& workers)
{
    RunSettings const& settings = scenario.settings();
    StartParameters beginning;
    read(beginning, scenario, settings.start);
    StartConditions const conditions = start_conditions(scenario);
    Demography const demography(scenario, beginning.origins, luck);
    MonthDraws const synthesis(synthesis_seeds(settings, start.number), Month(0));
    Families families(start, demography, synthesis);
    Children const children = live_all(families, start.households.size(), workers);
    std::vector<std::uint32_t> const rows = make_room(start, children, workers);
    for_each_row(&workers, children.size(),
                 [&](std::size_t child)
                 {
                     write_child(start, rows[child], children[child]);
                     give_traits(start.persons, rows[child],
                                 {beginning.traits, beginning.attachment, conditions, synthesis});
                 });
    return start;
}
}  // namespace kochmon
