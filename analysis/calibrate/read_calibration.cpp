// SPDX-License-Identifier: MIT
#include "analysis/calibrate/read_calibration.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"

#include "config/decimal.hpp"
#include "config/settings.hpp"
#include "config/strict_map.hpp"

#include "analysis/calibrate/calibration_aims.hpp"

namespace kochmon
{
namespace
{
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
             "free", "targets", "answers", "observed", "waves", "points", "search", "accepted"},
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
        read_aims(map, folder_, file_, diagnostics_);
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

    std::filesystem::path folder_;
    Diagnostics& diagnostics_;
    CalibrationFile file_;
    std::set<std::string> paths_;
};
}  // namespace

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
