// SPDX-License-Identifier: MIT
#include "engine/philox_lanes.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#define KOCHMON_AVX2 __attribute__((target("avx2")))
#endif

namespace kochmon::detail
{
#if defined(__x86_64__)
namespace
{
using namespace philox_constants;

/// The words of four subjects, each 32-bit word in a 64-bit lane: multiplying needs no shuffles.
/// Compilers do not find this form by themselves. The upper half of a lane of `c1` and `c3` may
/// hold anything: multiplication reads lower halves only, and only lower halves are kept at the
/// end.
struct Four
{
    __m256i c0, c1, c2, c3;
};

/// All lanes hold the same numbers, made once for many subjects.
struct Constants
{
    __m256i multiplier_0, multiplier_2, third;
    __m256i k0[rounds], k1[rounds];
};

KOCHMON_AVX2 __m256i everywhere(std::uint64_t word)
{
    return _mm256_set1_epi64x(static_cast<long long>(word));
}

KOCHMON_AVX2 Constants constants(std::uint32_t third, PhiloxKey key)
{
    Constants same{};
    same.multiplier_0 = everywhere(multiplier_0);
    same.multiplier_2 = everywhere(multiplier_2);
    same.third = everywhere(third);
    for (std::size_t round = 0; round < rounds; ++round)
    {
        same.k0[round] = everywhere(key.k0);
        same.k1[round] = everywhere(key.k1);
        key.k0 += weyl_0;
        key.k1 += weyl_1;
    }
    return same;
}

KOCHMON_AVX2 Four counters(std::uint64_t const* keys, Constants const& same)
{
    __m256i const low = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(keys));
    return {low, _mm256_srli_epi64(low, 32), same.third, _mm256_setzero_si256()};
}

KOCHMON_AVX2 Four one_round(Four const& words, Constants const& same, std::size_t round)
{
    __m256i const product_0 = _mm256_mul_epu32(words.c0, same.multiplier_0);
    __m256i const product_2 = _mm256_mul_epu32(words.c2, same.multiplier_2);
    __m256i const high_0 = _mm256_srli_epi64(product_0, 32);
    __m256i const high_2 = _mm256_srli_epi64(product_2, 32);
    return {_mm256_xor_si256(_mm256_xor_si256(high_2, words.c1), same.k0[round]), product_2,
            _mm256_xor_si256(_mm256_xor_si256(high_0, words.c3), same.k1[round]), product_0};
}

/// The lower halves of eight lanes, side by side.
KOCHMON_AVX2 void store(__m256i first, __m256i second, std::uint32_t* out)
{
    __m256i const order = _mm256_setr_epi32(0, 2, 4, 6, 1, 3, 5, 7);
    __m256i const low = _mm256_permutevar8x32_epi32(first, order);
    __m256i const high = _mm256_permutevar8x32_epi32(second, order);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                        _mm256_permute2x128_si256(low, high, 0x20));
}

KOCHMON_AVX2 std::size_t eight_at_a_time(std::span<std::uint64_t const> keys, Constants const& same,
                                         std::array<std::span<std::uint32_t>, 4> const& lanes)
{
    std::size_t const served = keys.size() - keys.size() % 8;
    for (std::size_t at = 0; at < served; at += 8)
    {
        Four first = counters(keys.data() + at, same);
        Four second = counters(keys.data() + at + 4, same);
        for (std::size_t round = 0; round < rounds; ++round)
        {
            first = one_round(first, same, round);
            second = one_round(second, same, round);
        }
        store(first.c0, second.c0, lanes[0].data() + at);
        store(first.c1, second.c1, lanes[1].data() + at);
        store(first.c2, second.c2, lanes[2].data() + at);
        store(first.c3, second.c3, lanes[3].data() + at);
    }
    return served;
}

KOCHMON_AVX2 std::size_t with_avx2(std::span<std::uint64_t const> keys, std::uint32_t third,
                                   PhiloxKey key,
                                   std::array<std::span<std::uint32_t>, 4> const& lanes)
{
    return eight_at_a_time(keys, constants(third, key), lanes);
}

/// The lower halves of four lanes, side by side.
KOCHMON_AVX2 void store_four(__m256i lanes, std::uint32_t* out)
{
    __m256i const order = _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                     _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(lanes, order)));
}

KOCHMON_AVX2 void four_with_avx2(std::array<std::uint32_t, 3> const& front,
                                 std::uint32_t const* indices, PhiloxKey key, std::uint32_t* first,
                                 std::uint32_t* second)
{
    __m128i const last = _mm_loadu_si128(reinterpret_cast<__m128i const*>(indices));
    Four words{everywhere(front[0]), everywhere(front[1]), everywhere(front[2]),
               _mm256_cvtepu32_epi64(last)};
    __m256i const by_0 = everywhere(multiplier_0);
    __m256i const by_2 = everywhere(multiplier_2);
    __m256i k0 = everywhere(key.k0);
    __m256i k1 = everywhere(key.k1);
    // Upper halves may hold anything, those of the key too.
    __m256i const step_0 = everywhere(weyl_0);
    __m256i const step_1 = everywhere(weyl_1);
    for (std::size_t round = 0; round < rounds; ++round)
    {
        __m256i const product_0 = _mm256_mul_epu32(words.c0, by_0);
        __m256i const product_2 = _mm256_mul_epu32(words.c2, by_2);
        __m256i const high_0 = _mm256_srli_epi64(product_0, 32);
        __m256i const high_2 = _mm256_srli_epi64(product_2, 32);
        words = {_mm256_xor_si256(_mm256_xor_si256(high_2, words.c1), k0), product_2,
                 _mm256_xor_si256(_mm256_xor_si256(high_0, words.c3), k1), product_0};
        k0 = _mm256_add_epi64(k0, step_0);
        k1 = _mm256_add_epi64(k1, step_1);
    }
    store_four(words.c0, first);
    store_four(words.c1, second);
}
}  // namespace
#endif

std::size_t philox_lanes([[maybe_unused]] std::span<std::uint64_t const> keys,
                         [[maybe_unused]] std::uint32_t third, [[maybe_unused]] PhiloxKey key,
                         [[maybe_unused]] std::array<std::span<std::uint32_t>, 4> const& lanes)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return with_avx2(keys, third, key, lanes);
#endif
    return 0;
}

void philox_of_four(std::array<std::uint32_t, 3> const& front, std::uint32_t const* indices,
                    PhiloxKey key, std::uint32_t* first, std::uint32_t* second)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return four_with_avx2(front, indices, key, first, second);
#endif
    for (std::size_t k = 0; k < 4; ++k)
    {
        PhiloxWords const words = philox({front[0], front[1], front[2], indices[k]}, key);
        first[k] = words[0];
        second[k] = words[1];
    }
}
}  // namespace kochmon::detail
