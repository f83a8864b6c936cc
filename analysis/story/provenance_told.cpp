// SPDX-License-Identifier: MIT
#include "analysis/story/provenance_told.hpp"

#include <fmt/format.h>

#include "analysis/text/shell_text.hpp"

namespace kochmon
{
namespace
{
std::string text_in(Json const& map, char const* key)
{
    auto const found = map.find(key);
    if (found == map.end() || found->is_null()) return "-";
    return found->is_string() ? found->get<std::string>() : found->dump();
}

PageTable table_of(Json const& account, Words const& words)
{
    Json const settings = account.value("settings", Json::object());
    return {
        .caption = words.text("provenance.caption"),
        .columns = {words.text("what"), words.text("value")},
        .rows = {{words.text("provenance.program"),
                  fmt::format("{} {}, {} {}, {}", text_in(account, "program"),
                              text_in(account, "version"), words.text("provenance.commit"),
                              text_in(account, "commit"), text_in(account, "compiler"))},
                 {words.text("provenance.agents"), text_in(settings, "persons")},
                 {words.text("provenance.weight"), text_in(settings, "persons_per_agent")},
                 {words.text("provenance.replicates"),
                  fmt::format("{}, {}", text_in(settings, "replicates"),
                              text_in(settings, "populations"))},
                 {words.text("provenance.seed"), text_in(settings, "seed")},
                 {words.text("provenance.digest"), text_in(account, "digest")},
                 {words.text("provenance.times"),
                  fmt::format("{}, {}", text_in(account, "started"), text_in(account, "ended"))}},
        .words = 2};
}
}  // namespace

std::string shell_command(Json const& words)
{
    std::string command;
    for (Json const& word : words)
        if (word.is_string())
            command += fmt::format("{}{}", command.empty() ? "" : " ",
                                   shell_word(word.get<std::string>()));
    return command;
}

std::string citation(Json const& program, std::string const& digest, Words const& words)
{
    return words("cite.text", text_in(program, "version"), text_in(program, "commit"), digest);
}

void tell_provenance(Page& page, ResultFolder const& result, Words const& words)
{
    Json const& account = result.account();
    page.section("cite", words.text("cite.heading"));
    page.add(element("p", html_text(citation(account, text_in(account, "digest"), words))));
    page.section("provenance", words.text("provenance.heading"));
    page.add(html_of(table_of(account, words)));
    page.add(element("p", html_text(words.text("provenance.repeat"))));
    page.add(element("pre", html_text(shell_command(account.value("command", Json::array()))),
                     "tabindex=\"0\""));
}
}  // namespace kochmon
