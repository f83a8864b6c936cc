// SPDX-License-Identifier: MIT
#include "agents/synthesis/households.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
constexpr AgeSpan age_of_mothers{20, 50};
constexpr AgeSpan age_of_men{20, 55};
constexpr AgeSpan age_of_children{0, 20};
constexpr int youngest_birth = 18 * 12;
constexpr int oldest_birth = 45 * 12;
constexpr double age_noise_of_couples = 120.0;  // months

struct Luck
{
    double ticket = 0.0;
    double which = 0.0;
};

class Former
{
  public:
    Former(std::vector<Draft>& persons, std::uint32_t households, Month start,
           MonthDraws const& draws)
        : persons_(persons), households_(households), start_(start), draws_(draws)
    {
    }

    void form()
    {
        spread_mothers();
        join_men();
        for (Draft& person : persons_) place_others(person);
    }

  private:
    using Rows = std::vector<std::size_t>;

    int age(Draft const& person) const { return start_.since_1900() - person.birth; }
    bool is_mother(Draft const& person) const
    {
        return person.sex == Sex::female && age_of_mothers.holds(age(person));
    }
    bool is_man(Draft const& person) const
    {
        return person.sex == Sex::male && age_of_men.holds(age(person));
    }
    Luck luck(Draft const& person) const
    {
        PhiloxWords const words =
            draws_.words(person.key, block(DecisionPoint::household_order), 0);
        return {uniform(words[0]), uniform(words[1])};
    }

    // Which household: one of all, each as likely.
    std::uint32_t any_household(double u) const
    {
        return static_cast<std::uint32_t>(u * households_);
    }

    void spread_mothers()
    {
        for (std::size_t row = 0; row < persons_.size(); ++row)
            if (is_mother(persons_[row])) mothers_.push_back(row);
        std::vector<std::tuple<double, std::uint64_t, std::size_t>> by_ticket;
        by_ticket.reserve(mothers_.size());
        for (std::size_t const row : mothers_)
            by_ticket.emplace_back(luck(persons_[row]).ticket, persons_[row].key.bits(), row);
        std::sort(by_ticket.begin(), by_ticket.end());
        for (std::size_t next = 0; next < by_ticket.size(); ++next)
            persons_[std::get<2>(by_ticket[next])].household =
                static_cast<std::uint32_t>(next % households_);
        std::sort(mothers_.begin(), mothers_.end(),
                  [this](std::size_t a, std::size_t b) { return birth_order(a) < birth_order(b); });
    }

    std::pair<int, std::uint64_t> birth_order(std::size_t row) const
    {
        return {persons_[row].birth, persons_[row].key.bits()};
    }

    void join_men()
    {
        std::vector<std::tuple<double, std::uint64_t, std::size_t>> men;
        for (std::size_t row = 0; row < persons_.size(); ++row)
            if (is_man(persons_[row]))
                men.emplace_back(
                    persons_[row].birth + age_noise_of_couples * luck(persons_[row]).ticket,
                    persons_[row].key.bits(), row);
        std::sort(men.begin(), men.end());
        std::vector<std::uint32_t> const homes = households_by_mother();
        for (std::size_t rank = 0; rank < men.size(); ++rank)
            persons_[std::get<2>(men[rank])].household = homes[rank * homes.size() / men.size()];
    }

    // Households in the order of their first mother's birth; those without a mother last.
    std::vector<std::uint32_t> households_by_mother() const
    {
        std::vector<std::uint32_t> homes;
        std::vector<bool> listed(households_, false);
        for (std::size_t const row : mothers_)
        {
            std::uint32_t const home = persons_[row].household;
            if (!listed[home]) homes.push_back(home);
            listed[home] = true;
        }
        for (std::uint32_t home = 0; home < households_; ++home)
            if (!listed[home]) homes.push_back(home);
        return homes;
    }

    void place_others(Draft& person)
    {
        if (is_mother(person) || is_man(person)) return;
        double const which = luck(person).which;
        person.household = any_household(which);
        if (!age_of_children.holds(age(person))) return;
        auto const born_before = [this](std::size_t mother, int birth)
        { return persons_[mother].birth < birth; };
        auto const first = std::lower_bound(mothers_.begin(), mothers_.end(),
                                            person.birth - oldest_birth + 1, born_before);
        auto const last =
            std::lower_bound(first, mothers_.end(), person.birth - youngest_birth + 1, born_before);
        if (first == last) return;
        auto const chosen = static_cast<std::ptrdiff_t>(which * static_cast<double>(last - first));
        person.household = persons_[*(first + chosen)].household;
    }

    std::vector<Draft>& persons_;
    std::uint32_t households_;
    Month start_;
    MonthDraws draws_;
    Rows mothers_;  // by birth, oldest first, after spread_mothers
};
}  // namespace

std::vector<Draft> form_households(std::vector<Draft> persons, double mean_size, Month start,
                                   MonthDraws const& draws)
{
    if (persons.empty()) return persons;
    double const wanted = static_cast<double>(persons.size()) / mean_size;
    auto const households =
        static_cast<std::uint32_t>(std::max<std::int64_t>(1, round_half_to_even(wanted)));
    Former(persons, households, start, draws).form();
    std::sort(
        persons.begin(), persons.end(),
        [](Draft const& a, Draft const& b)
        { return std::pair(a.household, a.key.bits()) < std::pair(b.household, b.key.bits()); });
    return persons;
}
}  // namespace kochmon
