// SPDX-License-Identifier: MIT
#include "analysis/sweep/study_database.hpp"

#include <memory>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

#include "engine/error.hpp"

#include "analysis/runs/provenance.hpp"
#include "analysis/text/csv_text.hpp"

namespace kochmon
{
namespace
{
constexpr char schema_of_study[] = R"(
CREATE TABLE provenance (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE plan (factor INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,
                   paths TEXT, change TEXT);
CREATE TABLE points (point INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE parameters (point INTEGER NOT NULL REFERENCES points, factor INTEGER NOT NULL
                         REFERENCES plan, value TEXT NOT NULL, PRIMARY KEY (point, factor));
CREATE TABLE runs (point INTEGER NOT NULL REFERENCES points, replicate INTEGER NOT NULL,
                   population INTEGER NOT NULL, is_done INTEGER NOT NULL,
                   PRIMARY KEY (point, replicate));
CREATE TABLE kept (kept INTEGER PRIMARY KEY, month TEXT NOT NULL, measure TEXT NOT NULL,
                   "by" TEXT NOT NULL, "group" TEXT NOT NULL, unit TEXT NOT NULL);
CREATE TABLE kept_series (point INTEGER NOT NULL, replicate INTEGER NOT NULL,
                          kept INTEGER NOT NULL REFERENCES kept, value REAL);
CREATE TABLE kept_means (point INTEGER NOT NULL, kept INTEGER NOT NULL REFERENCES kept,
                         replicates INTEGER NOT NULL, mean REAL, low_90 REAL, high_90 REAL);
CREATE TABLE kept_effects (point INTEGER NOT NULL, kept INTEGER NOT NULL REFERENCES kept,
                           replicates INTEGER NOT NULL, base REAL, difference REAL, low_90 REAL,
                           high_90 REAL);
CREATE VIEW series AS SELECT point, replicate, month, measure, "by", "group", value, unit
    FROM kept_series JOIN kept USING (kept);
CREATE VIEW means AS SELECT point, month, measure, "by", "group", replicates, mean, low_90, high_90,
    unit FROM kept_means JOIN kept USING (kept);
CREATE VIEW effects AS SELECT point, month, measure, "by", "group", replicates, base, difference,
    low_90, high_90, unit FROM kept_effects JOIN kept USING (kept);
CREATE TABLE failures (point INTEGER NOT NULL, replicate INTEGER NOT NULL, reason TEXT);
CREATE TABLE tornado (month TEXT, measure TEXT, "by" TEXT, "group" TEXT, rank INTEGER, factor TEXT,
                      width REAL, lowest_value TEXT, lowest_difference REAL, lowest_low_90 REAL,
                      lowest_high_90 REAL, highest_value TEXT, highest_difference REAL,
                      highest_low_90 REAL, highest_high_90 REAL, unit TEXT);
CREATE TABLE variance (month TEXT, measure TEXT, "by" TEXT, "group" TEXT, points INTEGER,
                       replicates INTEGER, standard_deviation REAL, parameters_share REAL,
                       population_share REAL, luck_share REAL, population_by_point_share REAL,
                       luck_by_point_share REAL, told_together TEXT, unit TEXT);
CREATE TABLE responses (month TEXT, measure TEXT, "by" TEXT, "group" TEXT, factor TEXT,
                        position REAL, value TEXT, points INTEGER, mean REAL, low_90 REAL,
                        high_90 REAL, points_05 REAL, points_95 REAL, unit TEXT);
CREATE TABLE indices (month TEXT, measure TEXT, "by" TEXT, "group" TEXT, rank INTEGER, factor TEXT,
                      first REAL, first_low_90 REAL, first_high_90 REAL, total REAL,
                      total_low_90 REAL, total_high_90 REAL, points INTEGER, method TEXT);
CREATE TABLE morris (month TEXT, measure TEXT, "by" TEXT, "group" TEXT, rank INTEGER, factor TEXT,
                     effects INTEGER, mean_absolute REAL, mean_absolute_low_90 REAL,
                     mean_absolute_high_90 REAL, mean REAL, mean_low_90 REAL, mean_high_90 REAL,
                     deviation REAL, deviation_by_luck REAL, unit TEXT);
CREATE TABLE main_effects (month TEXT, measure TEXT, "by" TEXT, "group" TEXT, rank INTEGER,
                           factors TEXT, "order" INTEGER, share REAL, share_low_90 REAL,
                           share_high_90 REAL, deviation REAL, unit TEXT);
CREATE VIEW latest_effects AS
    SELECT effects.* FROM effects WHERE month = (SELECT max(month) FROM effects);
CREATE VIEW missing_runs AS
    SELECT runs.point, runs.replicate, failures.reason FROM runs
    LEFT JOIN failures USING (point, replicate) WHERE runs.is_done = 0;
)";

// Rows as the tables of text have them, of which month, measure, group and unit then stand once: a
// third of the bytes.
constexpr char tables_of_text[] = R"(
CREATE TEMP TABLE series_text (point, replicate, month, measure, "by", "group", value, unit);
CREATE TEMP TABLE means_text (point, month, measure, "by", "group", replicates, mean, low_90,
                              high_90, unit);
CREATE TEMP TABLE effects_text (point, month, measure, "by", "group", replicates, base, difference,
                                low_90, high_90, unit);
)";
constexpr char tables_out_of_text[] = R"(
INSERT INTO kept (month, measure, "by", "group", unit)
    SELECT month, measure, "by", "group", unit FROM
        (SELECT month, measure, "by", "group", unit FROM series_text UNION ALL
         SELECT month, measure, "by", "group", unit FROM means_text UNION ALL
         SELECT month, measure, "by", "group", unit FROM effects_text)
    GROUP BY month, measure, "by", "group", unit;
CREATE TEMP TABLE kept_text AS SELECT * FROM kept;
CREATE INDEX temp.of_kept ON kept_text (month, measure, "by", "group", unit);
INSERT INTO kept_series SELECT point, replicate, kept, value FROM series_text
    JOIN kept_text USING (month, measure, "by", "group", unit) ORDER BY series_text.rowid;
INSERT INTO kept_means SELECT point, kept, replicates, mean, low_90, high_90 FROM means_text
    JOIN kept_text USING (month, measure, "by", "group", unit) ORDER BY means_text.rowid;
INSERT INTO kept_effects SELECT point, kept, replicates, base, difference, low_90, high_90
    FROM effects_text JOIN kept_text USING (month, measure, "by", "group", unit)
    ORDER BY effects_text.rowid;
)";

/// A database in memory, whose bytes are written as any other file is: whole or not at all.
class MemoryDatabase
{
  public:
    MemoryDatabase()
    {
        demand(sqlite3_open(":memory:", &connection_));
        run(schema_of_study);
        run(tables_of_text);
        run("BEGIN");
    }
    ~MemoryDatabase() { sqlite3_close(connection_); }
    MemoryDatabase(MemoryDatabase const&) = delete;
    MemoryDatabase& operator=(MemoryDatabase const&) = delete;

