// SPDX-License-Identifier: MIT
#include "analysis/text/word_search.hpp"

#include <gtest/gtest.h>

namespace kochmon
{
namespace
{
int weight(char const* asked, char const* name, char const* text)
{
    return WordSearch(asked).rank(name, text).weight;
}
}  // namespace

// Whole words before their beginnings, names before texts, the end of a name before the rest.
TEST(WordSearch, weighs_where_a_word_stands)
{
    EXPECT_EQ(weight("fee", "russia.permit.fee", "What it costs"), 80);
    EXPECT_EQ(weight("permit", "russia.permit.fee", "What it costs"), 60);
    EXPECT_EQ(weight("per", "russia.permit.fee", "What it costs"), 40);
    EXPECT_EQ(weight("cost", "russia.permit.fee", "What it costs"), 30);
    EXPECT_EQ(weight("cos", "russia.permit.fee", "What it costs"), 15);
    EXPECT_EQ(weight("ermit", "russia.permit.fee", "What it costs"), 10);
    EXPECT_EQ(weight("ost", "russia.permit.fee", "What it costs"), 5);
    EXPECT_EQ(weight("os", "russia.permit.fee", "What it costs"), 0) << "of two letters";
    EXPECT_EQ(weight("wage", "russia.permit.fee", "What it costs"), 0);
}

TEST(WordSearch, knows_no_capitals_plurals_or_spellings)
{
    EXPECT_EQ(weight("BANS", "sanctions.entry_ban", ""), 80);
    EXPECT_EQ(weight("ban", "sanctions.bans", ""), 80);
    EXPECT_EQ(weight("naturalisation", "naturalization_rate", ""), 80);
    EXPECT_EQ(weight("illness", "illnes", ""), 0) << "which is no plural";
}

TEST(WordSearch, knows_what_others_call_it)
{
    EXPECT_EQ(weight("police", "moscow.checks", ""), 79) << "a little less than the word itself";
    EXPECT_EQ(weight("exam", "placement.test_passed", ""), 79);
    EXPECT_EQ(weight("enforcement", "law.enforcement", ""), 80);
}

TEST(WordSearch, passes_over_words_of_grammar)
{
    EXPECT_EQ(WordSearch("test of the language").rank("rest_of_russia", "").words, 0);
    EXPECT_EQ(WordSearch("test of the language").rank("language", "").words, 1);
    EXPECT_EQ(WordSearch("of the").rank("rest_of_russia", "").words, 1) << "if nothing is left";
}

TEST(WordSearch, counts_the_words_that_are_there)
{
    WordSearch const search("language test");
    EXPECT_EQ(search.rank("reformed.language", "Test of it").words, 2);
    EXPECT_EQ(search.rank("reformed.language", "").words, 1);
    EXPECT_GT(search.rank("a", "language test"), search.rank("language", "language"))
        << "more words go before a better place";
    EXPECT_TRUE(search.rank("reformed.language", "").is_named);
    EXPECT_FALSE(search.rank("language.reformed", "").is_named);
}
}  // namespace kochmon
