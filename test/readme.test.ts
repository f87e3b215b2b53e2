import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtInRules } from '../src/built-in-rules.ts'
import { rulesMarkdown } from '../src/report/rules-table.ts'
import { root, runCli } from './support/run-cli.ts'
import { terminalPicture } from './support/terminal-picture.ts'

const readme = readFileSync(`${root}README.md`, 'utf8')

describe('the README', () => {
  test('has the table of rules as the program prints it', async () => {
    expect(readme).toContain(rulesMarkdown(await builtInRules()).trim())
  })

  test('shows what the program really prints', async () => {
    const command = 'check fixtures/projects/tour --preset recommended'
    const { stdout } = await runCli(command.split(' '), { env: { FORCE_COLOR: '1', COLUMNS: '100' } })
    await expect(terminalPicture(`schemalint ${command}`, stdout)).toMatchFileSnapshot('../docs/check.svg')
    const verified = await runCli(['verify', '--no-color'])
    expect(readme).toContain(verified.stdout.trim())
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
