// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace kochmon
{
/// A file of prose with markers, each on a line of its own: `{{schedule}}`.
struct ProseFile
{
    std::string name;  // as messages give it
    std::string text;
};

/// What the program writes in the place of a marker.
struct GeneratedPart
{
    std::string marker;  // without the braces
    std::string text;    // whole lines
};

/// The files one after the other, an empty line between two, with each marker replaced by its part.
/// Every part has its marker once. Throws FileError that tells all faults, each with the file, the
/// line and the marker, and then the markers that there are; `folder` is named where a marker
/// stands nowhere.
std::string fill_markers(std::string const& folder, std::vector<ProseFile> const& files,
                         std::vector<GeneratedPart> const& parts);
}  // namespace kochmon
