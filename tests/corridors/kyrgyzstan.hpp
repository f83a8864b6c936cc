// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "config/corridor_file.hpp"

// The corridor of the article by name, for tests of what is true of it: the program knows none of
// these.
namespace kochmon
{
inline std::shared_ptr<Corridor const> const& kyrgyz_corridor()
{
    static std::shared_ptr<Corridor const> const corridor =
        corridor_of(KOCHMON_SOURCE "/config/baseline.yaml");
    return corridor;
}

namespace countries
{
inline constexpr Country kyrgyzstan{0};
inline constexpr Country uzbekistan{1};
inline constexpr Country tajikistan{2};
}  // namespace countries

namespace regions
{
inline constexpr Region batken = region_in(countries::kyrgyzstan, 0);
inline constexpr Region osh = region_in(countries::kyrgyzstan, 1);
inline constexpr Region osh_city = region_in(countries::kyrgyzstan, 2);
inline constexpr Region jalal_abad = region_in(countries::kyrgyzstan, 3);
inline constexpr Region chuy = region_in(countries::kyrgyzstan, 4);
inline constexpr Region bishkek = region_in(countries::kyrgyzstan, 5);
inline constexpr Region issyk_kul = region_in(countries::kyrgyzstan, 6);
inline constexpr Region naryn = region_in(countries::kyrgyzstan, 7);
inline constexpr Region talas = region_in(countries::kyrgyzstan, 8);
inline constexpr Region uzbekistan = region_in(countries::uzbekistan, 9);
inline constexpr Region tajikistan = region_in(countries::tajikistan, 10);
}  // namespace regions

namespace jurisdictions
{
inline constexpr Jurisdiction russia{0};
inline constexpr Jurisdiction kazakhstan{1};
inline constexpr Jurisdiction south_korea{2};
inline constexpr Jurisdiction other{3};
}  // namespace jurisdictions

namespace destinations
{
inline constexpr Place moscow = destination_in(jurisdictions::russia, 1);
inline constexpr Place st_petersburg = destination_in(jurisdictions::russia, 2);
inline constexpr Place rest_of_russia = destination_in(jurisdictions::russia, 3);
inline constexpr Place kazakhstan = destination_in(jurisdictions::kazakhstan, 4);
inline constexpr Place south_korea = destination_in(jurisdictions::south_korea, 5);
inline constexpr Place other = destination_in(jurisdictions::other, 6);
}  // namespace destinations
}  // namespace kochmon
