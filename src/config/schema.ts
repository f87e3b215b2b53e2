import { PRESETS, VERSIONS } from './config.ts'

/** The kinds of value that JSON knows and a configuration may hold. */
export type Kind = 'string' | 'integer' | 'array' | 'object'

/** The part of JSON Schema in which the configuration is described. */
export interface Schema {
  readonly type: Kind | readonly Kind[]
  readonly description?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  /** Of keys that are not among the properties. */
  readonly additionalProperties?: false | Schema
}

const text: Schema = { type: 'string', minLength: 1 }
const texts: Schema = { type: 'array', items: text }

const severities: Schema = {
  type: 'object',
  description: 'How gravely a rule is taken, by its name',
  additionalProperties: { type: 'string', enum: ['error', 'warning', 'off'] },
}

const ofDatabase: Readonly<Record<string, Schema>> = {
  preset: { type: 'string', enum: PRESETS, description: 'Which rules judge' },
  postgres: {
    type: 'integer',
    minimum: VERSIONS.oldest,
    maximum: VERSIONS.newest,
    description: 'The major version of PostgreSQL that the migrations will run on',
  },
  migrations: { ...texts, description: 'Files and folders to check, relative to this file' },
  runner: { ...text, description: 'Whose layout and transactions; by default told from the files' },
  severities,
}

const override: Schema = {
  type: 'object',
  properties: {
    files: { ...texts, description: 'Patterns of paths, relative to this file: * within a name, ** over folders' },
    severities,
  },
  required: ['files', 'severities'],
  additionalProperties: false,
}

/** What a configuration may hold. It is validated by this, and published as JSON Schema. */
export const CONFIG_SCHEMA: Schema = {
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    extends: {
      type: ['string', 'array'],
      items: text,
      minLength: 1,
      description: 'Presets, packages, or files relative to this one, which counts more',
    },
    ...ofDatabase,
    rules: { ...texts, description: 'Folders of rules of your own, relative to this file; they are programs' },
    baseline: { ...text, description: 'A file of known findings, relative to this file' },
    overrides: { type: 'array', items: override, description: 'Severities for findings in some files' },
    databases: {
      type: 'object',
      description: 'Several databases, each with migrations of its own, by name',
      additionalProperties: {
        type: 'object',
        properties: ofDatabase,
        required: ['migrations'],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
}

/** The text of the schema as it is published. */
export function configSchemaJson(): string {
  const head = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Configuration of schemalint' }
  return `${JSON.stringify({ ...head, ...CONFIG_SCHEMA }, null, 2)}\n`
}
