// SPDX-License-Identifier: MIT
#include "analysis/output/folder_mark.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

constexpr std::string_view first_line =
    "kochmon output folder: claims, and what kochmon wrote here (SHA-256, path)";
constexpr std::string_view claim_word = "claim ";
constexpr std::uintmax_t largest_mark = 64U << 20U;  // bytes; a calibration of days has a tenth

std::string host()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown host";
}

std::string claim_of_this_process()
{
    auto const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("process {} on {} since {:%Y-%m-%d %H:%M:%S} UTC", ::getpid(), host(),
                       fmt::gmtime(now));
}

/// Of another machine nothing is known: its process may live.
bool may_live(std::string const& claim)
{
    constexpr std::string_view head = "process ";
    if (!claim.starts_with(head)) return false;
    int process = 0;
    std::from_chars(claim.data() + head.size(), claim.data() + claim.size(), process);
    if (claim.find(" on " + host() + " since ") == std::string::npos) return true;
    return process > 0 && (::kill(process, 0) == 0 || errno == EPERM);
}

void take_line(std::string const& line, MarkText& text)
{
    std::size_t const gap = line.find("  ");
    if (line.starts_with(claim_word))
        text.last_claim = line.substr(claim_word.size());
    else if (gap == 64 || line.substr(0, gap) == drawn)
        text.files.push_back({line.substr(gap + 2), line.substr(0, gap)});
}

bool is_mark(fs::path const& mark)
{
    std::error_code error;
    return fs::is_regular_file(fs::symlink_status(mark, error)) &&
           fs::file_size(mark, error) <= largest_mark;
}

/// A mark that is there, or a new one. Nothing opens if another process makes it just now.
OpenFile open_mark(fs::path const& mark, bool& is_new)
{
    is_new = false;
    OpenFile there(mark, O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK);
    if (there.is_open() || there.cause() != ENOENT) return there;
    is_new = true;
    return {mark, O_RDWR | O_APPEND | O_CREAT | O_EXCL};
}

void demand_mark(OpenFile const& file, fs::path const& folder)
{
    if (!file.is_open()) fail_to("claim", folder, file.cause());
    if (!is_mark(folder / mark_name))
        throw FileError(fmt::format("{}: is no mark of kochmon; choose another folder with -o",
                                    (folder / mark_name).string()));
}
}  // namespace

MarkText read_mark(fs::path const& folder)
{
    if (!is_mark(folder / mark_name)) return {};
    std::istringstream lines(read_whole_file(folder / mark_name));
    std::string line;
    if (!std::getline(lines, line) || line != first_line) return {};
    MarkText text{.is_ours = true};
    // What does not end was not written whole.
    while (std::getline(lines, line) && !lines.eof()) take_line(line, text);
    return text;
}

std::optional<std::string> holder_of(fs::path const& folder)
{
    // Between taking a mark and writing who has it a moment passes.
    constexpr int looks = 100;
    constexpr std::chrono::milliseconds pause(10);
    for (int look = 0; look < looks; ++look)
    {
        OpenFile const mark(folder / mark_name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        if (!mark.is_open() || !is_taken(mark)) return {};
        std::string claim = read_mark(folder).last_claim;
        if (may_live(claim)) return claim;
        std::this_thread::sleep_for(pause);
    }
    return "another process";
}

FolderMark::FolderMark(fs::path folder, OpenFile file, bool is_new)
    : folder_(std::move(folder)), file_(std::move(file)), is_new_(is_new)
{
}

std::optional<FolderMark> FolderMark::claim(fs::path const& folder)
{
    constexpr int tries = 1000;
    fs::path const mark = folder / mark_name;
    for (int at = 0; at < tries; ++at)
    {
        bool is_new = false;
        OpenFile file = open_mark(mark, is_new);
        if (!file.is_open() && file.cause() == EEXIST) continue;
        demand_mark(file, folder);
        if (!take_alone(file)) return {};
        // Who had it before may have taken the folder away meanwhile.
        if (!file.is_at(mark)) continue;
        FolderMark claim(folder, std::move(file), is_new);
        claim.begin();
        return claim;
    }
    fail_to("claim", folder, EBUSY);
}

void FolderMark::begin()
{
    // Of an old mark the last line, which a killed process may have been writing, ends here.
    append(fs::file_size(folder_ / mark_name) == 0 ? std::string(first_line) : std::string());
    append(std::string(claim_word) + claim_of_this_process());
    if (int const cause = sync_folder(folder_)) fail_to("claim", folder_, cause);
}

void FolderMark::note(WrittenFile const& file)
{
    append(fmt::format("{}  {}", file.sha256, file.path));
}

void FolderMark::append(std::string const& line)
{
    std::string const text = (is_torn_ ? "\n" : "") + line + '\n';
    is_torn_ = true;
    int cause = write_all(file_.descriptor(), text);
    if (cause == 0) cause = sync(file_.descriptor());
    if (cause != 0) fail_to("write", folder_ / mark_name, cause);
    is_torn_ = false;
}

void FolderMark::remove() const
{
    if (is_in_place()) ::unlink((folder_ / mark_name).c_str());
}
}  // namespace kochmon
