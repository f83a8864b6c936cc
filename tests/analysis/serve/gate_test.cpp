// SPDX-License-Identifier: MIT
#include "analysis/serve/gate.hpp"

#include <gmock/gmock.h>

#include "analysis/serve/secret.hpp"

namespace kochmon
{
namespace
{
constexpr char token[] = "0123456789abcdef0123456789abcdef";
constexpr char page_place[] = "fedcba9876543210fedcba9876543210";

class GateOf8000 : public testing::Test
{
  protected:
    /// As the browser of whoever was let in asks.
    static HttpRequest asked(std::string const& method = "GET")
    {
        HttpRequest request{.method = method,
                            .path = std::string("/") + page_place + "/edit",
                            .parameters = {},
                            .headers = {{"host", "127.0.0.1:8000"},
                                        {"cookie", std::string("other=1; kochmon=") + token}}};
        if (method == "POST")
        {
            request.headers.emplace("origin", "http://127.0.0.1:8000");
            request.headers.emplace("content-type", "application/json");
        }
        return request;
    }
    static HttpRequest with(HttpRequest request, std::string const& name, std::string const& value)
    {
        request.headers.erase(name);
        request.headers.emplace(name, value);
        return request;
    }
    static HttpRequest without(HttpRequest request, std::string const& name)
    {
        request.headers.erase(name);
        return request;
    }
    /// 0: let in.
    int status(HttpRequest const& request) const
    {
        auto const answer = gate_.answer(request);
        return answer ? answer->status : 0;
    }

    Gate gate_{8000, token, page_place};
};

TEST_F(GateOf8000, lets_in_who_has_the_cookie)
{
    EXPECT_EQ(status(asked()), 0);
    EXPECT_EQ(status(asked("HEAD")), 0);
    EXPECT_EQ(status(asked("POST")), 0);
    EXPECT_EQ(gate_.below_place(asked().path), "edit");
    EXPECT_EQ(status(with(asked(), "host", "localhost:8000")), 0);
}

TEST_F(GateOf8000, refuses_other_names_of_the_host)
{
    for (char const* const host : {"127.0.0.1", "127.0.0.1:80", "evil.example:8000",
                                   "localhost:8000.evil.example", "0.0.0.0:8000", ""})
        EXPECT_EQ(status(with(asked(), "host", host)), 421) << host;
    HttpRequest twice = asked();
    twice.headers.emplace("host", "evil.example");
    EXPECT_EQ(status(twice), 421);
    EXPECT_EQ(status(without(asked(), "host")), 421);
}

TEST_F(GateOf8000, refuses_who_lacks_the_token)
{
    std::string const other = "1123456789abcdef0123456789abcdef";
    for (std::string const& cookie :
         {std::string(), "kochmon=" + other, std::string("kochmon=") + token + "0",
          std::string("kochmon="), std::string("akochmon=") + token, std::string(token)})
        EXPECT_EQ(status(with(asked(), "cookie", cookie)), 403) << cookie;
    HttpRequest elsewhere = asked();
    elsewhere.path = "/edit";
    EXPECT_EQ(status(elsewhere), 403);
    elsewhere.path = std::string("/") + page_place;
    EXPECT_EQ(status(elsewhere), 403);
}

TEST_F(GateOf8000, takes_the_token_of_the_address_once_and_leads_on_without_it)
{
    HttpRequest first{.method = "GET",
                      .path = "/",
                      .parameters = {{"token", token}},
                      .headers = {{"host", "127.0.0.1:8000"}}};
    auto const answer = gate_.answer(first);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 303);
    EXPECT_EQ(answer->headers[0].second, std::string("/") + page_place + "/");
    EXPECT_EQ(answer->headers[1].second, std::string("kochmon=") + token + "; Path=/" + page_place +
                                             "/; HttpOnly; SameSite=Strict");
    first.parameters["token"][0] = '9';
    EXPECT_EQ(status(first), 403);
    EXPECT_EQ(gate_.address(), std::string("http://127.0.0.1:8000/?token=") + token);
}

TEST_F(GateOf8000, takes_orders_of_its_own_pages_alone)
{
    for (char const* const origin :
         {"http://evil.example", "http://127.0.0.1:8001", "https://127.0.0.1:8000", "null", ""})
        EXPECT_EQ(status(with(asked("POST"), "origin", origin)), 403) << origin;
    EXPECT_EQ(status(without(asked("POST"), "origin")), 403);
    // What a form of another page can send without asking.
    EXPECT_EQ(status(with(asked("POST"), "content-type", "text/plain")), 415);
    for (char const* const site : {"cross-site", "same-site"})
        EXPECT_EQ(status(with(asked(), "sec-fetch-site", site)), 403) << site;
    EXPECT_EQ(status(with(asked(), "sec-fetch-site", "same-origin")), 0);
    EXPECT_EQ(status(asked("DELETE")), 405);
}

TEST(Secret, is_new_each_time_and_compared_whole)
{
    std::string const one = new_secret();
    EXPECT_EQ(one.size(), 32U);
    EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(one, new_secret());
    EXPECT_TRUE(is_same_secret(one, one));
    EXPECT_FALSE(is_same_secret(one.substr(1), one));
    EXPECT_FALSE(is_same_secret("", one));
    for (std::size_t at = 0; at < one.size(); ++at)
    {
        std::string other = one;
        other[at] = other[at] == 'a' ? 'b' : 'a';
        EXPECT_FALSE(is_same_secret(other, one)) << at;
    }
}
}  // namespace
}  // namespace kochmon
