// SPDX-License-Identifier: MIT
#include "engine/sha256.hpp"

#include <array>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/error.hpp"
#include "engine/open_file.hpp"

namespace kochmon
{
namespace
{
void demand(int computed)
{
    if (computed != 1) throw InternalError("libcrypto did not compute a SHA-256 digest");
}
}  // namespace

struct Sha256::Context
{
    EVP_MD_CTX* of_libcrypto = EVP_MD_CTX_new();
};

Sha256::Sha256() : context_(std::make_unique<Context>())
{
    demand(EVP_DigestInit_ex(context_->of_libcrypto, EVP_sha256(), nullptr));
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(context_->of_libcrypto);
}

void Sha256::add(std::string_view bytes)
{
    demand(EVP_DigestUpdate(context_->of_libcrypto, bytes.data(), bytes.size()));
}

std::string Sha256::digits()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    demand(EVP_DigestFinal_ex(context_->of_libcrypto, digest.data(), &size));
    return fmt::format("{:02x}", fmt::join(digest.begin(), digest.begin() + size, ""));
}

std::string sha256(std::string_view bytes)
{
    Sha256 sum;
    sum.add(bytes);
    return sum.digits();
}

std::string sha256_of_file(std::filesystem::path const& file)
{
    constexpr std::size_t piece = std::size_t{1} << 20U;
    OpenFile const opened(file, O_RDONLY | O_NONBLOCK);
    if (!opened.is_open()) fail_to("read", file, opened.cause());
    struct stat status = {};
    bool const may_never_end =
        ::fstat(opened.descriptor(), &status) != 0 || S_ISCHR(status.st_mode);
    if (may_never_end) fail_to("read", file, ENOTSUP);
    std::vector<char> bytes(piece);
    Sha256 sum;
    while (true)
    {
        auto const got = again_if_interrupted(
            [&] { return ::read(opened.descriptor(), bytes.data(), bytes.size()); });
        if (got < 0) fail_to("read", file, errno);
        if (got == 0) return sum.digits();
        sum.add({bytes.data(), static_cast<std::size_t>(got)});
    }
}
}  // namespace kochmon
