// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/config/sample.hpp"

namespace kochmon
{
using sample::complete;
using sample::mistakes;
using sample::with;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// Nobody forgets most of a scenario: what is forgotten is the base.
TEST(Layers, of_which_most_is_missing_lacks_a_base)
{
    sample::Folder const folder;
    std::string const shocks = "schema: 1\nscenario: policy\nshocks: []\n";
    EXPECT_THAT(
        sample::mistakes_of(folder.write("policies/p.yaml", shocks)),
        ElementsAre(HasSubstr("p.yaml:1:1: base: is missing, expected the scenario that these "
                              "shocks change, ")))
        << "no baseline is near, so that none is named";
    auto const told = sample::mistakes_of(folder.write("policies/p.yaml", shocks));
    EXPECT_THAT(told.front(), Not(HasSubstr("write '")));
    folder.write("baseline.yaml", complete);
    EXPECT_THAT(sample::mistakes_of(folder.write("policies/p.yaml", shocks)),
                ElementsAre(testing::EndsWith(
                    "write 'base: ../baseline.yaml' for a file that says only what differs")));
    EXPECT_THAT(
        sample::mistakes_of(folder.write("policies/p.yaml", "base: ../baseline.yaml\n" + shocks)),
        ElementsAre());
}

// One that says more than shocks may be meant as a whole scenario.
TEST(Layers, of_which_most_is_missing_may_be_a_scenario)
{
    EXPECT_THAT(mistakes("schema: 1\nscenario: s\ntime: {months: 12}\nshocks: []\n"),
                ElementsAre(HasSubstr("s.yaml:1:1: base: is missing, expected a base, or all of "
                                      "schema, scenario, time")));
}

// What is no scenario may hold what is not for other eyes.
TEST(Layers, shows_little_of_a_file_without_keys)
{
    EXPECT_THAT(mistakes("root:x:0:0:root:/root:/bin/bash\n\\\x27"),
                ElementsAre("s.yaml:1:1: (file): text that begins with 'root:x:0:0:r' instead of "
                            "keys, expected a map that begins with schema: 1"));
}

TEST(Layers, keys_joined_by_points_are_told_nested)
{
    EXPECT_THAT(mistakes(complete + std::string("law.permit.quota: 5 persons\n")),
                ElementsAre("s.yaml:34:1: law.permit.quota: keys joined by points, expected one "
                            "map for each key, write 'law: {permit: {quota: 5 persons}}'"));
    EXPECT_THAT(mistakes(with("  permit:\n", "  law.permit.quota: 5 persons\n  permit:\n")),
                ElementsAre(testing::EndsWith(
                    "write 'law: {permit: {quota: 5 persons}}' at the outermost level")));
    EXPECT_THAT(mistakes(with("  permit:\n", "  permit.quota: 5 persons\n  permit:\n")),
                ElementsAre(testing::EndsWith("write 'permit: {quota: 5 persons}'")));
}
}  // namespace kochmon
