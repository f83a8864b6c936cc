// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/fields.hpp"

namespace kochmon
{
/// Every parameter and table that a scenario file may and must name, in the order of the program.
class Declarations
{
  public:
    /// Of a program that knows of no corridor.
    Declarations() : Declarations(std::make_shared<Corridor>()) {}
    explicit Declarations(std::shared_ptr<Corridor const> corridor) : corridor_(std::move(corridor))
    {
    }

    struct Parameter
    {
        std::string path;
        Declared declared;
    };
    struct TableAt
    {
        std::string path;
        TableDeclared declared;
    };

    void add(std::string const& path, Declared const& declared);
    void add(std::string const& path, TableDeclared const& declared);
    std::vector<Parameter> const& parameters() const { return parameters_; }
    std::vector<TableAt> const& tables() const { return tables_; }
    /// Nothing under this path: nullptr.
    Parameter const* find(std::string const& path) const;
    /// A path that was declared a second time, by a name of the corridor that is a key already.
    std::optional<std::string> const& clash() const { return clash_; }
    /// Whose regions and places name them.
    std::shared_ptr<Corridor const> const& corridor() const { return corridor_; }
    /// Whether a scenario must name one.
    bool ask_for_corridor() const { return corridor_->countries().size() > 0; }

  private:
    std::shared_ptr<Corridor const> corridor_;
    std::optional<std::string> clash_;
    std::vector<Parameter> parameters_;
    std::vector<TableAt> tables_;
};

/// The declarations of every parameter that `Parameters::fields` visits.
template <class Parameters>
Declarations declarations_of(
    std::shared_ptr<Corridor const> corridor = std::make_shared<Corridor>())
{
    class Collector final : public Fields
    {
      public:
        explicit Collector(std::shared_ptr<Corridor const> const& named)
            : Fields(*named), declarations(named)
        {
        }
        void table(std::string const& path, TableDeclared const& declared) override
        {
            declarations.add(path, declared);
        }
        Declarations declarations;

      protected:
        void parameter(std::string const& path, Declared const& declared, Assign const&) override
        {
            declarations.add(path, declared);
        }
    };
    Collector collector(corridor);
    Parameters parameters;
    parameters.fields(collector);
    return std::move(collector.declarations);
}
}  // namespace kochmon
