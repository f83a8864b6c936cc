// SPDX-License-Identifier: MIT
#include "analysis/statistics/nested_spread.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/contract.hpp"

#include "analysis/statistics/student_t.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
/// Which group each value belongs to, numbered from 0.
struct Partition
{
    std::vector<Level> levels;
    std::vector<std::size_t> group_of;
    std::size_t groups = 0;
};

template <class Key>
Partition partition(Level level, std::span<NestedValue const> values, Key key)
{
    Partition partition{.levels = {level}, .group_of = {}};
    std::map<decltype(key(values.front(), 0)), std::size_t> numbers;
    for (std::size_t k = 0; k < values.size(); ++k)
        partition.group_of.push_back(
            numbers.try_emplace(key(values[k], k), numbers.size()).first->second);
    partition.groups = numbers.size();
    return partition;
}

Partition everything(std::size_t values)
{
    return {.levels = {}, .group_of = std::vector<std::size_t>(values, 0), .groups = 1};
}

/// Levels of the nesting, the widest first. Those with the same groups are one.
std::vector<Partition> partitions(std::span<NestedValue const> values, Nesting const& nesting)
{
    std::vector<Partition> all;
    auto const add = [&all](Partition next)
    {
        if (!all.empty() && all.back().groups == next.groups)
            all.back().levels.push_back(next.levels.front());
        else
            all.push_back(std::move(next));
    };
    if (nesting.sets > 1)
        add(partition(Level::parameters, values,
                      [](NestedValue const& one, std::size_t) { return one.set; }));
    if (nesting.populations > 1)
        add(partition(Level::population, values,
                      [](NestedValue const& one, std::size_t)
                      { return std::pair(one.set, one.population); }));
    add(partition(Level::luck, values, [](NestedValue const&, std::size_t k) { return k; }));
    return all;
}

struct Cluster
{
    double size = 0.0;
    double mean = 0.0;
};

std::vector<Cluster> groups_of(Partition const& partition, std::span<NestedValue const> values)
{
    std::vector<Cluster> groups(partition.groups);
    for (std::size_t k = 0; k < values.size(); ++k)
    {
        groups[partition.group_of[k]].size += 1.0;
        groups[partition.group_of[k]].mean += values[k].value;
    }
    for (Cluster& group : groups) group.mean /= group.size;
    return groups;
}

/// The analysis of variance of values in groups within groups.
class Analysis
{
  public:
    Analysis(std::span<NestedValue const> values, std::vector<Partition> levels)
        : values_(values), levels_(std::move(levels))
    {
        levels_.insert(levels_.begin(), everything(values.size()));
        for (Partition const& level : levels_) groups_.push_back(groups_of(level, values));
    }

    double mean() const { return groups_.front().front().mean; }
    std::size_t widest() const { return groups_[1].size(); }

    /// Squared error of the mean, from the means of the widest level.
    double squared_error() const
    {
        double sum = 0.0;
        auto const n = static_cast<double>(values_.size());
        for (Cluster const& group : groups_[1])
        {
            double const miss = group.size / n * (group.mean - mean());
            sum += miss * miss;
        }
        auto const g = static_cast<double>(widest());
        return g / (g - 1.0) * sum;
    }

    /// Squared miss of the mean by a further group of the widest level as it would be seen, what
    /// lies within it included: variance of the means of groups, and error of theirs.
    double squared_miss_of_another() const
    {
        double middle = 0.0;
        auto const g = static_cast<double>(widest());
        for (Cluster const& group : groups_[1]) middle += group.mean / g;
        double squares = 0.0;
        for (Cluster const& group : groups_[1])
            squares += (group.mean - middle) * (group.mean - middle);
        return squares / (g - 1.0) * (1.0 + 1.0 / g);
    }

    // The narrowest level first: what the others hold of it is taken from them. What is below 0 is
    // kept until all are known.
    std::vector<VarianceComponent> components() const
    {
        std::vector<double> variances(levels_.size(), 0.0);
        for (std::size_t level = levels_.size() - 1; level > 0; --level)
        {
            variances[level] = mean_square(level);
            for (std::size_t within = level + 1; within < levels_.size(); ++within)
                variances[level] -= coefficient(level, within) * variances[within];
            variances[level] /= coefficient(level, level);
        }
        std::vector<VarianceComponent> components;
        for (std::size_t level = 1; level < levels_.size(); ++level)
            components.push_back({levels_[level].levels, std::max(0.0, variances[level])});
        return components;
    }

