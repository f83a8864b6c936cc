// SPDX-License-Identifier: MIT
#include "analysis/report/comparison_summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "analysis/text/counted.hpp"

namespace kochmon
{
namespace
{
struct Line
{
    char const* measure;
    Breakdown by;
    double scale;
    char const* label;  // {0}: the main jurisdiction, {1}: the unit
};
constexpr std::array<Line, 8> lines = {
    Line{"legality_by_right", Breakdown::jurisdiction, 100, "Legality rate in {0}, %"},
    Line{"naturalization_rate", Breakdown::jurisdiction, 1, "Naturalization rate there, %/y"},
    Line{"naturalizations", Breakdown::total, 1, "Naturalizations, persons/month"},
    Line{"irregular_workers", Breakdown::total, 1e-3, "Irregular workers, thousand"},
    Line{"permit_holders", Breakdown::total, 1e-3, "Permit holders, thousand"},
    Line{"naturalized_abroad", Breakdown::total, 1e-3, "Naturalized abroad, thousand"},
    Line{"abroad", Breakdown::total, 1e-3, "All abroad, thousand"},
    Line{"remittances", Breakdown::total, 1e-6, "Remittances, million {1}"}};
struct ReasonLine
{
    char const* measure;
    char const* label;
};
constexpr std::array<ReasonLine, 10> reasons_of_irregularity = {
    ReasonLine{"irregular_could_not_pay", "could not pay"},
    ReasonLine{"irregular_refused_by_quota", "refused by a quota"},
    ReasonLine{"irregular_let_lapse", "let a right lapse"},
    ReasonLine{"irregular_did_not_want", "did not want it"},
    ReasonLine{"irregular_no_contract", "no contract"},
    ReasonLine{"irregular_beyond_permit", "beyond the permit"},
    ReasonLine{"irregular_banned", "banned from entry"},
    ReasonLine{"irregular_deceived", "deceived"},
    ReasonLine{"irregular_never_reconsidered", "never reconsidered"},
    ReasonLine{"irregular_awaiting_permit", "await a permit"}};
// With fewer a ratio of variances says nothing.
constexpr std::size_t least_replicates_for_gain = 10;
constexpr std::size_t most_causes = 6;
constexpr std::size_t most_flips = 6;

/// With the digits that a figure of its size needs.
std::string number(double value)
{
    return std::abs(value) < 100 ? fmt::format("{:.2f}", value) : fmt::format("{:.0f}", value);
}
std::string change(double value)
{
    return std::abs(value) < 100 ? fmt::format("{:+.2f}", value) : fmt::format("{:+.0f}", value);
}

class PolicySummary
{
  public:
    PolicySummary(Comparison const& found, std::size_t k)
        : found_(found), series_(found.policies[k]), lives_(found.lives[k]), onset_(found.onsets[k])
    {
    }

    std::string text() const
    {
        std::string text = fmt::format("\nPolicy {}", series_.name);
        if (!onset_.month) return text + ": differs from the base in no month of the run\n";
        text += fmt::format(", from {}\n", onset_.month->text());
        text += effects();
        text += reasons();
        text += partings();
        return text + flips();
    }

  private:
    std::string main() const { return titled(found_.base.name_of_main()); }
    double persons() const { return found_.account.weight / found_.replicates; }

    std::string effects() const
    {
        std::string text =
            fmt::format("{:<32}{:>9}{:>9}{:>9}{:>19}\n", found_.base.month(last()).text(), "base",
                        "policy", "effect", "90 % interval");
        for (Line const& line : lines) text += effect(line);
        return text + variances();
    }

    /// How the variance of two effects splits.
    std::string variances() const
    {
        return variance("legality in " + main(), "legality_by_right", Breakdown::jurisdiction) +
               variance("all abroad", "abroad", Breakdown::total);
    }
    std::string variance(std::string const& label, char const* measure, Breakdown by) const
    {
        PairedSample const sample =
            sample_of(found_.base, series_, found_.base.column(measure, by), last());
        if (sample.replicates() == 0) return {};
        std::string const shares = told_shares(nested_effect(sample, found_.nesting).spread);
        return shares.empty() ? shares : fmt::format("  Variance, {}: {}\n", label, shares);
    }
    std::size_t last() const { return found_.base.months() - 1; }

    std::string effect(Line const& line) const
    {
        std::size_t const column = found_.base.column(line.measure, line.by);
        PairedSample const sample = sample_of(found_.base, series_, column, last());
        if (sample.replicates() == 0) return {};
        PairedEffect const effect = nested_effect(sample, found_.nesting).effect;
        double const scale = line.scale;
        std::string text = fmt::format(
            "  {:<30}{:>9}{:>9}{:>9}",
            fmt::format(fmt::runtime(line.label), main(), found_.base.columns()[column].unit),
            number(effect.base * scale), number(effect.policy * scale),
            change(effect.difference * scale));
        if (effect.alike)
            text += fmt::format("{:>19}", "alike in all");
        else if (effect.nine_in_ten)
            text += fmt::format("{:>9} to {}", change(effect.nine_in_ten->low * scale),
                                change(effect.nine_in_ten->high * scale));
        text += '\n';
        if (effect.direct && line.by == Breakdown::jurisdiction)
            text += fmt::format("    of it by the rule alone {}, by what others do about it {}\n",
                                change(*effect.direct * scale), change(*effect.indirect * scale));
        if (effect.gain && line.by == Breakdown::jurisdiction &&
            sample.replicates() >= least_replicates_for_gain)
            text += fmt::format("    {} paired replicates are worth {:.0f} unpaired ones\n",
                                sample.replicates(),
                                *effect.gain * static_cast<double>(sample.replicates()));
        return text;
    }

