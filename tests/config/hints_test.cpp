// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "engine/error.hpp"

#include "config/suggestion.hpp"

#include "tests/config/sample.hpp"

// Whoever follows a hint to the letter writes what was meant, or is told more.
namespace kochmon
{
namespace
{
/// A line of tests/config/hints/mistakes.txt, which says what the words mean.
struct HintCase
{
    std::string kind;
    std::string where;
    std::string written;
    std::vector<std::string> meant;  // none: unclear

    std::string text() const { return fmt::format("{} {} | {}", kind, where, written); }
};

/// `\u{a0}` as the character; only of the plane in which all spaces lie.
std::string hint_text_decoded(std::string text)
{
    for (std::size_t at = text.find("\\u{"); at != std::string::npos; at = text.find("\\u{"))
    {
        std::size_t const end = text.find('}', at);
        auto const point = static_cast<unsigned>(std::stoul(text.substr(at + 3), nullptr, 16));
        std::string character;
        if (point >= 0x800U) character += static_cast<char>(0xE0U | (point >> 12U));
        character += static_cast<char>(point >= 0x800U ? 0x80U | ((point >> 6U) & 0x3FU)
                                                       : 0xC0U | (point >> 6U));
        character += static_cast<char>(0x80U | (point & 0x3FU));
        text.replace(at, end + 1 - at, character);
    }
    return text;
}

std::vector<std::string> hint_fields(std::string const& text, std::string const& mark)
{
    std::vector<std::string> fields;
    std::size_t begin = 0;
    for (std::size_t end = text.find(mark); end != std::string::npos; end = text.find(mark, begin))
    {
        fields.push_back(text.substr(begin, end - begin));
        begin = end + mark.size();
    }
    fields.push_back(text.substr(begin));
    return fields;
}

std::vector<HintCase> hint_cases()
{
    std::vector<HintCase> cases;
    std::ifstream file(KOCHMON_SOURCE "/tests/config/hints/mistakes.txt");
    for (std::string line; std::getline(file, line);)
    {
        if (line.starts_with('#')) continue;
        std::vector<std::string> const fields = hint_fields(line, " | ");
        HintCase one{fields.at(0), fields.at(1), hint_text_decoded(fields.at(2)), {}};
        if (fields.at(3) != "unclear") one.meant = hint_fields(fields.at(3), " or ");
        cases.push_back(one);
    }
    return cases;
}

/// What came of writing a text: what the program then lives by, or what it says against it.
struct HintOutcome
{
    bool is_accepted = false;
    std::string text = {};
};

using HintTold = std::function<std::string(Scenario const&)>;

/// The folder in which all texts are written; what does not change is written once.
class HintFolder
{
  public:
    HintFolder() { folder_.write("base.yaml", sample::complete); }
    HintOutcome set(std::string const& text, HintTold const& told) const
    {
        return load(folder_.path() / "base.yaml", {.set = {text}}, told);
    }
    /// Lines of a file that rests on the sample.
    HintOutcome lines(std::string const& text, HintTold const& told) const
    {
        return load(folder_.write("s.yaml", "schema: 1\nscenario: child\nbase: base.yaml\n" + text),
                    {}, told);
    }
    HintOutcome table(std::string const& csv, HintTold const& told) const
    {
        folder_.write("s.csv", csv);
        return lines("population: {tables: {pyramid: {file: s.csv}}}\n", told);
    }

  private:
    HintOutcome load(std::filesystem::path const& file, Overrides const& overrides,
                     HintTold const& told) const
    {
        try
        {
            return {true, told(Scenario::load(file, sample::declarations(), overrides))};
        }
        catch (ScenarioError const& error)
        {
            std::string text = error.what();
            std::string const place = folder_.path().string() + "/";
            for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place))
                text.erase(at, place.size());
            return {false, text};
        }
    }
    sample::Folder folder_;
};

std::string resolved_text(Scenario const& scenario)
{
    return scenario.resolved();
}

HintOutcome written_value(HintFolder const& folder, HintCase const& mistake,
                          std::string const& text)
{
    auto const told = [&](Scenario const& scenario)
    { return fmt::format("{:.12g}", sample::value(scenario, mistake.where, "2006-12")); };
    return folder.set(mistake.where + "=" + text, told);
}

