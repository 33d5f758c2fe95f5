# A PostgreSQL of its own for the tests: a temporary cluster on loopback, owned by an ordinary user.

postgres_bin() { # folder with initdb and pg_ctl, or nothing
  local candidate
  for candidate in "${BEDSIDE_POSTGRES_BIN:-}" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin; do
    [ -n "$candidate" ] && [ -x "$candidate/initdb" ] && found=$candidate
  done
  echo "${found:-}"
}

as_postgres() { # the server refuses to run as root
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() { # sets POSTGRES_URL: not a superuser, may make roles and databases
  POSTGRES_BIN=$(postgres_bin)
  POSTGRES_DIR=$(mktemp -d)
  [ "$(id -u)" = 0 ] && chown postgres "$POSTGRES_DIR"
  local port=$((20000 + RANDOM % 20000))
  (
    cd "$POSTGRES_DIR"
    as_postgres "$POSTGRES_BIN/initdb" -D "$POSTGRES_DIR/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null
    as_postgres "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_DIR/data" -w -l "$POSTGRES_DIR/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$POSTGRES_DIR -c max_connections=200 -c fsync=off" start >/dev/null
    as_postgres "$POSTGRES_BIN/psql" -q -h 127.0.0.1 -p "$port" -U postgres \
      -c "create role bedside login createrole createdb password 'bedside'" -c "create database bedside owner bedside"
  )
  POSTGRES_URL="postgresql://bedside:bedside@127.0.0.1:$port/bedside"
  echo "PostgreSQL $("$POSTGRES_BIN/postgres" --version | awk '{print $3}') on port $port"
}

stop_postgres() {
  [ -n "${POSTGRES_DIR:-}" ] || return 0
  (cd / && as_postgres "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_DIR/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$POSTGRES_DIR"
  POSTGRES_DIR=
}
