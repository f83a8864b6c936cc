// SPDX-License-Identifier: MIT
#pragma once

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

  private:
    std::vector<Parameter> parameters_;
    std::vector<TableAt> tables_;
};

/// The declarations of every parameter that `Parameters::fields` visits.
template <class Parameters>
Declarations declarations_of()
{
    class Collector final : public Fields
    {
      public:
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
    Collector collector;
    Parameters parameters;
    parameters.fields(collector);
    return std::move(collector.declarations);
}
}  // namespace kochmon
