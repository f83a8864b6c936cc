// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "tests/analysis/program.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::baseline_file;
using tests::odd_templates;

Outcome odd(Arguments const& more)
{
    Arguments arguments = {"odd", baseline_file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return kochmon_with(arguments);
}
}  // namespace

TEST(OddCommand, writes_the_description_to_standard_output)
{
    Outcome const plain = odd({"--templates", odd_templates});
    EXPECT_EQ(plain.status, 0);
    EXPECT_THAT(plain.err, IsEmpty());
    EXPECT_THAT(plain.out, AllOf(HasSubstr("# The model\n"), HasSubstr("\n## 3. The month\n"),
                                 HasSubstr("| 1 | society | set the policies of the month |")));
    EXPECT_EQ(odd({"--templates", odd_templates, "-o", "-"}).out, plain.out);
}

TEST(OddCommand, writes_a_file_over_an_older_one)
{
    TestFolder const folder;
    put(folder / "model.md", "# The model\n\nolder");
    Outcome const written =
        odd({"--templates", odd_templates, "-o", (folder / "model.md").string()});
    EXPECT_EQ(written.status, 0);
    EXPECT_THAT(written.out, IsEmpty());
    EXPECT_EQ(text_of(folder / "model.md"), odd({"--templates", odd_templates}).out);
}

TEST(OddCommand, writes_over_nothing_else)
{
    TestFolder const folder;
    put(folder / "thesis.md", "# My thesis\n");
    Outcome const refused =
        odd({"--templates", odd_templates, "-o", (folder / "thesis.md").string()});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err, HasSubstr("is no description of the model"));
    EXPECT_EQ(text_of(folder / "thesis.md"), "# My thesis\n");
}

TEST(OddCommand, tells_the_values_of_the_scenario)
{
    Outcome const dear =
        odd({"--templates", odd_templates, "--set", "jurisdictions.russia.permit.fee=27181 RUB"});
    EXPECT_THAT(dear.out, HasSubstr("| `jurisdictions.russia.permit.fee` | 27181 RUB"));
}

TEST(OddCommand, says_what_to_do_where_the_templates_are_missing)
{
    TestFolder const folder;
    for (std::string const& name : {(folder / "none").string(), folder.path().string()})
    {
        Outcome const missing = odd({"--templates", name});
        EXPECT_EQ(missing.status, 4);
        EXPECT_THAT(missing.out, IsEmpty());
        EXPECT_THAT(missing.err, AllOf(HasSubstr("kochmon: " + name + ": "),
                                       HasSubstr("files *.md"), HasSubstr("--templates DIR")));
    }
}

TEST(OddCommand, tells_file_line_and_marker_of_a_template_that_is_wrong)
{
    TestFolder const folder;
    put(folder / "10-month.md", "## The month\n\n{{scedule}}\n");
    Outcome const wrong = odd({"--templates", folder.path().string(), "-o", "-"});
    EXPECT_EQ(wrong.status, 4);
    EXPECT_THAT(wrong.out, IsEmpty());
    EXPECT_THAT(wrong.err, AllOf(HasSubstr((folder / "10-month.md").string() + ":3: {{scedule}}: "),
                                 HasSubstr("did you mean '{{schedule}}'?"),
                                 HasSubstr("{{levers}}: is in no file"),
                                 HasSubstr("The markers are {{schedule}}, {{decision_points}}, ")));
}

TEST(OddCommand, refuses_an_output_without_a_name)
{
    Outcome const refused = odd({"--templates", odd_templates, "-o", ""});
    EXPECT_EQ(refused.status, 64);
    EXPECT_THAT(refused.err, HasSubstr("-o: expected the name of a file, or -"));
}
}  // namespace kochmon
