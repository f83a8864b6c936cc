// SPDX-License-Identifier: MIT
#include "engine/elementary.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <boost/math/constants/constants.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <gtest/gtest.h>

#include "engine/atomic_file.hpp"
#include "engine/random.hpp"

namespace kochmon
{
namespace
{
using Wide = boost::multiprecision::cpp_bin_float_50;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::uint32_t arguments_each = 100'000;

/// Random ingredients of one argument: a fraction in [0, 1) of full precision, and whole numbers.
struct Ingredients
{
    std::uint32_t number;
    double fraction;
    std::uint32_t whole;
    double sign;

    explicit Ingredients(std::uint32_t i) : number(i)
    {
        PhiloxWords const w = philox({i, 0, 0, 0}, {31, 4});
        std::uint64_t const bits = (std::uint64_t{w[0]} << 32 | w[1]) >> 11;
        fraction = static_cast<double>(bits) * 0x1p-53;
        whole = w[2];
        sign = w[3] % 2 == 0 ? 1.0 : -1.0;
    }
    double between(double low, double high) const { return low + fraction * (high - low); }
    /// 2^-first .. 2^-last, any mantissa.
    double small(int first, int last) const
    {
        auto const span = static_cast<std::uint32_t>(last - first + 1);
        return std::ldexp(1.0 + fraction, -first - static_cast<int>(whole % span));
    }
};

double exp_argument(Ingredients const& from)
{
    switch (from.number % 5)
    {
        case 0:
            return from.between(-708.0, 709.78);
        case 1:
            return from.between(-40.0, 5.0);
        case 2:
            return from.between(-1.0, 1.0);
        case 3:
            return from.sign * from.small(1, 1000);
        // Where the reduction turns from one power of two to the next.
        default:
            return (static_cast<double>(from.whole % 2000) - 1000.5) * 0.6931471805599453 +
                   from.sign * from.small(20, 50);
    }
}

double log_argument(Ingredients const& from)
{
    switch (from.number % 5)
    {
        case 0:
            return std::ldexp(1.0 + from.fraction, static_cast<int>(from.whole % 2046) - 1022);
        case 1:
            return uniform(from.whole);
        case 2:
            return from.between(0.5, 2.0);
        case 3:
            return 1.0 + from.sign * from.small(2, 52);
        default:
            return std::ldexp(from.between(0.7070, 0.7072), static_cast<int>(from.whole % 9));
    }
}

double angle_argument(Ingredients const& from)
{
    double const quarters = static_cast<double>(from.whole % 4096) * 0.25;
    switch (from.number % 5)
    {
        case 0:
            return from.between(-1.0, 1.0);
        case 1:
            return from.between(-0x1p30, 0x1p30);
        case 2:
            return from.sign * quarters + from.small(10, 60);
        case 3:
            return from.sign * from.small(1, 900);
        default:
            return from.sign * quarters;
    }
}

/// Whole turns taken off exactly, so that the wide sine keeps its digits.
Wide wide_sine(double x, double turned_by)
{
    Wide const turns = Wide(x) + turned_by;
    Wide const rest = turns - 2 * boost::multiprecision::round(turns / 2);
    Wide const near_zero = rest > Wide(0.5) ? 1 - rest : rest < Wide(-0.5) ? -1 - rest : rest;
    return sin(near_zero * boost::math::constants::pi<Wide>());
}

/// Distance in units of the last place of the exact value.
double ulps_off(double result, Wide const& exact)
{
    if (exact == 0) return result == 0.0 ? 0.0 : infinite;
    int exponent = 0;
    Wide const mantissa = frexp(exact, &exponent);
    EXPECT_NE(mantissa, 0);
    return static_cast<double>(abs(Wide(result) - exact) * ldexp(Wide(1), 53 - exponent));
}

struct Verdict
{
    double worst = 0.0;
    double at = 0.0;
    std::string digest;
};

template <class Function, class Exact, class Argument>
Verdict judge(Function function, Exact exact, Argument argument)
{
    Verdict verdict;
    std::string all_bits;
    for (std::uint32_t i = 0; i < arguments_each; ++i)
    {
        double const x = argument(Ingredients(i));
        double const result = function(x);
        auto bits = std::bit_cast<std::uint64_t>(result);
        for (int byte = 0; byte < 8; ++byte, bits >>= 8)
            all_bits.push_back(static_cast<char>(bits & 0xFFU));
        double const off = ulps_off(result, exact(x));
        if (!(off <= verdict.worst)) verdict = {off, x, {}};
    }
    verdict.digest = sha256(all_bits);
    return verdict;
}
}  // namespace

// In each of the four: at most one unit in the last place from the exact value; and the digest of
// all results, which every compiler, optimisation and processor must reproduce.

TEST(Elementary, exp_is_within_one_ulp_and_has_the_same_bits_everywhere)
{
    auto const verdict = judge(
        elementary::exp, [](double x) { return exp(Wide(x)); }, exp_argument);
    EXPECT_LE(verdict.worst, 1.0) << "at " << verdict.at;
    EXPECT_EQ(verdict.digest, "626489f0c3b6c1d8636f2774b0f2bbcc1fd198b1a28ed5fc4123e764084ee017");
}

TEST(Elementary, log_is_within_one_ulp_and_has_the_same_bits_everywhere)
{
    auto const verdict = judge(
        elementary::log, [](double x) { return log(Wide(x)); }, log_argument);
    EXPECT_LE(verdict.worst, 1.0) << "at " << verdict.at;
    EXPECT_EQ(verdict.digest, "4a24e6590539e0c044981862e5c246830d17335c125ad464ef57acb7d34b1b11");
}

TEST(Elementary, sin_pi_is_within_one_ulp_and_has_the_same_bits_everywhere)
{
    auto const verdict = judge(
        elementary::sin_pi, [](double x) { return wide_sine(x, 0.0); }, angle_argument);
    EXPECT_LE(verdict.worst, 1.0) << "at " << verdict.at;
    EXPECT_EQ(verdict.digest, "14c96abd2cc06770124b0588a6f4f89a006ce269bbbde6213c9c017668b4cbdc");
}

TEST(Elementary, cos_pi_is_within_one_ulp_and_has_the_same_bits_everywhere)
{
    auto const verdict = judge(
        elementary::cos_pi, [](double x) { return wide_sine(x, 0.5); }, angle_argument);
    EXPECT_LE(verdict.worst, 1.0) << "at " << verdict.at;
    EXPECT_EQ(verdict.digest, "94b75d294a820fc76454792be695a06cae4b31ee166251d13bcf290d7c861d5c");
}

TEST(Elementary, exp_knows_its_limits)
{
    EXPECT_EQ(elementary::exp(0.0), 1.0);
    EXPECT_EQ(elementary::exp(-0.0), 1.0);
    EXPECT_GT(elementary::exp(-708.0), std::numeric_limits<double>::min());
    EXPECT_EQ(elementary::exp(std::nextafter(-708.0, -infinite)), 0.0);
    EXPECT_EQ(elementary::exp(-infinite), 0.0);
    double const largest = 0x1.62e42fefa39efp+9;  // ln of the largest number, rounded down
    EXPECT_LT(elementary::exp(largest), infinite);
    EXPECT_EQ(elementary::exp(std::nextafter(largest, infinite)), infinite);
    EXPECT_EQ(elementary::exp(infinite), infinite);
    EXPECT_TRUE(std::isnan(elementary::exp(std::nan(""))));
}

TEST(Elementary, log_of_one_is_zero_and_of_a_uniform_draw_negative)
{
    EXPECT_EQ(elementary::log(1.0), 0.0);
    EXPECT_EQ(elementary::log(uniform(0xFFFFFFFFU)), -0x1.00000000400000001p-33);
    EXPECT_LT(elementary::log(uniform(0)), -22.8);
}

TEST(Elementary, angles_of_whole_and_half_turns_are_exact)
{
    for (double const whole : {0.0, 1.0, -1.0, 2.0, 3.0, 1023.0, 0x1p30, -0x1p30})
    {
        double const sign = std::fmod(whole, 2.0) == 0.0 ? 1.0 : -1.0;
        EXPECT_EQ(elementary::sin_pi(whole), 0.0);
        EXPECT_EQ(elementary::cos_pi(whole), sign);
        EXPECT_EQ(elementary::sin_pi(whole + 0.5), sign);
        EXPECT_EQ(elementary::cos_pi(whole + 0.5), 0.0);
    }
}

TEST(Elementary, sine_and_cosine_have_their_symmetries_bit_for_bit)
{
    for (std::uint32_t i = 0; i < 10'000; ++i)
    {
        double const x = Ingredients(i).between(0.0, 4.0);
        EXPECT_EQ(elementary::sin_pi(-x), -elementary::sin_pi(x));
        EXPECT_EQ(elementary::cos_pi(-x), elementary::cos_pi(x));
    }
}

// Steps far larger than the last place: a larger argument never has a smaller result.
TEST(Elementary, exp_and_log_rise)
{
    for (std::uint32_t i = 0; i < 100'000; ++i)
    {
        double const x = exp_argument(Ingredients(i));
        double const larger = x + std::abs(x) * 0x1p-40 + 0x1p-40;
        EXPECT_LE(elementary::exp(x), elementary::exp(larger)) << x;
        double const y = log_argument(Ingredients(i));
        EXPECT_LE(elementary::log(y), elementary::log(y * (1.0 + 0x1p-45))) << y;
    }
}
}  // namespace kochmon
