// SPDX-License-Identifier: MIT
#include "agents/state/scarce_places.hpp"

#include <algorithm>
#include <utility>

namespace kochmon
{
void QuotaBook::open(Quotas const& quotas, Month month, double weight,
                     ByScarce<ByPlace<double>> const& u)
{
    bool const new_year = month.year() != year_;
    year_ = month.year();
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (std::size_t place = 1; place < most_places; ++place)
        {
            List& list = lists_[kind][place];
            Quota const& quota = quotas[kind][place];
            if (new_year) list = List{};
            list.limited = quota.applies;
            list.granted_now = 0;
            if (quota.applies) list.open_places(quota.places_a_month(), weight, u[kind][place]);
        }
}

// What is left of earlier months is left of their quota: after a cut no more of it stays open than
// the new quota would have opened in them.
void QuotaBook::List::open_places(double persons, double weight, double u)
{
    double const used = static_cast<double>(granted) * weight;
    double const most_unused = persons * months;
    if (persons < highest && opened - used > most_unused) opened = used + most_unused;
    highest = std::max(highest, persons);
    months += 1.0;
    opened += persons;
    allowed = persons > 0.0 ? static_cast<std::int64_t>(opened / weight + u) : granted;
    open = std::max<std::int64_t>(0, allowed - granted);
}

std::int64_t QuotaBook::places(Scarce kind, Place desk) const
{
    List const& list = at(kind, desk);
    return std::max<std::int64_t>(0, list.allowed - list.granted);
}

void QuotaBook::grant(Scarce kind, Place desk, std::int64_t agents)
{
    List& list = lists_[index(kind)][index(desk)];
    if (list.limited) list.granted += agents;
    list.granted_now += agents;
}

void Lottery::clear()
{
    for (auto& places : lists_)
        for (List& list : places)
        {
            list.lots.clear();
            list.sure.clear();
            list.all_win = list.any_wins = true;
        }
}

void Lottery::add(Scarce kind, Place desk, Lot lot)
{
    lists_[index(kind)][index(desk)].lots.push_back(lot);
}

void Lottery::add(Lottery const& other)
{
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (std::size_t place = 0; place < most_places; ++place)
        {
            auto const& from = other.lists_[kind][place].lots;
            auto& to = lists_[kind][place].lots;
            to.insert(to.end(), from.begin(), from.end());
        }
}

std::int64_t Lottery::List::draw(std::int64_t places)
{
    auto const applications = static_cast<std::int64_t>(lots.size());
    std::int64_t const granted = std::min(applications, places);
    all_win = granted == applications;
    any_wins = granted > 0;
    if (all_win || !any_wins) return granted;
    auto const last = lots.begin() + (granted - 1);
    std::nth_element(lots.begin(), last, lots.end());
    last_winner = *last;
    return granted;
}

void Lottery::draw(QuotaBook& book, Places const& desks)
{
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (Place const at : desks)
        {
            List& list = lists_[kind][index(at)];
            auto const scarce = static_cast<Scarce>(kind);
            auto const applications = static_cast<std::int64_t>(list.lots.size());
            book.grant(
                scarce, at,
                list.draw(book.limited(scarce, at) ? book.places(scarce, at) : applications));
        }
}

Lottery::Granted Lottery::List::draw_among(std::vector<Lot> rivals, std::vector<Lot> const& own,
                                           Openings const& places)
{
    auto const count = static_cast<std::int64_t>(rivals.size());
    if (places.limited && count > places.of_others)
    {
        lots = std::move(rivals);
        std::int64_t const granted = draw(places.of_others);
        return {granted, granted};
    }
    std::ranges::sort(rivals);
    sure = std::move(rivals);
    for (Lot const& lot : own)
        if (!std::ranges::binary_search(sure, lot)) lots.push_back(lot);
    std::int64_t const rest = places.limited ? std::max<std::int64_t>(0, places.of_all - count)
                                             : static_cast<std::int64_t>(lots.size());
    return {count, count + draw(rest)};
}

void Lottery::draw_among(Lottery const& others, Lottery const& own, QuotaBook& book_of_others,
                         QuotaBook& book, Places const& desks)
{
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (Place const at : desks)
        {
            auto const scarce = static_cast<Scarce>(kind);
            Granted const granted = lists_[kind][index(at)].draw_among(
                others.lists_[kind][index(at)].lots, own.lists_[kind][index(at)].lots,
                {book.limited(scarce, at), book_of_others.places(scarce, at),
                 book.places(scarce, at)});
            book_of_others.grant(scarce, at, granted.to_others);
            book.grant(scarce, at, granted.to_all);
        }
}

bool Lottery::wins(Scarce kind, Place desk, Lot lot) const
{
    List const& list = lists_[index(kind)][index(desk)];
    if (list.all_win || std::ranges::binary_search(list.sure, lot)) return true;
    return list.any_wins && lot <= list.last_winner;
}
}  // namespace kochmon
