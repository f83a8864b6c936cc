// SPDX-License-Identifier: MIT
// The real program, asked over HTTP.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include <gmock/gmock.h>

#include "analysis/page/html_text.hpp"
#include "analysis/serve/child.hpp"
#include "analysis/text/csv_table.hpp"

#include "tests/analysis/serve/served.hpp"
#include "tests/analysis/shipped.hpp"

namespace kochmon
{
namespace
{
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

class ServeCommand : public testing::Test
{
  protected:
    ServeCommand()
    {
        put(place_ / "secret/run.json", "{\"program\": \"kochmon\"}");
        put(place_ / "served/notes.txt", "mine\n");
        put(place_ / "served/mine/notes.txt", "mine\n");
        put(place_ / "served/empty/run.json",
            "{\"program\": \"kochmon\", \"status\": \"complete\", "
            "\"scenario\": \"<b>&\", \"command\": [\"k\", \"run\"]}");
        fs::create_directory_symlink(place_ / "secret", place_ / "served/link");
    }
    static std::string draft(std::string const& name, std::string const& amount)
    {
        return R"({"name": ")" + name +
               R"(", "shocks": [{"lever": "jurisdictions.russia.permit.fee", "operation": "set", )"
               R"("amount": ")" +
               amount + R"(", "from": "2010-01", "until": "", "ramp": "", "groups": {}}]})";
    }
    Json saved(std::string const& name, std::string const& amount) const
    {
        return Json::parse(served_.post("save", draft(name, amount)).body);
    }
    fs::path policy(std::string const& name) const
    {
        return place_ / ("served/policies/" + name + ".yaml");
    }
    TestFolder place_;
    tests::Served served_{(fs::create_directories(place_ / "served"), place_ / "served")};
};

