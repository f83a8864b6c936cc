// SPDX-License-Identifier: MIT
#include <limits>
#include <tuple>
#include <vector>

#include "engine/prefetch.hpp"

#include "agents/state/rows.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
bool considers_leaving(Society const& society, Piece& piece, std::size_t person)
{
    Persons const& persons = piece.population().persons;
    bool const attentive =
        piece.monthly_word(MonthlyLane::attention, person) < society.world.attention_at_home;
    return attentive || persons.must_decide[person] != 0;
}

bool may_join(Society const& society, Piece& piece, std::size_t person)
{
    return piece.monthly_word(MonthlyLane::job, person) < society.world.joining_at_home;
}

void list_at_home(Society const& society, Piece& piece, std::uint32_t person)
{
    bool const considers = considers_leaving(society, piece, person);
    bool const joins = may_join(society, piece, person);
    if (!considers && !joins) return;
    Persons const& persons = piece.population().persons;
    if (!departure_age.holds(persons.age_in_months(person, society.month))) return;
    prefetch(persons.records, person, person + 1);
    if (considers) piece.considering.push_back(person);
    if (joins) piece.joining.push_back(person);
}

/// Words of draws below a threshold, which may lie above all of them.
class Below
{
  public:
    Below(std::uint32_t const* words, std::uint64_t threshold)
        : words_(words),
          threshold_(static_cast<std::uint32_t>(threshold)),
          are_all_(mark(threshold > std::numeric_limits<std::uint32_t>::max()))
    {
    }
    std::uint8_t holds(std::size_t k) const
    {
        return static_cast<std::uint8_t>(mark(words_[k] < threshold_) | are_all_);
    }

  private:
    std::uint32_t const* words_;
    std::uint32_t threshold_;
    std::uint8_t are_all_;
};

// Those to whom something may happen: who is abroad, is born or dies, and at home who considers
// leaving or may join family; some of those who are not born yet are among them.
void mark_the_few(Society const& society, Piece& piece)
{
    Persons const& persons = piece.population().persons;
    MonthStamp const now = stamp(society.month);
    Place const* const place = persons.place.data();
    MonthStamp const* const birth = persons.birth.data();
    MonthStamp const* const death = persons.death.data();
    std::uint8_t const* const must_decide = persons.must_decide.data();
    RowSpan const rows{piece.tile().first_person, piece.tile().last_person};
    std::size_t const first = rows.first;
    Below const attentive(piece.monthly_words(MonthlyLane::attention),
                          society.world.attention_at_home);
    Below const joining(piece.monthly_words(MonthlyLane::job), society.world.joining_at_home);
    piece.marks.mark(rows,
                     [=](std::size_t row) {
                         return static_cast<std::uint8_t>(attentive.holds(row - first) |
                                                          joining.holds(row - first));
                     });
    piece.marks.mark_also(
        [=](std::size_t row)
        {
            return static_cast<std::uint8_t>(
                mark(must_decide[row] != 0) |
                (mark(place[row] != Place::home) & mark(place[row] != Place::nowhere)));
        });
    piece.marks.mark_also(
        [=](std::size_t row)
        { return static_cast<std::uint8_t>(mark(birth[row] == now) | mark(death[row] == now)); });
}

// What later steps look at of the whole tile: asked for now, it is there when they come.
void look_ahead(Piece& piece)
{
    Tile const& tile = piece.tile();
    auto const of_households = [&tile](auto const&... columns)
    { (prefetch(columns, tile.first_household, tile.last_household), ...); };
    std::apply(of_households, Households::columns(piece.population().households));
    Persons const& persons = piece.population().persons;
    prefetch(persons.sex, tile.first_person, tile.last_person);
    prefetch(persons.last_found, tile.first_person, tile.last_person);
    for (std::vector<MonthStamp> const& ban_end : persons.ban_end)
        prefetch(ban_end, tile.first_person, tile.last_person);
}

void list(Society const& society, Piece& piece, std::uint32_t person)
{
    Persons const& persons = piece.population().persons;
    MonthStamp const now = stamp(society.month);
    if (persons.nowhere(person))
    {
        if (persons.birth[person] == now) piece.newborn.push_back(person);
    }
    else if (persons.death[person] == now)
        piece.dying.push_back(person);
    else if (persons.abroad(person))
    {
        prefetch(persons.records, person, person + 1);
        piece.abroad.push_back(person);
    }
    else
        list_at_home(society, piece, person);
}
}  // namespace

// Everybody's draws of the month, and the short lists on which the other steps work: most persons
// at home need no more than their draw of attention. Who dies this month does nothing else in it.
void draw_luck(Society const& society, Piece& piece)
{
    piece.draw_month(society.draws());
    piece.abroad.clear();
    piece.considering.clear();
    piece.joining.clear();
    piece.found.clear();
    piece.newborn.clear();
    piece.dying.clear();
    look_ahead(piece);
    mark_the_few(society, piece);
    piece.marks.for_each([&](std::size_t person)
                         { list(society, piece, static_cast<std::uint32_t>(person)); });
}
}  // namespace kochmon::steps
