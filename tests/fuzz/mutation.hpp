// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/words.hpp"

namespace kochmon::fuzz
{
/// Changes a text as one who knows the grammar would: by keys, values, lines, shocks and quotes.
class Mutation
{
  public:
    Mutation(Words const& words, unsigned seed) : words_(words), random_(seed) {}
    /// One change or a few at once.
    std::string of(std::string text);
    std::size_t below(std::size_t limit) { return random_() % limit; }

  private:
    struct Span
    {
        std::size_t at;
        std::size_t length;
    };
    std::string const& one_of(std::vector<std::string> const& texts)
    {
        return texts[below(texts.size())];
    }
    void once(std::string& text);
    Span token(std::string const& text);
    Span line(std::string const& text);
    Span value(std::string const& text);
    std::string any_word();
    std::string shock();
    void move_line(std::string& text);
    void indent(std::string& text);
    void nest(std::string& text);
    void quote(std::string& text);
    void change_digit(std::string& text);

    Words const& words_;
    std::minstd_rand random_;
};
}  // namespace kochmon::fuzz
