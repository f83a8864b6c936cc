// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <tuple>
#include <vector>

#include "engine/ids.hpp"
#include "engine/month.hpp"
#include "engine/packed_state.hpp"
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

/// What is known of one person, side by side in memory: a month touches most of it of those abroad,
/// and nothing of it of most persons at home. Dates, not counters that tick: it is written only
/// when something happens.
struct alignas(32) Person
{
    // Who the person is: never changes.
    std::uint32_t household = 0;
    float wage_factor = 0;        // exp of the log wage residual (skill)
    std::int32_t attachment = 0;  // to home, kopecks a month; may be negative

    std::int32_t cash = 0;      // kopecks, abroad only
    std::int32_t debt = 0;      // kopecks, abroad only
    std::int32_t sent = 0;      // home in this spell, kopecks; never falls
    float perceived_risk = 0;   // chance of a sanction a month
    MonthStamp news_heard = 0;  // months of the run whose news that includes

    // Where and how the person lives.
    MonthStamp arrival = 0;       // month of the departure from home
    MonthStamp came = 0;          // month of the journey to the present place
    MonthStamp entry = 0;         // month in which the present stay began
    MonthStamp stay_end = 0;      // last month of lawful stay without a right
    MonthStamp lawful_since = 0;  // first month of the present lawful stay
    MonthStamp permit_begin = 0;  // an application was granted: month it counts from
    MonthStamp permit_end = 0;    // last month in which the permit, or the card, holds
    MonthStamp permit_paid = 0;   // last month paid for; never if paid at once
    MonthStamp resident_since = 0;
    MonthStamp queue_end = 0;  // of an application for citizenship
    MonthStamp job_start = 0;  // first month in it
    MonthStamp offer_end = 0;  // last month in which a job for citizens is offered
    MonthStamp last_exploited = 0;

    // What the state knows of the person.
    MonthStamp last_offence = 0;    // last fine of any kind
    MonthStamp fined_again = 0;     // last fine for a repeated offence, this stay
    MonthStamp last_removed = 0;    // sent home, after a check or a prison term
    MonthStamp prison_end = 0;      // month of the release
    MonthStamp passport_end = 0;    // last month in which it is valid
    MonthStamp passport_ready = 0;  // month in which a new one is handed out

    Region origin{};
    Presence presence{};
    WorkRight work_right{};
    Contract contract{};
    Papers papers{};
    Employers permit_for{};                 // with whom the permit lets work
    Employer employer{};                    // who gives the job now held
    Sector sector{};                        // of that job
    Scheme scheme{};                        // of the permit now held, or awaited
    std::uint8_t worked_without_right = 0;  // in this spell, since the last right began
    Irregularity irregular_because{};       // as decisions left it; none looks at it
    std::uint8_t citizens_job = 0;          // it requires citizenship, and pays for it
    std::uint8_t client = 0;                // of the intermediary who got the papers
    std::uint8_t gave_up = 0;               // the citizenship of origin
    std::uint8_t known_bans = 0;            // to the person; one bit a jurisdiction
    std::uint8_t at_consulate = 0;          // registered there, this spell
    std::uint8_t trips = 0;                 // departures so far, at most 255
    std::uint8_t helped_by = 0;             // programmes on return; one bit each

    std::uint8_t language = 0;    // speaks that of the main jurisdiction
    std::uint8_t profession = 0;  // has learnt one
    Schooling schooling{};
    Aim aim{};  // of a life abroad

    Status status() const
    {
        return {.presence = presence,
                .work_right = work_right,
                .contract = contract,
                .papers = papers,
                .worked_without_right = worked_without_right != 0,
                .permit_reaches_job = contract == Contract::none || reaches(permit_for, employer)};
    }
    Learning learning() const
    {
        return {.language = language != 0, .profession = profession != 0, .schooling = schooling};
    }

    bool operator==(Person const&) const = default;
    static constexpr auto attributes();
};

