// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>

namespace kochmon
{
/// Standard normal numbers, the same for the same seed.
class Noise
{
  public:
    explicit Noise(std::uint64_t seed) : generator_(seed) {}
    double operator()() { return normal_(generator_); }

  private:
    boost::random::mt19937_64 generator_;
    boost::random::normal_distribution<double> normal_;
};
}  // namespace kochmon
