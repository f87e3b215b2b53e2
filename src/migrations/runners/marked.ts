import { posix } from 'node:path'
import type { FoundFile } from '../find-files.ts'
import type { Migration } from '../migration.ts'
import { numberedPlace, placeOf, readPlaced, stemOf } from '../placing.ts'
import type { Project } from '../project.ts'
import type { Runner } from '../runner.ts'
import { type Marks, type Sections, sectionsOf } from '../sections.ts'

const GOOSE: Marks = { up: /^\s*--\s*\+goose\s+Up\b/im, down: /^\s*--\s*\+goose\s+Down\b/im }
const DBMATE: Marks = { up: /^--\s*migrate:up\b/im, down: /^--\s*migrate:down\b/im }
const SQL_MIGRATE: Marks = { up: /^\s*--\s*\+migrate\s+Up\b/im, down: /^\s*--\s*\+migrate\s+Down\b/im }

/** goose: both halves in one file, divided by comments. */
export const goose: Runner = {
  name: 'goose',
  source: 'https://pressly.github.io/goose/documentation/annotations/',
  layout: '`VERSION_name.sql` with `-- +goose Up` and `-- +goose Down`, by the version as a number',
  transactions: 'one for each file; none with `-- +goose NO TRANSACTION`',
  transaction: 'per-migration',
  ...marked('-- +goose Up', GOOSE, ({ file }) => ({
    transaction: /^\s*--\s*\+goose\s+NO\s+TRANSACTION\b/im.test(file.text) ? 'per-statement' : 'per-migration',
  })),
}

/** dbmate: both halves in one file; a half is sent as one query. */
export const dbmate: Runner = {
  name: 'dbmate',
  source: 'https://github.com/amacneil/dbmate#migration-options',
  layout: '`VERSION_name.sql` with `-- migrate:up` and `-- migrate:down`, by name',
  transactions:
    'one for each file; with `transaction:false` the half is one query, a transaction where it holds several statements',
  transaction: 'per-migration',
  ...marked('-- migrate:up', DBMATE, ({ file }) => ({
    transaction: 'per-migration',
    ...(/^--\s*migrate:up\b.*\btransaction:\s*false/im.test(file.text) ? { unwrapped: 'single-statement' } : {}),
  })),
}

/** sql-migrate of rubenv. */
export const sqlMigrate: Runner = {
  name: 'sql-migrate',
  source: 'https://github.com/rubenv/sql-migrate#writing-migrations',
  layout: '`NAME.sql` with `-- +migrate Up` and `-- +migrate Down`, by leading number, then by name',
  transactions: 'one for each file; none with `notransaction` after `Up`',
  transaction: 'per-migration',
  ...marked('-- +migrate Up', SQL_MIGRATE, ({ file }) => ({
    transaction: /^\s*--\s*\+migrate\s+Up\b.*\bnotransaction\b/im.test(file.text) ? 'per-statement' : 'per-migration',
  })),
}

/** node-pg-migrate's SQL files; its default is one transaction for all pending ones. */
export const nodePgMigrate: Runner = {
  name: 'node-pg-migrate',
  source: 'https://salsita.github.io/node-pg-migrate/migrations/',
  layout: '`TIMESTAMP_name.sql` with `-- Up Migration` and `-- Down Migration`, by name',
  transactions: 'one for all pending migrations',
  transaction: 'whole-run',
  ...marked(
    '-- Up Migration',
    { up: /^\s*--[\s-]*up\s+migration\b/im, down: /^\s*--[\s-]*down\s+migration\b/im },
    () => ({ transaction: 'whole-run' }),
  ),
}

/** tern: what stands above a comment is the up half. */
export const tern: Runner = {
  name: 'tern',
  source: 'https://github.com/jackc/tern#migrations',
  layout: '`001_name.sql`, the halves divided by `---- create above / drop below ----`, by number',
  transactions: 'one for each file; with `---- tern: disable-tx ----` the file is sent as it is',
  transaction: 'per-migration',
  ...marked(
    '---- create above / drop below ----',
    { up: /^/, down: /^---- create above \/ drop below ----/m },
    ({ file }) => ({
      transaction: 'per-migration',
      ...(/^---- tern: disable-tx ----/m.test(file.text) ? { unwrapped: 'single-statement' } : {}),
    }),
  ),
}

/** The marks of a file, whichever runner's they are: in a folder of which no runner can be told. */
export function anySections({ file }: FoundFile): Sections | undefined {
  for (const marks of [GOOSE, DBMATE, SQL_MIGRATE]) {
    const sections = sectionsOf(file, marks)
    if (sections !== undefined) return sections
  }
  return undefined
}

function marked(
  comment: string,
  marks: Marks,
  run: (found: FoundFile) => Pick<Migration, 'transaction' | 'unwrapped'>,
): Pick<Runner, 'recognize' | 'read'> {
  const mark = marks.up.source === '^' ? marks.down : marks.up
  return {
    recognize: ({ files }: Project) => {
      const count = files.filter(({ file }) => mark.test(file.text)).length
      return count * 2 > files.length ? `${count} of ${files.length} files say ${comment}` : undefined
    },
    read: (project) =>
      readPlaced(project, {
        place: (path) => (isDump(path) ? undefined : (numberedPlace(path) ?? placeOf(path, 'up', stemOf(path)))),
        sections: ({ file }) => sectionsOf(file, marks),
        run,
      }),
  }
}

/** What runners write to tell the schema that they arrived at. */
function isDump(path: string): boolean {
  return posix.basename(path) === 'schema.sql' || posix.basename(path) === 'structure.sql'
}
