// SPDX-License-Identifier: MIT
#include <algorithm>

#include "engine/error.hpp"
#include "engine/samplers.hpp"

#include "agents/law/stay.hpp"
#include "agents/state/jobs.hpp"
#include "agents/synthesis/apportion.hpp"
#include "agents/synthesis/emigrants.hpp"
#include "agents/synthesis/synthesis.hpp"
#include "agents/vocabulary/decision_points.hpp"

namespace kochmon
{
namespace
{
constexpr int longest_spell = 240;  // months
constexpr int permit_months = 12;   // permits end within these months, each as likely

class Emigration
{
  public:
    Emigration(Population& population, Country country, StockParameters const& stock,
               StartConditions const& conditions, SynthesisMoment const& moment)
        : persons_(population.persons),
          country_(country),
          stock_(stock),
          conditions_(conditions),
          moment_(moment),
          weight_(population.weight)
    {
    }

    void run()
    {
        list_candidates();
        std::vector<std::int64_t> const emigrants = emigrants_by_region();
        for (Region const region : moment_.corridor.regions())
        {
            auto& rows = candidates_[index(region)];
            demand_candidates(region, emigrants[index(region)]);
            std::sort(rows.begin(), rows.end());
            for (std::size_t next = 0; next < rows.size(); ++next)
            {
                std::size_t const row = rows[next].row;
                if (next < static_cast<std::size_t>(emigrants[index(region)]))
                    settle_abroad(row);
                else if (knows_migration(region))
                    remember_trip(row);
            }
        }
    }

  private:
    // The lowest attachment plus noise leaves first; ties go to the smaller key.
    struct Candidate
    {
        double attachment = 0.0;
        std::uint64_t key = 0;
        std::size_t row = 0;

        auto operator<=>(Candidate const&) const = default;
    };

    PhiloxWords words(std::size_t row, DecisionPoint point, std::uint32_t number = 0) const
    {
        return moment_.draws.words(persons_.subject(row), block(point), number);
    }

    // A country of which some regions are told apart sent its earlier migrants from there; another
    // from everywhere.
    bool knows_migration(Region region) const
    {
        return moment_.corridor.is_told_apart(region) || !moment_.corridor.tells_apart(country_);
    }

    void list_candidates()
    {
        for (std::size_t row = 0; row < persons_.size(); ++row)
        {
            if (origin_country(persons_[row].origin) != country_) continue;
            if (!age_abroad.holds(persons_.age_in_months(row, moment_.start))) continue;
            PhiloxWords const luck = words(row, DecisionPoint::start_order);
            double const noise =
                stock_.order_noise * standard_normal(uniform(luck[0]), uniform(luck[1]));
            double const attachment = Kopecks(persons_[row].attachment).roubles() + noise;
            candidates_[index(persons_[row].origin)].push_back(
                {attachment, persons_.key[row], row});
        }
    }

    std::vector<std::int64_t> emigrants_by_region() const
    {
        std::int64_t const all =
            round_half_to_even((stock_.foreigners + stock_.naturalized) / weight_);
        std::int64_t const told_apart =
            round_half_to_even(static_cast<double>(all) * stock_.told_apart.value());
        Corridor const& corridor = moment_.corridor;
        std::vector<std::int64_t> emigrants(corridor.regions().size(), 0);
        for (bool const apart : {true, false})
        {
            std::vector<double> adults(corridor.regions().size(), 0.0);
            double any = 0.0;
            for (Region const region : corridor.regions())
                if (corridor.is_told_apart(region) == apart)
                    any += adults[index(region)] =
                        static_cast<double>(candidates_[index(region)].size());
            if (any == 0.0) continue;
            std::vector<std::int64_t> const parts =
                apportion(apart ? told_apart : all - told_apart, adults);
            for (Region const region : corridor.regions())
                emigrants[index(region)] += parts[index(region)];
        }
        return emigrants;
    }

    Place destination(double u, bool in_main_only) const
    {
        auto const size = [&](Place place)
        {
            bool const counts = !in_main_only || is_in_main_jurisdiction(place);
            return counts ? stock_.destination[index(place)] : 0.0;
        };
        double sum = 0.0;
        for (Place const place : moment_.corridor.destinations()) sum += size(place);
        double passed = 0.0;
        for (Place const place : moment_.corridor.destinations())
        {
            passed += size(place);
            if (u * sum < passed) return place;
        }
        return first_destination;
    }

    void settle_abroad(std::size_t row)
    {
        PhiloxWords const luck = words(row, DecisionPoint::start_abroad);
        PhiloxWords const detail = words(row, DecisionPoint::start_detail);
        double const all = stock_.foreigners + stock_.naturalized;
        bool const citizen = uniform(luck[0]) * all < stock_.naturalized;
        persons_.place[row] = destination(uniform(luck[1]), citizen);
        persons_[row].arrival = persons_[row].came = arrival(row, uniform(luck[2]));
        persons_[row].trips = 1;
        bool const permit = !citizen && stock_.with_permit.value() > uniform(luck[3]);
        give_status(row, citizen, permit, uniform(detail[0]));
        bool const works = uniform(detail[1]) < stock_.employed.value();
        give_work(row, works);
        remember_sent(row, works);
        persons_[row].cash =
            static_cast<std::int32_t>(scaled(stock_.cash, 2.0 * uniform(detail[2])).count());
    }

