// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "config/scenario.hpp"

#include "analysis/serve/http_message.hpp"
#include "analysis/serve/job.hpp"
#include "analysis/serve/last_effects.hpp"
#include "analysis/serve/own_commands.hpp"
#include "analysis/serve/policy_shelf.hpp"

namespace kochmon
{
/// What is served to those who were let in: a folder of results, and policies over a base. All that
/// it does beside reading it does by this program's own commands, each a process of its own.
class Site
{
  public:
    /// `base`: a scenario without shocks. Throws where the folder is none or the base is wrong.
    Site(std::filesystem::path const& folder, std::filesystem::path const& base);
    ~Site();
    Site(Site const&) = delete;
    Site& operator=(Site const&) = delete;

    /// From any thread. `page`: what is asked for, such as `edit`.
    HttpReply answer(HttpRequest const& request, std::string const& page);
    /// Ends what it has begun; streams end, and nothing new begins. Whether a run was going on.
    bool end();

  private:
    using Arguments = std::vector<std::string>;
    Site(std::filesystem::path folder, std::filesystem::path base, Scenario const& scenario);

    HttpReply page(HttpRequest const& request, std::string const& page);
    HttpReply order(HttpRequest const& request, std::string const& page);
    HttpReply list() const;
    HttpReply opened(std::string const& name);
    HttpReply file(std::string const& name, std::string const& file) const;
    HttpReply report(std::string const& name);
    std::vector<LastEffect> effects_in(std::string const& name) const;
    HttpReply two(std::string const& one, std::string const& other) const;
    HttpReply editor(std::string const& policy) const;
    HttpReply effects(std::string const& name) const;
    HttpReply events();
    HttpReply save(Json const& sent);
    HttpReply begin_run(Json const& sent);

    std::filesystem::path place_of_result(std::string const& name) const;

    std::filesystem::path folder_;
    std::filesystem::path base_;
    std::string base_name_;
    Json levers_;
    std::filesystem::path scratch_;  // for reports on their way
    std::atomic<int> reports_ = 0;
    std::atomic<int> streams_ = 0;
    std::atomic<bool> has_ended_ = false;
    Job job_;
    OwnCommands commands_;
    PolicyShelf policies_;
};
}  // namespace kochmon