/// Every attribute: whoever adds one names it here.
constexpr auto Person::attributes()
{
    return std::tuple(
        &Person::household, &Person::wage_factor, &Person::attachment, &Person::cash, &Person::debt,
        &Person::sent, &Person::perceived_risk, &Person::news_heard, &Person::arrival,
        &Person::came, &Person::entry, &Person::stay_end, &Person::lawful_since,
        &Person::permit_begin, &Person::permit_end, &Person::permit_paid, &Person::resident_since,
        &Person::queue_end, &Person::job_start, &Person::offer_end, &Person::last_exploited,
        &Person::last_offence, &Person::fined_again, &Person::last_removed, &Person::prison_end,
        &Person::passport_end, &Person::passport_ready, &Person::origin, &Person::presence,
        &Person::work_right, &Person::contract, &Person::papers, &Person::permit_for,
        &Person::employer, &Person::sector, &Person::scheme, &Person::worked_without_right,
        &Person::irregular_because, &Person::citizens_job, &Person::client, &Person::gave_up,
        &Person::known_bans, &Person::at_consulate, &Person::trips, &Person::helped_by,
        &Person::language, &Person::profession, &Person::schooling, &Person::aim);
}

/// Rows of persons. Members of a household are neighbours, those who will be born during the run
/// among them. What passes over all rows look at has columns of its own.
struct Persons
{
    std::vector<std::uint64_t> key;  // bits of the SubjectKey
    std::vector<MonthStamp> birth;
    std::vector<MonthStamp> death;  // month of it; known from the start, told to nobody
    std::vector<Sex> sex;
    std::vector<Place> place;
    std::vector<std::uint8_t> wage_job;            // has a wage job when adult and at home
    std::vector<std::vector<MonthStamp>> ban_end;  // by jurisdiction: last month barred
    std::vector<MonthStamp> last_found;            // by a check, irregular
    std::vector<std::uint8_t> must_decide;         // something happened since the last decision
    std::vector<Person> records;

    Persons() = default;
    Persons(Persons const& other);
    Persons(Persons&&) = default;
    Persons& operator=(Persons const&) = default;
    Persons& operator=(Persons&&) = default;
    ~Persons() = default;

    /// Whatever is kept for each row: whoever adds a column names it here.
    template <class Self>
    static auto columns(Self& self)
    {
        return std::tie(self.key, self.birth, self.death, self.sex, self.place, self.wage_job,
                        self.ban_end, self.last_found, self.must_decide, self.records);
    }
    /// The same in a file: a column for each attribute of a person.
    template <class Self>
    static auto members(Self& self)
    {
        return std::tuple_cat(
            std::tie(self.key, self.birth, self.death, self.sex, self.place, self.wage_job,
                     self.ban_end, self.last_found, self.must_decide),
            attributes_of(self.records));
    }

    Person& operator[](std::size_t person) { return records[person]; }
    Person const& operator[](std::size_t person) const { return records[person]; }

    std::size_t size() const { return key.size(); }
    /// Room for so many rows, in huge pages where the system gives them.
    void reserve(std::size_t persons);
    /// New rows live beyond the run.
    void resize(std::size_t persons);
    /// Moves row k to row `to[k]` of `persons` rows; the rows left free are blank.
    void move_rows(std::vector<std::uint32_t> const& to, std::size_t persons,
                   Workers const& workers);
    std::size_t bytes() const;

    /// One attribute of everybody.
    template <class Value>
    std::vector<Value> column(Value Person::*which) const
    {
        return Attribute(records, which).column();
    }

    SubjectKey subject(std::size_t person) const { return SubjectKey(key[person]); }
    Status status(std::size_t person) const { return records[person].status(); }
    Learning learning(std::size_t person) const { return records[person].learning(); }
    bool at_home(std::size_t person) const { return place[person] == Place::home; }
    bool nowhere(std::size_t person) const { return place[person] == Place::nowhere; }
    bool abroad(std::size_t person) const { return !at_home(person) && !nowhere(person); }
    bool banned(std::size_t person, Jurisdiction where, Month month) const
    {
        return ban_end[index(where)][person] >= stamp(month);
    }
    bool passport_valid(std::size_t person, Month month) const
    {
        return records[person].passport_end >= stamp(month);
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
    static auto columns(Self& self)
    {
        return members(self);
    }
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
