// SPDX-License-Identifier: MIT
#include "analysis/serve/child.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
constexpr std::size_t most_kept = 1024UL * 1024UL;
// The program as it was begun, even where its file was replaced since.
constexpr char own_program[] = "/proc/self/exe";

[[noreturn]] void refuse_child(int error)
{
    throw FileError(fmt::format("cannot start a process of kochmon: {}",
                                std::generic_category().message(error)));
}

std::array<int, 2> pipe_of_ours()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) refuse_child(errno);
    return ends;
}

/// What the child is begun with: its files, signals as they are at first, a group of its own.
class Beginning
{
  public:
    Beginning(int out, int err)
    {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&files_, out, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&files_, err, STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
        posix_spawnattr_init(&attributes_);
        sigset_t none;
        sigset_t usual;
        sigemptyset(&none);
        sigemptyset(&usual);
        sigaddset(&usual, SIGPIPE);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &usual);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~Beginning()
    {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&attributes_);
    }
    Beginning(Beginning const&) = delete;
    Beginning& operator=(Beginning const&) = delete;

    int spawn(pid_t& process, std::vector<std::string>& arguments) const
    {
        std::vector<char*> pointers;
        pointers.reserve(arguments.size() + 1);
        for (std::string& argument : arguments) pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        return ::posix_spawn(&process, own_program, &files_, &attributes_, pointers.data(),
                             environ);
    }

  private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

/// Appends what has come; whether more may.
bool read_some(int file, std::string& text)
{
    std::array<char, 16384> bytes{};
    ssize_t const count = ::read(file, bytes.data(), bytes.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    if (text.size() < most_kept) text.append(bytes.data(), static_cast<std::size_t>(count));
    return count > 0;
}

/// Hands on the whole lines, and takes them away.
void tell_lines(std::string& text, std::function<void(std::string_view)> const& line)
{
    std::size_t told = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', told))
    {
        line(std::string_view(text).substr(told, end - told));
        told = end + 1;
    }
    text.erase(0, told);
}
}  // namespace

Child::Child(std::vector<std::string> const& arguments)
{
    auto const out = pipe_of_ours();
    auto const err = pipe_of_ours();
    out_ = out[0];
    err_ = err[0];
    std::vector<std::string> command = {"kochmon"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    int const error = Beginning(out[1], err[1]).spawn(process_, command);
    ::close(out[1]);
    ::close(err[1]);
    if (error == 0) return;
    ::close(out_);
    ::close(err_);
    refuse_child(error);
}

Child::~Child()
{
    send(SIGKILL);
    reap();
    ::close(out_);
    ::close(err_);
}

void Child::send(int signal)
{
    std::scoped_lock const lock(mutex_);
    if (process_ > 0) ::kill(-process_, signal);
}

ChildOutcome Child::wait(std::function<void(std::string_view)> const& line)
{
    ChildOutcome outcome;
    read_streams(outcome, line);
    outcome.status = reap();
    return outcome;
}

void Child::read_streams(ChildOutcome& outcome,
                         std::function<void(std::string_view)> const& line) const
{
    std::array<pollfd, 2> streams = {pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
    std::array<std::string*, 2> const texts = {&outcome.out, &outcome.err};
    while (streams[0].fd >= 0 || streams[1].fd >= 0)
    {
        if (::poll(streams.data(), streams.size(), -1) < 0)
        {
            if (errno != EINTR) return;
            continue;
        }
        for (std::size_t k = 0; k < streams.size(); ++k)
            if (streams[k].fd >= 0 && streams[k].revents != 0 &&
                !read_some(streams[k].fd, *texts[k]))
                streams[k].fd = -1;
        if (line) tell_lines(outcome.err, line);
    }
}

int Child::reap()
{
    pid_t process = -1;
    {
        std::scoped_lock const lock(mutex_);
        process = process_;
    }
    if (process < 0) return 0;
    // It stays a zombie until its number is forgotten here, so that no signal goes to another.
    siginfo_t told = {};
    while (::waitid(P_PID, static_cast<id_t>(process), &told, WEXITED | WNOWAIT) != 0 &&
           errno == EINTR)
        ;
    std::scoped_lock const lock(mutex_);
    int status = 0;
    ::waitpid(process, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
}  // namespace kochmon
