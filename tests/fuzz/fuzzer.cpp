// SPDX-License-Identifier: MIT
// The entry points that libFuzzer calls (https://llvm.org/docs/LibFuzzer.html).
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "agents/loading/load_model.hpp"

#include "tests/corridors/kyrgyz_declarations.hpp"
#include "tests/corridors/kyrgyzstan.hpp"
#include "tests/fuzz/harness.hpp"
#include "tests/fuzz/mutation.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t largest);

namespace kochmon::fuzz
{
namespace
{
/// Loading the baseline takes a hundred times as long as the sample: those kinds are mutated
/// rarely.
bool is_of_the_model(std::string_view text)
{
    return text.starts_with("model\n") || text.starts_with("command\n");
}

std::string mutated(std::string const& input, Mutation& mutation)
{
    std::size_t const end = std::min(input.find('\n'), input.size());
    std::string kind = input.substr(0, end);
    if (mutation.below(500) == 0)
    {
        std::string const& other = Harness::kinds()[mutation.below(Harness::kinds().size())];
        if (is_of_the_model(other + '\n') == is_of_the_model(input)) kind = other;
    }
    return kind + '\n' + mutation.of(input.substr(std::min(end + 1, input.size())));
}
}  // namespace
}  // namespace kochmon::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static kochmon::fuzz::Harness const harness;
    harness.accepts({reinterpret_cast<char const*>(data), size});
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t largest, unsigned seed)
{
    using namespace kochmon;
    static fuzz::Words const words_of_the_sample = fuzz::words_of(sample::declarations());
    static fuzz::Words const words_of_the_model = fuzz::words_of(kyrgyz_declarations());
    std::string const input(reinterpret_cast<char const*>(data), size);
    bool const of_the_model = fuzz::is_of_the_model(input);
    fuzz::Mutation mutation(of_the_model ? words_of_the_model : words_of_the_sample, seed);
    if (mutation.below(8) == 0) return LLVMFuzzerMutate(data, size, largest);
    std::string const changed = fuzz::mutated(input, mutation);
    std::size_t const length = std::min(changed.size(), largest);
    std::memcpy(data, changed.data(), length);
    return length;
}
