// SPDX-License-Identifier: MIT
#include "tests/analysis/program.hpp"

#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kochmon
{
namespace fs = std::filesystem;

TestFolder::TestFolder()
{
    std::string name = (fs::temp_directory_path() / "kochmon-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test");
    path_ = name;
}

TestFolder::~TestFolder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

namespace
{
std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> environment(std::string const& search_path)
{
    std::vector<std::string> result;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (search_path.empty() || !std::string_view(*entry).starts_with("PATH="))
            result.emplace_back(*entry);
    if (!search_path.empty()) result.push_back("PATH=" + search_path);
    return result;
}
}  // namespace

Program::Program(Arguments arguments, std::string const& search_path)
{
    arguments.insert(arguments.begin(), KOCHMON_PROGRAM);
    std::vector<std::string> variables = environment(search_path);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    int const created = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, (caught_ / "out").c_str(), created,
                                     0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, (caught_ / "err").c_str(), created,
                                     0600);
    int const error = posix_spawn(&child_, KOCHMON_PROGRAM, &files, nullptr,
                                  pointers(arguments).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) throw std::runtime_error("cannot start " KOCHMON_PROGRAM);
}

void Program::send(int signal) const
{
    ::kill(child_, signal);
}

Outcome Program::wait()
{
    int status = 0;
    ::waitpid(child_, &status, 0);
    int const code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, text_of(caught_ / "out"), text_of(caught_ / "err")};
}

std::string Program::out_so_far() const
{
    return text_of(caught_ / "out");
}

bool Program::is_running() const
{
    siginfo_t told = {};
    bool const is_known =
        ::waitid(P_PID, static_cast<id_t>(child_), &told, WEXITED | WNOHANG | WNOWAIT) == 0;
    return is_known && told.si_pid == 0;
}

Arguments short_run(Arguments const& more)
{
    std::string const baseline = std::string(KOCHMON_SOURCE) + "/config/baseline.yaml";
    Arguments arguments = {"run",      baseline, "--set",     "time.warm_up=2 months",
                           "--months", "3",      "--persons", "5000"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::string text_of(fs::path const& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> texts_in(fs::path const& folder)
{
    std::map<std::string, std::string> texts;
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            texts[entry.path().lexically_relative(folder).string()] = text_of(entry.path());
    return texts;
}

void put(fs::path const& file, std::string const& text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}
}  // namespace kochmon