    /// An empty cell is no value. Columns that are numbers take texts that are.
    void insert(std::string const& table, std::vector<std::vector<std::string>> const& rows)
    {
        if (rows.empty()) return;
        std::string marks;
        for (std::size_t k = 0; k < rows.front().size(); ++k) marks += k == 0 ? "?" : ", ?";
        sqlite3_stmt* statement = nullptr;
        demand(sqlite3_prepare_v2(connection_,
                                  fmt::format("INSERT INTO {} VALUES ({})", table, marks).c_str(),
                                  -1, &statement, nullptr));
        std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> const owned(statement,
                                                                          sqlite3_finalize);
        for (std::vector<std::string> const& row : rows) insert(statement, row);
    }

    std::string bytes()
    {
        run(tables_out_of_text);
        run("COMMIT");
        sqlite3_int64 size = 0;
        std::unique_ptr<unsigned char, void (*)(void*)> const bytes(
            sqlite3_serialize(connection_, "main", &size, 0), sqlite3_free);
        if (!bytes) throw MemoryError("the study's database does not fit into memory");
        return {reinterpret_cast<char const*>(bytes.get()), static_cast<std::size_t>(size)};
    }

  private:
    void insert(sqlite3_stmt* statement, std::vector<std::string> const& row)
    {
        for (std::size_t k = 0; k < row.size(); ++k)
        {
            int const column = static_cast<int>(k) + 1;
            // SQLITE_STATIC: the text outlives the step.
            demand(row[k].empty() && k > 0
                       ? sqlite3_bind_null(statement, column)
                       : sqlite3_bind_text(statement, column, row[k].c_str(),
                                           static_cast<int>(row[k].size()), nullptr));
        }
        if (sqlite3_step(statement) != SQLITE_DONE) demand(sqlite3_errcode(connection_));
        demand(sqlite3_reset(statement));
    }
    void run(char const* sql) { demand(sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr)); }
    void demand(int status)
    {
        if (status == SQLITE_OK) return;
        if (status == SQLITE_NOMEM)
            throw MemoryError("the study's database does not fit into memory");
        throw InternalError(fmt::format("the study's database: {}", sqlite3_errmsg(connection_)));
    }

