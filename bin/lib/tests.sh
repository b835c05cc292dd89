# shellcheck shell=bash
# shellcheck disable=SC2154
# Sourced after scratch.sh: build and run_tests; the counts stand in passed, failed and skipped.

passed=0 failed=0 skipped=0

# One build at a time in this checkout: two would write the same files.
build() {
  echo "Building"
  attend flock -o . dotnet build FirstContact.slnx -c Release -v quiet --nologo >"$scratch/log" || { cat "$scratch/log" && return 1; }
}

# run_tests FILTER PROJECT...   An empty filter takes all.
run_tests() {
  local filter=$1 project status total ran good
  shift
  for project; do
    echo "— $project"
    status=0
    # A test that hangs is named and ended, so that the run ends too.
    attend dotnet test "tests/$project/bin/Release/net10.0/FirstContact.$project.dll" ${filter:+--filter "$filter"} --nologo \
      --logger "console;verbosity=minimal" --logger "trx;LogFileName=$project.trx" --results-directory "$scratch" \
      --blame-hang-timeout 10m --blame-hang-dump-type none >"$scratch/log" 2>&1 || status=$?
    grep -Ev "^(Starting test execution|A total of|Data collector 'Blame'|Results File|No test matches|$)" "$scratch/log" || true

    total=0 ran=0 good=0
    [[ ! -f $scratch/$project.trx ]] || read -r total ran good < \
      <(sed -nE 's/.*<Counters total="([0-9]+)" executed="([0-9]+)" passed="([0-9]+)".*/\1 \2 \3/p' "$scratch/$project.trx")
    ((passed += good, failed += ran - good, skipped += total - ran)) || true
    # A crash ends a project early, and what it did not run must not look like success: it counts as one failure.
    if ((status && ran == good)); then
      echo "$project did not end well (exit $status)"
      ((failed += 1))
    fi
  done
}
