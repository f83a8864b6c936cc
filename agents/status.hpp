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
    /// Whether the work right covers the work done (free movement: registered and by contract).
    constexpr bool work_covered() const
    {
        if (work_right == WorkRight::free_movement)
            return presence == Presence::registered && contract == Contract::formal;
        return work_right != WorkRight::none;
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
