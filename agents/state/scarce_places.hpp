// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <tuple>
#include <vector>

#include "engine/month.hpp"
#include "engine/quantities.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// What a law gives to a limited number a year, by lot. Each kind has a list at every destination;
/// citizenship has one list for the whole jurisdiction.
enum class Scarce : std::uint8_t
{
    permit,
    placement,
    temporary_residence,
    permanent_residence,
    citizenship,
    nothing  // an act that needs no place
};
inline constexpr std::size_t scarce_kinds = 5;
template <class Value>
using ByScarce = std::array<Value, scarce_kinds>;

/// The destination under which the list of a kind is kept.
constexpr Place desk(Scarce kind, Place place)
{
    return kind == Scarce::citizenship && is_in_main_jurisdiction(place) ? first_destination
                                                                         : place;
}

/// Places a year for the simulated origins, full-scale; no limit unless it applies.
struct Quota
{
    bool applies = false;
    double places = 0.0;    // persons/year, all origins
    Share other_origins{};  // part of them that others take

    double places_a_month() const { return places * (1.0 - other_origins.value()) / 12.0; }
};
/// By kind and destination.
using Quotas = ByScarce<ByPlace<Quota>>;

/// How many places are open. Within a year unused places roll over; nothing passes December:
/// A_m = floor(sum of the year's monthly places / weight + u(place, year)) agents, less what the
/// year has granted. After a cut within the year no more is unused than the new quota would have
/// opened, so that none is open where it is 0; months without a limit open nothing, and what they
/// grant counts against nothing.
class QuotaBook
{
  public:
    /// Opens the places of a month; in January, or the first month, the books begin anew.
    /// `u`: the keyed draw of each list for the year, so that rounding is fair between years.
    void open(Quotas const& quotas, Month month, double weight, ByScarce<ByPlace<double>> const& u);
    bool limited(Scarce kind, Place desk) const { return at(kind, desk).limited; }
    /// Agents that may still be granted this month.
    std::int64_t places(Scarce kind, Place desk) const;
    /// Granted this year in months with a limit.
    std::int64_t granted(Scarce kind, Place desk) const { return at(kind, desk).granted; }
    /// Places that were open when the month's lots were drawn.
    std::int64_t open_this_month(Scarce kind, Place desk) const { return at(kind, desk).open; }
    std::int64_t granted_this_month(Scarce kind, Place desk) const
    {
        return at(kind, desk).granted_now;
    }
    void grant(Scarce kind, Place desk, std::int64_t agents);

    template <class Self>
    static auto members(Self& self)
    {
        auto& [lists, year] = self;
        return std::tie(lists, year);
    }

  private:
    struct List
    {
        bool limited = false;
        double opened = 0.0;       // persons, this year
        double highest = 0.0;      // persons, that a month of this year has opened
        double months = 0.0;       // with a limit, this year
        std::int64_t allowed = 0;  // agents, this year
        std::int64_t granted = 0;
        std::int64_t open = 0;         // this month
        std::int64_t granted_now = 0;  // this month

        void open_places(double persons, double weight, double u);

        template <class Self>
        static auto members(Self& self)
        {
            auto& [is_limited, opened, highest, months, allowed, granted, open, granted_now] = self;
            return std::tie(is_limited, opened, highest, months, allowed, granted, open,
                            granted_now);
        }
    };
    List const& at(Scarce kind, Place desk) const { return lists_[index(kind)][index(desk)]; }

    ByScarce<ByPlace<List>> lists_{};
    int year_ = 0;
};

/// A ticket in a lottery. The lowest draw wins; the key settles what chance does not.
struct Lot
{
    std::uint32_t ticket = 0;
    std::uint64_t key = 0;

    auto operator<=>(Lot const&) const = default;
};

/// The result of the lotteries of a month: a lot wins if it does not exceed the last winner's.
class Lottery
{
  public:
    void clear();
    void add(Scarce kind, Place desk, Lot lot);
    void add(Lottery const& other);
    /// Draws the lists of these desks against the open places and enters the grants into the books.
    void draw(QuotaBook& book, Places const& desks);
    /// Draws the lists of a world in which persons meet the applicants of another. Where these are
    /// more than the places that `book_of_others` has open, lots are drawn among them, and their
    /// last winner is the mark for all. Where they are not, they all have theirs, and lots are
    /// drawn among `own` applicants that are none of them, for what `book` has left. Only grants to
    /// the others are entered into their book: newcomers take no place away from them, now or
    /// later.
    void draw_among(Lottery const& others, Lottery const& own, QuotaBook& book_of_others,
                    QuotaBook& book, Places const& desks);
    bool wins(Scarce kind, Place desk, Lot lot) const;

  private:
    /// Open in the books of the others and of all.
    struct Openings
    {
        bool limited = false;
        std::int64_t of_others = 0;
        std::int64_t of_all = 0;
    };
    struct Granted
    {
        std::int64_t to_others = 0;
        std::int64_t to_all = 0;
    };
    struct List
    {
        std::vector<Lot> lots;
        std::vector<Lot> sure;  // win without a draw, in order
        bool all_win = true;
        bool any_wins = true;
        Lot last_winner;

        /// Draws so many of its lots. Returns how many win.
        std::int64_t draw(std::int64_t places);
        Granted draw_among(std::vector<Lot> rivals, std::vector<Lot> const& own,
                           Openings const& places);
    };
    ByScarce<ByPlace<List>> lists_{};
};
}  // namespace kochmon
