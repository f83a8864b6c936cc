# cmake -DFROM=analysis/page/web -DTO=build/page -DNPM=npm -P cmake/BundlePage.cmake: makes TO/page.js, the
# program that draws the charts of a report. Where Node or its packages cannot be had it is empty: reports then
# have tables and no charts, and say so.
file(MAKE_DIRECTORY ${TO})
file(REMOVE ${TO}/page.js)
foreach(name page.js package.json package-lock.json)
    configure_file(${FROM}/${name} ${TO}/source/${name} COPYONLY)
endforeach()
set(failed 1)
if(NPM)
    # Without a network it gives up within a minute or so.
    execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
        --fetch-retries=1 --fetch-retry-mintimeout=1000 --fetch-timeout=30000
        WORKING_DIRECTORY ${TO}/source RESULT_VARIABLE failed TIMEOUT 900)
    if(NOT failed)
        execute_process(COMMAND ${NPM} run --silent build -- --log-level=error --outfile=${TO}/page.js
            WORKING_DIRECTORY ${TO}/source RESULT_VARIABLE failed TIMEOUT 300)
    endif()
endif()
if(failed OR NOT EXISTS ${TO}/page.js)
    message(WARNING "The charts of reports are left out: npm is missing or failed (nodejs and npm, with access to packages)")
    file(WRITE ${TO}/page.js "")
endif()
