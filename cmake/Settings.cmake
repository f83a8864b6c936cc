# How every target of ours is built. Nothing here may change a bit of a result:
# no fast-math, no fused multiply-add (ADR 0009).
add_library(kochmon_settings INTERFACE)
target_compile_features(kochmon_settings INTERFACE cxx_std_20)
target_include_directories(kochmon_settings INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(kochmon_settings INTERFACE
    -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wsuggest-override)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(kochmon_settings INTERFACE -Wduplicated-branches -Wduplicated-cond)
else()
    target_compile_options(kochmon_settings INTERFACE -Wreserved-identifier -Wreserved-macro-identifier)
endif()
if(KOCHMON_PLAIN_THREADS)
    target_compile_definitions(kochmon_settings INTERFACE KOCHMON_PLAIN_THREADS)
endif()
if(NOT KOCHMON_CONTRACTS)
    target_compile_definitions(kochmon_settings INTERFACE KOCHMON_NO_CONTRACTS)
endif()
if(KOCHMON_SANITIZE)
    target_compile_options(kochmon_settings INTERFACE
        -fsanitize=${KOCHMON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(kochmon_settings INTERFACE -fsanitize=${KOCHMON_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC's own manual: sanitizers make this warning speak of what is not so (here: std::regex).
        target_compile_options(kochmon_settings INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
if(KOCHMON_COVERAGE)
    target_compile_options(kochmon_settings INTERFACE --coverage)
    target_link_options(kochmon_settings INTERFACE --coverage)
endif()

# Where many sources are read as one (CMAKE_UNITY_BUILD), those of a folder are: names that a file keeps to itself
# must differ within a folder, whatever stands in others.
function(kochmon_read_folders_as_one target)
    set(files_at_once 24)
    foreach(source ${ARGN})
        get_filename_component(folder ${source} DIRECTORY)
        string(MD5 folder ${folder})
        math(EXPR part "0${count_${folder}} / ${files_at_once}")
        math(EXPR count_${folder} "0${count_${folder}} + 1")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${folder}_${part}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()

# kochmon_room(NAME LINK targets...): the library of one room, all sources below its folder.
function(kochmon_room room)
    cmake_parse_arguments(ROOM "" "" "LINK" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${room}/*.cpp)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${room}/*.hpp)
    add_library(kochmon_${room} STATIC ${sources})
    target_sources(kochmon_${room} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${headers})
    target_link_libraries(kochmon_${room} PUBLIC kochmon_settings ${ROOM_LINK})
    set_target_properties(kochmon_${room} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    kochmon_read_folders_as_one(kochmon_${room} ${sources})
endfunction()
