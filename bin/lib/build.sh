# Builds the product, or the benchmarks, where missing or older than a source.

build_if_needed() { # repository root
  local root=$1 jar=$1/app/target/bedside.jar
  if [ -f "$jar" ] && [ -z "$(find "$root/pom.xml" "$root/app/pom.xml" "$root/understanding/pom.xml" \
    "$root/app/src/main" "$root/understanding/src/main" -newer "$jar" -print -quit 2>/dev/null)" ]; then
    return 0
  fi
  command -v mvn >/dev/null || {
    echo "Bedside is built with Maven 3.8 or newer, and there is no mvn on the PATH: install it (Debian: apt-get install maven)." >&2
    return 1
  }
  echo "Building Bedside (a few minutes the first time, while Maven fetches libraries) …" >&2
  local log=$root/target/build.log
  mkdir -p "$root/target"
  if ! (cd "$root" && JAVA_HOME=$JAVA25_HOME mvn -B -pl app -am -DskipTests -Dmaven.test.skip=true package) >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -20 >&2 || true
    echo "The build failed; all of it is in $log. Nothing was started." >&2
    return 1
  fi
  touch "$jar"
}

build_bench_if_needed() { # in the repository root
  local stamp=bench/target/bench-classes.stamp
  if [ ! -f "$stamp" ] || [ -n "$(find pom.xml bench/pom.xml bench/src/main understanding/pom.xml understanding/src/main -newer "$stamp" -print -quit)" ]; then
    echo "Building the benchmarks …" >&2
    mvn -q -B -pl bench -am -Dmaven.test.skip=true package >&2
    touch "$stamp"
  fi
}
