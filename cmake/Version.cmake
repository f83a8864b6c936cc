# The commit that a result names, found anew in every build. Where a source differs from the commit
# it is marked, so that results of unrecorded code can be told apart.
# Include it for the target kochmon_version, whose users may include "version.hpp".
set(version_header ${PROJECT_BINARY_DIR}/generated/version.hpp)
add_custom_target(kochmon_write_version
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DHEADER=${version_header}
        -DPROJECT_VERSION=${PROJECT_VERSION} -DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE}
        "-DCOMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
        -P ${PROJECT_SOURCE_DIR}/cmake/WriteVersion.cmake
    BYPRODUCTS ${version_header}
    COMMENT "Looking up the commit"
    VERBATIM)
add_library(kochmon_version INTERFACE)
target_include_directories(kochmon_version INTERFACE ${PROJECT_BINARY_DIR}/generated)
add_dependencies(kochmon_version kochmon_write_version)
