// SPDX-License-Identifier: MIT
#pragma once

#include "agents/model/parameters.hpp"
#include "agents/options/once.hpp"
#include "agents/state/world.hpp"

namespace kochmon
{
/// What a person weighs about a life at one destination; money in RUB a month.
struct Circumstances
{
    Place place = Place::home;
    Region origin = {};
    double pay = 0.0;  // with work and without a work right
    bool employed = false;
    bool contract = false;        // has one now
    bool client = false;          // of an intermediary now
    double in_household = 0.0;    // chance that the work is for a household; 0 or 1 when employed
    double weakness = 1.0;        // factors of exploitation, whatever the plan
    double living = 0.0;          // RUB/month for lodging and food
    double chance_of_work = 1.0;  // with a work right; 1 for who is employed
    double one_off_cost = 0.0;    // RUB
    double perceived_risk = 0.0;
    double income_at_home = 0.0;
    Aim aim = Aim::save;
};

/// Net income by plan, RUB a month, before the least net of the value function:
///
///     net_j = p_j income_j (1 - x_j) - living_j - documents_j - K_j / H - qhat L_j
///
/// L counts what a ban would forgo of the best plan, legal or not, so that legal access and
/// sanctions complement each other. An expected amnesty makes the irregular plans worth more.
class Prospects
{
  public:
    Prospects(Circumstances const& life, ModelParameters const& parameters);

    /// With the best permit that the person may have here; under free movement registered and with
    /// a contract.
    double legal() const;
    /// With a permit of a scheme. Work with those whom it is not for is irregular, within a lawful
    /// stay.
    double with_permit(Scheme scheme) const;
    /// With one that is had already, for work with those for whom it was given.
    double with_permit(Scheme scheme, Employers employers) const;
    /// Whether the scheme is open, and to such pay.
    bool may_have(Scheme scheme) const;
    /// Part of the work that a scheme lets do, or a permit for work with those.
    double reach(Scheme scheme) const;
    double reach(Employers employers) const;
    double through_intermediary() const;
    /// Without a work right, with nothing more to pay.
    double irregular() const;
    /// Without registration either.
    double nothing() const;
    double registered_only() const;
    /// With a card bought at that price, or one that is had already, at none.
    double forged_card(Kopecks price) const;
    double re_entry() const;
    double placed() const;
    double resident(Kopecks fee, int months) const;
    /// Citizen of the destination; what it takes spread over the horizon.
    double citizen(Kopecks cost) const;
    /// The same in a job that is offered on the condition of citizenship.
    double citizen_by_offer(Kopecks cost) const;

    /// What a month abroad by the better plan is worth over a month at home.
    double forgone() const;

  private:
    double pay(WorkRight right, double contract, bool client) const;
    double before_documents(WorkRight right, bool client) const;
    double before_documents(WorkRight right) const { return before_documents(right, life_.client); }
    double best_permit() const;
    double irregular_within_stay() const;
    double without_right() const;
    double permitted() const;
    double with_right() const;
    double check_of_regular() const;
    double loss_when_found() const;
    double with_amnesty(double irregular) const;
    double per_month(Kopecks amount, double months) const { return amount.roubles() / months; }

    Circumstances life_;
    ModelParameters const& parameters_;
    Jurisdiction where_;
    bool free_movement_;
    double horizon_;
    double contract_;  // part of the horizon with one, given a right
    mutable Once<double> legal_;
    mutable Once<double> without_right_;
    mutable Once<double> permitted_;
    mutable Once<double> check_of_regular_;
    mutable Once<double> forgone_;
    mutable Once<double> loss_when_found_;
};
/// No plan that Destinations values nets more, RUB a month (a job offered to citizens may);
/// `placed`: whether life may begin with work that was found before.
double most_net(Circumstances const& life, ModelParameters const& parameters, bool placed);
}  // namespace kochmon
