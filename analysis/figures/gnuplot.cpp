// SPDX-License-Identifier: MIT
#include "analysis/figures/gnuplot.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "analysis/figures/figure_scripts.hpp"

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

/// Its own group, so that whatever it starts can be ended with it.
class ChildAttributes
{
  public:
    ChildAttributes()
    {
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&attributes_, 0);
    }
    ~ChildAttributes() { posix_spawnattr_destroy(&attributes_); }
    ChildAttributes(ChildAttributes const&) = delete;
    ChildAttributes& operator=(ChildAttributes const&) = delete;
    posix_spawnattr_t const* attributes() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_ = {};
};

/// Where the program lies. Elements of PATH that are no absolute paths are left out: they would be
/// looked up in the folder of the figures, and a program found there is not the user's choice.
std::optional<std::filesystem::path> found_in_search_path(std::string const& program)
{
    char const* const search = std::getenv("PATH");
    std::istringstream folders(search == nullptr ? "" : search);
    for (std::string folder; std::getline(folders, folder, ':');)
    {
        std::filesystem::path const file = std::filesystem::path(folder) / program;
        std::error_code error;
        if (file.is_absolute() && std::filesystem::is_regular_file(file, error) &&
            ::access(file.c_str(), X_OK) == 0)
            return file;
    }
    return std::nullopt;
}

/// Waits a moment. Returns whether nothing came in between: a signal is somebody who asks for an
/// end.
bool moment_passed()
{
    timespec const moment{0, 20'000'000};
    return ::nanosleep(&moment, nullptr) == 0;
}

// Results are there already and must not wait for a picture.
constexpr std::chrono::seconds longest_drawing{60};

bool ended_well(pid_t child)
{
    auto const until = std::chrono::steady_clock::now() + longest_drawing;
    int status = 0;
    pid_t waited = ::waitpid(child, &status, WNOHANG);
    while (waited == 0 && moment_passed() && std::chrono::steady_clock::now() < until)
        waited = ::waitpid(child, &status, WNOHANG);
    if (waited == 0)
    {
        ::kill(-child, SIGKILL);
        do waited = ::waitpid(child, &status, 0);
        while (waited < 0 && errno == EINTR);
    }
    return waited == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// A picture is there whole or not at all.
void take_away_pictures(std::filesystem::path const& folder, std::string const& script,
                        std::vector<std::string> const& formats)
{
    std::error_code nothing_to_do;
    for (std::string const& format : formats)
        std::filesystem::remove((folder / script).replace_extension(format), nothing_to_do);
}

Drawing draw_over(std::filesystem::path const& folder, std::string const& script)
{
    auto const gnuplot = found_in_search_path("gnuplot");
    if (!gnuplot) return Drawing::no_gnuplot;
    ChildFiles const files(folder);
    ChildAttributes const own_group;
    std::string program = gnuplot->string();
    std::string argument = script;
    std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
    pid_t child = 0;
    int const error = posix_spawn(&child, program.c_str(), files.actions(), own_group.attributes(),
                                  arguments.data(), environ);
    if (error != 0) return Drawing::failed;
    return ended_well(child) ? Drawing::done : Drawing::failed;
}

Drawing draw_with(OutputFolder& folder, Figure const& figure, FigureLayout const& layout,
                  std::vector<std::string> const& formats)
{
    std::string const path = "figures/" + figure.name;
    folder.write_beside(path + ".csv", figure.csv);
    folder.write_beside(path + ".gp", gnuplot_script(figure, layout, formats));
    for (std::string const& format : formats) folder.expect_drawn(path + '.' + format);
    return draw(folder.place() / "figures", figure.name + ".gp", formats);
}
}  // namespace

Drawing draw(std::filesystem::path const& folder, std::string const& script,
             std::vector<std::string> const& formats)
{
    take_away_pictures(folder, script, formats);
    Drawing const drawing = draw_over(folder, script);
    if (drawing != Drawing::done) take_away_pictures(folder, script, formats);
    return drawing;
}

Drawing draw_in(OutputFolder& folder, Figure const& figure)
{
    return draw_with(folder, figure, layout_of(figure, page_width), {"svg", "pdf"});
}

Drawing draw_in(OutputFolder& folder, std::string const& name)
{
    for (char const* const format : {"svg", "pdf"})
        folder.expect_drawn(fmt::format("figures/{}.{}", name, format));
    return draw(folder.place() / "figures", name + ".gp");
}

Drawing draw_for_print(OutputFolder& folder, Figure const& figure, Sheet const& sheet)
{
    FigureLayout const layout = layout_of(figure, sheet.width);
    std::string const path = "figures/" + figure.name;
    folder.write_beside(path + ".py", matplotlib_script(figure, layout, sheet.formats));
    folder.write_beside(path + ".R", ggplot_script(figure, layout, sheet.formats));
    return draw_with(folder, figure, layout, sheet.formats);
}
}  // namespace kochmon
