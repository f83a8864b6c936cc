// SPDX-License-Identifier: MIT
#include "analysis/commands/policy_titles.hpp"

#include <algorithm>

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"

#include "config/diagnostics.hpp"
#include "config/document.hpp"
#include "config/shipped_files.hpp"

namespace kochmon
{
namespace
{
namespace fs = std::filesystem;

/// The comment that begins the file, in one line; what an editor reads there is none.
std::string first_comment(std::string_view text)
{
    std::string says;
    while (text.starts_with('#'))
    {
        std::string_view line = text.substr(1, text.find('\n') - 1);
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        while (line.starts_with(' ')) line.remove_prefix(1);
        while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with("yaml-language-server:")) continue;
        if (!says.empty() && !line.empty()) says += ' ';
        says += line;
    }
    return says;
}

std::vector<std::string> levers_in(Node const& shocks)
{
    std::vector<std::string> levers;
    for (Node const& shock : shocks.items)
    {
        Node const* const lever = shock.is_map() ? shock.find("lever") : nullptr;
        if (lever != nullptr && lever->is_scalar() &&
            std::ranges::find(levers, lever->text) == levers.end())
            levers.push_back(lever->text);
    }
    return levers;
}

std::vector<std::string> texts_in(Node const* list)
{
    std::vector<std::string> texts;
    if (list != nullptr && list->is_list())
        for (Node const& item : list->items)
            if (item.is_scalar()) texts.push_back(item.text);
    return texts;
}
}  // namespace

std::optional<PolicyTitle> policy_title(fs::path const& file)
try
{
    std::string const text = read_whole_file(file);
    Diagnostics untold;  // said when the policy is read
    auto const root = parse_document(text, untold.add_file(file.string()), untold);
    if (!root || !root->is_map()) return std::nullopt;
    Node const* const shocks = root->find("shocks");
    PolicyTitle title{.name = file.stem().string(),
                      .file = file,
                      .says = first_comment(text),
                      .levers = {},
                      .includes = texts_in(root->find("include"))};
    if (shocks != nullptr && shocks->is_list()) title.levers = levers_in(*shocks);
    bool const is_policy =
        root->find("scenario") != nullptr && (!title.levers.empty() || !title.includes.empty());
    return is_policy ? std::optional(std::move(title)) : std::nullopt;
}
catch (Error const&)
{
    return std::nullopt;
}

std::vector<PolicyTitle> policies_beside(fs::path const& scenario)
{
    std::vector<PolicyTitle> titles;
    fs::path const folder = scenario.parent_path();
    for (fs::path const& place : {folder, folder / "policies"})
        for (fs::path const& file : yaml_files_in(place.empty() ? fs::path(".") : place))
            if (auto title = policy_title(file.lexically_normal()))
                titles.push_back(*std::move(title));
    std::ranges::sort(titles, {}, &PolicyTitle::name);
    return titles;
}
}  // namespace kochmon
