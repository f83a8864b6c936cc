// SPDX-License-Identifier: MIT
#include "agents/steps/applications.hpp"

#include <algorithm>

#include "agents/steps/decisions.hpp"
#include "agents/steps/steps.hpp"

namespace kochmon::steps
{
namespace
{
constexpr std::uint64_t kind_place = 2;  // of subject keys that are not persons

struct ListCounts
{
    Count sought;
    Count granted;
    Count refused;
};

ListCounts counts_of(Scarce list)
{
    switch (list)
    {
        case Scarce::permit:
            return {Count::permits_sought, Count::permits_granted, Count::permits_refused};
        case Scarce::placement:
            return {Count::placements_sought, Count::placements_granted, Count::placements_refused};
        case Scarce::citizenship:
            return {Count::citizenship_sought, Count::citizenship_admitted,
                    Count::citizenship_refused};
        default:
            return {Count::residence_sought, Count::residence_granted, Count::residence_refused};
    }
}

// One draw for each list and year, so that rounding to whole agents is fair between years.
ByScarce<ByPlace<double>> rounding(Society const& society)
{
    MonthDraws const january(society.seeds, Month::of(society.month.year(), 1));
    ByScarce<ByPlace<double>> u{};
    for (std::size_t kind = 0; kind < scarce_kinds; ++kind)
        for (Place const place : society.corridor().destinations())
            u[kind][index(place)] = january.uniform(
                SubjectKey::not_a_person(kind_place, index(place)),
                block(DecisionPoint::quota_rounding), static_cast<std::uint32_t>(kind));
    return u;
}

void decide_again(Society const& society, Piece& piece, Intent const& refused)
{
    Persons& persons = piece.population().persons;
    if (persons.at_home(refused.person))
        return consider_leaving(society, piece, refused.person, Lists::closed);
    persons.must_decide[refused.person] = 1;
    reconsider(society, piece, refused.person, Lists::closed);
    if (refused.list == Scarce::permit)
        persons[refused.person].irregular_because = Irregularity::refused_by_quota;
}
}  // namespace

void enter(Society const& society, Piece& piece, Intent intent)
{
    if (intent.list != Scarce::nothing)
    {
        SubjectKey const subject = piece.population().persons.subject(intent.person);
        std::uint32_t const ticket = society.draws().words(
            subject, block(DecisionPoint::lot), static_cast<std::uint32_t>(intent.list))[0];
        intent.lot = {ticket, subject.bits()};
        piece.applications.add(intent.list, desk(intent.list, intent.place), intent.lot);
        piece.happened(counts_of(intent.list).sought, intent.person, intent.place);
    }
    piece.tile().intents.push_back(intent);
}

void draw_lots(Society& society, std::vector<Piece>& pieces)
{
    society.quotas.open(society.parameters.quota.quota, society.month, society.weight,
                        rounding(society));
    Lottery own;
    for (Piece& piece : pieces)
    {
        own.add(piece.applications);
        piece.applications.clear();
    }
    society.lottery.clear();
    if (society.in_world_of == nullptr)
    {
        society.lottery.add(own);
        society.lottery.draw(society.quotas, society.corridor().destinations());
        return;
    }
    society.quotas_of_others.open(society.parameters.quota.quota, society.month, society.weight,
                                  rounding(society));
    society.lottery.draw_among(society.in_world_of->lottery, own, society.quotas_of_others,
                               society.quotas, society.corridor().destinations());
}

// The refused choose again among what is left, with the same draws; abroad, where a stay runs out,
// they think again next month, at home when they next consider leaving. What else they intended to
// pay for, they decide anew as well.
void choose_again(Society const& society, Piece& piece)
{
    std::vector<Intent>& intents = piece.tile().intents;
    std::vector<Intent> refused;
    for (Intent const& intent : intents)
    {
        if (intent.list == Scarce::nothing) continue;
        ListCounts const counts = counts_of(intent.list);
        bool const wins =
            society.lottery.wins(intent.list, desk(intent.list, intent.place), intent.lot);
        piece.happened(wins ? counts.granted : counts.refused, intent.person, intent.place);
        Place const at = desk(intent.list, intent.place);
        if (wins) ++piece.tally.granted[index(intent.list)][index(at)];
        if (!wins) refused.push_back(intent);
    }
    if (refused.empty()) return;
    auto const withdrawn = [&](Intent const& intent)
    {
        if (!is_paid_for(intent.act)) return false;
        return std::ranges::any_of(
            refused, [&](Intent const& other) { return other.person == intent.person; });
    };
    std::erase_if(intents, withdrawn);
    for (Intent const& intent : refused) decide_again(society, piece, intent);
}
}  // namespace kochmon::steps