    sqlite3* connection_ = nullptr;
};

using TextRows = std::vector<std::vector<std::string>>;

/// Without its header.
TextRows rows_of(std::string const& csv)
{
    TextRows rows;
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) rows.push_back(csv_cells(line));
    return rows;
}

bool is_taken_apart(std::string const& table)
{
    return table == "series" || table == "means" || table == "effects";
}

std::string kind_name(FactorKind kind)
{
    if (kind == FactorKind::key) return "key";
    if (kind == FactorKind::accepted_set) return "accepted set";
    return kind == FactorKind::lever ? "lever" : "policy";
}

TextRows provenance_rows(Study const& study)
{
    return {{"sweep", study.plan().name},
            {"program", identity_of_program()},
            {"identity", study.identity()},
            {"plan", study.plan().text},
            {"replicates", fmt::format("{}", study.plan().replicates)},
            {"populations", fmt::format("{}", study.plan().nesting.populations)}};
}

TextRows plan_rows(SweepPlan const& plan)
{
    TextRows rows;
    for (std::size_t k = 0; k < plan.factors.size(); ++k)
        rows.push_back({fmt::format("{}", k), plan.factors[k].name, kind_name(plan.factors[k].kind),
                        fmt::format("{}", fmt::join(plan.factors[k].paths, " ")),
                        plan.factors[k].change});
    return rows;
}

TextRows parameter_rows(Study const& study)
{
    TextRows rows;
    for (SweepPoint const& point : study.points())
        for (std::size_t k = 0; k < point.values.size(); ++k)
            if (point.values[k] != as_in_base)
                rows.push_back(
                    {fmt::format("{}", point.number), fmt::format("{}", k), point.values[k]});
    return rows;
}

TextRows point_rows(Study const& study)
{
    TextRows rows;
    for (SweepPoint const& point : study.points())
        rows.push_back(
            {fmt::format("{}", point.number), point.number == 0 ? "base" : point.name()});
    return rows;
}

TextRows run_rows(Study const& study)
{
    TextRows rows;
    auto const done = study.done();
    for (auto const& [point, replicate] : study.runs())
        rows.push_back({fmt::format("{}", point), fmt::format("{}", replicate),
                        fmt::format("{}", study.plan().nesting.population_of(replicate)),
                        done.contains({point, replicate}) ? "1" : "0"});
    return rows;
}
}  // namespace

std::string database_of(Study const& study, StudyTables const& tables)
{
    MemoryDatabase database;
    database.insert("provenance", provenance_rows(study));
    database.insert("plan", plan_rows(study.plan()));
    database.insert("points", point_rows(study));
    database.insert("parameters", parameter_rows(study));
    database.insert("runs", run_rows(study));
    for (auto const& [name, csv] : tables)
        if (std::string const table = name.substr(0, name.find('.')); table != "points")
            database.insert(is_taken_apart(table) ? table + "_text" : table, rows_of(csv));
    return database.bytes();
}
}  // namespace kochmon
