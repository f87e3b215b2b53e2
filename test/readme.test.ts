import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import { RUNNERS } from '../src/migrations/runners.ts'
import { rulesMarkdown } from '../src/report/rules-table.ts'
import { temporaryFolders } from './support/folders.ts'
import { root, runCli } from './support/run-cli.ts'
import { terminalPicture } from './support/terminal-picture.ts'

const folders = temporaryFolders()
afterAll(folders.remove)
const readme = readFileSync(`${root}README.md`, 'utf8')

describe('the README', () => {
  test('has the tables as the program knows them, and what it really prints', async () => {
    const rules = rulesMarkdown(await builtInRules())
    const { stdout } = await runCli(['verify', '--no-color'])
    const verified = `\`\`\`\n${stdout.trim()}\n\`\`\``
    const diagram = await runCli(['schema', 'migrations/sql', '--format', 'mermaid'])
    const drawn = `\`\`\`mermaid\n${diagram.stdout.trim()}\n\`\`\``
    const tables = between(between(readme, 'rules', rules), 'runners', runnersMarkdown())
    const generated = between(
      between(between(tables, 'verified', verified), 'adopted', await adopted()),
      'diagram',
      drawn,
    )
    await expect(generated).toMatchFileSnapshot('../README.md')
  })

  test('has a picture of what the program really prints', async () => {
    const command = 'check fixtures/projects/tour --preset recommended'
    const { stdout } = await runCli(command.split(' '), { env: { FORCE_COLOR: '1', COLUMNS: '100' } })
    await expect(terminalPicture(`schemalint ${command}`, stdout)).toMatchFileSnapshot('../docs/check.svg')
  })

  test('has the example of a rule of one’s own as it is tested', () => {
    const example = readFileSync(`${root}fixtures/policies/tenant-id-missing.ts`, 'utf8')
    expect(readme).toContain(example.trim())
  })

  test('leads only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(() => readFileSync(`${root}${link}`), link).not.toThrow()
  })
})

/** A repository with a backlog takes schemalint up, and then writes another migration. */
async function adopted(): Promise<string> {
  const folder = folders.with({
    'package.json': '{ "name": "shop" }',
    'db/migrations/0001_orders.sql': 'create table orders (id bigint primary key, state text);\n',
    'db/migrations/0002_state.sql': 'create index orders_state_idx on orders (state);\n',
  })
  const taken = await runCli(['init', '--no-hook', '--no-workflow'], { cwd: folder })
  writeFileSync(
    `${folder}/db/migrations/0003_customer.sql`,
    'alter table orders add column customer_id bigint;\ncreate index orders_customer_id_idx on orders (customer_id);\n',
  )
  const checked = await runCli(['check', '--no-color'], { cwd: folder })
  const shown = `$ npx schemalint init --no-hook --no-workflow\n${taken.stdout}\n$ npx schemalint check\n${checked.stdout}`
  return `\`\`\`\n${shown.trim()}\n\`\`\``
}

/** The text with what stands between a pair of comments replaced; `vitest -u` writes it. */
function between(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)]
  expect([start, stop].every((offset) => offset >= 0)).toBe(true)
  return `${text.slice(0, start)}${begin}\n${content.trim()}\n${text.slice(stop)}`
}

/** Each row is backed by a layout in test/migrations/runners.test.ts. */
function runnersMarkdown(): string {
  const rows = RUNNERS.map(({ name, source, layout, transactions }) => {
    const linked = source.startsWith('https:') ? `[${name}](${source})` : name
    return `| ${linked} | ${layout} | ${transactions} |`
  })
  return ['| runner | files and their order | transactions |', '| --- | --- | --- |', ...rows].join('\n')
}
