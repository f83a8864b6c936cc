// SPDX-License-Identifier: MIT
#include "analysis/commands/usual_model.hpp"

#include "engine/error.hpp"

#include "config/corridor_file.hpp"
#include "config/resolved.hpp"

#include "agents/loading/load_model.hpp"

#include "analysis/commands/shipped_config.hpp"

namespace kochmon
{
UsualModel usual_model(Flags const& flags, std::size_t at)
{
    UsualModel model;
    if (flags.arguments.size() > at)
    {
        model.is_named = true;
        model.file =
            found_by_name(flags.arguments[at], LookedFor::scenario, flags.overrides.shipped);
        model.scenario = load_model(*model.file, flags.overrides);
        model.declarations = model.scenario->content().declarations;
        return model;
    }
    model.file = usual_baseline(flags);
    model.declarations =
        model_declarations(model.file ? corridor_or_unknown(*model.file) : unknown_corridor());
    if (!model.file) return model;
    try
    {
        model.scenario = load_model(*model.file, flags.overrides);
    }
    catch (Error const&)
    {
        // Whoever asks what a key means need not be told of another file.
    }
    return model;
}
}  // namespace kochmon
