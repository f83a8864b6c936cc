// SPDX-License-Identifier: MIT
#include "analysis/serve/own_commands.hpp"

#include <csignal>

namespace kochmon
{
ChildOutcome OwnCommands::run(std::vector<std::string> const& arguments)
{
    auto const child = std::make_shared<Child>(arguments);
    {
        std::scoped_lock const lock(mutex_);
        std::erase_if(running_, [](std::weak_ptr<Child> const& one) { return one.expired(); });
        running_.push_back(child);
        if (has_ended_) child->send(SIGKILL);
    }
    return child->wait();
}

void OwnCommands::end()
{
    std::scoped_lock const lock(mutex_);
    has_ended_ = true;
    for (std::weak_ptr<Child> const& one : running_)
        if (std::shared_ptr<Child> const child = one.lock()) child->send(SIGKILL);
}
}  // namespace kochmon
