// SPDX-License-Identifier: MIT
#include "analysis/commands/slurm_scripts.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace kochmon
{
namespace
{
/// As sbatch reads it in a line of #SBATCH.
std::string in_slurm_quotes(std::string const& text)
{
    std::string quoted = "\"";
    for (char const letter : text)
    {
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += letter;
    }
    return quoted + '"';
}

/// In names of logs %a and others stand for numbers.
std::string without_patterns(std::string const& text)
{
    std::string plain;
    for (char const letter : text)
        plain += letter == '%' ? std::string("%%") : std::string(1, letter);
    return plain;
}

std::string sbatch_line(std::string const& name, std::string const& value)
{
    return fmt::format("#SBATCH --{}={}\n", name, in_slurm_quotes(value));
}

constexpr char begin_of_script[] = "#!/bin/bash\n";

/// Where jobs run, and where they write what they have to say.
std::string options_of_any_job(SlurmSweep const& sweep, std::string const& log)
{
    std::string text = "#SBATCH --open-mode=append\n";
    text += sbatch_line("output", without_patterns((sweep.folder / "logs").string()) + '/' + log);
    if (sweep.wish.partition) text += sbatch_line("partition", *sweep.wish.partition);
    if (sweep.wish.account) text += sbatch_line("account", *sweep.wish.account);
    return text;
}

std::string names_of_files(SlurmSweep const& sweep)
{
    return fmt::format("\nset -euo pipefail\nkochmon={}\nfolder={}\n",
                       in_shell_quotes(sweep.program.string()),
                       in_shell_quotes(sweep.folder.string()));
}

// Slurm hands the signal to this shell alone, which has to stay beside the program to queue the
// shard again. That a shard got on is asked for, since one that has too little time for any run
// would come back for ever.
constexpr char body_of_shards[] = R"bash(
shard=${SLURM_ARRAY_TASK_ID:?is set for tasks of an array only: submit with submit.sh}
part=$folder/parts/$shard

if ! cmp -s "$plan" "$folder/study/plan.yaml"; then
    echo "$plan: is no longer the plan with which $folder was begun; put it back, or begin another folder" >&2
    exit 2
fi

runs_done() { find "$part/runs" -name '*.csv' 2>/dev/null | wc -l || true; }

program="" is_interrupted=no is_out_of_time=no
ask_to_stop() {
    is_interrupted=yes
    [ -z "$program" ] || kill -s USR1 "$program" 2>/dev/null || true
}
trap 'is_out_of_time=yes; ask_to_stop' USR1
trap ask_to_stop TERM

done_before=$(runs_done)
"$kochmon" sweep "$plan" --shard "$shard/$shards" -o "$part" --progress plain &
program=$!
while true; do
    is_interrupted=no status=0
    wait "$program" || status=$?
    [ $is_interrupted = yes ] || break
done

# 8: runs have failed; the study notes them, and the tables of the others are still to come.
[ $status -ne 8 ] || exit 0
if [ $status -eq 0 ] || [ $is_out_of_time = no ]; then exit $status; fi
if [ "$(runs_done)" -le "$done_before" ]; then
    echo "Shard $shard: not one run ended within the time; submit it with more, as: submit.sh --time=1-00:00:00" >&2
    exit $status
fi
echo "Shard $shard: out of time, queued again to go on where it is"
scontrol requeue "$SLURM_JOB_ID" || echo "Shard $shard: could not be queued again; submit.sh goes on where it is" >&2
exit $status
)bash";

std::string shards_of(SlurmSweep const& sweep)
{
    std::string text = begin_of_script;
    text += "# Written by 'kochmon slurm': the shards of a sweep. Lines of #SBATCH may be added.\n";
    text += sbatch_line("job-name", sweep.name);
    text += fmt::format("#SBATCH --array=1-{}\n", sweep.shards);
    text += fmt::format("#SBATCH --cpus-per-task={}\n", sweep.wish.cpus);
    if (sweep.wish.time) text += sbatch_line("time", *sweep.wish.time);
    text += fmt::format("#SBATCH --signal=B:USR1@{}\n#SBATCH --requeue\n", seconds_to_stop);
    text += options_of_any_job(sweep, "shard-%a.txt") + names_of_files(sweep);
    text += fmt::format("plan={}\nshards={}\n", in_shell_quotes(sweep.plan.string()), sweep.shards);
    return text + body_of_shards;
}

constexpr char body_of_merge[] = R"bash(
parts=()
for account in "$folder"/parts/*/study.json; do
    [ ! -e "$account" ] || parts+=("${account%/study.json}")
done
if [ ${#parts[@]} -eq 0 ]; then
    echo "$folder/parts: holds no shard that has begun; submit them with submit.sh" >&2
    exit 75
fi
exec "$kochmon" merge "$folder/study" "${parts[@]}"
)bash";

std::string merge_of(SlurmSweep const& sweep)
{
    std::string text = begin_of_script;
    text += "# Written by 'kochmon slurm': joins what shards have done into one study.\n";
    text += sbatch_line("job-name", sweep.name + "-merge");
    text += options_of_any_job(sweep, "merge.txt") + names_of_files(sweep);
    return text + body_of_merge;
}

constexpr char body_of_submit[] = R"bash(
shards=$(sbatch --parsable "$@" "$folder/shards.sh")
shards=${shards%%;*}
merge=$(sbatch --parsable --dependency="afterok:$shards" --kill-on-invalid-dep=yes "$folder/merge.sh")
echo "Shards: job $shards. Tables: job ${merge%%;*}, when every shard has ended well, in $folder/study/tables"
)bash";

std::string submit_of(SlurmSweep const& sweep)
{
    std::string text = begin_of_script;
    text +=
        "# Written by 'kochmon slurm': submits shards, with the options of sbatch that follow\n"
        "# submit.sh, and the merge after them. What was submitted before goes on where it was.\n";
    return text + names_of_files(sweep) + body_of_submit;
}

/// The numbers between the colons; nothing if there is anything else.
std::optional<std::vector<std::size_t>> numbers_between_colons(std::string_view text)
{
    std::vector<std::size_t> numbers;
    while (true)
    {
        std::size_t const end = std::min(text.find(':'), text.size());
        std::size_t number = 0;
        auto const [after, error] = std::from_chars(text.data(), text.data() + end, number);
        if (error != std::errc() || after != text.data() + end || number > 1'000'000)
            return std::nullopt;
        numbers.push_back(number);
        if (end == text.size()) return numbers;
        text.remove_prefix(end + 1);
    }
}
}  // namespace

// Nothing is special between single quotes but their end.
std::string in_shell_quotes(std::string const& text)
{
    std::string quoted = "'";
    for (char const letter : text)
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + '\'';
}

std::optional<std::size_t> minutes_of_slurm(std::string const& time)
{
    std::size_t const dash = time.find('-');
    bool const has_days = dash != std::string::npos;
    auto const days =
        numbers_between_colons(has_days ? std::string_view(time).substr(0, dash) : "0");
    auto const parts =
        numbers_between_colons(std::string_view(time).substr(has_days ? dash + 1 : 0));
    if (!days || !parts || days->size() > 1 || parts->size() > 3) return std::nullopt;
    std::vector<std::size_t> hours_first = *parts;
    if (!has_days && parts->size() < 3) hours_first.insert(hours_first.begin(), 0);
    hours_first.resize(3);
    return days->front() * 24 * 60 + hours_first[0] * 60 + hours_first[1];
}

std::map<std::string, std::string> slurm_scripts(SlurmSweep const& sweep)
{
    return {{"shards.sh", shards_of(sweep)},
            {merge_script, merge_of(sweep)},
            {submit_script, submit_of(sweep)}};
}
}  // namespace kochmon
