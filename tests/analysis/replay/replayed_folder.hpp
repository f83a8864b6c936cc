// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <stdexcept>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "engine/atomic_file.hpp"

#include "analysis/output/output_folder.hpp"

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace fs = std::filesystem;

/// A run.json.
using Account = nlohmann::ordered_json;

/// What it tells of one of its files.
inline Account& listed(Account& account, std::string const& path)
{
    for (Account& file : account["files"])
        if (file["path"] == path) return file;
    throw std::invalid_argument(path + " is not listed");
}

inline void strike(Account& account, std::string const& path)
{
    Account rest = Account::array();
    for (Account const& file : account["files"])
        if (file["path"] != path) rest.push_back(file);
    account["files"] = rest;
}

/// The folder of a run or a comparison of the real program, which then repeats it.
class Replay : public testing::Test
{
  protected:
    std::string folder() const { return (place_ / "run").string(); }
    fs::path file(std::string const& name) const { return fs::path(folder()) / name; }

    void run(Arguments more = {})
    {
        more.insert(more.end(), {"-q", "-o", folder()});
        ASSERT_EQ(kochmon_with(short_run(more)).status, 0);
    }
    void compare(Arguments more = {})
    {
        Arguments arguments = {"compare",
                               tests::baseline_file,
                               tests::permit_fee_file,
                               "--set",
                               "time.start=2009-11",
                               "--set",
                               "time.warm_up=2 months",
                               "--months",
                               "3",
                               "--persons",
                               "5000",
                               "-q",
                               "-o",
                               folder()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        Outcome const outcome = kochmon_with(arguments);
        ASSERT_EQ(outcome.status, 0) << outcome.err;
    }
    Outcome replay(Arguments more = {}) const
    {
        more.insert(more.begin(), {"replay", folder()});
        return kochmon_with(more);
    }
    void change(std::string const& name, std::string const& from, std::string const& to) const
    {
        std::string text = text_of(file(name));
        std::size_t const at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        put(file(name), text.replace(at, from.size(), to));
    }
    std::string digest() const { return account()["digest"].get<std::string>(); }
    Account account() const { return Account::parse(text_of(file("run.json"))); }
    /// As if the run had told this itself, with the digest that belongs to it.
    void change_account(std::function<void(Account&)> const& change) const
    {
        Account account = this->account();
        account.erase("account_sha256");
        change(account);
        std::vector<WrittenFile> files;
        files.reserve(account["files"].size());
        for (Account const& listed : account["files"])
            files.push_back(
                {listed["path"].get<std::string>(), listed["sha256"].get<std::string>()});
        account["digest"] = digest_of(files);
        put(file("run.json"), account.dump());
    }

  private:
    TestFolder place_;
};
}  // namespace kochmon
