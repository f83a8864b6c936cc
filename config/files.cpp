// SPDX-License-Identifier: MIT
#include "config/files.hpp"

#include <system_error>

#include <fmt/format.h>

#include "engine/error.hpp"
#include "engine/regular_file.hpp"

#include "config/document.hpp"
#include "config/shipped_files.hpp"
#include "config/suggestion.hpp"

namespace kochmon
{
namespace
{
/// Why a file cannot serve; nothing if it can. Pipes and devices could keep the program waiting.
std::string obstacle(std::filesystem::path const& file, std::size_t largest)
{
    std::error_code error;
    auto const status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) return "there is no file " + shown(file.string());
    if (!std::filesystem::is_regular_file(status)) return shown(file.string()) + " is not a file";
    if (std::filesystem::file_size(file, error) > largest && !error)
        return fmt::format("{} is larger than {} MiB", shown(file.string()), largest >> 20U);
    return {};
}
}  // namespace

TextFile const& Files::read(std::filesystem::path const& file)
{
    std::string const wrong = obstacle(file, largest_document);
    if (!wrong.empty()) throw FileError(wrong);
    return keep(file, largest_document);
}

std::filesystem::path Files::place_of(Reference const& reference) const
{
    std::filesystem::path file = (reference.folder / reference.name).lexically_normal();
    std::error_code error;
    bool const is_looked_for = reference.may_be_shipped && shipped_ &&
                               is_name_of_shipped(reference.name) &&
                               !std::filesystem::exists(file, error);
    if (!is_looked_for) return file;
    return shipped_scenario(*shipped_, reference.name).value_or(file);
}

TextFile const* Files::read(Reference const& reference)
{
    std::filesystem::path const name(reference.name);
    std::filesystem::path const file = place_of(reference);
    std::string wrong = obstacle(file, reference.largest);
    bool const is_text = reference.name.find('\0') == std::string::npos;
    if (name.empty() || name.is_absolute() || !is_text)
        wrong = shown(reference.name) + " is not the name of a file beside this one";
    try
    {
        if (wrong.empty()) return &keep(file, reference.largest);
    }
    catch (FileError const& error)
    {
        wrong = error.what();
    }
    diagnostics_.report(reference.place, reference.path,
                        {wrong, "a path relative to the folder of this file", near(reference)});
    return nullptr;
}

/// Those that come with the program and have nearly that name.
std::string Files::near(Reference const& reference) const
{
    bool const may_be_meant =
        reference.may_be_shipped && shipped_ && is_name_of_shipped(reference.name);
    if (!may_be_meant) return {};
    return did_you_mean(closest(reference.name, names_of_shipped_scenarios(*shipped_)));
}

TextFile const& Files::keep(std::filesystem::path const& file, std::size_t largest)
{
    for (TextFile const& known : files_)
        if (known.path == file) return known;
    std::string text = read_regular_file(file, largest);
    return files_.emplace_back(
        TextFile{diagnostics_.add_file(file.string()), file, std::move(text)});
}

std::vector<std::pair<std::filesystem::path, std::string>> Files::contents() const
{
    std::vector<std::pair<std::filesystem::path, std::string>> contents;
    for (TextFile const& file : files_) contents.emplace_back(file.path, file.text);
    return contents;
}
}  // namespace kochmon
