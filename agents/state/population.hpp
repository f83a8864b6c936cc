// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <tuple>
#include <vector>

#include "engine/ids.hpp"
#include "engine/month.hpp"
#include "engine/parallel.hpp"
#include "engine/quantities.hpp"
#include "engine/random.hpp"

#include "agents/vocabulary/aim.hpp"
#include "agents/vocabulary/irregularity.hpp"
#include "agents/vocabulary/learning.hpp"
#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

namespace kochmon
{
using PersonId = Id<struct PersonTag>;
using HouseholdId = Id<struct HouseholdTag>;

/// A date on a person, in months since 1900.
using MonthStamp = std::int16_t;
inline constexpr MonthStamp never = std::numeric_limits<MonthStamp>::min();
inline constexpr MonthStamp after_the_run = std::numeric_limits<MonthStamp>::max();
constexpr MonthStamp stamp(Month month)
{
    return static_cast<MonthStamp>(month.since_1900());
}

/// One column per attribute; row = person. Members of a household are neighbours, those who will
/// be born during the run among them. Dates, not counters that tick: a row is written only when
/// something happens.
struct Persons
{
    // Who the person is: never changes.
    std::vector<std::uint64_t> key;  // bits of the SubjectKey
    std::vector<std::uint32_t> household;
    std::vector<MonthStamp> birth;
    std::vector<MonthStamp> death;  // month of it; known from the start, told to nobody
    std::vector<Region> origin;
    std::vector<Sex> sex;
    std::vector<float> wage_factor;        // exp of the log wage residual (skill)
    std::vector<std::int32_t> attachment;  // to home, kopecks a month; may be negative
    std::vector<std::uint8_t> wage_job;    // has a wage job when adult and at home
    std::vector<std::uint8_t> language;    // speaks that of the main jurisdiction
    std::vector<std::uint8_t> profession;  // has learnt one
    std::vector<Aim> aim;                  // of a life abroad
    std::vector<Schooling> schooling;

    // Where and how the person lives.
    std::vector<Place> place;
    std::vector<Presence> presence;
    std::vector<WorkRight> work_right;
    std::vector<Contract> contract;
    std::vector<Papers> papers;
    std::vector<std::uint8_t> worked_without_right;  // in this spell, since the last right began
    std::vector<Irregularity> irregular_because;     // as decisions left it; none looks at it
    std::vector<Sector> sector;                      // of the job now held
    std::vector<Employer> employer;                  // who gives it
    std::vector<Scheme> scheme;                      // of the permit now held, or awaited
    std::vector<Employers> permit_for;               // with whom it lets work
    std::vector<MonthStamp> job_start;               // first month in it
    std::vector<std::uint8_t> citizens_job;          // it requires citizenship, and pays for it
    std::vector<MonthStamp> offer_end;               // last month in which such a job is offered
    std::vector<std::uint8_t> client;                // of the intermediary who got the papers
    std::vector<MonthStamp> last_exploited;
    std::vector<MonthStamp> arrival;       // month of the departure from home
    std::vector<MonthStamp> came;          // month of the journey to the present place
    std::vector<MonthStamp> entry;         // month in which the present stay began
    std::vector<MonthStamp> stay_end;      // last month of lawful stay without a right
    std::vector<MonthStamp> lawful_since;  // first month of the present lawful stay
    std::vector<MonthStamp> permit_begin;  // an application was granted: month it counts from
    std::vector<MonthStamp> permit_end;    // last month in which the permit, or the card, holds
    std::vector<MonthStamp> permit_paid;   // last month paid for; never if paid at once
    std::vector<MonthStamp> resident_since;
    std::vector<MonthStamp> queue_end;  // of an application for citizenship
    std::vector<std::uint8_t> gave_up;  // the citizenship of origin

    // What the state knows of the person.
    std::vector<std::vector<MonthStamp>> ban_end;  // by jurisdiction: last month barred
    std::vector<std::uint8_t> known_bans;          // to the person; one bit a jurisdiction
    std::vector<MonthStamp> last_found;            // by a check, irregular
    std::vector<MonthStamp> last_offence;          // last fine of any kind
    std::vector<MonthStamp> fined_again;           // last fine for a repeated offence, this stay
    std::vector<MonthStamp> last_removed;          // sent home, after a check or a prison term
    std::vector<MonthStamp> prison_end;            // month of the release
    std::vector<std::uint8_t> at_consulate;        // registered there, this spell
    std::vector<MonthStamp> passport_end;          // last month in which it is valid
    std::vector<MonthStamp> passport_ready;        // month in which a new one is handed out

    std::vector<std::int32_t> cash;         // kopecks, abroad only
    std::vector<std::int32_t> debt;         // kopecks, abroad only
    std::vector<std::int32_t> sent;         // home in this spell, kopecks; never falls
    std::vector<float> perceived_risk;      // chance of a sanction a month
    std::vector<MonthStamp> news_heard;     // months of the run whose news that includes
    std::vector<std::uint8_t> trips;        // departures so far, at most 255
    std::vector<std::uint8_t> helped_by;    // programmes on return; one bit each
    std::vector<std::uint8_t> must_decide;  // something happened since the last decision

