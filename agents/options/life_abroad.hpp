// SPDX-License-Identifier: MIT
#pragma once

#include "agents/law/bans.hpp"
#include "agents/options/labour.hpp"
#include "agents/options/once.hpp"
#include "agents/options/person_money.hpp"
#include "agents/options/prospects.hpp"
#include "agents/society/society.hpp"

namespace kochmon
{
/// Whether the lists for scarce places still take applications.
enum class Lists
{
    open,
    closed  // to who was refused this month
};

/// The life of one person abroad as that person sees it this month: what is open by law and means,
/// and what each way is worth.
class LifeAbroad
{
  public:
    LifeAbroad(Society const& society, Population const& population, std::size_t person,
               Lists lists);

    Status const& status() const { return status_; }
    Place place() const { return place_; }
    Jurisdiction where() const { return where_; }

    double value_of_home() const;
    /// Who has no work, no right bound to the place, and waits for none there.
    bool may_move_on() const;
    /// RUB a month off leaving the country, for overstayers and for who was fined again.
    double fear_of_the_border() const;
    /// Whether status is to be chosen: not by citizens, nor by who holds a right, or believes so.
    bool chooses_status() const;
    /// What each plan is worth, and which are open.
    StatusOffers status_offers() const;
    bool in_amnesty() const;
    /// Of these plans those that lead into the law, open whatever they cost: a permit, by oneself
    /// or through an intermediary; where nobody needs one, registration. `offers`: the same plans
    /// as they are offered, so that none is valued twice.
    StatusOffers ways_into_law(StatusOffers const& offers = {}) const;
    /// Whether this is the last month of a permit or of residence.
    bool right_ends() const;

    bool may_seek_residence() const;
    /// The kind that comes next, and the list on which a place is needed, if any.
    Scarce residence_sought() const;
    Scarce residence_list() const;
    Kopecks residence_fee() const;
    double value_as_resident() const;
    Settling settling() const;

    bool may_seek_citizenship() const;
    Kopecks citizenship_cost() const;
    Citizenship citizenship() const;
    double citizenship_queue() const;
    /// Of a life without another residence and without citizenship: a right is had for as long as
    /// it holds, and then by the share of those who have one.
    double value_as_foreigner() const;
    /// Of the life now led, if nothing more is chosen this month.
    double value_now() const;

    bool may_see_consulate() const;
    double benefit_of_consulate() const;

    Kopecks permit_payment(Scheme scheme) const;
    /// Whether such a permit is given in the permit quota; in an amnesty none is.
    bool in_quota(Scheme scheme) const;
    Kopecks living() const { return society_.world.living[index(place_)]; }
    /// Money within reach.
    Means means() const;

  private:
    Circumstances circumstances() const;
    double money(double net) const { return value_of_money(parameters_.value, net); }
    double norm() const;
    BanFeared ban_for_overstay() const;
    BanFeared ban_for_repetition() const;
    bool has_passport() const { return persons_.passport_valid(person_, society_.month); }
    /// Has a permit granted, or a forged one without knowing.
    bool believes_in_right() const
    {
        return status_.papers == Papers::forged_unknowingly ||
               persons_[person_].permit_begin != never;
    }
    bool moves_freely() const
    {
        return parameters_.stay.free_movement(where_, persons_[person_].origin);
    }
    bool offer_outlasts_queue() const;
    bool within_law() const;
    bool permit_is_lawful(Scheme scheme) const;
    bool permit_is_open(Scheme scheme) const;
    double value_with_permit(Scheme scheme) const;
    double value_with_permit(Scheme scheme, Employers employers) const;
    double value_of_law() const;
    bool intermediary_is_lawful() const;
    bool intermediary_is_open() const;
    bool registration_is_lawful() const;
    bool registration_is_open() const;
    bool forged_card_is_open() const;
    bool re_entry_is_open() const;
    double value_of_nothing() const;
    double value_with_forged_card(Kopecks price) const;
    double changed_at_home() const;
    bool record_is_clean(int months) const;
    int months_since(MonthStamp since) const;
    int residence_months() const;
    Applicant applicant_at_best() const;
    Applicant applicant() const;
    ResidenceApplicant applicant_for_residence(bool has_relative) const;
    bool is_admitted_to_residence() const;
    bool has_relative() const;
    double part_secure() const;
    double worth_of_residence() const;

    Society const& society_;
    ModelParameters const& parameters_;
    Population const& population_;
    Persons const& persons_;
    std::size_t person_;
    Place place_;
    Jurisdiction where_;
    std::size_t at_;  // index of the jurisdiction
    Status status_;
    Lists lists_;
    double ties_;
    Circumstances life_;
    Prospects prospects_;
    mutable Once<Means> means_;
};
}  // namespace kochmon
