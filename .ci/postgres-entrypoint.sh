#!/usr/bin/env bash
# The entrypoint of the stand-in image: the variables, arguments and log lines
# of the official image, without its secrets files and its folder of scripts.
set -euo pipefail

initialize() {
  : "${POSTGRES_USER:=postgres}"
  : "${POSTGRES_DB:=$POSTGRES_USER}"
  : "${POSTGRES_HOST_AUTH_METHOD:=scram-sha-256}"
  if [[ -z ${POSTGRES_PASSWORD:-} && $POSTGRES_HOST_AUTH_METHOD != trust ]]; then
    echo 'Error: Database is uninitialized and superuser password is not specified.' >&2
    exit 1
  fi

  # Arguments for initdb arrive as one string and are meant to be split.
  # shellcheck disable=SC2086
  initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:-}") ${POSTGRES_INITDB_ARGS:-}
  echo "host all all all $POSTGRES_HOST_AUTH_METHOD" >>"$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
  create_database
  echo 'PostgreSQL init process complete; ready for start up.'
}

# The first server listens on its socket alone, so that nobody who waits for
# the port connects to a server about to stop. It starts even if there is
# nothing to create: whoever reads the log waits for the second server.
create_database() {
  pg_ctl --wait --options="-c listen_addresses=''" start
  if [[ $POSTGRES_DB != postgres ]]; then
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=database="$POSTGRES_DB" \
      --username="$POSTGRES_USER" --dbname=postgres <<<'CREATE DATABASE :"database";'
  fi
  pg_ctl --wait --mode=fast stop
}

if [[ $# == 0 || $1 == -* ]]; then
  set -- postgres "$@"
fi
if [[ $1 != postgres ]]; then
  exec "$@"
fi
if [[ $(id -u) == 0 ]]; then
  install --directory --owner=postgres --group=postgres --mode=700 "$PGDATA"
  install --directory --owner=postgres --group=postgres --mode=3775 /var/run/postgresql
  exec setpriv --reuid=postgres --regid=postgres --init-groups "${BASH_SOURCE[0]}" "$@"
fi
if [[ ! -s $PGDATA/PG_VERSION ]]; then
  initialize
fi
exec "$@"