HintOutcome written_cell(HintFolder const& folder, HintCase const& mistake, std::string const& text)
{
    std::map<std::string, std::string> cells = {{"sex", "male"}, {"age", "3"}, {"persons", "11"}};
    cells[mistake.where] = text;
    auto const told = [&](Scenario const& scenario)
    {
        Table const& table = scenario.table("population.tables.pyramid");
        return mistake.where == "sex" ? table.words("sex").back()
                                      : fmt::format("{}", table.numbers(mistake.where).back());
    };
    return folder.table(fmt::format("region,sex,age,persons,source\nosh,\"{}\",\"{}\",\"{}\",F1\n",
                                    cells["sex"], cells["age"], cells["persons"]),
                        told);
}

HintOutcome written(HintFolder const& folder, HintCase const& mistake, std::string const& text)
{
    if (mistake.kind == "value") return written_value(folder, mistake, text);
    if (mistake.kind == "cell") return written_cell(folder, mistake, text);
    if (mistake.kind == "setting") return folder.set(mistake.where + "=" + text, resolved_text);
    if (mistake.kind == "path") return folder.set(text + "=" + mistake.where, resolved_text);
    if (mistake.kind == "line") return folder.lines(text + "\n", resolved_text);
    std::string const lever = mistake.kind == "lever" ? text : "law.permit.fee";
    std::string const month = mistake.kind == "month" ? text : "2006-01";
    return folder.lines(
        fmt::format("shocks:\n  - {{lever: {}, scale: 1.1, from: {}}}\n", lever, month),
        resolved_text);
}

/// What a hint proposes, and whether it leaves open that something else is meant.
struct HintProposals
{
    std::vector<std::string> texts;
    bool is_open = false;
};

/// The line with the proposal in the place of the mistaken key, or of the key with its value.
std::string hint_followed(std::string const& line, HintCase const& mistake,
                          std::string const& proposal)
{
    std::size_t key = line.find(mistake.where);
    bool const is_key = proposal.find(": ") == std::string::npos;
    if (mistake.kind != "line" || key == std::string::npos) return proposal;
    // An earlier hint has made it `law.permit.fee`, which is then replaced as a whole.
    std::size_t const after = line.find_last_of(" {", key);
    std::size_t const begin = after == std::string::npos ? 0 : after + 1;
    if (!is_key) key = begin;
    if (key == 0 && !is_key) return proposal;
    std::size_t const end =
        is_key ? key + mistake.where.size() : std::min(line.find('}', key), line.size());
    return line.substr(0, key) + proposal + line.substr(end);
}

HintProposals hint_proposals(std::string const& message, HintCase const& mistake,
                             std::string const& written)
{
    HintProposals found;
    std::size_t begin = std::string::npos;
    for (char const* const mark : {", did you mean '", ", write '"})
        begin = std::min(begin, message.find(mark));
    if (message.find("leave the quotes out") != std::string::npos)
        found.texts.push_back(written.substr(1, written.size() - 2));
    if (begin == std::string::npos) return found;
    std::string const hint = message.substr(begin, message.find('\n', begin) - begin);
    std::vector<std::string> const parts = hint_fields(hint, "'");
    for (std::size_t at = 1; at < parts.size(); at += 2)
        found.texts.push_back(hint_followed(written, mistake, parts[at]));
    found.is_open = found.texts.size() > 1 || hint.find("' if ") != std::string::npos;
    return found;
}

