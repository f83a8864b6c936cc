// SPDX-License-Identifier: MIT
#include "analysis/odd/markers.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace kochmon
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::vector<GeneratedPart> const parts = {{"steps", "| one |\n| two |\n"}, {"levers", "| fee |\n"}};

std::string filled(std::vector<ProseFile> const& files)
{
    return fill_markers("prose", files, parts);
}

std::string faults_of(std::vector<ProseFile> const& files)
{
    try
    {
        filled(files);
    }
    catch (FileError const& error)
    {
        return error.what();
    }
    return {};
}
}  // namespace

TEST(Markers, are_replaced_and_the_prose_stays_as_it_is)
{
    EXPECT_EQ(
        filled({{"10.md", "# A model\n\n{{steps}}\n\n* {a: {b}}\n"}, {"20.md", "{{levers}}\n"}}),
        "# A model\n\n| one |\n| two |\n\n* {a: {b}}\n\n| fee |\n");
}

TEST(Markers, may_have_blanks_around_them)
{
    EXPECT_EQ(filled({{"10.md", "  {{steps}} \r\n{{levers}}"}}), "| one |\n| two |\n| fee |\n");
}

TEST(Markers, unknown_ones_are_told_with_file_line_and_those_that_there_are)
{
    EXPECT_EQ(faults_of({{"prose/10.md", "# A model\n{{step}}\n{{steps}}\n{{levers}}\n"}}),
              "prose/10.md:2: {{step}}: there is no such marker, did you mean '{{steps}}'?\n"
              "The markers are {{steps}} and {{levers}}");
}

TEST(Markers, missing_ones_are_told)
{
    EXPECT_EQ(faults_of({{"prose/10.md", "{{levers}}\n"}}),
              "prose: {{steps}}: is in no file; give it a line where it belongs\n"
              "The markers are {{steps}} and {{levers}}");
}

TEST(Markers, stand_once)
{
    EXPECT_THAT(faults_of({{"a.md", "{{steps}}\n{{levers}}\n"}, {"b.md", "\n{{steps}}\n"}}),
                AllOf(HasSubstr("b.md:2: {{steps}}: is at a.md:1 already\n"),
                      HasSubstr("The markers are {{steps}} and {{levers}}")));
}

TEST(Markers, stand_on_a_line_of_their_own)
{
    for (std::string const line : {"See {{steps}}", "{{steps}} {{levers}}", "{{steps"})
        EXPECT_THAT(faults_of({{"a.md", line + "\n{{steps}}\n{{levers}}\n"}}),
                    HasSubstr("a.md:1: " + line + ": a marker has a line of its own\n"));
}

TEST(Markers, faults_are_told_all_at_once)
{
    EXPECT_THAT(faults_of({{"a.md", "{{nothing at all}}\n{{levers}}\n{{levers}}\n"}}),
                AllOf(HasSubstr("a.md:1: {{nothing at all}}: there is no such marker\n"),
                      HasSubstr("a.md:3: {{levers}}: is at a.md:2 already\n"),
                      HasSubstr("prose: {{steps}}: is in no file"), Not(HasSubstr("did you"))));
}
}  // namespace kochmon
