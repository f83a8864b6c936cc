// SPDX-License-Identifier: MIT
#include "analysis/runs/provenance.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/utsname.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "version.hpp"

namespace kochmon
{
namespace
{
using OrderedJson = nlohmann::ordered_json;

/// Sources that differ from the commit: the result cannot be made again from it.
bool is_dirty()
{
    return std::string_view(commit).ends_with("-dirty");
}

OrderedJson program()
{
    return {{"program", "kochmon"}, {"version", version},   {"commit", commit},
            {"dirty", is_dirty()},  {"compiler", compiler}, {"build_type", build_type}};
}

std::string utc(UtcTime time)
{
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

std::string processor()
try
{
    std::istringstream lines(read_whole_file("/proc/cpuinfo"));
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("model name") && line.find(": ") != std::string::npos)
            return line.substr(line.find(": ") + 2);
    return "unknown";
}
catch (FileError const&)
{
    return "unknown";
}

OrderedJson machine()
{
    utsname system{};
    uname(&system);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return {{"host", system.nodename},
            {"system", fmt::format("{} {}", system.sysname, system.release)},
            {"architecture", system.machine},
            {"processor", processor()},
            {"peak_memory_mib", usage.ru_maxrss / 1024}};
}

/// Every file once, whoever has read it.
OrderedJson inputs(Scenario const& scenario, Provenance const& provenance)
{
    OrderedJson inputs = OrderedJson::array();
    std::set<std::string> told;
    auto const tell = [&](auto const& files)
    {
        for (auto const& [path, content] : files)
            if (told.insert(path.string()).second)
                inputs.push_back({{"path", path.string()}, {"sha256", sha256(content)}});
    };
    tell(scenario.files_read());
    for (Scenario const* const policy : provenance.policies) tell(policy->files_read());
    tell(provenance.other_inputs);
    if (!provenance.parameters) return inputs;
    for (ParameterSet const& set : provenance.parameters->drawn)
        tell(std::vector{std::pair(set.file, set.text)});
    return inputs;
}

/// What each replicate lived.
OrderedJson lived(Provenance const& provenance)
{
    Nesting const& nesting = provenance.nesting;
    OrderedJson lived = OrderedJson::array();
    for (std::uint32_t replicate = 0; replicate < provenance.replicates; ++replicate)
        lived.push_back(
            {{"replicate", replicate},
             {"population", nesting.population_of(replicate)},
             {"set", nesting.sets > 0 ? OrderedJson(nesting.set_of(replicate)) : OrderedJson()}});
    return lived;
}

OrderedJson settings(Scenario const& scenario, Provenance const& provenance)
{
    RunSettings const& settings = scenario.settings();
    OrderedJson json = {
        {"seed", settings.seed},
        {"population_seed", settings.population_seed.value_or(settings.seed)},
        {"replicates", provenance.replicates},
        {"populations", std::min(provenance.nesting.populations, provenance.replicates)},
        {"persons", provenance.account.agents},
        {"persons_per_agent", provenance.account.weight},
        {"start", settings.start.text()},
        {"first_reported", settings.first_reported().text()},
        {"months_reported", settings.months}};
    if (provenance.panel) json["panel"] = *provenance.panel;
    if (!provenance.kept.are_all())
        json["keep"] = {{"measures", measures_of(provenance.kept)},
                        {"by", breakdowns_of(provenance.kept)},
                        {"months", name(provenance.kept.months)}};
    json["lived"] = lived(provenance);
    return json;
}

OrderedJson parameters(ParameterSets const& parameters)
{
    OrderedJson sets = OrderedJson::array();
    for (ParameterSet const& set : parameters.drawn)
        sets.push_back({{"set", sets.size()}, {"path", path_of(set)}});
    return {{"folder", parameters.folder},
            {"sha256", parameters.sha256},
            {"accepted", parameters.accepted},
            {"sets", sets}};
}

OrderedJson text_or_null(std::optional<std::string> const& text)
{
    return text ? OrderedJson(*text) : OrderedJson();
}

OrderedJson reached(std::optional<PrecisionReached> const& precision)
{
    if (!precision) return {};
    return {{"met", precision->met},
            {"half_width", precision->half_width},
            {"replicates_needed", precision->needed},
            {"replicates_without_shared_luck", precision->unpaired}};
}

OrderedJson comparison(ComparisonAccount const& account)
{
    OrderedJson policies = OrderedJson::array();
    for (ComparisonAccount::Policy const& policy : account.policies)
    {
        OrderedJson one = {{"scenario", policy.name}, {"path", policy.file}};
        one["base_not_read"] =
            policy.base_not_read ? OrderedJson(policy.base_not_read->string()) : OrderedJson();
        policies.push_back(one);
    }
    return {{"by", text_or_null(account.by)},
            {"without_direct", account.without_direct},
            {"precision", text_or_null(account.precision)},
            {"precision_reached", reached(account.reached)},
            {"traces", account.traces ? OrderedJson(*account.traces) : OrderedJson()},
            {"policies", policies}};
}

OrderedJson seconds(RunAccount const& account)
{
    OrderedJson steps = OrderedJson::object();
    for (auto const& [label, seconds] : account.step_seconds) steps[label] = seconds;
    return {{"synthesis", account.synthesis_seconds},
            {"months", account.months_seconds},
            {"steps_summed_over_threads", steps}};
}

OrderedJson files(std::vector<WrittenFile> const& written)
{
    OrderedJson files = OrderedJson::array();
    for (WrittenFile const& file : written)
        files.push_back({{"path", file.path}, {"sha256", file.sha256}});
    return files;
}

std::string text_of(OrderedJson const& account)
{
    return account.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}
}  // namespace

std::string hash_of_account(nlohmann::ordered_json account)
{
    account.erase(own_hash);
    return sha256(text_of(account));
}

std::string version_as_json()
{
    return program().dump(2) + '\n';
}

std::string program_in_words()
{
    return fmt::format("{}, commit {}", version, commit);
}

std::string identity_of_program()
{
    std::string const release = fmt::format("{} {}", version, commit);
    return is_dirty() ? release + ' ' + sha256_of_file("/proc/self/exe") : release;
}

std::string version_as_text()
{
    return fmt::format("kochmon {}\ncommit {}{}\ncompiler {}, {}\n", version, commit,
                       is_dirty() ? " (sources changed since)" : "", compiler, build_type);
}

std::string tables_account_as_json(TablesAccount const& tables)
{
    OrderedJson about = OrderedJson::object();
    for (auto const& [key, value] : tables.about) about[key] = value;
    OrderedJson json = program();
    json["status"] = "complete";
    json["scenario"] = tables.scenario;
    json["command"] = tables.command;
    json[tables.kind] = about;
    json["inputs"] = files(tables.inputs);
    json["digest"] = digest_of(tables.files);
    json["files"] = files(tables.files);
    json["machine"] = machine();
    json["started"] = utc(tables.started);
    json["ended"] = utc(tables.ended);
    json[own_hash] = hash_of_account(json);
    return text_of(json);
}

std::string provenance_as_json(Scenario const& scenario, Provenance const& provenance)
{
    RunAccount const& account = provenance.account;
    OrderedJson json = program();
    json["status"] = "complete";
    json["scenario"] = scenario.name();
    json["command"] = provenance.command;
    json["inputs"] = inputs(scenario, provenance);
    json["settings"] = settings(scenario, provenance);
    if (provenance.parameters) json["parameters"] = parameters(*provenance.parameters);
    if (provenance.comparison) json["comparison"] = comparison(*provenance.comparison);
    json["digest"] = digest_of(provenance.files);
    json["files"] = files(provenance.files);
    json["machine"] = machine();
    json["threads"] = provenance.threads;
    json["started"] = utc(provenance.started);
    json["ended"] = utc(provenance.ended);
    json["seconds"] = seconds(account);
    json["person_months_per_second"] =
        account.months_seconds > 0 ? account.person_months / account.months_seconds : 0.0;
    json[own_hash] = hash_of_account(json);
    return text_of(json);
}
}  // namespace kochmon
