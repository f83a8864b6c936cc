// SPDX-License-Identifier: MIT
#include "engine/noise_tables.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "engine/choice.hpp"

namespace kochmon
{
namespace
{
/// The first and the last word of each of the 1,024 parts, and as many drawn ones.
std::vector<std::uint32_t> words_at_edges_and_between()
{
    std::vector<std::uint32_t> words;
    for (std::uint32_t part = 0; part < 1'024; ++part)
    {
        words.push_back(part << 22U);
        words.push_back((part << 22U) + ((1U << 22U) - 1));
        words.push_back(philox({part, 0, 0, 0}, {8, 9})[0]);
    }
    return words;
}

std::vector<double> const indices = {0.05, 0.2, 0.35, 0.5, 0.75, 0.9, 0.999};

TEST(NoiseTables, bound_every_gumbel)
{
    NoiseTables const tables(indices);
    for (std::uint32_t const word : words_at_edges_and_between())
    {
        NoiseBounds const bounds = tables.gumbel(word);
        double const exact = gumbel(uniform(word));
        ASSERT_LE(bounds.least, exact) << word;
        ASSERT_GE(bounds.most, exact) << word;
    }
}

TEST(NoiseTables, bound_every_positive_stable)
{
    NoiseTables const tables(indices);
    std::vector<std::uint32_t> const words = words_at_edges_and_between();
    for (double const l : indices)
        for (std::size_t k = 0; k < words.size(); ++k)
        {
            std::uint32_t const second = words[(k * 7 + 3) % words.size()];
            NoiseBounds const bounds = tables.stable(l)->of(words[k], tables.gumbel(second));
            double const exact = log_positive_stable(l, uniform(words[k]), uniform(second));
            ASSERT_LE(bounds.least, exact) << l << ' ' << words[k] << ' ' << second;
            ASSERT_GE(bounds.most, exact) << l << ' ' << words[k] << ' ' << second;
        }
}

TEST(NoiseTables, are_close_where_most_draws_are)
{
    NoiseTables const tables(indices);
    double width = 0.0;
    for (std::uint32_t part = 100; part < 924; ++part)
    {
        NoiseBounds const bounds = tables.gumbel(part << 22U);
        width = std::max(width, bounds.most - bounds.least);
    }
    EXPECT_LT(width, 0.012) << "a part of the draws is 1/1024, and where u = 924/1024 the Gumbel "
                               "rises by 10.8 a unit of u";
}

TEST(NoiseTables, are_made_of_each_index_once_and_of_none_that_needs_no_nest)
{
    NoiseTables const tables(std::vector{0.5, 1.0, 0.5});
    EXPECT_NE(tables.stable(0.5), nullptr);
    EXPECT_EQ(tables.stable(1.0), nullptr);
    EXPECT_EQ(tables.stable(0.25), nullptr);
    EXPECT_TRUE(tables.serve(std::vector{0.5, 1.0}));
    EXPECT_FALSE(tables.serve(std::vector{0.5, 0.25}));
}
}  // namespace
}  // namespace kochmon
