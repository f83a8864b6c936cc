// SPDX-License-Identifier: MIT
#include "analysis/calibrate/search.hpp"

#include <algorithm>
#include <exception>
#include <numeric>

#include <nlopt.hpp>

#include "engine/contract.hpp"

#include "analysis/calibrate/implausibility.hpp"

namespace kochmon
{
namespace
{
/// Of the box's width: wide enough for a first picture of the valley, and BOBYQA wants twice this.
constexpr double first_step = 0.2;
constexpr double apart = 0.1;

/// The misfit as NLopt asks for it, within a limit of new runs.
class Descent
{
  public:
    Descent(CalibrationProblem const& problem, Evaluations& runs, std::size_t limit,
            SearchReport& report)
        : problem_(problem), runs_(runs), limit_(limit), report_(report)
    {
    }

    /// NLopt's form of an objective; no exception but its own may leave it.
    static double objective(std::vector<double> const& x, std::vector<double>&, void* descent)
    {
        auto& self = *static_cast<Descent*>(descent);
        try
        {
            return self.misfit_at(x);
        }
        catch (nlopt::forced_stop const&)
        {
            throw;
        }
        catch (...)
        {
            self.thrown_ = std::current_exception();
        }
        throw nlopt::forced_stop();
    }

    SearchEnd end_of_forced_stop() const
    {
        if (thrown_) std::rethrow_exception(thrown_);
        return runs_.is_stopped() ? SearchEnd::stopped : SearchEnd::evaluations_used;
    }

  private:
    double misfit_at(UnitPoint const& point)
    {
        double const found = misfit(problem_.targets, measured_at(point));
        if (found < report_.misfit)
        {
            report_.misfit = found;
            report_.best = point;
        }
        return found;
    }

    /// A point that was run before is not run again.
    Measured const& measured_at(UnitPoint const& point)
    {
        auto const known = std::find_if(runs_.all().begin(), runs_.all().end(),
                                        [&](Evaluation const& run) { return run.point == point; });
        if (known != runs_.all().end()) return known->measured;
        if (report_.evaluations >= limit_) throw nlopt::forced_stop();
        if (!runs_.run({&point, 1}, Stage::search)) throw nlopt::forced_stop();
        ++report_.evaluations;
        return runs_.all().back().measured;
    }

    CalibrationProblem const& problem_;
    Evaluations& runs_;
    std::size_t limit_;
    SearchReport& report_;
    std::exception_ptr thrown_;
};

nlopt::opt method_for(Box const& box, SearchSettings const& settings)
{
    auto const dimensions = static_cast<unsigned>(box.low.size());
    // BOBYQA's model of the surface wants two parameters.
    nlopt::opt method(dimensions > 1 ? nlopt::LN_BOBYQA : nlopt::LN_SBPLX, dimensions);
    method.set_lower_bounds(box.low);
    method.set_upper_bounds(box.high);
    method.set_xtol_abs(settings.least_step);
    std::vector<double> steps;
    for (std::size_t j = 0; j < box.low.size(); ++j)
        steps.push_back(first_step * (box.high[j] - box.low[j]));
    method.set_initial_step(steps);
    return method;
}

SearchEnd end_of(nlopt::opt& method, Descent& descent, UnitPoint point)
{
    method.set_min_objective(&Descent::objective, &descent);
    double ignored = 0.0;  // the best is remembered by the descent, whatever ends it
    try
    {
        method.optimize(point, ignored);
        return SearchEnd::converged;
    }
    catch (nlopt::forced_stop const&)
    {
        return descent.end_of_forced_stop();
    }
    catch (nlopt::roundoff_limited const&)
    {
        return SearchEnd::rounding;
    }
    catch (std::runtime_error const&)
    {
        return SearchEnd::failed;
    }
    catch (std::invalid_argument const&)
    {
        return SearchEnd::failed;
    }
}

Box holding(Box box, UnitPoint const& point)
{
    for (std::size_t j = 0; j < point.size(); ++j)
    {
        box.low[j] = std::min(box.low[j], point[j]);
        box.high[j] = std::max(box.high[j], point[j]);
    }
    return box;
}

SearchReport report_at(CalibrationProblem const& problem, Evaluation const& start)
{
    double const found = misfit(problem.targets, start.measured);
    return {.start = start.point, .misfit_at_start = found, .best = start.point, .misfit = found};
}

/// The best runs that are apart from each other.
std::vector<SearchReport> starts_of(CalibrationProblem const& problem, Box const& box,
                                    std::size_t count, std::vector<Evaluation> const& runs)
{
    std::vector<SearchReport> all;
    all.reserve(runs.size());
    for (Evaluation const& run : runs) all.push_back(report_at(problem, run));
    std::stable_sort(all.begin(), all.end(),
                     [](SearchReport const& a, SearchReport const& b)
                     { return a.misfit < b.misfit; });
    double const distance = apart * apart * squared_distance(box.low, box.high);
    std::vector<SearchReport> starts;
    for (SearchReport& candidate : all)
    {
        bool const is_apart =
            std::none_of(starts.begin(), starts.end(),
                         [&](SearchReport const& start)
                         { return squared_distance(start.start, candidate.start) < distance; });
        if (starts.size() < count && is_apart) starts.push_back(std::move(candidate));
    }
    return starts;
}
}  // namespace

std::vector<SearchReport> search(CalibrationProblem const& problem, Box const& box,
                                 SearchSettings const& settings, Evaluations& runs)
{
    std::size_t left = settings.evaluations;
    std::vector<SearchReport> reports = starts_of(problem, box, settings.starts, runs.all());
    for (SearchReport& report : reports)
    {
        nlopt::opt method = method_for(holding(box, report.start), settings);
        std::size_t const share = left / static_cast<std::size_t>(&reports.back() - &report + 1);
        Descent descent(problem, runs, share, report);
        report.end = end_of(method, descent, report.start);
        left -= report.evaluations;
    }
    return reports;
}
}  // namespace kochmon
