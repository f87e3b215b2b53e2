import { type ConfigFile, VERSIONS } from '../config/config.ts'
import type { Preset } from '../rule.ts'
import type { Layout } from './layout.ts'

/** A file that adoption consists of. */
export interface PlannedFile {
  readonly path: string
  readonly text: string
  /** What it is for, in a few words. */
  readonly purpose: string
}

/** What the user wants of it. */
export interface Wishes {
  readonly preset?: Preset
  /** The program's version, which hook and workflow pin. */
  readonly version: string
  readonly hasBaseline: boolean
}

/** Where `init` puts what is known already. */
export const BASELINE = 'schemalint-baseline.json'

/** The configuration for a layout; of several folders with migrations each is a database. */
export function planConfig(layout: Layout, { preset = layout.preset, hasBaseline }: Wishes): PlannedFile {
  const { migrations, postgres } = layout
  const isKnown = postgres !== undefined && postgres >= VERSIONS.oldest && postgres <= VERSIONS.newest
  const config: ConfigFile = {
    ...(layout.hasManifest ? { $schema: './node_modules/pg-schemalint/dist/schema.json' } : {}),
    preset,
    ...(isKnown ? { postgres } : {}),
    ...(migrations.length === 1
      ? { migrations }
      : { databases: Object.fromEntries(migrations.map((each) => [nameOf(each), { migrations: [each] }])) }),
    ...(hasBaseline ? { baseline: BASELINE } : {}),
  }
  return { path: 'schemalint.config.json', text: `${JSON.stringify(config, null, 2)}\n`, purpose: 'configuration' }
}

/** The hook before a commit: husky's where there is husky, else one for pre-commit. */
export function planHook({ migrations, isPython, hasHusky }: Layout, { version }: Wishes): PlannedFile {
  if (hasHusky) return { path: '.husky/pre-commit', text: 'npx schemalint check --staged\n', purpose: 'hook' }
  const files = migrations.map((each) => (each === '.' ? '' : `${each.replaceAll('.', '\\.')}/`)).join('|')
  const selection = isPython
    ? '        files: \\.(py|sql)$\n        pass_filenames: false\n'
    : `        files: ^(${files}).*\\.sql$\n`
  const text = `repos:
  - repo: local
    hooks:
      - id: schemalint
        name: schemalint
        entry: schemalint check${isPython ? ' --staged' : ''}
        language: node
        additional_dependencies: ["pg-schemalint@${version}"]
${selection}        require_serial: true
`
  return { path: '.pre-commit-config.yaml', text, purpose: 'hook' }
}

/** The workflow: `check` annotates what a pull request brings, `verify` applies it to a real server. */
export function planWorkflow({ postgres = 17, migrations, isPython }: Layout, { version }: Wishes): PlannedFile {
  const databases = migrations.length === 1 ? [''] : migrations.map((each) => ` --database ${nameOf(each)}`)
  const program = `npx --yes pg-schemalint@${version}`
  const python = isPython
    ? '      - uses: actions/setup-python@v6\n        with: { python-version: "3.12" }\n      - run: pip install alembic sqlalchemy # or as your project installs them\n'
    : ''
  const verify = databases.map((each) => `      - run: ${program} verify${each} --url "$DATABASE_URL"\n`).join('')
  const text = `name: schemalint
on: pull_request
permissions:
  contents: read
jobs:
  migrations:
    runs-on: ubuntu-latest
    services:
      postgres:
        image: postgres:${postgres}
        env: { POSTGRES_PASSWORD: postgres }
        ports: ["5432:5432"]
        options: --health-cmd pg_isready --health-interval 2s
    env:
      DATABASE_URL: postgres://postgres:postgres@localhost:5432/postgres
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
${python}      - run: ${program} check
${verify}`
  return { path: '.github/workflows/schemalint.yml', text, purpose: 'workflow' }
}

/** The words of a path that tell it from others: `apps/web/src/migrations` is `apps-web`. */
function nameOf(path: string): string {
  const words = path.split('/').filter((each) => !/^(?:migrations?|drizzle|prisma|src|db|database|sql|\.)$/.test(each))
  return words.join('-') || 'main'
}
