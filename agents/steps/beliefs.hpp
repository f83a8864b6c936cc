// SPDX-License-Identifier: MIT
#pragma once

#include "agents/society/society.hpp"

namespace kochmon::steps
{
/// Brings a person's belief about the risk up to the news of the region, as of last month.
void hear_news(Society const& society, Persons& persons, std::size_t person);
}  // namespace kochmon::steps
