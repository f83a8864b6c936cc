// SPDX-License-Identifier: MIT
#include "analysis/output/refusals.hpp"

#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "engine/error.hpp"

#include "analysis/output/folder_mark.hpp"

namespace kochmon
{
namespace fs = std::filesystem;

void wait_for_mark(fs::path const& folder)
{
    constexpr int looks = 20;
    constexpr std::chrono::milliseconds pause(10);
    std::error_code error;
    for (int look = 0; look < looks && fs::is_empty(folder, error) && !error; ++look)
        std::this_thread::sleep_for(pause);
}

void refuse_folder(fs::path const& folder, std::string const& why)
{
    throw OutputExistsError(fmt::format("output folder {}: {}", folder.string(), why));
}

void demand_folder(fs::path const& folder)
{
    fs::path const named = folder.has_filename() ? folder : folder.parent_path();
    auto const type = fs::symlink_status(named).type();
    if (type == fs::file_type::symlink)
        refuse_folder(folder,
                      "is a link; name the folder itself with -o, since what a link leads to may "
                      "be somebody else's");
    if (type != fs::file_type::directory && type != fs::file_type::not_found)
        refuse_folder(folder, "is there and is no folder; choose another one with -o");
}

void demand_no_holder(fs::path const& folder)
{
    if (auto const holder = holder_of(folder))
        refuse_folder(folder, fmt::format("is being written by {}; wait for its end or choose "
                                          "another folder with -o",
                                          *holder));
}

void demand_no_input(fs::path const& folder, FolderContent const& content, InputFiles const& inputs)
{
    auto input = inputs.within(folder);
    for (std::string const& path : content.written)
        if (!input) input = inputs.same_as(folder / path);
    if (!input) return;
    refuse_folder(folder, fmt::format("holds {}, which this command has read, and what was read is "
                                      "never overwritten; choose another folder with -o",
                                      input->string()));
}

void demand_ours(fs::path const& folder, FolderContent const& content)
{
    if (auto const obstacle = content.obstacle())
        refuse_folder(folder, *obstacle + "; choose another folder with -o");
}
}  // namespace kochmon