    struct Reason
    {
        char const* label;
        PairedEffect effect;
    };

    // Why irregular workers in Russia are irregular, the most frequent reason of either world
    // first.
    std::string reasons() const
    {
        std::vector<Reason> found;
        for (ReasonLine const& line : reasons_of_irregularity)
        {
            std::size_t const column = found_.base.column(line.measure, Breakdown::jurisdiction);
            PairedSample const sample = sample_of(found_.base, series_, column, last());
            if (sample.replicates() == 0) return {};
            found.push_back({line.label, paired_effect(sample)});
        }
        std::ranges::stable_sort(found, std::ranges::greater{}, most_in_either);
        std::string text = fmt::format("  {:<30}{:>9}{:>9}{:>9}\n",
                                       fmt::format("Irregular in {}, thousand", main()), "base",
                                       "policy", "effect");
        for (Reason const& reason : found)
            if (most_in_either(reason) > 0.0)
                text += fmt::format(
                    "    {:<28}{:>9}{:>9}{:>9}\n", reason.label, number(reason.effect.base * 1e-3),
                    number(reason.effect.policy * 1e-3), change(reason.effect.difference * 1e-3));
        return text;
    }
    static double most_in_either(Reason const& reason)
    {
        return std::max(reason.effect.base, reason.effect.policy);
    }

    std::string partings() const
    {
        double const parted = static_cast<double>(lives_.parted());
        if (parted == 0) return "  No lives part.\n";
        std::string text =
            fmt::format("  Lives that part by the end: {:.0f} persons", parted * persons());
        if (series_.rule_alone)
            text += fmt::format("; by the rule alone {:.0f}",
                                static_cast<double>(lives_.parted_by_rule()) * persons());
        text += "\n  They first part at\n";
        auto const causes = by_point();
        for (std::size_t k = 0; k < std::min(most_causes, causes.size()); ++k)
            text += fmt::format("    {:<24}{:>5.1f} %\n", name(causes[k].first),
                                100.0 * static_cast<double>(causes[k].second) / parted);
        return text;
    }

    std::vector<std::pair<PartingPoint, std::int64_t>> by_point() const
    {
        std::map<PartingPoint, std::int64_t> sums;
        for (auto const& [cause, agents] : lives_.causes()) sums[cause.point] += agents;
        std::vector<std::pair<PartingPoint, std::int64_t>> points(sums.begin(), sums.end());
        std::ranges::stable_sort(points, std::ranges::greater{},
                                 &std::pair<PartingPoint, std::int64_t>::second);
        return points;
    }

    struct Flip
    {
        FlipStatus base;
        FlipStatus policy;
        std::int64_t agents;
    };

    std::string flips() const
    {
        std::vector<Flip> flips;
        for (std::size_t base = 0; base < flip_status_count; ++base)
            for (std::size_t policy = 0; policy < flip_status_count; ++policy)
            {
                auto const from = static_cast<FlipStatus>(base);
                auto const to = static_cast<FlipStatus>(policy);
                std::int64_t const agents = lives_.flipped(found_.base.month(last()), 0, from, to);
                if (base != policy && agents > 0) flips.push_back({from, to, agents});
            }
        if (flips.empty()) return "  Nobody has another status at the end.\n";
        std::ranges::stable_sort(flips, std::ranges::greater{}, &Flip::agents);
        std::string text =
            fmt::format("  {:<46}{:>12}\n", "Change of status at the end", "persons");
        for (std::size_t k = 0; k < std::min(most_flips, flips.size()); ++k)
            text += fmt::format("    {:<44}{:>12.0f}\n",
                                flip_status_names[index(flips[k].base)] + " -> " +
                                    flip_status_names[index(flips[k].policy)],
                                static_cast<double>(flips[k].agents) * persons());
        return text;
    }

    Comparison const& found_;
    PolicySeries const& series_;
    LivesTable const& lives_;
    Onset const& onset_;
};
}  // namespace

std::string summary_of(Scenario const& base, Comparison const& found)
{
    RunSettings const& run = base.settings();
    std::string text = fmt::format(
        "Compared    {} with {}, {}\n"
        "Persons     {}, each for {:.2f} persons\n"
        "Reported    {} to {}\n"
        "Speed       {:.1f} million person-months a second in {} worlds, {:.0f} MiB of persons\n",
        counted(found.policies.size(), "policy", "policies"), base.name(),
        counted_replicates(found.replicates), counted_agents(found.account.agents),
        found.account.weight, run.first_reported().text(), (run.end() - 1).text(),
        found.account.person_months / std::max(found.account.months_seconds, 1e-9) * 1e-6,
        found.worlds, static_cast<double>(found.bytes) / (1024.0 * 1024.0));
    for (std::size_t k = 0; k < found.policies.size(); ++k) text += PolicySummary(found, k).text();
    if (found.replicates > 1) text += '\n' + held_by_intervals(found.nesting) + '\n';
    if (found.replicates == 1)
        text += "\nOne replicate gives no interval; add some with --replicates 10.\n";
    return text;
}
}  // namespace kochmon
