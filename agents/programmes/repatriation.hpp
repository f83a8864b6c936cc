// SPDX-License-Identifier: MIT
#pragma once

#include "engine/quantities.hpp"

#include "config/fields.hpp"

#include "agents/vocabulary/places.hpp"

namespace kochmon
{
/// A grant to who is naturalized abroad and returns by own choice, once in a life, as Kazakhstan
/// gives it to its kin [F18].
struct Repatriation
{
    ByCountry<Kopecks> grant{};  // 0: no programme

    void fields(Fields& field);
};
}  // namespace kochmon
