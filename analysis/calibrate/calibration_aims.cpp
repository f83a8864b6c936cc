// SPDX-License-Identifier: MIT
#include "analysis/calibrate/calibration_aims.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "config/corridor_file.hpp"
#include "config/plain_decimal.hpp"
#include "config/suggestion.hpp"

#include "analysis/calibrate/implausibility.hpp"

namespace kochmon
{
namespace
{
// What a band allows, discrepancy included, is a third of its half: a run without noise is accepted
// up to its edge, where the cut-off of three deviations lies.
constexpr double deviations_of_a_half_band = usual_cutoff;

/// Figures of one file that may be aimed at.
struct Known
{
    struct Figure
    {
        std::string name;
        std::optional<Bounds> band;
    };
    std::string key;   // of the calibration, under which they are named
    std::string noun;  // for one of them
    std::filesystem::path file;
    std::vector<Figure> figures = {};

    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (Figure const& one : figures) names.push_back(one.name);
        return names;
    }
};

Known known_targets(TargetsFile const& file)
{
    Known known{.key = "targets", .noun = "target", .file = file.path};
    for (Target const& one : file.targets) known.figures.push_back({one.id, one.band});
    return known;
}

Known known_answers(TargetsFile const& file)
{
    Known known{.key = "answers", .noun = "answer", .file = file.path};
    for (ShockTest const& shock : file.shocks)
        for (ShockAnswer const& one : shock.answers)
            known.figures.push_back({shock.name + '.' + one.name, one.band});
    return known;
}

Known known_observations(ObservedFile const& file)
{
    Known known{.key = "observed.targets", .noun = "figure", .file = file.path};
    for (Observation const& one : file.observations) known.figures.push_back({one.id, one.band});
    return known;
}

constexpr std::size_t listed_at_most = 20;  // more names would hide what is wrong

std::string expected_names(Known const& known)
{
    if (known.figures.empty()) return "no such key, since it holds none";
    if (known.figures.size() > listed_at_most)
        return fmt::format("one of its {}", known.figures.size());
    return "one of " + listed(known.names());
}

/// What is aimed at among the figures of a file: which of them, and how.
struct Aimed
{
    std::size_t figure = 0;
    TargetAim aim;
};

class AimsReader
{
  public:
    AimsReader(StrictMap const& calibration, std::filesystem::path folder, CalibrationFile& file,
               Diagnostics& diagnostics)
        : calibration_(calibration),
          folder_(std::move(folder)),
          file_(file),
          diagnostics_(diagnostics)
    {
    }

    void read()
    {
        if (auto const file = file_in(calibration_, "targets_file"))
        {
            if (holds_observations(*file))
                calibration_.report("targets_file", {"holds what was observed", "a file of targets",
                                                     "name this one under observed.file"});
            else
                read_targets_of(read_targets(*file, *corridor_or_unknown(file_.scenario)));
        }
        if (calibration_.has("observed")) read_observed_of(*calibration_.find("observed"));
    }

  private:
    void read_targets_of(TargetsFile const& all)
    {
        file_.targets.path = all.path;
        file_.targets.text = all.text;
        for (Aimed const& one : aimed_at(calibration_, "targets", known_targets(all)))
        {
            file_.targets.targets.push_back(all.targets[one.figure]);
            take(one.aim, *all.targets[one.figure].band);
        }
        if (calibration_.has("answers")) read_answers_of(all);
    }

    /// In the order in which shocks are measured, which is that of their file.
    void read_answers_of(TargetsFile const& all)
    {
        std::vector<Aimed> aimed = aimed_at(calibration_, "answers", known_answers(all));
        std::ranges::sort(aimed, {}, &Aimed::figure);
        std::size_t figure = 0;
        auto next = aimed.begin();
        for (ShockTest const& shock : all.shocks)
        {
            ShockTest some = shock;
            some.answers.clear();
            for (ShockAnswer const& answer : shock.answers)
            {
                bool const is_aimed_at = next != aimed.end() && next->figure == figure;
                ++figure;
                if (!is_aimed_at) continue;
                some.answers.push_back(answer);
                take(next->aim, *answer.band);
                ++next;
            }
            if (!some.answers.empty()) file_.targets.shocks.push_back(std::move(some));
        }
    }

