// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace kochmon::tests
{
/// 300 labels that some program would take for more than a text: each of twenty as it is, and with
/// fourteen things around it that end a quote, a cell, a line or a word, or turn its direction.
inline std::vector<std::string> hostile_labels()
{
    std::vector<std::string> const cores = {"<script>alert(1)</script>",
                                            "=cmd|' /C touch owned'!A0",
                                            "@SUM(A1:A9)",
                                            "+1+1",
                                            "-2+3",
                                            "`touch owned`",
                                            "'; system('touch owned'); '",
                                            "\"; system(\"touch owned\"); \"",
                                            "$(touch owned)",
                                            "\\input{/etc/passwd}",
                                            "\\write18{touch owned}",
                                            "$x_{1}^2$",
                                            "%s %n 100 %",
                                            "# no comment",
                                            "{a}&b~c^d_e",
                                            "\\n\\\"\\'",
                                            "]]></text><svg onload='x()'>",
                                            "</style> ]] [[",
                                            "| a || b | [link](x) ![x](y)",
                                            "__import__('os').system('touch owned')"};
    std::vector<std::pair<std::string, std::string>> const around = {
        {"", ""},
        {"'", "'"},
        {"\"", "\""},
        {"\n", "\n"},
        {"\r", ""},
        {"\t", "\t"},
        {"\\", "\\"},
        {"`", ""},
        {"```", "`"},
        {"\xE2\x80\xAE", "\xE2\x80\xAC"},
        {"\x1b[31m", "\x07"},
        {std::string("\0", 1), ""},
        {"\xFF\xFE", ""},
        {"%", "%%"},
        {"$", "\\"}};
    std::vector<std::string> labels;
    for (std::string const& core : cores)
        for (auto const& [before, after] : around) labels.push_back(before + core + after);
    return labels;
}
}  // namespace kochmon::tests
