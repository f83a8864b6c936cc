// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/contract.hpp"
#include "engine/parallel.hpp"

namespace kochmon
{
/// Looks at the record of a month and changes nothing; a run without any observer is the same run.
template <class Record>
class Observer
{
  public:
    virtual ~Observer() = default;
    /// The end of the month before the first that will be observed, for who tells changes.
    virtual void see_start(Record const&) {}
    virtual void observe(Record const& record) = 0;
};

/// The named, ordered, timed steps of one month.
///
/// A society step works alone on small tables and may change what all can see. A person step gets
/// the frozen society and one piece of the population, and writes only there; consecutive person
/// steps run tile by tile in one parallel pass. `Piece` offers `tiles()` and `begin_tile(k)`.
template <class Society, class Piece>
class Schedule
{
  public:
    using SocietyStep = std::function<void(Society&, std::vector<Piece>&)>;
    using PersonStep = std::function<void(Society const&, Piece&)>;

    void society(std::string label, SocietyStep act)
    {
        steps_.push_back({std::move(label), std::move(act), {}});
    }
    void persons(std::string label, PersonStep act)
    {
        steps_.push_back({std::move(label), {}, std::move(act)});
    }
    /// A society step of its own before the one of this label: for who looks at the pieces.
    void society_before(std::string const& label, std::string own_label, SocietyStep act);

    std::vector<std::string> labels() const;
    /// Seconds spent in each step since the start, summed over threads.
    std::vector<std::pair<std::string, double>> seconds() const;
    void run_month(Society& society, std::vector<Piece>& pieces, Workers const& workers);

  private:
    using Clock = std::chrono::steady_clock;
    struct Step
    {
        std::string label;
        SocietyStep society;
        PersonStep persons;
        double seconds = 0.0;
    };
    void run_person_steps(std::size_t first, std::size_t last, Society const& society,
                          std::vector<Piece>& pieces, Workers const& workers);
    void run_piece(std::size_t first, std::size_t last, Society const& society, Piece& piece,
                   std::span<double> seconds) const;

    std::vector<Step> steps_;
};

template <class Society, class Piece>
void Schedule<Society, Piece>::society_before(std::string const& label, std::string own_label,
                                              SocietyStep act)
{
    auto const next = std::ranges::find(steps_, label, &Step::label);
    EXPECT(next != steps_.end());
    steps_.insert(next, {std::move(own_label), std::move(act), {}});
}

template <class Society, class Piece>
std::vector<std::string> Schedule<Society, Piece>::labels() const
{
    std::vector<std::string> labels;
    for (Step const& step : steps_) labels.push_back(step.label);
    return labels;
}

template <class Society, class Piece>
std::vector<std::pair<std::string, double>> Schedule<Society, Piece>::seconds() const
{
    std::vector<std::pair<std::string, double>> seconds;
    for (Step const& step : steps_) seconds.emplace_back(step.label, step.seconds);
    return seconds;
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_month(Society& society, std::vector<Piece>& pieces,
                                         Workers const& workers)
{
    for (std::size_t first = 0; first < steps_.size();)
    {
        std::size_t last = first;
        while (last < steps_.size() && steps_[last].persons) ++last;
        if (last > first)
        {
            run_person_steps(first, last, society, pieces, workers);
            first = last;
            continue;
        }
        auto const start = Clock::now();
        steps_[first].society(society, pieces);
        steps_[first].seconds += std::chrono::duration<double>(Clock::now() - start).count();
        ++first;
    }
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_person_steps(std::size_t first, std::size_t last,
                                                Society const& society, std::vector<Piece>& pieces,
                                                Workers const& workers)
{
    std::size_t const steps = last - first;
    std::vector<double> seconds(pieces.size() * steps, 0.0);
    workers.for_each(pieces.size(),
                     [&](std::size_t k)
                     {
                         std::span<double> const own(seconds.data() + k * steps, steps);
                         run_piece(first, last, society, pieces[k], own);
                     });
    for (std::size_t entry = 0; entry < seconds.size(); ++entry)
        steps_[first + entry % steps].seconds += seconds[entry];
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_piece(std::size_t first, std::size_t last,
                                         Society const& society, Piece& piece,
                                         std::span<double> seconds) const
{
    for (std::size_t tile = 0; tile < piece.tiles(); ++tile)
    {
        piece.begin_tile(tile);
        auto before = Clock::now();
        for (std::size_t step = first; step < last; ++step)
        {
            steps_[step].persons(society, piece);
            auto const after = Clock::now();
            seconds[step - first] += std::chrono::duration<double>(after - before).count();
            before = after;
        }
    }
}
}  // namespace kochmon