    void read_observed_of(Node const& node)
    {
        StrictMap const map(node, "observed", {"scenario", "file", "targets"}, diagnostics_);
        auto const scenario = file_in(map, "scenario");
        auto const file = file_in(map, "file");
        if (file && !holds_observations(*file))
            map.report("file", {"holds nothing that was observed", "a file with a key observed",
                                "targets and answers of the first scenario are beside this key"});
        if (!scenario || !file || !holds_observations(*file)) return;
        ObservedFile const all = read_observed(*file, *corridor_or_unknown(*scenario));
        ObservedAims observed{.scenario = *scenario,
                              .file = {.path = all.path, .text = all.text, .observations = {}}};
        for (Aimed const& one : aimed_at(map, "targets", known_observations(all)))
        {
            observed.file.observations.push_back(all.observations[one.figure]);
            take(one.aim, all.observations[one.figure].band);
        }
        file_.observed = std::move(observed);
    }

    /// Nothing, and reported, if it is not named.
    std::optional<std::filesystem::path> file_in(StrictMap const& map, std::string const& key) const
    {
        std::string const name = map.text(key);
        return name.empty() ? std::nullopt : std::optional(folder_ / name);
    }

    void take(TargetAim const& aim, Bounds const& band)
    {
        file_.problem.targets.push_back(aim);
        file_.bands.push_back(band);
    }

    std::vector<Aimed> aimed_at(StrictMap const& map, std::string const& key, Known const& known)
    {
        std::vector<Aimed> aimed;
        for (Node::Entry const& entry : map.entries(key))
            if (auto const figure = figure_of(entry, known))
                aimed.push_back({*figure, aim_of(entry, known, *known.figures[*figure].band)});
        if (Node const* const found = map.find(key);
            found != nullptr && found->is_map() && found->entries.empty())
            map.report(key, {"nothing to aim at", fmt::format("one {} at least", known.noun)});
        return aimed;
    }

    /// Nothing, and reported, where it cannot be aimed at.
    std::optional<std::size_t> figure_of(Node::Entry const& entry, Known const& known) const
    {
        auto const refuse = [&](Mistake const& mistake)
        {
            diagnostics_.report(entry.place, known.key + '.' + entry.key, mistake);
            return std::nullopt;
        };
        auto const found = std::ranges::find(known.figures, entry.key, &Known::Figure::name);
        if (found == known.figures.end())
            return refuse({fmt::format("no {} of that name in {}", known.noun, known.file.string()),
                           expected_names(known), did_you_mean(closest(entry.key, known.names()))});
        if (!found->band)
            return refuse({"has no band in " + known.file.string(), "one with a band",
                           "give it one there, or leave it out here"});
        if (std::ranges::count(file_.problem.targets, entry.key, &TargetAim::name) > 0)
            return refuse({"is the name of another figure that is aimed at", "a name of its own",
                           "rename it in " + known.file.string()});
        return static_cast<std::size_t>(found - known.figures.begin());
    }

    TargetAim aim_of(Node::Entry const& entry, Known const& known, Bounds const& band)
    {
        StrictMap const map(entry.value, known.key + '.' + entry.key,
                            {"value", "tolerance", "discrepancy"}, diagnostics_);
        double const half = (band.high - band.low) / 2.0;
        TargetAim aim{.name = entry.key,
                      .value = map.number_if_any("value").value_or(band.low + half),
                      .tolerance = map.number_if_any("tolerance").value_or(0.0),
                      .discrepancy = map.number("discrepancy")};
        if (!map.has("tolerance")) aim.tolerance = rest_of_band(map, half, aim.discrepancy);
        if (aim.tolerance < 0.0 || aim.discrepancy < 0.0 || allowance(aim) == 0.0)
            map.report("discrepancy", {"leaves nothing allowed", "deviations above 0"});
        return aim;
    }

    /// What the discrepancy leaves of what the band allows.
    static double rest_of_band(StrictMap const& map, double half, double discrepancy)
    {
        double const all = half / deviations_of_a_half_band;
        if (discrepancy > all)
            map.report("discrepancy", {"is more than the band allows",
                                       fmt::format("at most {}, a third of half the band, or a "
                                                   "tolerance of its own",
                                                   number_text(all))});
        return std::sqrt(std::max(0.0, all * all - discrepancy * discrepancy));
    }

    StrictMap const& calibration_;
    std::filesystem::path folder_;
    CalibrationFile& file_;
    Diagnostics& diagnostics_;
};
}  // namespace

void read_aims(StrictMap const& calibration, std::filesystem::path const& folder,
               CalibrationFile& file, Diagnostics& diagnostics)
{
    AimsReader(calibration, folder, file, diagnostics).read();
}
}  // namespace kochmon
