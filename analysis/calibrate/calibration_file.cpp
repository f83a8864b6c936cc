// SPDX-License-Identifier: MIT
#include "analysis/calibrate/calibration_file.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"

#include "config/decimal.hpp"
#include "config/settings.hpp"
#include "config/strict_map.hpp"

#include "analysis/calibrate/implausibility.hpp"

namespace kochmon
{
namespace
{
// What a band allows, discrepancy included, is a third of its half: a run without noise is accepted
// up to its edge, where the cut-off of three deviations lies.
constexpr double deviations_of_a_half_band = usual_cutoff;
constexpr std::int64_t most_points = 100'000;

struct Quantity
{
    double number = 0.0;
    std::string unit;
};

class Reader
{
  public:
    Reader(std::filesystem::path const& file, Diagnostics& diagnostics)
        : folder_(file.parent_path()), diagnostics_(diagnostics)
    {
    }

    CalibrationFile read(Node const& root)
    {
        StrictMap const map(
            root, "",
            {"schema", "calibration", "scenario", "targets_file", "persons", "replicates", "set",
             "free", "targets", "waves", "points", "search", "accepted"},
            diagnostics_);
        file_.name = map.text("calibration");
        if (!is_scenario_name(file_.name))
            map.report("calibration", {shown(file_.name) + " is no name of a calibration",
                                       "lower-case letters, digits and -"});
        file_.scenario = folder_ / map.text("scenario");
        file_.persons = map.whole("persons", 1, 1'000'000'000);
        file_.replicates = static_cast<std::uint32_t>(map.whole("replicates", 1, 1000));
        if (map.has("set"))
            for (Node::Entry const& entry : map.entries("set")) read_fixed(entry);
        read_free(map);
        read_settings(map);
        read_targets_of(map);
        return std::move(file_);
    }

  private:
    void read_settings(StrictMap const& map)
    {
        auto const number = [&](char const* key, std::size_t usual, std::int64_t lowest) {
            return map.has(key) ? static_cast<std::size_t>(map.whole(key, lowest, most_points))
                                : usual;
        };
        CalibrationSettings& settings = file_.settings;
        settings.waves.waves = number("waves", settings.waves.waves, 1);
        settings.waves.points = number("points", settings.waves.points, 3);
        settings.search.evaluations = number("search", settings.search.evaluations, 0);
        settings.accepted = number("accepted", settings.accepted, 1);
    }

    void read_fixed(Node::Entry const& entry)
    {
        if (!entry.value.is_scalar())
            diagnostics_.report(entry.value.place, "set." + entry.key,
                                {described(entry.value) + " instead of a value", "one value"});
        take_path(entry.key, entry.place);
        if (entry.key == "population.persons" || entry.key == "time.months")
            diagnostics_.report(entry.place, "set." + entry.key,
                                {"is not set here", "the key persons; months follow from targets"});
        file_.set.push_back(entry.key + '=' + entry.value.text);
    }

    void take_path(std::string const& path, FilePlace place)
    {
        if (!paths_.insert(path).second)
            diagnostics_.report(place, path, {"set a second time", "each path once"});
    }

    void read_free(StrictMap const& map)
    {
        std::vector<Node::Entry> const entries = map.entries("free");
        if (entries.size() > most_free_parameters)
            map.report("free", {fmt::format("{} free parameters", entries.size()),
                                fmt::format("at most {}", most_free_parameters)});
        if (entries.empty() && map.has("free"))
            map.report("free", {"nothing to calibrate", "one free parameter at least"});
        for (Node::Entry const& entry : entries) read_parameter(entry);
    }

    void read_parameter(Node::Entry const& entry)
    {
        StrictMap const map(entry.value, "free." + entry.key, {"from", "to", "also"}, diagnostics_);
        Quantity const low = quantity(map, "from");
        Quantity const high = quantity(map, "to");
        if (low.unit != high.unit)
            map.report("to", {"another unit than that of `from`", "the same unit in both"});
        else if (!(low.number < high.number))
            map.report("to", {"is not above `from`", "a range"});
        FreeKey key{.paths = {entry.key}, .unit = low.unit};
        take_path(entry.key, entry.place);
        if (map.has("also"))
            for (Node const& path : map.list("also"))
            {
                take_path(path.text, path.place);
                key.paths.push_back(path.text);
            }
        file_.free.push_back(std::move(key));
        file_.problem.parameters.push_back({entry.key, low.number, high.number});
    }

    static Quantity quantity(StrictMap const& map, std::string const& key)
    {
        std::string const text = map.text(key);
        std::size_t const space = std::min(text.find(' '), text.size());
        Reading<double> const number = read_number(text.substr(0, space));
        if (!number.value && !text.empty()) map.report(key, number.mistake);
        std::string const unit = space < text.size() ? text.substr(space + 1) : std::string();
        return {number.value.value_or(0.0), unit};
    }

    void read_targets_of(StrictMap const& map)
    {
        std::filesystem::path const all = folder_ / map.text("targets_file");
        if (!map.has("targets_file")) return;
        TargetsFile const known = read_targets(all);
        file_.targets.path = all;
        for (Node::Entry const& entry : map.entries("targets")) read_target(entry, known);
        if (file_.targets.targets.empty() && map.has("targets"))
            map.report("targets", {"nothing to aim at", "one target at least"});
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

    void read_target(Node::Entry const& entry, TargetsFile const& known)
    {
        StrictMap const map(entry.value, "targets." + entry.key,
                            {"value", "tolerance", "discrepancy"}, diagnostics_);
        auto const found = std::ranges::find(known.targets, entry.key, &Target::id);
        if (found == known.targets.end() || !found->band)
        {
            diagnostics_.report(
                entry.place, "targets." + entry.key,
                {"no target with a band of that name", "a target of " + known.path.string()});
            return;
        }
        double const half = (found->band->high - found->band->low) / 2.0;
        TargetAim aim{.name = entry.key,
                      .value = map.number_if_any("value").value_or(found->band->low + half),
                      .tolerance = map.number_if_any("tolerance").value_or(0.0),
                      .discrepancy = map.number("discrepancy")};
        if (!map.has("tolerance")) aim.tolerance = rest_of_band(map, half, aim.discrepancy);
        if (aim.tolerance < 0.0 || aim.discrepancy < 0.0 || allowance(aim) == 0.0)
            map.report("discrepancy", {"leaves nothing allowed", "deviations above 0"});
        file_.targets.targets.push_back(*found);
        file_.problem.targets.push_back(aim);
    }

    std::filesystem::path folder_;
    Diagnostics& diagnostics_;
    CalibrationFile file_;
    std::set<std::string> paths_;
};
}  // namespace

std::vector<std::string> CalibrationFile::values_at(UnitPoint const& point) const
{
    std::vector<double> const values = kochmon::values_at(problem, point);
    std::vector<std::string> texts;
    for (std::size_t k = 0; k < free.size(); ++k)
        for (std::string const& key : free[k].paths)
            texts.push_back(fmt::format("{}={}{}{}", key, number_text(values[k]),
                                        free[k].unit.empty() ? "" : " ", free[k].unit));
    return texts;
}

CalibrationFile read_calibration(std::filesystem::path const& file)
{
    Diagnostics diagnostics;
    Node const root = read_strict_document(file.string(), diagnostics);
    CalibrationFile calibration = Reader(file, diagnostics).read(root);
    diagnostics.throw_if_any();
    calibration.path = file;
    calibration.text = read_whole_file(file);
    return calibration;
}
}  // namespace kochmon
