// SPDX-License-Identifier: MIT
#include "config/assumptions.hpp"

#include <gtest/gtest.h>

#include "tests/config/sample.hpp"

namespace kochmon
{
TEST(Assumptions, are_parameters_then_rows_of_tables_then_shocks)
{
    sample::Folder const folder;
    folder.write("data/pyramid.csv",
                 "region,sex,age,persons,source\n"
                 "osh,male,0,1200.5,F1\n"
                 "osh,female,1,900,assumption: as the men\n");
    std::string text = sample::complete;
    std::string const size = "household_size: {value: 4.5, source: assumption";
    text.insert(text.find(size) + size.size(), " fitted by hand to C2");
    Scenario const scenario = Scenario::load(
        folder.write("s.yaml", text + std::string("shocks: [{lever: law.permit.fee, scale: 2, "
                                                  "from: 2006-01, source: assumption}]\n")),
        sample::declarations());
    std::vector<Assumption> const list = assumptions_of(sample::declarations(), scenario);
    ASSERT_EQ(list.size(), 6U);
    EXPECT_EQ(list[0].path, "population.household_size");
    EXPECT_EQ(list[0].value, "4.5");
    EXPECT_EQ(list[0].range, "1 to 20");
    EXPECT_EQ(list[0].remark, "fitted by hand to C2");
    EXPECT_EQ(list[1].remark, "");
    EXPECT_EQ(list[4].of, Assumption::Of::table);
    EXPECT_EQ(list[4].value, "1 of 2 rows");
    EXPECT_EQ(list[5].of, Assumption::Of::shock);
    EXPECT_NE(list[5].path.find("law.permit.fee"), std::string::npos);
}
}  // namespace kochmon
