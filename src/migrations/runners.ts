import type { Runner } from './runner.ts'
import { atlas } from './runners/atlas.ts'
import { flyway, refinery } from './runners/flyway.ts'
import { golangMigrate } from './runners/golang-migrate.ts'
import { drizzle, graphileMigrate, postgresMigrations, prisma, supabase } from './runners/javascript.ts'
import { liquibaseSql } from './runners/liquibase.ts'
import { dbmate, goose, nodePgMigrate, sqlMigrate, tern } from './runners/marked.ts'
import { diesel, sqlx } from './runners/rust.ts'
import { sqitch } from './runners/sqitch.ts'
import { sql } from './runners/sql.ts'

/** Every runner of SQL files, the one with the surest marks first: the first that recognizes a project is taken. */
export const RUNNERS: readonly Runner[] = [
  sqitch,
  liquibaseSql,
  graphileMigrate,
  prisma,
  diesel,
  drizzle,
  goose,
  dbmate,
  sqlMigrate,
  tern,
  nodePgMigrate,
  atlas,
  supabase,
  refinery,
  flyway,
  sqlx,
  golangMigrate,
  postgresMigrations,
  sql,
]