  private:
    double freedom(std::size_t level) const
    {
        return static_cast<double>(groups_[level].size() - groups_[level - 1].size());
    }

    double mean_square(std::size_t level) const
    {
        double squares = 0.0;
        for (std::size_t k = 0; k < values_.size(); ++k)
        {
            double const differ = mean_around(level, k) - mean_around(level - 1, k);
            squares += differ * differ;
        }
        return squares / freedom(level);
    }
    double mean_around(std::size_t level, std::size_t k) const
    {
        return groups_[level][levels_[level].group_of[k]].mean;
    }

    /// Of the variance of a level in the expected mean square of a wider one, or its own.
    double coefficient(std::size_t level, std::size_t within) const
    {
        return (concentration(level, within) - concentration(level - 1, within)) / freedom(level);
    }
    /// Sum over groups of a level of the squared sizes of the groups within, over its own size.
    double concentration(std::size_t level, std::size_t within) const
    {
        double sum = 0.0;
        for (std::size_t k = 0; k < values_.size(); ++k)
            sum += groups_[within][levels_[within].group_of[k]].size /
                   groups_[level][levels_[level].group_of[k]].size;
        return sum;
    }

    std::span<NestedValue const> values_;
    std::vector<Partition> levels_;             // all values first
    std::vector<std::vector<Cluster>> groups_;  // likewise
};

bool holds(VarianceComponent const& component, Level level)
{
    return std::ranges::find(component.levels, level) != component.levels.end();
}

std::string joined(std::vector<Level> const& together)
{
    std::vector<std::string> names;
    names.reserve(together.size());
    for (Level const level : together) names.push_back(name(level));
    return fmt::format("{}", fmt::join(names, " and "));
}
}  // namespace

std::string const& name(Level level)
{
    static std::array<std::string, 3> const names = {"parameters", "population", "luck"};
    return names[static_cast<std::size_t>(level)];
}

std::vector<NestedValue> nested(std::vector<double> const& values,
                                std::vector<std::uint32_t> const& replicates,
                                Nesting const& nesting)
{
    EXPECT(replicates.empty() || replicates.size() == values.size());
    std::vector<NestedValue> all;
    for (std::size_t k = 0; k < values.size(); ++k)
    {
        std::uint32_t const replicate =
            replicates.empty() ? static_cast<std::uint32_t>(k) : replicates[k];
        all.push_back({values[k], nesting.set_of(replicate), nesting.population_of(replicate)});
    }
    return all;
}

std::optional<double> NestedSpread::share(VarianceComponent const& component) const
{
    double all = 0.0;
    for (VarianceComponent const& one : components) all += one.variance;
    return all > 0.0 ? std::optional(component.variance / all) : std::nullopt;
}

NestedSpread nested_spread(std::span<NestedValue const> values, Nesting const& nesting)
{
    EXPECT(!values.empty());
    std::vector<Partition> divided = partitions(values, nesting);
    bool const is_told = divided.front().groups > 1;
    Analysis const analysis(values, std::move(divided));
    NestedSpread spread{.mean = analysis.mean()};
    if (!is_told) return spread;
    spread.components = analysis.components();
    bool const is_of_sets = holds(spread.components.front(), Level::parameters);
    double const error =
        std::sqrt(is_of_sets ? analysis.squared_miss_of_another() : analysis.squared_error());
    int const freedom = static_cast<int>(analysis.widest()) - 1;
    spread.half = around(spread.mean, student_t(Confidence::half, freedom) * error);
    spread.nine_in_ten = around(spread.mean, student_t(Confidence::nine_in_ten, freedom) * error);
    return spread;
}

std::string told_shares(NestedSpread const& spread)
{
    std::vector<std::string> parts;
    for (VarianceComponent const& component : spread.components)
        if (auto const share = spread.share(component))
            parts.push_back(fmt::format("{} {:.0f} %", joined(component.levels), 100.0 * *share));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string cells_of_shares(NestedSpread const& spread)
{
    std::string cells;
    std::string together;
    for (Level const level : levels)
    {
        for (VarianceComponent const& component : spread.components)
            if (component.levels.front() == level)
                if (auto const share = spread.share(component)) cells += csv_number(*share);
        cells += ',';
    }
    for (VarianceComponent const& component : spread.components)
        if (component.levels.size() > 1 && spread.share(component))
            together = joined(component.levels);
    return cells + together;
}
}  // namespace kochmon