    // Who has been abroad for long has sent home a part of what was wanted.
    void remember_sent(std::size_t row, bool works)
    {
        int const months = stamp(moment_.start) - persons_[row].arrival;
        double const pay = conditions_.wage[index(persons_.place[row])] *
                           conditions_.sector_wage[index(persons_[row].sector)] *
                           persons_[row].wage_factor;
        Kopecks const a_month =
            scaled(Kopecks::from_roubles(works ? pay : 0.0), conditions_.remitted);
        Kopecks const sum = std::min(conditions_.savings_target, a_month * months);
        persons_[row].sent = static_cast<std::int32_t>(sum.count());
    }

    // Work, its contract and sector; and a passport that ends in any month of its validity.
    void give_work(std::size_t row, bool works)
    {
        PhiloxWords const papers = words(row, DecisionPoint::start_papers);
        bool const has_right = persons_[row].work_right != WorkRight::none;
        bool const formal = has_right && uniform(papers[1]) < stock_.with_contract.value();
        persons_[row].worked_without_right = works && !has_right ? 1 : 0;
        persons_[row].sector =
            sector_of(conditions_.sectors.chances(persons_.learning(row)), uniform(papers[2]));
        double const employer = uniform(words(row, DecisionPoint::start_papers, 1)[0]);
        if (works)
            begin_job(persons_, row, job_start(row, uniform(papers[3])),
                      {.sector = persons_[row].sector,
                       .employer = conditions_.sectors.employer(persons_[row].sector, employer),
                       .contract = formal ? Contract::formal : Contract::informal,
                       .for_citizens = false});
        int const validity = conditions_.passport_validity;
        persons_[row].passport_end =
            stamp(moment_.start + static_cast<int>(uniform(papers[0]) * validity));
    }

    // In any month since the arrival, each as likely.
    Month job_start(std::size_t row, double u) const
    {
        int const months = moment_.start.since_1900() - persons_[row].arrival;
        return moment_.start - 1 - static_cast<int>(u * months);
    }

    MonthStamp arrival(std::size_t row, double u) const
    {
        int const spell = 1 + static_cast<int>(stock_.mean_spell * standard_exponential(u));
        int const since_grown =
            persons_.age_in_months(row, moment_.start) - 12 * departure_age.from;
        int const months = std::min({spell, longest_spell, since_grown});
        return stamp(moment_.start - months);
    }

    void give_status(std::size_t row, bool citizen, bool permit, double u)
    {
        Month const last_month = moment_.start - 1;
        std::size_t const law = index(jurisdiction_of(persons_.place[row]));
        persons_[row].gave_up = citizen && !conditions_.dual_citizenship[law] ? 1 : 0;
        persons_[row].entry = persons_[row].arrival;
        persons_[row].stay_end =
            StayLaw::stay_end(conditions_.permitted_months[law], Month(persons_[row].arrival));
        bool const overstayed = stamp(last_month) > persons_[row].stay_end;
        persons_[row].work_right = citizen  ? WorkRight::citizen
                                   : permit ? WorkRight::permit
                                            : WorkRight::none;
        persons_[row].presence = citizen || permit ? Presence::registered
                                 : overstayed      ? Presence::overstayed
                                                   : Presence::permitted;
        if (persons_[row].presence != Presence::overstayed)
            persons_[row].lawful_since = persons_[row].arrival;
        if (permit && conditions_.permit_payment[law] == PermitPayment::monthly)
            persons_[row].permit_paid = stamp(last_month);
        if (permit)
            persons_[row].permit_end = stamp(moment_.start + static_cast<int>(u * permit_months));
    }

    void remember_trip(std::size_t row)
    {
        PhiloxWords const detail = words(row, DecisionPoint::start_detail);
        if (uniform(detail[3]) < stock_.earlier_trip.value()) persons_[row].trips = 1;
    }

    Persons& persons_;
    Country country_;
    StockParameters const& stock_;
    StartConditions const& conditions_;
    SynthesisMoment const& moment_;
    // More emigrants than adults cannot be: the stock of the scenario would be cut in silence.
    void demand_candidates(Region region, std::int64_t emigrants) const
    {
        if (emigrants <= static_cast<std::int64_t>(candidates_[index(region)].size())) return;
        throw ScenarioError(message(
            moment_.corridor,
            {country_, moment_.corridor.name_of(region), static_cast<double>(emigrants) * weight_,
             static_cast<double>(candidates_[index(region)].size()) * weight_}));
    }

    double weight_;
    ByRegion<std::vector<Candidate>> candidates_;
};
}  // namespace

void put_abroad(Population& population, Country country, StockParameters const& stock,
                StartConditions const& conditions, SynthesisMoment const& moment)
{
    Emigration(population, country, stock, conditions, moment).run();
}
}  // namespace kochmon
