// SPDX-License-Identifier: MIT
#include "config/document.hpp"

#include <exception>
#include <locale>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "config/plain_text.hpp"
#include "config/tree_builder.hpp"
#include "config/visible_text.hpp"

namespace kochmon
{
namespace
{
/// Reports what stands after the end of the document, if anything does.
class AfterTheEnd final : public YAML::EventHandler
{
  public:
    struct Found
    {
        YAML::Mark mark;
    };
    void OnDocumentStart(YAML::Mark const& mark) override { throw Found{mark}; }
    void OnDocumentEnd() override {}
    void OnNull(YAML::Mark const&, YAML::anchor_t) override {}
    void OnAlias(YAML::Mark const&, YAML::anchor_t) override {}
    void OnScalar(YAML::Mark const&, std::string const&, YAML::anchor_t,
                  std::string const&) override
    {
    }
    void OnSequenceStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override {}
    void OnMapStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override {}
};

/// Follows the events; true if the tree is whole.
bool build(std::istream& stream, TreeBuilder& tree, TextPlaces const& places,
           Diagnostics& diagnostics)
{
    try
    {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(tree)) return true;
        AfterTheEnd after;
        parser.HandleNextDocument(after);
        return true;
    }
    catch (AfterTheEnd::Found const& found)
    {
        diagnostics.report(places.of(found.mark), {},
                           {"a second document or text after the end", "one document in a file"});
        return true;
    }
    catch (ReadEnough const&)
    {
        return true;
    }
    catch (TooDeep const&)
    {
    }
    catch (YAML::ParserException const& error)
    {
        diagnostics.report(
            places.of(error.mark), tree.path(),
            {"not YAML: " + visible(error.msg), {}, "look at this line and the one before"});
    }
    catch (std::exception const& error)
    {
        diagnostics.report(places.of(YAML::Mark()), tree.path(),
                           {fmt::format("not YAML: {}", error.what())});
    }
    return false;
}
}  // namespace

std::optional<Node> parse_document(std::string_view text, int file, Diagnostics& diagnostics,
                                   std::string_view last_key)
{
    if (text.size() > largest_document)
    {
        diagnostics.report({file, 1, 1}, {}, {"larger than 1 MiB", "a smaller file"});
        return std::nullopt;
    }
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    auto unwanted = find_unreadable(text);
    if (!unwanted) unwanted = find_unwanted_yaml(text);
    if (unwanted)
    {
        diagnostics.report({file, unwanted->line, unwanted->column}, {}, unwanted->mistake);
        return std::nullopt;
    }
    std::istringstream stream{std::string(text)};
    stream.imbue(std::locale::classic());
    TextPlaces const places(text, file);
    TreeBuilder tree(places, diagnostics, last_key);
    if (!build(stream, tree, places, diagnostics)) return std::nullopt;
    return std::move(tree.root);
}
}  // namespace kochmon
