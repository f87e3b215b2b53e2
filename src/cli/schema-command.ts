import { writeFileSync } from 'node:fs'
import manifest from '../../package.json' with { type: 'json' }
import { dumpOf } from '../base.ts'
import { type Description, describeSchema } from '../describe-schema.ts'
import { printSchemaJson } from '../schema/print-json.ts'
import { printSchemaMermaid } from '../schema/print-mermaid.ts'
import { printSchemaSql } from '../schema/print-sql.ts'
import { renderSchemaSvg } from '../schema/render-svg.ts'
import { positionAt } from '../text/lines.ts'
import type { Span } from '../text/source-file.ts'
import { UserError } from '../text/user-error.ts'
import { based, DEFAULT_POSTGRES, type JudgingOptions, judgingFrom } from './options.ts'
import { write } from './output.ts'

/** The formats of a schema. */
export const SCHEMA_FORMATS = ['sql', 'json', 'mermaid', 'svg'] as const

/** What `schema` may be told. */
export type SchemaFlags = JudgingOptions & {
  readonly format: (typeof SCHEMA_FORMATS)[number]
  readonly output?: string
  readonly postgres?: number
  readonly base?: string
}

/** `schemalint schema` */
export async function runSchema(paths: readonly string[], options: SchemaFlags): Promise<void> {
  const { config, database: _, ...judging } = await judgingFrom(paths, options)
  const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES
  if (options.format === 'sql') dumpOf(options.base)
  const described = await describeSchema({ ...judging, ...based(options), postgres, from: process.cwd() })
  const text = await print(described, options.format)
  for (const gap of gapsIn(described)) process.stderr.write(`${gap}\n`)
  if (options.output === undefined) await write(text)
  else save(options.output, text)
}

async function print(described: Description, format: SchemaFlags['format']): Promise<string> {
  const { catalog, postgres, notModelled, notParsed } = described
  switch (format) {
    case 'sql':
      return printSchemaSql(catalog, postgres)
    case 'json':
      return printSchemaJson(catalog, {
        tool: { name: 'schemalint', version: manifest.version },
        postgres,
        notModelled: [...notParsed.map(({ reason, span }) => ({ statement: reason, span })), ...notModelled],
      })
    case 'mermaid':
      return printSchemaMermaid(catalog)
    case 'svg':
      return (await renderSchemaSvg(catalog)) ?? absent()
  }
}

function absent(): never {
  throw new UserError(
    '--format svg needs the package @hpcc-js/wasm-graphviz, which is not installed here',
    'npm install --save-dev @hpcc-js/wasm-graphviz, or --format mermaid, which GitHub draws',
  )
}

/** What the schema that is printed may lack. */
function gapsIn({ catalog, notModelled, notParsed }: Description): readonly string[] {
  const partly = [...catalog.tables.values()].filter((table) => table.known === 'partly')
  return [
    ...partly.map((table) => `partly known: ${table.name} is not created here, so there may be more to it`),
    ...notParsed.map(({ reason, span }) => `not parsed: ${reason} at ${lineOf(span)}`),
    ...notModelled.map(({ statement, span }) => `not modelled: ${statement} at ${lineOf(span)}`),
  ]
}

function lineOf({ file, start }: Span): string {
  return `${file.path}:${positionAt(file, start).line}`
}

function save(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : undefined)
  }
}
