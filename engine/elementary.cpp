// SPDX-License-Identifier: MIT
#include "engine/elementary.hpp"

#include <bit>
#include <cstdint>
#include <limits>

// Every polynomial and constant comes from scripts/derive-elementary.py. The order of operations is
// part of the result: a change of one bracket changes bits.
namespace kochmon::elementary
{
namespace
{
// Adding it rounds a number below 2^51 to a whole one, which then stands in the lowest bits.
constexpr double round_to_whole = 0x1.8p52;
constexpr double ln2_high = 0x1.62e42fefa3800p-1;  // 42 bits: times an exponent it is exact
constexpr double ln2_low = 0x1.ef35793c76730p-45;

std::uint64_t bits_of(double x)
{
    return std::bit_cast<std::uint64_t>(x);
}

double from_bits(std::uint64_t bits)
{
    return std::bit_cast<double>(bits);
}

/// (e^r - 1 - r - r^2 / 2) / r^3 for |r| <= ln 2 / 2.
double exp_rest(double r)
{
    double const r2 = r * r;
    double const r4 = r2 * r2;
    double const p01 = 0x1.555555555555dp-3 + r * 0x1.555555555556fp-5;
    double const p23 = 0x1.111111110e33fp-7 + r * 0x1.6c16c16c07eeap-10;
    double const p45 = 0x1.a01a01b6f12d0p-13 + r * 0x1.a01a01fc7291fp-16;
    double const p67 = 0x1.71dde7ba4bd63p-19 + r * 0x1.27e40c0c0e0afp-22;
    double const p89 = 0x1.af7a28e8244bep-26 + r * 0x1.20d14ab8d55efp-29;
    return (p01 + r2 * p23) + r4 * ((p45 + r2 * p67) + r4 * p89);
}

/// (ln((1 + s) / (1 - s)) - 2 s) / s as a function of z = s^2, for 1/sqrt 2 <= (1 + s)/(1 - s) <=
/// sqrt 2.
double log_rest(double z)
{
    double const z2 = z * z;
    double const p01 = 0x1.5555555555592p-1 + z * 0x1.999999997fdaep-2;
    double const p23 = 0x1.24924941f1b9bp-2 + z * 0x1.c71c5208dbb0cp-3;
    double const p45 = 0x1.74663f04a294ap-3 + z * 0x1.39a1b7b6be6d2p-3;
    double const p456 = p45 + z2 * 0x1.2f0583502853ep-3;
    return z * ((p01 + z2 * p23) + (z2 * z2) * p456);
}

/// (sin(pi r) - pi r) / r^3 as a function of w = r^2 <= 1/16.
double sine_rest(double w)
{
    double const w2 = w * w;
    double const p01 = -0x1.4abbce625be47p+2 + w * 0x1.466bc67758d85p+1;
    double const p23 = -0x1.32d2cce3332dep-1 + w * 0x1.5078301b62593p-4;
    double const p45 = -0x1.e300a65a2e2f2p-8 + w * 0x1.e403d08465f54p-12;
    return p01 + w2 * (p23 + w2 * p45);
}

/// (cos(pi r) - 1 + pi^2/2 r^2) / r^4 as a function of w = r^2 <= 1/16.
double cosine_rest(double w)
{
    double const w2 = w * w;
    double const p01 = 0x1.03c1f081b5abcp+2 - w * 0x1.55d3c7e3ca708p+0;
    double const p23 = 0x1.e1f506852a28bp-3 - w * 0x1.a6d1edbcb7adcp-6;
    double const p45 = 0x1.f9cd2173de28bp-10 - w * 0x1.b2a256c5cfd2ap-14;
    return p01 + w2 * (p23 + w2 * p45);
}

/// r = high + low, where `high` has so few bits that its product with a short constant is exact.
struct Halves
{
    double high, low;
};

Halves halves(double r)
{
    double const high = from_bits(bits_of(r) & ~((std::uint64_t{1} << 36) - 1));
    return {high, r - high};
}

double sine_near_zero(double r, Halves part)
{
    constexpr double pi = 0x1.921fb54442d18p+1;
    constexpr double pi_high = 0x1.921fb54440000p+1;  // 36 bits
    constexpr double pi_low = 0x1.68c234c4c6629p-38;
    double const w = r * r;
    double const correction = pi * part.low + pi_low * part.high;
    return pi_high * part.high + (r * (w * sine_rest(w)) + correction);
}

double cosine_near_zero(double r, Halves part)
{
    constexpr double half_pi2_high = 0x1.3bd3c00000000p+2;  // 19 bits
    constexpr double half_pi2_low = 0x1.937c8bbcb495cp-19;
    double const w = r * r;
    double const taken = half_pi2_high * (part.high * part.high);
    double const top = 1.0 - taken;
    double const lost = (1.0 - top) - taken;
    double const also_taken = half_pi2_high * (part.low * (r + part.high)) + half_pi2_low * w;
    return top + ((lost - also_taken) + (w * w) * cosine_rest(w));
}

/// sin(pi (x + quarters / 2)). Both series are computed and one is chosen: the quarter of a random
/// angle cannot be predicted.
double sine_of(double x, std::uint64_t quarters)
{
    double const shifted = x * 2.0 + round_to_whole;
    double const r = x - (shifted - round_to_whole) * 0.5;
    std::uint64_t const quarter = bits_of(shifted) + quarters;
    Halves const part = halves(r);
    double const sine = sine_near_zero(r, part);
    double const cosine = cosine_near_zero(r, part);
    std::uint64_t const choose_cosine = std::uint64_t{0} - (quarter & 1U);
    std::uint64_t const chosen =
        (bits_of(cosine) & choose_cosine) | (bits_of(sine) & ~choose_cosine);
    return from_bits(chosen ^ ((quarter & 2U) << 62));
}
}  // namespace

double exp(double x)
{
    constexpr double largest = 0x1.62e42fefa39efp+9;  // ln of the largest number
    constexpr double smallest = -708.0;
    if (!(x <= largest)) return x * std::numeric_limits<double>::infinity();
    if (x < smallest) return 0.0;
    double const shifted = x * 0x1.71547652b82fep+0 + round_to_whole;
    double const k = shifted - round_to_whole;
    double const r_high = x - k * ln2_high;
    double const r_low = k * ln2_low;
    double const r = r_high - r_low;
    double const r2 = r * r;
    double const curved = 0.5 * r2 + r * r2 * exp_rest(r);
    double const top = 1.0 + r_high;
    double const lost = (1.0 - top) + r_high;
    double const mantissa = top + (lost + (curved - r_low));
    return from_bits(bits_of(mantissa) + (bits_of(shifted) << 52));
}

double log(double x)
{
    constexpr std::uint64_t near_sqrt_half = 0x3FE6A09E00000000U;
    std::uint64_t const above = bits_of(x) - near_sqrt_half;
    auto const exponent = static_cast<std::int64_t>(above) >> 52;
    double const k = static_cast<double>(exponent);
    double const f = from_bits(bits_of(x) - (static_cast<std::uint64_t>(exponent) << 52)) - 1.0;
    double const s = f / (2.0 + f);
    double const half_square = 0.5 * f * f;
    double const curved = half_square - (s * (half_square + log_rest(s * s)) + k * ln2_low);
    double const whole = k * ln2_high;
    double const top = whole + f;
    double const lost = (whole - top) + f;
    return top + (lost - curved);
}

double sin_pi(double x)
{
    return sine_of(x, 0);
}

double cos_pi(double x)
{
    return sine_of(x, 1);
}
}  // namespace kochmon::elementary
