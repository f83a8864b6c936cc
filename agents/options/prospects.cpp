// SPDX-License-Identifier: MIT
#include "agents/options/prospects.hpp"

#include <algorithm>
#include <optional>

namespace kochmon
{
namespace
{
// A free mover without papers is as irregular as who has no right.
Standing standing_of(WorkRight right)
{
    if (right == WorkRight::citizen) return Standing::citizen;
    bool const irregular = right == WorkRight::none || right == WorkRight::free_movement;
    return irregular ? Standing::irregular : Standing::regular;
}
}  // namespace

Prospects::Prospects(Circumstances const& life, ModelParameters const& parameters)
    : life_(life),
      parameters_(parameters),
      where_(jurisdiction_of(life.place)),
      free_movement_(parameters.stay.free_movement(where_, life.origin)),
      horizon_(parameters.value.horizon(life.aim)),
      contract_(life.contract ? 1.0 : parameters.work.part_with_contract(horizon_))
{
}

// Before the risk.
double Prospects::without_right() const
{
    WorkRight const right = free_movement_ ? WorkRight::free_movement : WorkRight::none;
    return without_right_.of([&] { return before_documents(right); });
}

// With a permit, before its documents and checks.
double Prospects::permitted() const
{
    return permitted_.of([this] { return before_documents(WorkRight::permit); });
}

// After the documents.
double Prospects::with_right() const
{
    double const documents =
        free_movement_
            ? per_month(parameters_.registration.fee[index(where_)], horizon_)
            : parameters_.permits.of(Scheme::permit).cost_per_month(life_.place, life_.origin);
    return permitted() - documents;
}

double Prospects::forgone() const
{
    return forgone_.of(
        [this]
        { return std::max(0.0, std::max(with_right(), without_right()) - life_.income_at_home); });
}

double Prospects::legal() const
{
    return legal_.of(
        [this] { return free_movement_ ? with_right() - check_of_regular() : best_permit(); });
}

bool Prospects::may_have(Scheme scheme) const
{
    PermitLaw const& law = parameters_.permits.of(scheme);
    return law.open[index(where_)] && life_.pay >= law.least_pay[index(where_)].roubles();
}

// Where none is given, what the permit would be worth.
double Prospects::best_permit() const
{
    std::optional<double> best;
    for (Scheme const scheme : all_schemes)
    {
        if (!may_have(scheme)) continue;
        double const worth = with_permit(scheme);
        best = std::max(best.value_or(worth), worth);
    }
    return best ? *best : with_permit(Scheme::permit);
}

double Prospects::reach(Scheme scheme) const
{
    return reach(parameters_.permits.of(scheme).employers[index(where_)]);
}

double Prospects::reach(Employers employers) const
{
    switch (employers)
    {
        case Employers::firms:
            return 1.0 - life_.in_household;
        case Employers::households:
            return life_.in_household;
        default:
            return 1.0;
    }
}

double Prospects::with_permit(Scheme scheme) const
{
    return with_permit(scheme, parameters_.permits.of(scheme).employers[index(where_)]);
}

double Prospects::with_permit(Scheme scheme, Employers employers) const
{
    double const documents =
        parameters_.permits.of(scheme).cost_per_month(life_.place, life_.origin);
    double const lets = reach(employers);
    double const reached = permitted() - documents - check_of_regular();
    if (lets == 1.0) return reached;
    double const beyond = irregular_within_stay() - documents;
    return lets * reached + (1.0 - lets) * beyond;
}

double Prospects::irregular_within_stay() const
{
    double const risk = life_.perceived_risk * parameters_.checks.visibility.within_stay;
    return without_right() - risk * loss_when_found();
}

// Income of a month in work, less what exploitation is expected to take.
double Prospects::pay(WorkRight right, double contract, bool client) const
{
    ExploitationParameters const& rule = parameters_.exploitation;
    Exposure const exposure{.standing = standing_of(right),
                            .contract = contract,
                            .client = client,
                            .weakness = life_.weakness};
    return life_.pay * parameters_.pay.of_status(right, contract) *
           (1.0 - rule.expected_loss(exposure));
}

double Prospects::before_documents(WorkRight right, bool client) const
{
    bool const hard_to_find = right == WorkRight::none && !life_.employed;
    double const chance =
        hard_to_find
            ? life_.chance_of_work * parameters_.employer_sanctions.job_finding[index(where_)]
            : life_.chance_of_work;
    double const contract = right == WorkRight::none ? 0.0 : contract_;
    return chance * pay(right, contract, client) - life_.living - life_.one_off_cost / horizon_;
}

double Prospects::check_of_regular() const
{
    return check_of_regular_.of(
        [this]
        {
            double const pay = life_.pay * parameters_.pay.of_status(WorkRight::permit, contract_);
            return life_.perceived_risk * parameters_.checks.visibility.regular * pay *
                   parameters_.checks.days_lost / 30.0;
        });
}

// A violation of the rules of work is only fined under free movement.
double Prospects::loss_when_found() const
{
    if (free_movement_) return parameters_.sanctions.fine[index(where_)].roubles();
    return loss_when_found_.of(
        [this]
        { return parameters_.sanctions.expected_loss(where_, life_.pay, forgone(), horizon_); });
}

double Prospects::with_amnesty(double irregular) const
{
    double const part = parameters_.amnesty.expected_part(where_, horizon_);
    if (part == 0.0) return irregular;
    double const after = legal() - per_month(parameters_.amnesty.cost[index(where_)], horizon_);
    return irregular + part * std::max(0.0, after - irregular);
}

double Prospects::through_intermediary() const
{
    Kopecks const price = parameters_.intermediaries.price[index(where_)];
    return before_documents(WorkRight::permit, true) - check_of_regular() -
           per_month(price, parameters_.permits.of(Scheme::permit).duration[index(where_)]);
}

double Prospects::irregular() const
{
    return with_amnesty(without_right() - life_.perceived_risk * loss_when_found());
}

double Prospects::nothing() const
{
    double const fine = parameters_.registration.expected_fine(where_, life_.origin, horizon_);
    return with_amnesty(without_right() - life_.perceived_risk * (loss_when_found() + fine));
}

double Prospects::registered_only() const
{
    if (free_movement_) return legal();
    double const months = std::max(1, parameters_.stay.permitted_months[index(where_)]);
    double const fee = per_month(parameters_.registration.fee[index(where_)], months);
    return with_amnesty(without_right() - fee - life_.perceived_risk * loss_when_found());
}

double Prospects::forged_card(Kopecks price) const
{
    ForgeryLaw const& law = parameters_.forgery;
    std::size_t const at = index(where_);
    double const card = per_month(price, law.card_duration[at]);
    double const prison = std::min(law.mean_term(where_), horizon_);
    double const ban = std::min<double>(parameters_.sanctions.expulsion_ban[at], horizon_);
    double const convicted = prison * (forgone() + life_.income_at_home) + ban * forgone();
    double const street =
        life_.perceived_risk * parameters_.checks.visibility.forged_papers * loss_when_found();
    double const database = probability_within_a_month(law.database_check[at]).value();
    return with_amnesty(without_right() - card - street - database * convicted);
}

double Prospects::re_entry() const
{
    double const months = std::max(1, parameters_.stay.permitted_months[index(where_)]);
    double const journey = per_month(parameters_.stay.re_entry_cost[index(where_)], months);
    return irregular_within_stay() - journey;
}

// Work and a contract are found before the journey.
double Prospects::placed() const
{
    Kopecks const price = parameters_.placement.price[index(life_.place)];
    PermitLaw const& permit = parameters_.permits.of(Scheme::permit);
    return pay(WorkRight::permit, 1.0, life_.client) - life_.living -
           life_.one_off_cost / horizon_ -
           (free_movement_ ? 0.0 : permit.cost_per_month(life_.place, life_.origin)) -
           per_month(price, horizon_) - check_of_regular();
}

double Prospects::resident(Kopecks fee, int months) const
{
    return before_documents(WorkRight::temporary_resident, false) - check_of_regular() -
           per_month(fee, months);
}

double Prospects::citizen(Kopecks cost) const
{
    return before_documents(WorkRight::citizen, false) - per_month(cost, horizon_);
}

// Such a job is certain and has a contract.
double Prospects::citizen_by_offer(Kopecks cost) const
{
    double const offered =
        pay(WorkRight::citizen, 1.0, false) * parameters_.citizen_offer.pay_factor(true);
    return offered - life_.living - life_.one_off_cost / horizon_ - per_month(cost, horizon_);
}

// Work by the best paid right and contract, without exploitation, papers or risk.
double most_net(Circumstances const& life, ModelParameters const& parameters, bool placed)
{
    std::size_t const at = index(jurisdiction_of(life.place));
    double const found =
        life.chance_of_work * std::max(1.0, parameters.employer_sanctions.job_finding[at]);
    double const chance = placed ? std::max(1.0, found) : found;
    // Kinds of exploitation may add up to 1 and a billionth.
    double const pay = life.pay * parameters.pay.most_of_status() * (1.0 + 1e-8);
    return chance * pay - life.living - life.one_off_cost / parameters.value.horizon(life.aim);
}
}  // namespace kochmon
