import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FixedFile, fixedFiles } from '../fix.ts'
import type { Report } from '../report/report.ts'
import { printable } from '../text/printable.ts'
import { UserError } from '../text/user-error.ts'

/** Rounds of edits; a fix may make room for another. */
const ROUNDS = 10

/**
 * Applies safe edits to the files and checks again, until there are none. Says on standard
 * error what was changed, or with `isDry` what would be.
 */
export async function fixWith(check: () => Promise<Report>, isDry: boolean): Promise<Report> {
  let report = await check()
  for (let round = 0; round < ROUNDS; round++) {
    const files = fixedFiles(report.findings)
    if (files.length === 0) break
    for (const file of files) tell(file, isDry)
    if (isDry) break
    for (const file of files) save(file)
    report = await check()
  }
  return report
}

function tell({ path, before, after, fixes }: FixedFile, isDry: boolean): void {
  const what = `${fixes} ${fixes === 1 ? 'fix' : 'fixes'} in ${printable(path)}`
  process.stderr.write(isDry ? `would apply ${what}\n${changedLines(before, after)}` : `applied ${what}\n`)
}

/** The first to the last line that differ, as they are and as they would be. */
function changedLines(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  const lines = (sign: string, text: readonly string[]) =>
    text.slice(start, text.length - end).map((line) => `${sign} ${printable(line)}\n`)
  return [...lines('-', old), ...lines('+', fresh)].join('')
}

/** A file that was changed meanwhile is left alone. */
function save({ path, before, after }: FixedFile): void {
  const absolute = resolve(path)
  if (readFileSync(absolute, 'utf8') !== before)
    throw new UserError(`${path} was changed while it was checked`, 'run the command again')
  writeFileSync(absolute, after)
}
