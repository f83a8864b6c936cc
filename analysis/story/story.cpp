// SPDX-License-Identifier: MIT
#include "analysis/story/story.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "config/corridor_file.hpp"

#include "analysis/story/compared.hpp"
#include "analysis/story/compared_story.hpp"
#include "analysis/story/held.hpp"
#include "analysis/story/lived.hpp"
#include "analysis/story/provenance_told.hpp"
#include "analysis/story/ran.hpp"
#include "analysis/story/scenario_told.hpp"
#include "analysis/story/swept.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

enum class Kind : std::uint8_t
{
    run,
    comparison,
    targets,
    calibration,
    life_tables
};

Kind kind_of(ResultFolder const& result)
{
    if (result.account().contains("comparison")) return Kind::comparison;
    if (result.holds("series.csv")) return Kind::run;
    for (char const* const table : {"targets.csv", "observed.csv", "shocks.csv"})
        if (result.holds(table)) return Kind::targets;
    if (result.holds("parameters.csv")) return Kind::calibration;
    if (result.holds("life_tables.csv")) return Kind::life_tables;
    throw FileError(
        fmt::format("{}: holds no table that a report shows; expected the folder of a run, "
                    "comparison, targets, calibration, life tables or sweep",
                    result.place().string()));
}

/// Results in one language; scenarios that several share are described once.
class Story
{
  public:
    Story(std::vector<fs::path> const& folders, std::string const& language)
        : folders_(folders), words_(language), page_(language, title())
    {
        page_.speak([this](std::string const& name) { return words_.column(name); });
    }

    std::string html()
    {
        for (fs::path const& folder : folders_)
            if (is_sweep(folder))
                tell_study(folder);
            else
                tell_result(ResultFolder(folder));
        return page_.html();
    }

  private:
    static bool is_sweep(fs::path const& folder)
    {
        return fs::is_regular_file(folder / "study.json");
    }

    std::string title_of(fs::path const& folder) const
    {
        if (is_sweep(folder))
            return words_("title.sweep",
                          Swept(folder, words_of(folder)).account().value("sweep", ""));
        ResultFolder const result(folder);
        std::string const scenario = result.account().value("scenario", "scenario");
        switch (kind_of(result))
        {
            case Kind::comparison:
                return words_("title.comparison", words_.listed(policies_in(result)));
            case Kind::run:
                return words_("title.run", scenario);
            case Kind::targets:
                return words_("title.targets", scenario);
            case Kind::calibration:
                return words_("title.calibration", scenario);
            case Kind::life_tables:
                return words_("title.life_tables", scenario);
        }
        return {};
    }

    std::string title() const
    {
        return folders_.size() == 1 ? title_of(folders_.front()) : words_.text("title.several");
    }

    /// With the names of the corridor that the result is of: its own, that of the base of a sweep,
    /// that of the run of which life tables were made, if it is still there.
    Words words_of(fs::path const& folder) const
    {
        std::vector<fs::path> folders = {folder, folder / "base"};
        if (!is_sweep(folder))
        {
            Json const made = ResultFolder(folder).account().value("life_tables", Json::object());
            folders.emplace_back(made.value("of", folder.string()));
        }
        for (fs::path const& one : folders)
            if (auto const corridor = corridor_or_unknown(one / "scenario.yaml");
                corridor->is_known())
                return Words(words_.language(), *corridor);
        return Words(words_.language());
    }

    void begin(fs::path const& folder)
    {
        if (folders_.size() > 1) page_.chapter(title_of(folder));
    }

    void tell_study(fs::path const& folder)
    {
        begin(folder);
        Words const words = words_of(folder);
        tell_sweep(page_, Swept(folder, words));
    }

    void tell_result(ResultFolder const& result)
    {
        begin(result.place());
        Words const words = words_of(result.place());
        switch (kind_of(result))
        {
            case Kind::comparison:
                tell_comparison(page_, result, words);
                break;
            case Kind::run:
                tell_run(page_, result, words);
                break;
            case Kind::targets:
                tell_targets(page_, result, words);
                break;
            case Kind::calibration:
                tell_calibration(page_, result, words);
                break;
            case Kind::life_tables:
                tell_life_tables(page_, result, words);
                break;
        }
        if (result.holds("scenario.yaml") &&
            described_.insert(result.text_of("scenario.yaml")).second)
        {
            Scenario const scenario = scenario_in(result);
            tell_shocks(page_, scenario, words);
            tell_sets(page_, result, words);
            tell_parameters(page_, scenario, words);
            tell_limits(page_, scenario, words);
        }
        tell_provenance(page_, result, words);
    }

    std::vector<fs::path> const& folders_;
    Words words_;
    Page page_;
    std::set<std::string> described_ = {};  // scenarios
};
}  // namespace

std::string report_of(std::vector<fs::path> const& folders, std::string const& language)
{
    return Story(folders, language).html();
}
}  // namespace kochmon