/// Follows the hints of one mistake, and those of what they lead to.
class HintFollower
{
  public:
    HintFollower(HintFolder const& folder, HintCase const& mistake)
        : folder_(folder), mistake_(mistake)
    {
        for (std::string const& meant : mistake.meant) meant_.push_back(outcome(meant));
    }
    /// What is wrong with the hints; empty if nothing is.
    std::string fault()
    {
        for (HintOutcome const& meant : meant_)
            if (!meant.is_accepted) return "what is meant is refused: " + meant.text;
        HintOutcome const first = outcome(mistake_.written);
        if (first.is_accepted) return "it is no mistake";
        if (std::ranges::count(first.text, '\n') > 0) return "told twice: " + first.text;
        std::string wrong = follow(mistake_.written, first, 0);
        if (!wrong.empty()) return wrong + " (" + first.text + ")";
        // No hint is no untrue one; but one that is given names all that may be meant.
        for (HintOutcome const& meant : meant_)
            if (is_hinted_ && !std::ranges::count(reached_, meant.text))
                return "no hint leads to what is meant (" + first.text + ")";
        return {};
    }
    std::size_t followed() const { return followed_; }
    bool is_hinted() const { return is_hinted_; }

  private:
    HintOutcome outcome(std::string const& text) const { return written(folder_, mistake_, text); }
    bool is_meant(HintOutcome const& outcome) const
    {
        return std::ranges::count(meant_, outcome.text, &HintOutcome::text) > 0;
    }
    std::string follow(std::string const& text, HintOutcome const& refused, int depth)
    {
        HintProposals const proposals = hint_proposals(refused.text, mistake_, text);
        for (std::string const& proposal : proposals.texts)
        {
            is_hinted_ = true;
            ++followed_;
            HintOutcome const next = outcome(proposal);
            if (next.is_accepted) reached_.push_back(next.text);
            bool const claims = next.is_accepted && !proposals.is_open;
            if (claims && (meant_.size() != 1 || !is_meant(next)))
                return "'" + proposal + "' is taken for what was meant";
            if (next.is_accepted) continue;
            if (next.text == refused.text || depth > 3) return "'" + proposal + "' leads nowhere";
            std::string wrong = follow(proposal, next, depth + 1);
            if (!wrong.empty()) return wrong;
        }
        return {};
    }

    HintFolder const& folder_;
    HintCase const& mistake_;
    std::vector<HintOutcome> meant_;
    std::vector<std::string> reached_;
    std::size_t followed_ = 0;
    bool is_hinted_ = false;
};

TEST(Hints, followed_to_the_letter_mean_what_was_written)
{
    HintFolder const folder;
    std::vector<HintCase> const cases = hint_cases();
    std::size_t followed = 0;
    std::size_t clear = 0;
    std::size_t hinted = 0;
    for (HintCase const& mistake : cases)
    {
        HintFollower follower(folder, mistake);
        EXPECT_EQ(follower.fault(), "") << mistake.text();
        followed += follower.followed();
        clear += mistake.meant.empty() ? 0U : 1U;
        hinted += !mistake.meant.empty() && follower.is_hinted() ? 1U : 0U;
    }
    EXPECT_GE(cases.size(), 500U);
    // Where it can be known what was meant, it is nearly always told.
    EXPECT_GE(hinted * 100, clear * 95) << hinted << " of " << clear;
    RecordProperty("mistakes", static_cast<int>(cases.size()));
    RecordProperty("hints_followed", static_cast<int>(followed));
    RecordProperty("clear", static_cast<int>(clear));
    RecordProperty("clear_with_hint", static_cast<int>(hinted));
}

// The check itself: hints that are wrong are found.
TEST(Hints, that_are_wrong_are_found)
{
    HintFolder const folder;
    HintCase const by_thousand{"value", "law.permit.fee", "25 000 RUB", {"25 RUB"}};
    EXPECT_THAT(HintFollower(folder, by_thousand).fault(),
                testing::HasSubstr("taken for what was meant"));
    HintCase const not_clear{"value", "law.permit.fee", "25 000 RUB", {}};
    EXPECT_THAT(HintFollower(folder, not_clear).fault(),
                testing::HasSubstr("taken for what was meant"));
    HintCase const other_unit{"value", "law.check", "2.4 %", {"2.4 1/year"}};
    EXPECT_NE(HintFollower(folder, other_unit).fault(), "");
    HintCase const no_mistake{"value", "law.permit.fee", "25 RUB", {"25 RUB"}};
    EXPECT_EQ(HintFollower(folder, no_mistake).fault(), "it is no mistake");
}
}  // namespace
}  // namespace kochmon
