// SPDX-License-Identifier: MIT
#include "analysis/runs/run_checkpoints.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/atomic_file.hpp"
#include "engine/packed_file.hpp"

#include "analysis/output/unfinished.hpp"
#include "analysis/runs/run_identity.hpp"

namespace kochmon
{
namespace
{
constexpr std::ptrdiff_t kept_checkpoints = 2;
}  // namespace

RunCheckpoints::RunCheckpoints(OutputFolder& folder, RunTables& tables, Request request)
    : folder_(folder), tables_(tables), request_(std::move(request))
{
}

/// Oldest first.
std::vector<std::string> RunCheckpoints::names(std::uint32_t replicate) const
{
    std::vector<std::string> names = folder_.parts();
    std::erase_if(names,
                  [&](std::string const& name) { return !is_checkpoint_of(replicate, name); });
    return names;
}

/// Throws DamageError where it is none of this replicate.
ReplicateBegun RunCheckpoints::world_in(Unpacker& file, std::uint32_t replicate,
                                        Scenario const& scenario, Execution const& execution) const
{
    auto const label = CheckpointLabel::of_text(file.label());
    if (!label) throw DamageError("is no checkpoint");
    std::string const differs = told_difference(label->run, request_.run);
    if (!differs.empty()) throw DamageError("is of another run: " + differs);
    if (label->replicate != replicate)
        throw DamageError(fmt::format("is of replicate {}", label->replicate));
    return {.world = Simulation::unpacked(scenario, replicate, execution, file),
            .agents = label->agents};
}

std::optional<ReplicateBegun> RunCheckpoints::begun(std::uint32_t replicate,
                                                    Scenario const& scenario,
                                                    Execution const& execution)
{
    std::vector<std::string> all = names(replicate);
    std::ranges::reverse(all);
    for (std::string const& name : all)
        if (auto begun = begun_from(name, replicate, scenario, execution)) return begun;
    if (!all.empty())
        request_.tell(
            fmt::format("replicate {} begins anew: none of its checkpoints is whole", replicate));
    return std::nullopt;
}

std::optional<ReplicateBegun> RunCheckpoints::begun_from(std::string const& name,
                                                         std::uint32_t replicate,
                                                         Scenario const& scenario,
                                                         Execution const& execution)
{
    std::string bytes;
    std::unique_ptr<Unpacker> file;
    ReplicateBegun begun;
    try
    {
        bytes = folder_.part(name).value();
        file = std::make_unique<Unpacker>(bytes);
        begun = world_in(*file, replicate, scenario, execution);
    }
    catch (DamageError const& error)
    {
        request_.tell(fmt::format("{} {}; it is not used",
                                  (folder_.place() / parts_name / name).string(), error.what()));
        return std::nullopt;
    }
    catch (FileError const& error)
    {
        request_.tell(fmt::format("{}; it is not used", error.what()));
        return std::nullopt;
    }
    tables_.unpack(*file);
    request_.tell(fmt::format("going on after {} of replicate {} from a checkpoint in {}",
                              (begun.world->month() - 1).text(), replicate,
                              folder_.path().string()));
    return begun;
}

void RunCheckpoints::month_lived(Simulation const& world, std::size_t agents, bool stops)
{
    if (!request_.every) return;
    bool const is_due = world.months_lived() % *request_.every == 0 && !world.ended();
    if (is_due || stops) write(world, agents);
}

void RunCheckpoints::write(Simulation const& world, std::size_t agents)
{
    Month const month = world.month() - 1;
    Packer packer(CheckpointLabel{
        .run = request_.run, .replicate = world.replicate(), .month = month, .agents = agents}
                      .text());
    world.pack(packer);
    tables_.pack(packer);
    folder_.write_sealed_part(name_of_checkpoint(world.replicate(), month), packer.sealed());
    folder_.keep_unfinished();
    forget_all_but_last(world.replicate(), month);
}

/// Later ones are there only where they could not be gone on from.
void RunCheckpoints::forget_all_but_last(std::uint32_t replicate, Month month)
{
    std::vector<std::string> all = names(replicate);
    auto const later = std::ranges::upper_bound(all, name_of_checkpoint(replicate, month));
    auto const kept = later - std::min<std::ptrdiff_t>(kept_checkpoints, later - all.begin());
    for (auto name = all.begin(); name != all.end(); ++name)
        if (name < kept || name >= later) folder_.remove_part(*name);
}

void RunCheckpoints::replicate_ended(std::uint32_t replicate)
{
    for (std::string const& name : names(replicate)) folder_.remove_part(name);
}

std::optional<Month> RunCheckpoints::newest(std::uint32_t replicate) const
{
    std::vector<std::string> const all = names(replicate);
    return all.empty() ? std::nullopt : month_of_checkpoint(all.back());
}

LooseCheckpoint read_checkpoint(std::filesystem::path const& file)
{
    LooseCheckpoint checkpoint{.label = {}, .file = read_whole_file(file)};
    try
    {
        auto const label = CheckpointLabel::of_text(Unpacker(checkpoint.file).label());
        if (!label) throw DamageError("is no checkpoint");
        checkpoint.label = *label;
        return checkpoint;
    }
    catch (DamageError const& error)
    {
        throw FileError(
            fmt::format("{} {}; name another checkpoint, such as the one before it, or "
                        "the output folder of its run",
                        file.string(), error.what()));
    }
}
}  // namespace kochmon
