// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace kochmon
{
// The four layers of legal status. One 'legal' flag cannot show why free movement left a third of
// the workers irregular, so each layer is kept apart.

enum class Presence : std::uint8_t
{
    home,
    permitted,   // lawful, not registered
    registered,  // lawful and registered: within the permitted stay, or by a right
    overstayed,
    custody,
    prison
};
inline std::array<std::string, 6> const presence_names = {"home",       "permitted", "registered",
                                                          "overstayed", "custody",   "prison"};

enum class WorkRight : std::uint8_t
{
    none,
    permit,
    free_movement,
    temporary_resident,
    permanent_resident,
    citizen
};
inline std::array<std::string, 6> const work_right_names = {
    "none", "permit", "free_movement", "temporary_resident", "permanent_resident", "citizen"};

/// Ways to a permit to work. A scheme is a row of this list and values in YAML.
enum class Scheme : std::uint8_t
{
    permit,         // for work with everybody, limited in number
    patent,         // for work with private persons at first, then with all
    highly_skilled  // for the best paid
};
inline constexpr std::size_t scheme_count = 3;
inline std::array<std::string, scheme_count> const scheme_names = {"permit", "patent",
                                                                   "highly_skilled"};
inline constexpr std::array<Scheme, scheme_count> all_schemes = {Scheme::permit, Scheme::patent,
                                                                 Scheme::highly_skilled};
template <class Value>
using ByScheme = std::array<Value, scheme_count>;

/// Who gives the work: a firm, or a private person for the household.
enum class Employer : std::uint8_t
{
    firm,
    household
};
/// With whom a permit lets work.
enum class Employers : std::uint8_t
{
    all,
    firms,
    households
};
constexpr bool reaches(Employers employers, Employer employer)
{
    return employers == Employers::all ||
           (employers == Employers::households) == (employer == Employer::household);
}

enum class Contract : std::uint8_t
{
    none,  // searches for work
    informal,
    formal
};
inline std::array<std::string, 3> const contract_names = {"none", "informal", "formal"};

enum class Papers : std::uint8_t
{
    genuine,
    forged_knowingly,
    forged_unknowingly
};
inline std::array<std::string, 3> const papers_names = {"genuine", "forged_knowingly",
                                                        "forged_unknowingly"};

enum class Sex : std::uint8_t
{
    female,
    male
};
inline std::array<std::string, 2> const sex_names = {"female", "male"};

/// Where migrants work [F28].
enum class Sector : std::uint8_t
{
    construction,
    trade,
    hotels,
    hospitals,
    other
};
inline constexpr std::size_t sector_count = 5;
inline std::array<std::string, sector_count> const sector_names = {"construction", "trade",
                                                                   "hotels", "hospitals", "other"};
template <class Value>
using BySector = std::array<Value, sector_count>;

/// The status of one person abroad.
struct Status
{
    Presence presence = Presence::permitted;
    WorkRight work_right = WorkRight::none;
    Contract contract = Contract::none;
    Papers papers = Papers::genuine;
    bool worked_without_right = false;  // since the last work right began, in this spell
    bool permit_reaches_job = true;     // a permit, if that is the work right, lets do this work

    constexpr bool employed() const { return contract != Contract::none; }
    constexpr bool foreign() const { return work_right != WorkRight::citizen; }
    constexpr bool held() const
    {
        return presence == Presence::custody || presence == Presence::prison;
    }
    constexpr bool presence_lawful() const
    {
        return presence == Presence::permitted || presence == Presence::registered;
    }
    /// Whether the work right covers the work done (free movement: registered and by contract; a
    /// permit: work with those whom it is for).
    constexpr bool work_covered() const
    {
        if (work_right == WorkRight::free_movement)
            return presence == Presence::registered && contract == Contract::formal;
        if (work_right == WorkRight::permit) return permit_reaches_job;
        return work_right != WorkRight::none;
    }
    /// The right as far as it lets do the work done.
    constexpr WorkRight right_at_work() const
    {
        bool const beyond = work_right == WorkRight::permit && !permit_reaches_job;
        return beyond ? WorkRight::none : work_right;
    }
    /// Regular: presence lawful, papers genuine, the work covered by a right; a searcher: no month
    /// of this spell worked without a right since the last one began. Everyone else is irregular.
    constexpr bool regular() const
    {
        bool const work = employed() ? work_covered() : !worked_without_right;
        return presence_lawful() && papers == Papers::genuine && work;
    }

    // Legality that means the same under every regime, in three steps, each within the one before:
    // presence_lawful(), may_work(), works_by_right_and_contract().

    /// The law lets the person work: presence lawful, papers genuine, any work right; registered or
    /// not, by contract or not.
    constexpr bool may_work() const
    {
        return presence_lawful() && papers == Papers::genuine && work_right != WorkRight::none;
    }
    /// The law lets the person work, and the employer has declared it.
    constexpr bool works_by_right_and_contract() const
    {
        return may_work() && contract == Contract::formal;
    }
};
}  // namespace kochmon