    /// Every column, for all that is done to each of them: whoever adds one names it here.
    template <class Self>
    static auto members(Self& self)
    {
        return std::tie(
            self.key, self.household, self.birth, self.death, self.origin, self.sex,
            self.wage_factor, self.attachment, self.wage_job, self.language, self.profession,
            self.aim, self.schooling, self.place, self.presence, self.work_right, self.contract,
            self.papers, self.worked_without_right, self.irregular_because, self.sector,
            self.employer, self.scheme, self.permit_for, self.job_start, self.citizens_job,
            self.offer_end, self.client, self.last_exploited, self.arrival, self.came, self.entry,
            self.stay_end, self.lawful_since, self.permit_begin, self.permit_end, self.permit_paid,
            self.resident_since, self.queue_end, self.gave_up, self.ban_end, self.known_bans,
            self.last_found, self.last_offence, self.fined_again, self.last_removed,
            self.prison_end, self.at_consulate, self.passport_end, self.passport_ready, self.cash,
            self.debt, self.sent, self.perceived_risk, self.news_heard, self.trips, self.helped_by,
            self.must_decide);
    }

    std::size_t size() const { return key.size(); }
    /// Room for so many rows, in huge pages where the system gives them.
    void reserve(std::size_t persons);
    /// New rows live beyond the run.
    void resize(std::size_t persons);
    /// Moves row k to row `to[k]` of `persons` rows; the rows left free are blank.
    void move_rows(std::vector<std::uint32_t> const& to, std::size_t persons,
                   Workers const& workers);
    std::size_t bytes() const;

    SubjectKey subject(std::size_t person) const { return SubjectKey(key[person]); }
    Status status(std::size_t person) const
    {
        return {.presence = presence[person],
                .work_right = work_right[person],
                .contract = contract[person],
                .papers = papers[person],
                .worked_without_right = worked_without_right[person] != 0,
                .permit_reaches_job = contract[person] == Contract::none ||
                                      reaches(permit_for[person], employer[person])};
    }
    Learning learning(std::size_t person) const
    {
        return {.language = language[person] != 0,
                .profession = profession[person] != 0,
                .schooling = schooling[person]};
    }
    bool at_home(std::size_t person) const { return place[person] == Place::home; }
    bool nowhere(std::size_t person) const { return place[person] == Place::nowhere; }
    bool abroad(std::size_t person) const { return !at_home(person) && !nowhere(person); }
    bool banned(std::size_t person, Jurisdiction where, Month month) const
    {
        return ban_end[index(where)][person] >= stamp(month);
    }
    bool passport_valid(std::size_t person, Month month) const
    {
        return passport_end[person] >= stamp(month);
    }
    int age_in_months(std::size_t person, Month month) const
    {
        return month.since_1900() - birth[person];
    }
};

/// Ages, in completed years, between which a rule holds; `above` is excluded.
struct AgeSpan
{
    int from = 0;
    int above = 0;

    constexpr bool holds(int age_in_months) const
    {
        return age_in_months >= 12 * from && age_in_months < 12 * above;
    }
};
inline constexpr AgeSpan working_age{15, 65};    // of the legality rates
inline constexpr AgeSpan departure_age{16, 65};  // who may leave for work, and earns at home

/// What a household lived on in the last calendar year, told at its turn.
enum class Livelihood : std::uint8_t
{
    nobody_at_home,  // or no year has passed
    income_at_home,
    remittances  // more than half of its money and farm income [F24]
};

/// Households, in the order of their first member. Money is kopecks.
struct Households
{
    std::vector<std::uint32_t> first_member;  // one entry more than households
    std::vector<Region> region;
    std::vector<std::int64_t> cash;
    std::vector<std::int64_t> debt;
    std::vector<std::int32_t> settled;        // months of the run that the account includes
    std::vector<std::uint8_t> wage_earners;   // members at home with a wage job, as last settled
    std::vector<std::uint8_t> other_earners;  // adults at home without one
    std::vector<std::int64_t> received;       // from abroad, this calendar year
    std::vector<std::int64_t> earned;         // at home, this calendar year, as last settled
    std::vector<Livelihood> livelihood;       // of the last calendar year

    template <class Self>
    static auto members(Self& self)
    {
        return std::tie(self.first_member, self.region, self.cash, self.debt, self.settled,
                        self.wage_earners, self.other_earners, self.received, self.earned,
                        self.livelihood);
    }

    std::size_t size() const { return region.size(); }
    void resize(std::size_t households);
    std::size_t bytes() const;
};

struct Population
{
    Persons persons;
    Households households;
    double weight = 1.0;       // persons that one agent stands for
    std::uint32_t number = 0;  // which draw of the synthetic population it is

    template <class Self>
    static auto members(Self& self)
    {
        auto& [persons, households, weight, number] = self;
        return std::tie(persons, households, weight, number);
    }

    std::size_t bytes() const { return persons.bytes() + households.bytes(); }
    /// Every column has a value for each row, and households hold all persons.
    bool is_whole() const;
};

/// Whether a member of a household lives at home.
bool is_inhabited(Population const& population, std::size_t household);
/// Living members of a household by place, for ties and kin.
ByPlace<std::uint8_t> members_by_place(Population const& population, std::size_t household);
}  // namespace kochmon
