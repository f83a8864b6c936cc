// SPDX-License-Identifier: MIT
#include "agents/society/set_parameters.hpp"

#include <array>

namespace kochmon
{
namespace
{
/// Indices of all nests of all decisions.
std::array<double, 5> nests_of(ModelParameters const& parameters)
{
    Kernel const kernel = parameters.value.kernel;
    auto const departure = nests_of(parameters.departure, kernel);
    auto const status = nests_of(parameters.status, kernel);
    return {departure[0], departure[1], status[0], status[1],
            nest_of(parameters.return_home, kernel)};
}
}  // namespace

void set_parameters(Society& society, Month month)
{
    ModelParameters& parameters = society.parameters;
    read(parameters, *society.scenario, month);
    parameters.work.tabulate({parameters.value.saver_horizon, parameters.value.settler_horizon});
    parameters.remittance.tabulate();
    auto const nests = nests_of(parameters);
    if (society.noise_tables == nullptr || !society.noise_tables->serve(nests))
        society.noise_tables = std::make_shared<NoiseTables const>(nests);
}
}  // namespace kochmon
