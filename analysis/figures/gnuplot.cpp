// SPDX-License-Identifier: MIT
#include "analysis/figures/gnuplot.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kochmon
{
namespace
{
/// Changes to make in the child before it becomes gnuplot.
class ChildFiles
{
  public:
    explicit ChildFiles(std::filesystem::path const& folder)
    {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
        // Standard output is for results alone.
        posix_spawn_file_actions_adddup2(&actions_, STDERR_FILENO, STDOUT_FILENO);
    }
    ~ChildFiles() { posix_spawn_file_actions_destroy(&actions_); }
    ChildFiles(ChildFiles const&) = delete;
    ChildFiles& operator=(ChildFiles const&) = delete;
    posix_spawn_file_actions_t const* actions() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_ = {};
};

bool ended_well(pid_t child)
{
    int status = 0;
    pid_t waited = 0;
    do waited = ::waitpid(child, &status, 0);
    while (waited < 0 && errno == EINTR);
    return waited == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
}  // namespace

namespace
{
/// A picture is there whole or not at all.
void take_away_pictures(std::filesystem::path const& folder, std::string const& script)
{
    std::error_code nothing_to_do;
    for (char const* const kind : {".svg", ".pdf"})
        std::filesystem::remove((folder / script).replace_extension(kind), nothing_to_do);
}

Drawing draw_over(std::filesystem::path const& folder, std::string const& script)
{
    ChildFiles const files(folder);
    std::string program = "gnuplot";
    std::string argument = script;
    std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    int const error =
        posix_spawnp(&child, program.c_str(), files.actions(), nullptr, arguments.data(), environ);
    if (error != 0) return error == ENOENT ? Drawing::no_gnuplot : Drawing::failed;
    return ended_well(child) ? Drawing::done : Drawing::failed;
}
}  // namespace

Drawing draw(std::filesystem::path const& folder, std::string const& script)
{
    take_away_pictures(folder, script);
    Drawing const drawing = draw_over(folder, script);
    if (drawing != Drawing::done) take_away_pictures(folder, script);
    return drawing;
}
}  // namespace kochmon
