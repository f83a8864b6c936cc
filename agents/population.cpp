// SPDX-License-Identifier: MIT
#include "agents/population.hpp"

#include <utility>

#include "engine/contract.hpp"

namespace kochmon
{
namespace
{
// Calls `visit` with every column of persons.
template <class Columns, class Visit>
void for_each_column(Columns& persons, Visit visit)
{
    visit(persons.key);
    visit(persons.household);
    visit(persons.birth);
    visit(persons.death);
    visit(persons.origin);
    visit(persons.sex);
    visit(persons.wage_factor);
    visit(persons.attachment);
    visit(persons.wage_job);
    visit(persons.russian);
    visit(persons.profession);
    visit(persons.aim);
    visit(persons.schooling);
    visit(persons.place);
    visit(persons.presence);
    visit(persons.work_right);
    visit(persons.contract);
    visit(persons.papers);
    visit(persons.worked_without_right);
    visit(persons.irregular_because);
    visit(persons.sector);
    visit(persons.job_start);
    visit(persons.citizens_job);
    visit(persons.offer_end);
    visit(persons.client);
    visit(persons.last_exploited);
    visit(persons.arrival);
    visit(persons.came);
    visit(persons.entry);
    visit(persons.stay_end);
    visit(persons.lawful_since);
    visit(persons.permit_begin);
    visit(persons.permit_end);
    visit(persons.permit_paid);
    visit(persons.resident_since);
    visit(persons.queue_end);
    visit(persons.gave_up);
    for (auto& ban_end : persons.ban_end) visit(ban_end);
    visit(persons.known_bans);
    visit(persons.last_found);
    visit(persons.fined_again);
    visit(persons.last_removed);
    visit(persons.prison_end);
    visit(persons.at_consulate);
    visit(persons.passport_end);
    visit(persons.passport_ready);
    visit(persons.cash);
    visit(persons.debt);
    visit(persons.sent);
    visit(persons.perceived_risk);
    visit(persons.news_heard);
    visit(persons.trips);
    visit(persons.helped_by);
    visit(persons.must_decide);
}

template <class Column>
std::size_t bytes_of(Column const& column)
{
    return column.size() * sizeof(typename Column::value_type);
}
}  // namespace

void Persons::resize(std::size_t persons)
{
    death.resize(persons, after_the_run);
    for_each_column(*this, [persons](auto& column) { column.resize(persons); });
}

void Persons::move_rows(std::vector<std::uint32_t> const& to, std::size_t persons)
{
    EXPECT(to.size() == size());
    for_each_column(*this,
                    [&](auto& column)
                    {
                        auto const old = std::exchange(column, {});
                        column.resize(persons);
                        for (std::size_t row = 0; row < to.size(); ++row)
                            column[to[row]] = old[row];
                    });
}

std::size_t Persons::bytes() const
{
    std::size_t bytes = 0;
    for_each_column(*this, [&bytes](auto const& column) { bytes += bytes_of(column); });
    return bytes;
}

Status Persons::status(std::size_t person) const
{
    return {.presence = presence[person],
            .work_right = work_right[person],
            .contract = contract[person],
            .papers = papers[person],
            .worked_without_right = worked_without_right[person] != 0};
}

void Households::resize(std::size_t households)
{
    first_member.resize(households + 1);
    region.resize(households);
    cash.resize(households);
    debt.resize(households);
    settled.resize(households);
    wage_earners.resize(households);
    other_earners.resize(households);
    received.resize(households);
    earned.resize(households);
    livelihood.resize(households);
}

std::size_t Households::bytes() const
{
    return bytes_of(first_member) + bytes_of(region) + bytes_of(cash) + bytes_of(debt) +
           bytes_of(settled) + bytes_of(wage_earners) + bytes_of(other_earners) +
           bytes_of(received) + bytes_of(earned) + bytes_of(livelihood);
}

ByPlace<std::uint8_t> members_by_place(Population const& population, std::size_t household)
{
    ByPlace<std::uint8_t> members{};
    auto const& first = population.households.first_member;
    for (std::size_t person = first[household]; person < first[household + 1]; ++person)
        if (!population.persons.nowhere(person)) ++members[index(population.persons.place[person])];
    return members;
}
}  // namespace kochmon
