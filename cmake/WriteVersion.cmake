# Run by the target kochmon_write_version; rewrites the header only when something in it changes.
set(KOCHMON_COMMIT "unknown")
find_program(GIT git)
if(GIT)
    # An empty prefix: the source is the top of its own repository, not a folder in another one.
    execute_process(COMMAND ${GIT} rev-parse --short=12 --show-prefix HEAD WORKING_DIRECTORY ${SOURCE}
        OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    string(STRIP "${commit}" commit)
    if(NOT failed AND commit MATCHES "^[0-9a-f]+$")
        execute_process(COMMAND ${GIT} status --porcelain -- *.cpp *.hpp *.cmake *CMakeLists.txt
            WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE changes ERROR_QUIET)
        set(KOCHMON_COMMIT ${commit})
        if(changes)
            string(APPEND KOCHMON_COMMIT "-dirty")
        endif()
    endif()
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/version.hpp.in ${HEADER} @ONLY)
