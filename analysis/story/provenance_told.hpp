// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "analysis/page/page.hpp"
#include "analysis/page/result_folder.hpp"
#include "analysis/words/words.hpp"

namespace kochmon
{
/// The command line as a shell reads it back.
std::string shell_command(Json const& words);
/// How to cite the figures, which program made them from what, and the command that repeats them.
void tell_provenance(Page& page, ResultFolder const& result, Words const& words);
/// How to cite a result of that program under that digest.
std::string citation(Json const& program, std::string const& digest, Words const& words);
}  // namespace kochmon
