// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>

#include "tests/config/mutations.hpp"

/// Many mistakes in one text, since all errors of a scenario are told at once: each mistake of a
/// kind in a text with its like at other keys. Where one hides the others (a text that is no YAML
/// tells nothing else) each is tried in a text of its own.
namespace kochmon::mutations
{
/// What a mutant differs in from the text without mistakes.
struct Edit
{
    Mutant const* mutant;
    std::size_t begin;
    std::size_t end;
    std::string text;

    Edit(std::string const& sound, Mutant const& from) : mutant(&from)
    {
        std::size_t const most = std::min(sound.size(), from.text.size());
        begin = 0;
        while (begin < most && sound[begin] == from.text[begin]) ++begin;
        begin = sound.rfind('\n', begin == 0 ? 0 : begin - 1) + 1;  // whole lines
        std::size_t after = 0;
        while (after < most - begin &&
               sound[sound.size() - 1 - after] == from.text[from.text.size() - 1 - after])
            ++after;
        end = sound.size() - after;
        text = from.text.substr(begin, from.text.size() - after - begin);
    }
    bool is_shock() const { return text.starts_with("shocks:\n"); }
};

class Together
{
  public:
    Together(std::string sound, Declarations const& declarations, std::filesystem::path folder)
        : sound_(std::move(sound)), declarations_(declarations), folder_(std::move(folder))
    {
    }

    /// One text for each mutant that is not refused as it should be.
    std::vector<std::string> faults(std::vector<Mutant> const& mutants)
    {
        faults_.clear();
        for (auto const& [kind, edits] : by_kind(mutants)) try_kind(edits);
        return std::move(faults_);
    }
    std::size_t texts() const { return texts_; }

  private:
    static constexpr std::size_t at_once = 16;  // below what Diagnostics tells at most

    std::map<std::string, std::vector<Edit>> by_kind(std::vector<Mutant> const& mutants) const
    {
        std::map<std::string, std::vector<Edit>> kinds;
        std::map<std::string, int> seen;
        for (Mutant const& mutant : mutants)
        {
            bool const is_typo = mutant.mutation.starts_with("typo") ||
                                 mutant.mutation.starts_with("mistyped lever");
            std::string name = is_typo ? "typo" : mutant.mutation;
            Edit edit(sound_, mutant);
            // Shocks are a list, in which each stands for itself. Elsewhere a mistake at a group
            // hides what stands below it: each depth has texts of its own.
            if (!edit.is_shock())
                name += fmt::format(" {} {}", seen[name + " of " + mutant.path]++,
                                    std::count(mutant.path.begin(), mutant.path.end(), '.'));
            kinds[name].push_back(std::move(edit));
        }
        return kinds;
    }

    void try_kind(std::vector<Edit> const& edits)
    {
        std::size_t const texts = (edits.size() + at_once - 1) / at_once;
        bool hide_each_other = false;
        for (std::size_t first = 0; first < texts; ++first)
        {
            std::vector<Edit> batch;
            for (std::size_t at = first; at < edits.size(); at += texts) batch.push_back(edits[at]);
            if (hide_each_other)
                for (Edit const& edit : batch) try_alone(*edit.mutant);
            else
                hide_each_other = try_together(batch) == 0 && batch.size() > 1;
        }
    }
    /// How many were told beside others. Where one of a batch hides another, its halves are tried.
    std::size_t try_together(std::vector<Edit> const& batch)
    {
        if (batch.size() > 1 && are_all_told(batch)) return batch.size();
        if (batch.size() == 1) try_alone(*batch.front().mutant);
        if (batch.size() <= 1) return 0;
        auto const middle = batch.begin() + static_cast<std::ptrdiff_t>(batch.size() / 2);
        return try_together({batch.begin(), middle}) + try_together({middle, batch.end()});
    }
    void try_alone(Mutant const& mutant)
    {
        ++texts_;
        for (std::string& fault : mutations::faults({mutant}, declarations_, folder_))
            faults_.push_back(std::move(fault));
    }

    /// Whether a text with all of them is refused with exactly one line for each, as it should be.
    bool are_all_told(std::vector<Edit> batch)
    {
        std::sort(batch.begin(), batch.end(),
                  [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
        std::string text;
        std::set<std::string> expected;
        std::size_t done = 0;
        int shift = 0;
        for (Edit const& edit : batch)
        {
            if (edit.begin < done || (edit.begin == done && done > 0 && !edit.is_shock()))
                return false;  // two in one line
            bool const goes_on = edit.is_shock() && text.find("\nshocks:\n") != std::string::npos;
            std::size_t const head = goes_on ? std::string("shocks:\n").size() : 0;
            text += sound_.substr(done, edit.begin - done);
            expected.insert(fmt::format("{}:{}:{}: {}", mutant_file(folder_).string(),
                                        edit.mutant->line + shift - (goes_on ? 1 : 0),
                                        edit.mutant->column, edit.mutant->path));
            text += edit.text.substr(head);
            shift += lines_in(edit.text.substr(head)) -
                     lines_in(sound_.substr(edit.begin, edit.end - edit.begin));
            done = edit.end;
        }
        ++texts_;
        return says_exactly(text + sound_.substr(done), expected, batch);
    }
    bool says_exactly(std::string const& text, std::set<std::string> expected,
                      std::vector<Edit> const& batch) const
    {
        std::string const told = refusal_of(text, declarations_, folder_);
        std::istringstream lines(told);
        for (std::string line; std::getline(lines, line);)
        {
            auto const is_it = [&](std::string const& begin)
            { return line.starts_with(begin + ":") || line.starts_with(begin + "."); };
            auto const one = std::find_if(expected.begin(), expected.end(), is_it);
            if (one == expected.end()) return false;
            expected.erase(one);
        }
        auto const is_said = [&](Edit const& edit)
        { return told.find(edit.mutant->says) != std::string::npos; };
        return expected.empty() && std::all_of(batch.begin(), batch.end(), is_said);
    }
    static int lines_in(std::string const& text)
    {
        return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    }

    std::string sound_;
    Declarations const& declarations_;
    std::filesystem::path folder_;
    std::vector<std::string> faults_;
    std::size_t texts_ = 0;
};
}  // namespace kochmon::mutations
