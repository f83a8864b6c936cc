// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace kochmon
{
struct ChildOutcome
{
    int status = 0;  // exit status; 128 + signal if one ended it
    std::string out;
    std::string err;
};

/// This program as a process of its own, by a list of arguments that no shell reads. It gets no
/// file of ours but its two pipes, and has a process group of its own: whoever presses Ctrl-C stops
/// us, and we it. If we are killed, its next message ends it (SIGPIPE).
class Child
{
  public:
    /// `arguments`: after the program's name. Throws FileError where no process can be begun.
    explicit Child(std::vector<std::string> const& arguments);
    /// Ends it at once.
    ~Child();
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    /// From any thread. To the child and all that it has begun; to nobody once it has ended.
    void send(int signal);
    /// Reads until it ends. With `line`, that gets each line of standard error as it comes, and no
    /// other does. Of each stream at most a megabyte is kept.
    ChildOutcome wait(std::function<void(std::string_view)> const& line = {});

  private:
    void read_streams(ChildOutcome& outcome,
                      std::function<void(std::string_view)> const& line) const;
    int reap();

    int out_ = -1;
    int err_ = -1;
    std::mutex mutex_;    // of what follows
    pid_t process_ = -1;  // -1: ended, so that the number may be another's
};
}  // namespace kochmon
