// SPDX-License-Identifier: MIT
#include "analysis/life_tables/standing.hpp"

namespace kochmon
{
Status law_of(LifeStatus const& status)
{
    return {.presence = status.presence,
            .work_right = status.work_right,
            .contract = status.contract,
            .papers = status.papers};
}

namespace
{
LegalStanding by_right(WorkRight right)
{
    switch (right)
    {
        case WorkRight::none:
            return LegalStanding::without_right;
        case WorkRight::permit:
            return LegalStanding::permit;
        case WorkRight::free_movement:
            return LegalStanding::free_movement;
        case WorkRight::temporary_resident:
        case WorkRight::permanent_resident:
            return LegalStanding::residence;
        case WorkRight::citizen:
            return LegalStanding::citizen;
    }
    return LegalStanding::without_right;
}
}  // namespace

LegalStanding standing_of(LifeStatus const& status)
{
    if (status.at_home()) return LegalStanding::home;
    Status const law = law_of(status);
    if (law.held()) return LegalStanding::held;
    if (!law.foreign()) return LegalStanding::citizen;
    if (!law.presence_lawful() || law.papers != Papers::genuine) return LegalStanding::irregular;
    if (law.work_right == WorkRight::none && law.employed()) return LegalStanding::irregular;
    return by_right(law.work_right);
}
}  // namespace kochmon