TEST_F(ServeCommand, shows_results_to_who_has_the_token)
{
    tests::Answer const list = served_.get("");
    EXPECT_EQ(list.status, 200);
    EXPECT_THAT(list.body, HasSubstr("open?result=empty"));
    EXPECT_THAT(list.body, HasSubstr("&lt;b&gt;&amp;"));
    EXPECT_THAT(list.body, Not(HasSubstr("result=link"))) << "a link leads out";
    EXPECT_THAT(list.headers.at("content-security-policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(list.headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(list.headers.at("referrer-policy"), "no-referrer");
    EXPECT_EQ(list.headers.at("cache-control"), "no-store");
    EXPECT_EQ(list.headers.count("access-control-allow-origin"), 0U);
    EXPECT_EQ(served_.get("serve.js").status, 200);
    EXPECT_EQ(served_.get("file?result=empty&file=run.json").status, 200);
    EXPECT_EQ(served_.get("none").status, 404);
}

TEST_F(ServeCommand, refuses_who_may_not_ask)
{
    std::string const to = "GET " + served_.place() + " HTTP/1.1\r\n";
    std::string const cookie = "Cookie: kochmon=" + served_.token() + "\r\n";
    std::string const host = "Host: " + served_.host() + "\r\n";
    EXPECT_EQ(served_.sent(to + host + cookie + "\r\n").status, 200);
    EXPECT_EQ(served_.sent(to + host + "\r\n").status, 403);
    EXPECT_EQ(served_.sent(to + "Host: evil.example\r\n" + cookie + "\r\n").status, 421);
    EXPECT_EQ(served_.sent(to + cookie + "\r\n").status, 421);
    TestFolder const other_folder;
    tests::Served const other(other_folder.path());
    EXPECT_EQ(served_.sent(to + host + "Cookie: kochmon=" + other.token() + "\r\n\r\n").status,
              403);
    EXPECT_EQ(served_.sent("GET /?token=" + other.token() + " HTTP/1.1\r\n" + host + "\r\n").status,
              403);
    std::string const order = "POST " + served_.place() + "stop HTTP/1.1\r\n" + host + cookie +
                              "Content-Type: application/json\r\nContent-Length: 2\r\n";
    EXPECT_EQ(served_.sent(order + "Origin: http://evil.example\r\n\r\n{}").status, 403);
    EXPECT_EQ(served_.sent(order + "\r\n{}").status, 403);
    EXPECT_EQ(served_.sent(order + "Origin: http://" + served_.host() + "\r\n\r\n{}").status, 200);
    EXPECT_EQ(served_.post("save", std::string(100'000, ' ')).status, 413);
    EXPECT_EQ(served_.post("save", "{").status, 400);
    EXPECT_EQ(served_.sent("\r\n\r\n").status, 400);
}

TEST_F(ServeCommand, takes_no_body_of_unknown_length_and_sends_ranges_as_ranges)
{
    std::string const who = "Host: " + served_.host() + "\r\nCookie: kochmon=" + served_.token() +
                            "\r\nOrigin: http://" + served_.host() + "\r\n";
    EXPECT_EQ(served_
                  .sent("POST " + served_.place() + "stop HTTP/1.1\r\n" + who +
                        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n"
                        "{}\r\n0\r\n\r\n")
                  .status,
              411);
    std::string const file =
        "GET " + served_.place() + "file?result=empty&file=run.json HTTP/1.1\r\n" + who;
    EXPECT_EQ(served_.sent(file + "\r\n").status, 200);
    EXPECT_EQ(served_.sent(file + "Range: bytes=0-3\r\n\r\n").status, 206);
}

// Neither a table that a link leads away from nor that of another kind is read.
TEST_F(ServeCommand, reads_effects_of_comparisons_alone)
{
    put(place_ / "secret/effects.csv", "policy,month\n");
    fs::create_directories(place_ / "served/linked");
    fs::create_symlink(place_ / "secret/effects.csv", place_ / "served/linked/effects.csv");
    for (char const* const page :
         {"effects?result=linked", "effects?result=empty", "two?one=empty&other=empty"})
        EXPECT_EQ(served_.get(page).status, 404) << page;
}

TEST_F(ServeCommand, shows_nothing_outside_the_folder)
{
    for (char const* const page :
         {"open?result=../secret", "open?result=..%2fsecret", "open?result=link",
          "file?result=link&file=run.json", "file?result=empty&file=../notes.txt",
          "file?result=empty&file=..%2f..%2fsecret%2frun.json", "file?result=.&file=notes.txt",
          "file?result=&file=notes.txt", "file?result=empty&file=/etc/passwd",
          "report?result=../secret", "effects?result=../secret", "two?one=../secret&other=empty",
          "edit?policy=../../secret/run", "edit?policy=none", "open?result=mine",
          "file?result=mine&file=notes.txt"})
        EXPECT_EQ(served_.get(page).status, 404) << page;
}

TEST_F(ServeCommand, shows_a_mistake_at_its_field_and_writes_over_nobodys_file)
{
    Json const wrong = saved("fee-up", "-5 RUB");
    EXPECT_EQ(wrong["ok"], false);
    ASSERT_EQ(wrong["mistakes"].size(), 1U);
    EXPECT_EQ(wrong["mistakes"][0]["shock"], 0);
    EXPECT_EQ(wrong["mistakes"][0]["field"], "amount");
    EXPECT_THAT(wrong["mistakes"][0]["text"].get<std::string>(), HasSubstr("'-5 RUB'"));
    EXPECT_EQ(saved("fee-up", "26000 RUB")["ok"], true);
    EXPECT_THAT(text_of(policy("fee-up")), HasSubstr("    set: 26000 RUB\n"));
    EXPECT_THAT(served_.get("edit?policy=fee-up").body, HasSubstr("\"amount\":\"26000 RUB\""));

    std::string const mine = text_of(policy("fee-up")) + "# by hand\n";
    put(policy("fee-up"), mine);
    EXPECT_EQ(saved("fee-up", "27000 RUB")["mistakes"][0]["field"], "name");
    EXPECT_EQ(text_of(policy("fee-up")), mine);
    for (char const* const name : {"../up", "Up", "", "baseline"})
        EXPECT_EQ(saved(name, "27000 RUB")["mistakes"][0]["field"], "name") << name;
}

TEST_F(ServeCommand, runs_what_the_command_line_runs)
{
    ASSERT_EQ(saved("fee-up", "30000 RUB")["ok"], true);
    std::string const wish = R"({"policy": "fee-up", "result": "up", "persons": "2000", )"
                             R"("months": "6", "replicates": "2"})";
    EXPECT_EQ(served_.post("run", wish).status, 202);
    while (!fs::exists(place_ / "served/up/run.json"))
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    Json const shown = Json::parse(served_.get("effects?result=up").body);
    CsvTable const effects(text_of(place_ / "served/up/effects.csv"),
                           ",2010-06,abroad,total,total,");
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(shown[2]["difference"], effects.cell(0, "difference"));
    EXPECT_EQ(shown[2]["low_90"], effects.cell(0, "low90"));

    Outcome const typed = kochmon_with({"compare", tests::baseline_file, policy("fee-up").string(),
                                        "--persons", "2000", "--months", "6", "--replicates", "2",
                                        "-o", (place_ / "typed").string(), "-q"});
    ASSERT_EQ(typed.status, 0) << typed.err;
    EXPECT_EQ(text_of(place_ / "typed/effects.csv"), text_of(place_ / "served/up/effects.csv"));
    tests::Answer const report = served_.get("report?result=up");
    EXPECT_EQ(report.status, 200);
    EXPECT_TRUE(report.body.starts_with("<!DOCTYPE html>\n<!-- A report of kochmon -->"));
    EXPECT_THAT(report.headers.at("content-security-policy"), HasSubstr("sandbox"));
}

TEST_F(ServeCommand, ends_its_run_with_itself)
{
    ASSERT_EQ(saved("fee-up", "30000 RUB")["ok"], true);
    std::string const wish = R"({"policy": "fee-up", "result": "long", "persons": "100000", )"
                             R"("months": "", "replicates": "50"})";
    ASSERT_EQ(served_.post("run", wish).status, 202);
    EXPECT_EQ(served_.post("run", wish).status, 409) << "one run at a time";
    EXPECT_THAT(served_.get("").body, HasSubstr("A run is going on"));
    Outcome const outcome = served_.ended();
    EXPECT_EQ(outcome.status, 128 + SIGTERM);
    EXPECT_THAT(outcome.err, HasSubstr("a run was going on"));
    EXPECT_FALSE(fs::exists(place_ / "served/long/run.json"));
}

TEST_F(ServeCommand, ends_well_where_nothing_runs)
{
    EXPECT_EQ(served_.ended().status, 0);
}

TEST(ServeCommandLine, says_what_it_cannot_serve)
{
    TestFolder const place;
    Outcome const none = kochmon_with({"serve", (place / "none").string()});
    EXPECT_EQ(none.status, 4);
    EXPECT_THAT(none.err, HasSubstr("expected a folder"));
    Outcome const shocked =
        kochmon_with({"serve", place.path().string(), "--base", tests::permit_fee_file});
    EXPECT_EQ(shocked.status, 2);
    EXPECT_THAT(shocked.err, HasSubstr("has shocks of its own"));
    tests::Served const served(place.path());
    Outcome const taken =
        kochmon_with({"serve", place.path().string(), "--base", tests::baseline_file, "--port",
                      std::to_string(served.port())});
    EXPECT_EQ(taken.status, 4);
    EXPECT_THAT(taken.err, HasSubstr("--port"));
}

TEST(ChildOfOurs, takes_arguments_as_they_are_and_ends_when_told)
{
    // The test program itself: it knows no such flags, and says so.
    Child child({"--gtest_filter=None.*", "$(reboot) ; *"});
    ChildOutcome const outcome = child.wait();
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, HasSubstr("0 tests"));
    child.send(SIGKILL);  // to nobody
}
}  // namespace
}  // namespace kochmon
