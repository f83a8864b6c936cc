// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/config/sample.hpp"

namespace kochmon::fuzz
{
/// Gives hostile input to what reads it. The first line of an input says which reader that is:
///
///     scenario  a scenario of the sample's declarations, its table beside it
///     policy    a file laid over the sample
///     table     the sample's table
///     set       values of --set over the sample, one a line
///     model     a policy laid over the baseline, with all checks of the model
///     command   arguments of a verb that writes no file, one a line; BASELINE is the baseline
class Harness
{
  public:
    static std::vector<std::string> const& kinds();

    /// True: accepted, false: refused with an error of ours. Whatever else is thrown is a fault of
    /// the program; so is an accepted scenario that cannot be lived, explained or written and read
    /// again, and a message that a terminal cannot show.
    bool accepts(std::string_view input) const;

  private:
    bool accepts(std::string_view kind, std::string const& text) const;
    bool accepts_sample(std::string const& file, Overrides const& overrides = {}) const;
    bool accepts_policy_of_the_model(std::string const& text) const;
    bool accepts_command(std::string const& text) const;

    Declarations const declared_ = sample::declarations();
    sample::Folder inputs_;
    sample::Folder again_;
};
}  // namespace kochmon::fuzz
