import { describe, expect, test } from 'vitest'
import { pythonWithAlembic } from '../support/alembic.ts'
import { runCli } from '../support/run-cli.ts'

const python = await pythonWithAlembic()

describe.skipIf(python === undefined)('verify of an Alembic project', () => {
  test('tells what each statement locked at its place in Python', async () => {
    const { stdout } = await runCli(['verify', 'fixtures/projects/alembic-shop', '--format', 'json'])
    const { observed } = JSON.parse(stdout).verified
    expect(observed.map(lineOf)).toEqual([
      '0001_customers_and_orders.py:24 CREATE TYPE',
      '0001_customers_and_orders.py:24 CREATE TABLE',
      '0001_customers_and_orders.py:32 CREATE TABLE',
      '0001_customers_and_orders.py:19 CREATE INDEX',
      '0002_words_of_sql.py:21 CREATE INDEX',
      '0002_words_of_sql.py:22 ALTER TABLE',
      '0002_words_of_sql.py:26 CREATE INDEX',
      '0002_words_of_sql.py:28 COMMENT ON',
      '0002_words_of_sql.py:13 CREATE TABLE',
      '0002_words_of_sql.py:34 ALTER TABLE',
      '0003_batches_and_blocks.py:12 ALTER TABLE',
      '0003_batches_and_blocks.py:13 ALTER TABLE',
      '0003_batches_and_blocks.py:14 CREATE INDEX',
      '0003_batches_and_blocks.py:17 ALTER TABLE',
      '0003_batches_and_blocks.py:20 UPDATE ORDERS',
    ])
  })
})

/** A line of the JSON report: where it is, and the statement. */
function lineOf({ file, range, kind }: ObservedLine): string {
  return `${file.split('/').at(-1)}:${range.start.line} ${kind}`
}

interface ObservedLine {
  readonly file: string
  readonly kind: string
  readonly range: { readonly start: { readonly line: number } }
}
