import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline/promises'
import manifest from '../../package.json' with { type: 'json' }
import { writeBaseline } from '../baseline.ts'
import { findConfig } from '../config/find-config.ts'
import { readLayout } from '../init/layout.ts'
import { BASELINE, type PlannedFile, planConfig, planHook, planWorkflow, type Wishes } from '../init/plan.ts'
import { count } from '../report/prose.ts'
import type { Preset } from '../rule.ts'
import { printable } from '../text/printable.ts'
import { UserError } from '../text/user-error.ts'
import { checkedReport } from './check-command.ts'
import { write } from './output.ts'

/** What `init` may be told. */
export interface InitFlags {
  readonly preset?: Preset
  readonly baseline: boolean
  readonly hook: boolean
  readonly workflow: boolean
  readonly execute?: boolean
  /** Ask nothing, on a terminal too. */
  readonly yes?: boolean
  readonly dryRun?: boolean
}

/** `schemalint init` */
export async function runInit(flags: InitFlags): Promise<void> {
  const existing = findConfig('.')
  if (existing !== undefined && dirname(existing) === process.cwd())
    throw new UserError(`${existing} configures schemalint already`, '`schemalint config` tells what it says')
  const layout = readLayout(process.cwd())
  if (layout.migrations.length === 0)
    throw new UserError('there are no migrations here', 'run it at the top of a repository that holds some')
  const wishes: Wishes = {
    version: manifest.version,
    hasBaseline: false,
    ...(flags.preset === undefined ? {} : { preset: flags.preset }),
  }
  await write(`migrations: ${layout.migrations.map(printable).join(', ')}\n`)
  await write(`preset: ${flags.preset ?? layout.preset} (${flags.preset === undefined ? layout.reason : 'as told'})\n`)
  await offer(planConfig(layout, wishes), flags)
  // What is found today is found by the configuration that was just written.
  if (flags.baseline && flags.dryRun !== true && existsSync('schemalint.config.json'))
    await offerBaseline(layout, wishes, flags)
  if (flags.hook) await offer(planHook(layout, wishes), flags)
  if (flags.workflow) await offer(planWorkflow(layout, wishes), flags)
}

async function offerBaseline(layout: ReturnType<typeof readLayout>, wishes: Wishes, flags: InitFlags): Promise<void> {
  const report = await checkedReport([], { since: false, execute: flags.execute !== false })
  const { findings } = report
  if (findings.length === 0) {
    await write('\nnothing is found today, so no baseline is needed\n')
    return
  }
  const file = {
    path: BASELINE,
    text: writeBaseline(report),
    purpose: `${count(findings.length, 'finding')}, known from today on`,
  }
  if (!(await offer(file, flags, false))) return
  const config = planConfig(layout, { ...wishes, hasBaseline: true })
  writeFileSync(config.path, config.text)
  await write(`${config.path} names it: "baseline": "${BASELINE}"\n`)
}

/** Writes a file where there is none and nobody objects, and shows what was written. */
async function offer(file: PlannedFile, { yes, dryRun }: InitFlags, isShown = true): Promise<boolean> {
  const { path, text, purpose } = file
  const shown = isShown ? `:\n${indent(text)}` : `: ${purpose}`
  if (existsSync(path)) {
    await write(`\n${path} is there already and is left alone; for the ${purpose}${isShown ? `, add${shown}` : ''}\n`)
    return false
  }
  if (dryRun === true) {
    await write(`\nwould write ${path}${shown}\n`)
    return false
  }
  if (yes !== true && !(await isWanted(`\nwrite ${path} (${purpose})?`))) return false
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : undefined)
  }
  await write(`\nwrote ${path}${shown}\n`)
  return true
}

/** Only a terminal can be asked; elsewhere what was not declined by a flag is wanted. */
async function isWanted(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return true
  const dialog = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await dialog.question(`${question} [Y/n] `)
  dialog.close()
  return !/^n/i.test(answer.trim())
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${printable(line)}`)
    .join('\n')
}
