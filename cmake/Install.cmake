# What an installation holds: the program, its scenarios, which it finds beside itself (../share/kochmon/config), the
# documents, man pages and completions, which are made from the help of the commands.
include(GNUInstallDirs)
find_package(Python3 COMPONENTS Interpreter)
install(TARGETS kochmon RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY config/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kochmon/config
    FILES_MATCHING PATTERN "*.yaml" PATTERN "*.csv" PATTERN "*.md" PATTERN "Snakefile")
# As in the sources, so that links hold and the index keeps its name.
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs
    PATTERN "templates" EXCLUDE)
install(FILES python/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/python)
install(DIRECTORY python/examples DESTINATION ${CMAKE_INSTALL_DOCDIR}/python FILES_MATCHING PATTERN "*.py")
install(FILES r/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/r)
# Where files of config look for them.
install(DIRECTORY docs/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/kochmon/docs)
install(FILES README.md CHANGELOG.md CONTRIBUTING.md CITATION.cff codemeta.json Containerfile
    DESTINATION ${CMAKE_INSTALL_DOCDIR})
# Documents lead to scenarios as they do in the sources.
install(CODE "file(CREATE_LINK ../../kochmon/config
    \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}/config\" SYMBOLIC)")
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
if(Python3_FOUND)
    set(help_files ${PROJECT_BINARY_DIR}/help)
    add_custom_command(OUTPUT ${help_files}/man/kochmon.1
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${help_files}
        COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/help-files $<TARGET_FILE:kochmon> ${help_files}
        DEPENDS kochmon scripts/help-files
        COMMENT "Writing man pages and completions" VERBATIM)
    add_custom_target(kochmon_help_files DEPENDS ${help_files}/man/kochmon.1)
    install(DIRECTORY ${help_files}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
    install(FILES ${help_files}/completions/kochmon.bash RENAME kochmon OPTIONAL
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(FILES ${help_files}/completions/_kochmon OPTIONAL
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
    install(FILES ${help_files}/completions/kochmon.fish OPTIONAL
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

set(CPACK_PACKAGE_NAME kochmon)
set(CPACK_PACKAGE_VENDOR "The Kochmon authors")
set(CPACK_PACKAGE_CONTACT "The Kochmon authors <kochmon@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Figures are drawn by gnuplot; without it their scripts and numbers are written.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnuplot-nox, fonts-dejavu-core, ca-certificates")
set(CPACK_OUTPUT_FILE_PREFIX ${PROJECT_BINARY_DIR}/packages)
include(CPack)
