// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "tests/fuzz/harness.hpp"

namespace kochmon
{
namespace
{
std::vector<std::filesystem::path> kept_inputs()
{
    std::vector<std::filesystem::path> files;
    std::filesystem::path const corpus = KOCHMON_SOURCE "/tests/fuzz/corpus";
    for (auto const& entry : std::filesystem::recursive_directory_iterator(corpus))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string content_of_input(std::filesystem::path const& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}
}  // namespace

TEST(FuzzCorpus, is_accepted_or_refused_and_never_a_fault)
{
    fuzz::Harness const harness;
    int accepted = 0;
    int refused = 0;
    for (std::filesystem::path const& file : kept_inputs())
    {
        SCOPED_TRACE(file.filename().string());
        // What commands say is not what this test says.
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        bool is_accepted = false;
        EXPECT_NO_THROW(is_accepted = harness.accepts(content_of_input(file)));
        testing::internal::GetCapturedStdout();
        testing::internal::GetCapturedStderr();
        ++(is_accepted ? accepted : refused);
    }
    EXPECT_GT(accepted, 20);
    EXPECT_GT(refused, 20);
}
}  // namespace kochmon
