#!/usr/bin/env bash
# Packs what `npm run build` has made, installs it into an empty folder as a
# careful user would (no install scripts, nothing optional), and uses it there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm pack --silent --pack-destination "$folder"
cd "$folder"
npm init --yes >/dev/null
npm install --ignore-scripts --omit=optional ./*.tgz

fail() {
  echo "$1" >&2
  exit 1
}

# Runs the installed program, shows what it says, and fails on any other exit code.
expect() {
  local expected=$1 actual=0
  shift
  echo "> schemalint $*"
  npx --no-install schemalint "$@" 2>&1 | tee output || actual=$?
  [[ $actual == "$expected" ]] || fail "expected exit code $expected, got $actual"
}

[[ -n $(find node_modules/pg-schemalint -name '*.wasm') ]] || fail "the package lacks the parser's .wasm file"
node --input-type=module --eval '
import { readFileSync } from "node:fs"
const { packages } = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8"))
const scripted = Object.keys(packages).filter((path) => packages[path].hasInstallScript)
if (scripted.length > 0) throw new Error(`packages with an install script: ${scripted.join(", ")}`)
console.log(`${Object.keys(packages).length} packages, none with an install script`)
'

mkdir clean bad
cat >clean/0001_orders.sql <<'SQL'
create table orders (
  id bigint generated always as identity primary key,
  customer_id bigint not null
);
create index orders_customer_id_idx on orders (customer_id);
SQL
cp clean/0001_orders.sql bad/
cat >bad/0002_reference.sql <<'SQL'
alter table orders add column reference text;
create index orders_reference_idx on orders (reference);
SQL

expect 0 check clean
expect 1 check bad
grep -q 'index-without-concurrently' output || fail 'the finding has another name'
expect 1 check bad/0002_reference.sql
expect 0 verify clean
