// SPDX-License-Identifier: MIT
#include "agents/law/consulate.hpp"

namespace kochmon
{
void ConsulateLaw::fields(Fields& field)
{
    auto const fee = [&](std::string const& path, Kopecks& value, std::string const& meaning) {
        field(path, value, {Dimension::roubles, {0, 10'000'000}, meaning, Use::lever});
    };
    fee("home.consulate.registration_fee", registration_fee,
        "Fee of registration at the consulate");
    field("home.consulate.help", help,
          {Dimension::share,
           {0, 1},
           "Part of the removals of persons registered there that the consulate turns into a fine",
           Use::lever});
    fee("home.consulate.passport_fee", passport_fee, "Fee of a new passport abroad");
    field("home.consulate.passport_delay", passport_delay,
          {Dimension::months, {0, 120}, "Time that a new passport takes abroad", Use::lever});
    field("home.consulate.passport_validity", passport_validity,
          {Dimension::months, {1, 600}, "Time that a passport is valid", Use::lever});
    fee("home.renunciation.fee", renunciation_fee, "Fee of giving up the citizenship");
    fee("home.renunciation.paperwork_cost", paperwork_cost,
        "Cost of the circular paperwork between passport office and embassy");
    field("home.renunciation.paperwork_delay", paperwork_delay,
          {Dimension::months, {0, 120}, "Delay by the circular paperwork", Use::lever});
}
}  // namespace kochmon
