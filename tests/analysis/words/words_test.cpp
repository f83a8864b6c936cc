// SPDX-License-Identifier: MIT
#include "analysis/words/words.hpp"

#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "engine/error.hpp"

#include "agents/vocabulary/places.hpp"
#include "agents/vocabulary/status.hpp"

#include "analysis/measures/measure.hpp"
#include "analysis/words/catalogue_text.hpp"

#include "tests/corridors/kyrgyzstan.hpp"

namespace kochmon
{
namespace
{
using nlohmann::json;

/// `{0}` and the like, in their order; `{}` counts up.
std::multiset<std::string> places_in(std::string const& text)
{
    std::multiset<std::string> places;
    std::regex const place("\\{([0-9]*)\\}");
    int next = 0;
    for (std::sregex_iterator hit(text.begin(), text.end(), place), end; hit != end; ++hit)
        places.insert((*hit)[1].length() == 0 ? std::to_string(next++) : (*hit)[1].str());
    return places;
}

TEST(Words, stand_in_every_language_with_the_same_places)
{
    for (std::string_view const catalogue :
         {catalogue_of_texts(), catalogue_of_measures(), catalogue_of_groups()})
    {
        json const all = json::parse(catalogue);
        for (auto const& [key, texts] : all.items())
        {
            EXPECT_EQ(texts.size(), languages().size()) << key;
            std::string const english = texts.at("en");
            std::multiset<std::string> const places = places_in(english);
            for (std::string const& language : languages())
            {
                std::string const text = texts.at(language);
                EXPECT_FALSE(text.empty()) << key << ' ' << language;
                EXPECT_EQ(places_in(text), places) << key << ' ' << language;
            }
        }
    }
}

TEST(Words, name_every_measure_and_no_two_alike)
{
    for (std::string const& language : languages())
    {
        Words const words(language);
        std::set<std::string> names;
        for (std::string const& measure : names_of_measures())
        {
            EXPECT_NE(words.measure(measure), measure) << language;
            EXPECT_TRUE(names.insert(words.measure(measure)).second) << measure << ' ' << language;
        }
    }
}

TEST(Words, name_every_place_and_group)
{
    for (std::string const& language : languages())
    {
        Words const words(language, *kyrgyz_corridor());
        auto const demand_named = [&](std::string const& word, std::string const& of)
        { EXPECT_NE(words.group(word, of), word) << of << ' ' << language; };
        for (std::string const& region : kyrgyz_corridor()->region_names())
            demand_named(region, "origin");
        for (std::string const& place : kyrgyz_corridor()->place_names())
            demand_named(place, "destination");
        for (std::string const& status : work_right_names) demand_named(status, "work_right");
        for (std::size_t by = 0; by < breakdown_count; ++by)
            demand_named(name(static_cast<Breakdown>(by), *kyrgyz_corridor()), "");
    }
}

TEST(Words, call_an_amount_of_money_as_the_language_does_or_by_its_code)
{
    EXPECT_EQ(Words("en").group("RUB", "currency"), "RUB");
    EXPECT_EQ(Words("ru").group("RUB", "currency"), "рублей");
    for (std::string const& language : languages())
        EXPECT_EQ(Words(language).group("XYZ", "currency"), "XYZ") << language;
    EXPECT_EQ(Words("ru")("unit.million_per", "в месяц", "XYZ"), "миллионов XYZ в месяц");
    EXPECT_EQ(Words("en")("unit.million_per", "a month", "XYZ"), "million XYZ a month");
}

TEST(Words, fill_their_places_in_the_order_of_the_language)
{
    EXPECT_EQ(Words("en")("answer.effect", "+1", "points", "fee", "x"), "+1 points under fee (x)");
    EXPECT_EQ(Words("ru")("answer.effect", "+1", "points", "fee", "x"), "fee: +1 points (x)");
    EXPECT_EQ(Words("ru").listed({"a", "b", "c"}), "a, b и c");
    EXPECT_EQ(Words("en").listed({}), "");
}

TEST(Words, are_those_of_the_breakdown_where_a_word_means_two_things)
{
    Words const words("en", *kyrgyz_corridor());
    EXPECT_NE(words.group("other", "sector"), words.group("other", "destination"));
    EXPECT_EQ(words.group("batken+moscow", "origin+destination"), "Batken – Moscow");
    EXPECT_EQ(words.group("a label from outside"), "a label from outside");
}

TEST(Words, are_those_of_the_corridor)
{
    Corridor const toy = *corridor_of(KOCHMON_SOURCE "/tests/corridors/toy/baseline.yaml");
    Words const english("en", toy);
    EXPECT_EQ(english.main_jurisdiction_key(), "federation");
    EXPECT_EQ(english.group("federation"), "the Federation");
    EXPECT_EQ(english.group("valley", "origin"), "Valley") << "which the file does not name";
    EXPECT_EQ(english.group("lake+capital", "origin+destination"), "The Lake – Capital");
    EXPECT_EQ(english.group("home"), "At home");
    EXPECT_EQ(english.group("fedic"), "Command of the language");
    EXPECT_EQ(english.group("with", "fedic"), "Speak Fedic");
    EXPECT_EQ(english.group("without", "fedic"), "Do not know the language");
    EXPECT_EQ(english.group("with", "profession"), "With a profession");
    EXPECT_EQ(Words("ru", toy).group("capital"), "Столица");
    EXPECT_EQ(Words("ky", toy).group("capital"), "Capital") << "English where there is none";
    EXPECT_EQ(Words("en").group("capital"), "capital") << "of no corridor";
}

TEST(Words, of_a_language_without_a_catalogue_are_refused_with_those_there_are)
{
    try
    {
        Words const words("de");
        FAIL();
    }
    catch (UsageError const& error)
    {
        EXPECT_THAT(error.what(), testing::HasSubstr("--language de: expected one of en, ky, ru"));
    }
}
}  // namespace
}  // namespace kochmon
