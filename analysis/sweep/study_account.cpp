// SPDX-License-Identifier: MIT
#include "analysis/sweep/study_account.hpp"

#include "engine/atomic_file.hpp"
#include "engine/error.hpp"
#include "engine/sha256.hpp"

#include "analysis/runs/provenance.hpp"

namespace kochmon
{
namespace
{
using OrderedJson = nlohmann::ordered_json;
}  // namespace

OrderedJson read_account(std::filesystem::path const& file)
try
{
    OrderedJson account = OrderedJson::parse(read_whole_file(file));
    OrderedJson unsigned_account = account;
    unsigned_account.erase(own_hash);
    if (account.at("kochmon") != kind_of_account ||
        account.at(own_hash) != hash_of_account(unsigned_account))
        throw FileError(file.string() + ": is not as a sweep wrote it; expected its own text back");
    return account;
}
catch (nlohmann::json::exception const&)
{
    throw FileError(file.string() +
                    ": is not the account of a sweep; expected a folder that "
                    "'kochmon sweep' has made");
}

OrderedJson hashes_of(std::map<std::string, std::string> const& content)
{
    OrderedJson hashes = OrderedJson::object();
    for (auto const& [path, text] : content)
        if (path.starts_with("base/") || path.starts_with("policies/")) hashes[path] = sha256(text);
    return hashes;
}

std::string changed_file(OrderedJson const& then, OrderedJson const& now)
{
    for (auto const& [path, hash] : now.items())
        if (!then.contains(path) || then.at(path) != hash) return path;
    for (auto const& [path, hash] : then.items())
        if (!now.contains(path)) return path;
    return {};
}
}  // namespace kochmon
