// SPDX-License-Identifier: MIT
// Lives through some months of the baseline and prints a digest of all that the next month would go
// on from: what `scripts/bench instructions` counts the instructions of.
#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>

#include "engine/packed_file.hpp"
#include "engine/sha256.hpp"

#include "agents/loading/load_model.hpp"
#include "agents/run/simulation.hpp"
#include "agents/synthesis/synthesis.hpp"

namespace
{
/// A whole number from 1 on, or 0 for any other text.
int whole(std::string_view text)
{
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const is_whole = error == std::errc{} && end == text.data() + text.size();
    return is_whole && number > 0 ? number : 0;
}
}  // namespace

int main(int argc, char** argv)
{
    using namespace kochmon;
    int const months = argc == 4 ? whole(argv[2]) : 0;
    int const threads = argc == 4 ? whole(argv[3]) : 0;
    if (months == 0 || threads == 0)
    {
        std::fprintf(stderr, "months: expected PERSONS MONTHS THREADS, whole numbers from 1 on\n");
        return 64;
    }
    Overrides overrides;
    overrides.persons = argv[1];
    Scenario const scenario =
        load_model(std::string(KOCHMON_SOURCE) + "/config/baseline.yaml", overrides);
    Workers const workers(static_cast<std::size_t>(threads));
    Simulation simulation(scenario, synthesize(scenario, 0, {}, &workers), 0, {workers, {}});
    for (int month = 0; month < months; ++month) simulation.advance();
    Packer packer("months");
    simulation.pack(packer);
    std::printf("%s\n", sha256(packer.sealed()).c_str());
}
