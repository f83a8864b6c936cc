// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
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

/// On what a step works.
enum class StepKind : std::uint8_t
{
    society,
    persons
};

/// What is told of a step, in words for who does not read the code.
struct StepDescription
{
    std::string label;
    StepKind kind = StepKind::society;
    std::string does = {};
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
    /// One of the worlds that live through a month together.
    struct World
    {
        Society* society;
        std::vector<Piece>* pieces;
    };

    /// `does` tells more than the label can.
    void society(std::string label, SocietyStep act, std::string does = {})
    {
        steps_.push_back({std::move(label), std::move(does), std::move(act), {}});
    }
    void persons(std::string label, PersonStep act, std::string does = {})
    {
        steps_.push_back({std::move(label), std::move(does), {}, std::move(act)});
    }
    /// A society step of its own before the one of this label: for who looks at the pieces.
    void society_before(std::string const& label, std::string own_label, SocietyStep act);

    std::vector<std::string> labels() const;
    std::vector<StepDescription> steps() const;
    /// Seconds spent in each step since the start, summed over threads.
    std::vector<std::pair<std::string, double>> seconds() const;
    void run_month(Society& society, std::vector<Piece>& pieces, Workers const& workers);
    /// Worlds in lockstep: each step in one world after the other, in a parallel pass tile by tile.
    /// What a world comes to is what it would come to alone, unless a step looks at another world.
    void run_month(std::span<World const> worlds, Workers const& workers);

  private:
    using Clock = std::chrono::steady_clock;
    struct Step
    {
        std::string label;
        std::string does;
        SocietyStep society;
        PersonStep persons;
        double seconds = 0.0;
    };
    void run_society_step(Step& step, std::span<World const> worlds);
    void run_person_steps(std::size_t first, std::size_t last, std::span<World const> worlds,
                          Workers const& workers);
    void run_pieces(std::size_t k, std::span<World const> worlds, std::span<Step const> steps,
                    std::span<double> seconds) const;
    static void run_tile(World const& world, Piece& piece, std::span<Step const> steps,
                         std::span<double> seconds);

    std::vector<Step> steps_;
};

template <class Society, class Piece>
void Schedule<Society, Piece>::society_before(std::string const& label, std::string own_label,
                                              SocietyStep act)
{
    auto const next = std::ranges::find(steps_, label, &Step::label);
    EXPECT(next != steps_.end());
    steps_.insert(next, {std::move(own_label), {}, std::move(act), {}});
}

template <class Society, class Piece>
std::vector<std::string> Schedule<Society, Piece>::labels() const
{
    std::vector<std::string> labels;
    for (Step const& step : steps_) labels.push_back(step.label);
    return labels;
}

template <class Society, class Piece>
std::vector<StepDescription> Schedule<Society, Piece>::steps() const
{
    std::vector<StepDescription> steps;
    for (Step const& step : steps_)
        steps.push_back(
            {step.label, step.persons ? StepKind::persons : StepKind::society, step.does});
    return steps;
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
    World const alone{&society, &pieces};
    run_month(std::span(&alone, 1), workers);
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_month(std::span<World const> worlds, Workers const& workers)
{
    for (std::size_t first = 0; first < steps_.size();)
    {
        std::size_t last = first;
        while (last < steps_.size() && steps_[last].persons) ++last;
        if (last == first)
            run_society_step(steps_[first++], worlds);
        else
            run_person_steps(std::exchange(first, last), last, worlds, workers);
    }
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_society_step(Step& step, std::span<World const> worlds)
{
    auto const start = Clock::now();
    for (World const& world : worlds) step.society(*world.society, *world.pieces);
    step.seconds += std::chrono::duration<double>(Clock::now() - start).count();
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_person_steps(std::size_t first, std::size_t last,
                                                std::span<World const> worlds,
                                                Workers const& workers)
{
    std::size_t const steps = last - first;
    std::size_t pieces = 0;
    for (World const& world : worlds) pieces = std::max(pieces, world.pieces->size());
    std::vector<double> seconds(pieces * steps, 0.0);
    workers.for_each(pieces,
                     [&](std::size_t k)
                     {
                         run_pieces(k, worlds, std::span(steps_).subspan(first, steps),
                                    std::span(seconds).subspan(k * steps, steps));
                     });
    for (std::size_t entry = 0; entry < seconds.size(); ++entry)
        steps_[first + entry % steps].seconds += seconds[entry];
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_pieces(std::size_t k, std::span<World const> worlds,
                                          std::span<Step const> steps,
                                          std::span<double> seconds) const
{
    std::size_t tiles = 0;
    for (World const& world : worlds)
        if (k < world.pieces->size()) tiles = std::max(tiles, (*world.pieces)[k].tiles());
    for (std::size_t tile = 0; tile < tiles; ++tile)
        for (World const& world : worlds)
        {
            if (k >= world.pieces->size() || tile >= (*world.pieces)[k].tiles()) continue;
            Piece& piece = (*world.pieces)[k];
            piece.begin_tile(tile);
            run_tile(world, piece, steps, seconds);
        }
}

template <class Society, class Piece>
void Schedule<Society, Piece>::run_tile(World const& world, Piece& piece,
                                        std::span<Step const> steps, std::span<double> seconds)
{
    auto before = Clock::now();
    for (std::size_t step = 0; step < steps.size(); ++step)
    {
        steps[step].persons(*world.society, piece);
        auto const after = Clock::now();
        seconds[step] += std::chrono::duration<double>(after - before).count();
        before = after;
    }
}
}  // namespace kochmon
