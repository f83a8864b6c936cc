// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "analysis/serve/child.hpp"

namespace kochmon
{
/// Commands of this program that take a moment and are waited for, each a process of its own.
class OwnCommands
{
  public:
    /// From any thread. Throws FileError where no process can be begun.
    ChildOutcome run(std::vector<std::string> const& arguments);
    /// Ends those that run, and all that come, at once.
    void end();

  private:
    std::mutex mutex_;  // of what follows
    bool has_ended_ = false;
    std::vector<std::weak_ptr<Child>> running_;
};
}  // namespace kochmon
