// SPDX-License-Identifier: MIT
#include "analysis/words/catalogue_text.hpp"

#include "analysis/text/embedded_file.hpp"

// CMakeLists.txt names the files.
// NOLINTBEGIN(readability-identifier-naming)
KOCHMON_EMBED(texts, KOCHMON_WORDS "/texts.json")
KOCHMON_EMBED(measures, KOCHMON_WORDS "/measures.json")
KOCHMON_EMBED(groups, KOCHMON_WORDS "/groups.json")
// NOLINTEND(readability-identifier-naming)

namespace kochmon
{
std::string_view catalogue_of_texts()
{
    return embedded(kochmon_texts_begin, kochmon_texts_end);
}

std::string_view catalogue_of_measures()
{
    return embedded(kochmon_measures_begin, kochmon_measures_end);
}

std::string_view catalogue_of_groups()
{
    return embedded(kochmon_groups_begin, kochmon_groups_end);
}
}  // namespace kochmon
