// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace kochmon
{
/// How much goes from one name to another.
struct Stream
{
    std::string from;
    std::string to;
    double size = 0.0;
};

/// What a diagram of streams is about; texts, not HTML.
struct StreamTitles
{
    std::string whole;
    std::string left;   // over the names from which
    std::string right;  // over those to which
};

/// Bands between two columns of names, as thick as what goes there, the largest on top: an SVG
/// element, drawn without any program in the page. Empty where nothing goes.
std::string flow_diagram(std::vector<Stream> const& streams, StreamTitles const& titles);
}  // namespace kochmon
