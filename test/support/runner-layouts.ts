import type { TransactionModel } from '../../src/migrations/migration.ts'

/** Files of a small project, and what its runner does with them. */
export interface Layout {
  readonly runner: string
  readonly files: Readonly<Record<string, string>>
  /** Where the migrations are. */
  readonly path: string
  /** The versions in order, each with its transactions. */
  readonly runs: readonly (readonly [string, TransactionModel])[]
  readonly downs?: readonly string[]
  readonly passedOver?: readonly string[]
}

const one = 'create table a (id int);\n'
const two = 'create table b (id int);\ncreate index on b (id);\n'
const index = 'create index concurrently a_id on a (id);\n'

/** A layout for each runner. */
export const layouts: readonly Layout[] = [
  {
    runner: 'sql',
    path: 'db',
    files: {
      'db/10_c.sql': one,
      'db/9_b.sql': two,
      'db/2_a.up.sql': one,
      'db/2_a.down.sql': 'drop table a;',
      'db/11_d.sql': `-- no-transaction\n${two}`,
    },
    runs: [
      ['2_a', 'per-statement'],
      ['9_b', 'per-migration'],
      ['10_c', 'per-statement'],
      ['11_d', 'per-statement'],
    ],
    downs: ['2_a'],
  },
  {
    runner: 'golang-migrate',
    path: 'migrations',
    files: {
      'go.mod': 'module example.com/app\n',
      'migrations/2_b.up.sql': two,
      'migrations/1_a.up.sql': one,
      'migrations/1_a.down.sql': 'drop table a;',
      'migrations/10_c.up.sql': index,
      'migrations/seed.sql': one,
    },
    runs: [
      ['1_a', 'per-statement'],
      ['2_b', 'per-migration'],
      ['10_c', 'per-statement'],
    ],
    downs: ['1_a'],
    passedOver: ['migrations/seed.sql'],
  },
  {
    runner: 'goose',
    path: 'migrations',
    files: {
      'migrations/00002_b.sql': `-- +goose NO TRANSACTION\n-- +goose Up\n${index}`,
      'migrations/00001_a.sql': `-- +goose Up\n-- +goose StatementBegin\n${one}-- +goose StatementEnd\n-- +goose Down\ndrop table a;\n`,
    },
    runs: [
      ['00001_a', 'per-migration'],
      ['00002_b', 'per-statement'],
    ],
    downs: ['00001_a'],
  },
  {
    runner: 'dbmate',
    path: 'db/migrations',
    files: {
      'db/migrations/20240101_a.sql': `-- migrate:up\n${one}\n-- migrate:down\ndrop table a;\n`,
      'db/migrations/20240102_b.sql': `-- migrate:up transaction:false\n${index}\n-- migrate:down\n`,
      'db/migrations/20240103_c.sql': `-- migrate:up transaction:false\n${two}\n-- migrate:down\n`,
    },
    runs: [
      ['20240101_a', 'per-migration'],
      ['20240102_b', 'per-statement'],
      ['20240103_c', 'per-migration'],
    ],
    downs: ['20240101_a', '20240102_b', '20240103_c'],
  },
  {
    runner: 'sql-migrate',
    path: 'm',
    files: {
      'm/1-a.sql': `-- +migrate Up\n${one}\n-- +migrate Down\ndrop table a;\n`,
      'm/2-b.sql': `-- +migrate Up notransaction\n${index}`,
    },
    runs: [
      ['1-a', 'per-migration'],
      ['2-b', 'per-statement'],
    ],
    downs: ['1-a'],
  },
  {
    runner: 'tern',
    path: 'm',
    files: {
      'm/001_a.sql': `${one}\n---- create above / drop below ----\n\ndrop table a;\n`,
      'm/002_b.sql': `---- tern: disable-tx ----\n${index}\n---- create above / drop below ----\n\ndrop index a_id;\n`,
      'm/003_c.sql': `---- tern: disable-tx ----\n${two}`,
    },
    runs: [
      ['001_a', 'per-migration'],
      ['002_b', 'per-statement'],
      ['003_c', 'per-migration'],
    ],
    downs: ['001_a', '002_b'],
  },
  {
    runner: 'node-pg-migrate',
    path: 'migrations',
    files: { 'migrations/1700000000000_a.sql': `-- Up Migration\n${one}\n-- Down Migration\ndrop table a;\n` },
    runs: [['1700000000000_a', 'whole-run']],
    downs: ['1700000000000_a'],
  },
  {
    runner: 'flyway',
    path: 'sql',
    files: {
      'sql/late/V1_10__d.sql': one,
      'sql/V1.2__a.sql': one,
      'sql/U1.2__a.sql': 'drop table a;',
      'sql/V0.sql': 'create table z (id int);',
      'sql/R__views.sql': 'create or replace view v as select 1 as id;',
      'sql/V2__concurrently.sql': index,
      'sql/V3__off.sql': two,
      'sql/V3__off.sql.conf': 'executeInTransaction=false\n',
      'sql/V4__placeholder.sql': `create table \${schema}.p (id int);`,
      'sql/beforeMigrate.sql': 'select 1;',
    },
    runs: [
      ['0', 'per-migration'],
      ['1.2', 'per-migration'],
      ['1_10', 'per-migration'],
      ['2', 'per-statement'],
      ['3', 'per-statement'],
      ['4', 'per-migration'],
      ['R__views.sql', 'per-migration'],
    ],
    downs: ['1.2'],
    passedOver: ['sql/beforeMigrate.sql'],
  },
  {
    runner: 'flyway',
    path: 'sql',
    files: {
      'sql/B1_9__older.sql': two,
      'sql/B1_20__baseline.sql': one,
      'sql/V1_20_1__c.sql': 'create table c (id int);',
      'sql/U1_20_1__c.sql': 'drop table c;',
      'sql/R__views.sql': 'create or replace view v as select 1 as id;',
    },
    runs: [
      ['1_20', 'per-migration'],
      ['1_20_1', 'per-migration'],
      ['R__views.sql', 'per-migration'],
    ],
    downs: ['1_20_1'],
    passedOver: ['sql/B1_9__older.sql'],
  },
  {
    runner: 'flyway',
    path: 'sql',
    files: { 'sql/V1__a.sql': one, 'sql/B2__baseline.sql': two, 'sql/V3__c.sql': 'create table c (id int);' },
    runs: [
      ['1', 'per-migration'],
      ['3', 'per-migration'],
    ],
    passedOver: ['sql/B2__baseline.sql'],
  },
  {
    runner: 'refinery',
    path: 'migrations',
    files: {
      'Cargo.toml': '[dependencies]\nrefinery = "0.8"\n',
      'migrations/V1__a.sql': one,
      'migrations/U2__b.sql': two,
    },
    runs: [
      ['1', 'per-migration'],
      ['2', 'per-migration'],
    ],
  },
  {
    runner: 'sqlx',
    path: 'migrations',
    files: {
      'Cargo.toml': '[dependencies]\nsqlx = { version = "0.8" }\n',
      'migrations/20240101000000_a.up.sql': one,
      'migrations/20240101000000_a.down.sql': 'drop table a;',
      'migrations/20240102000000_b.sql': `-- no-transaction\n${index}`,
    },
    runs: [
      ['20240101000000_a', 'per-migration'],
      ['20240102000000_b', 'per-statement'],
    ],
    downs: ['20240101000000_a'],
  },
  {
    runner: 'diesel',
    path: 'migrations',
    files: {
      'migrations/2024-01-02-000000_b/up.sql': index,
      'migrations/2024-01-02-000000_b/metadata.toml': 'run_in_transaction = false\n',
      'migrations/2024-01-01-000000_a/up.sql': one,
      'migrations/2024-01-01-000000_a/down.sql': 'drop table a;',
      'migrations/2024-01-03-1200-without-seconds/up.sql': one,
      'migrations/2024-01-04-000000_only_down/down.sql': one,
    },
    runs: [
      ['2024-01-01-000000_a', 'per-migration'],
      ['2024-01-02-000000_b', 'per-statement'],
      ['2024-01-03-1200-without-seconds', 'per-migration'],
    ],
    downs: ['2024-01-01-000000_a'],
    passedOver: ['migrations/2024-01-04-000000_only_down/down.sql'],
  },
  {
    runner: 'prisma',
    path: 'prisma/migrations',
    files: {
      'prisma/migrations/20240102_b/migration.sql': two,
      'prisma/migrations/20240101_a/migration.sql': one,
      'prisma/migrations/note.sql': one,
    },
    runs: [
      ['20240101_a', 'per-statement'],
      ['20240102_b', 'per-migration'],
    ],
    passedOver: ['prisma/migrations/note.sql'],
  },
  {
    runner: 'drizzle',
    path: 'drizzle',
    files: {
      'drizzle/0000_old.sql': one,
      'drizzle/0001_b.sql': 'select 1\n--> statement-breakpoint\nselect 2 as one;--> statement-breakpoint\n',
      'drizzle/0002_a.sql': one,
      'drizzle/meta/_journal.json': JSON.stringify({
        entries: [
          { idx: 1, tag: '0001_b' },
          { idx: 0, tag: '0002_a' },
        ],
      }),
    },
    runs: [
      ['0002_a', 'whole-run'],
      ['0001_b', 'whole-run'],
    ],
    passedOver: ['drizzle/0000_old.sql'],
  },
  {
    runner: 'supabase',
    path: 'supabase/migrations',
    files: { 'supabase/migrations/20240101_a.sql': one, 'supabase/migrations/seed.sql': one },
    runs: [['20240101_a', 'per-migration']],
    passedOver: ['supabase/migrations/seed.sql'],
  },
  {
    runner: 'atlas',
    path: 'migrations',
    files: {
      'go.mod': 'module example.org/m\n',
      'migrations/20240101_a.up.sql': one,
      'migrations/20240101_a.down.sql': 'drop table a;',
      'migrations/20240102_program.down.sql': 'drop table b;',
      'migrations/atlas.sum': 'h1:x\n',
    },
    runs: [['20240101_a', 'per-migration']],
    downs: ['20240101_a'],
    passedOver: ['migrations/20240102_program.down.sql'],
  },
  {
    runner: 'atlas',
    path: 'migrations',
    files: {
      'migrations/20240101_a.sql': one,
      'migrations/20240102_b.sql': `-- atlas:txmode none\n\n${index}`,
      'migrations/20240103_c.sql': `-- atlas:txmode none\n${index}`,
      'migrations/atlas.sum': 'h1:x\n',
    },
    runs: [
      ['20240101_a', 'per-migration'],
      ['20240102_b', 'per-statement'],
      ['20240103_c', 'per-migration'],
    ],
  },
  {
    runner: 'sql',
    path: 'migrations',
    files: {
      'migrations/1_a.up.sql': one,
      'migrations/1_as.down.sql': one,
      'migrations/2_b.down.sql': one,
    },
    runs: [['1_a', 'per-statement']],
    downs: ['1_a'],
    passedOver: ['migrations/2_b.down.sql'],
  },
  {
    runner: 'graphile-migrate',
    path: 'migrations',
    files: {
      'migrations/current.sql': one,
      'migrations/committed/000002.sql': `--! Previous: sha1:a\n--! Hash: sha1:b\n--! no-transaction\n\n${index}`,
      'migrations/committed/000001-init.sql': `--! Previous: -\n--! Hash: sha1:a\n\n${one}grant select on a to :DATABASE_VISITOR;\n`,
    },
    runs: [
      ['000001-init', 'per-migration'],
      ['000002', 'per-statement'],
      ['current', 'per-migration'],
    ],
  },
  {
    runner: 'postgres-migrations',
    path: 'migrations',
    files: {
      'package.json': '{ "dependencies": { "postgres-migrations": "^5.3.0" } }',
      'migrations/2_b.sql': `-- postgres-migrations disable-transaction\n${index}`,
      'migrations/1_a.sql': two,
    },
    runs: [
      ['1_a', 'per-migration'],
      ['2_b', 'per-statement'],
    ],
  },
  {
    runner: 'liquibase-sql',
    path: 'changelog',
    files: {
      'changelog/01.sql': `--liquibase formatted sql\n\n--changeset ada:1\n${one}--rollback drop table a;\n--changeset ada:2 runInTransaction:false\n${index}`,
      'changelog/02.sql': `--liquibase formatted sql\n--changeset bob:1 labels:x\n${two}`,
    },
    runs: [
      ['ada:1', 'per-migration'],
      ['ada:2', 'per-statement'],
      ['bob:1', 'per-migration'],
    ],
    downs: ['ada:1'],
  },
  {
    runner: 'sqitch',
    path: '.',
    files: {
      'sqitch.plan':
        '%syntax-version=1.0.0\n%project=shop\n\nb 2024-01-01T00:00:00Z A <a@example.com> # first\na [b] 2024-01-02T00:00:00Z A <a@example.com>\n@v1 2024-01-02T00:00:00Z A <a@example.com>\nd/c 2024-01-02T00:00:00Z A <a@example.com>\n@v2 2024-01-02T00:00:00Z A <a@example.com>\nb [b@v1] 2024-01-03T00:00:00Z A <a@example.com>\n@v3 2024-01-03T00:00:00Z A <a@example.com>\nd/c 2024-01-04T00:00:00Z A <a@example.com>\n',
      'deploy/b.sql': 'begin;\ncreate table c (id int);\ncommit;\n',
      'deploy/d/c.sql': 'create table e (id int);\n',
      'deploy/d/c@v3.sql': 'create table d (id int);\n',
      'verify/d/c.sql': 'select id from e where false;\n',
      'deploy/b@v1.sql': 'begin;\ncreate table b (id int);\ncommit;\n',
      'deploy/a.sql': `begin;\n${one}commit;\n`,
      'revert/a.sql': 'drop table a;\n',
      'verify/a.sql': 'select id from a where false;\n',
      'deploy/left-over.sql': one,
    },
    runs: [
      ['b@v1', 'per-statement'],
      ['a', 'per-statement'],
      ['d/c@v3', 'per-statement'],
      ['b', 'per-statement'],
      ['d/c', 'per-statement'],
    ],
    downs: ['a'],
    passedOver: ['deploy/left-over.sql'],
  },
]
