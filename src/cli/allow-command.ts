import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { type AllowRequest, isAllowed, placeAllowance } from '../allow.ts'
import type { CheckOptions } from '../check.ts'
import { checkName } from '../choose-rules.ts'
import { applyEdits } from '../text/edits.ts'
import { printable } from '../text/printable.ts'
import { UserError } from '../text/user-error.ts'
import { isInside, usualFolders } from './choose-paths.ts'
import { DEFAULT_POSTGRES, type Judging, type JudgingOptions, judgingFrom } from './options.ts'
import { write } from './output.ts'

/** `schemalint allow RULE FILE:LINE REASON` */
export async function runAllow(
  rule: string,
  place: string,
  reason: string,
  options: JudgingOptions & { readonly until?: string; readonly postgres?: number },
): Promise<void> {
  const request = requestFrom(rule, place, reason, options.until)
  const judging = await judgingFrom([request.path], { ...options, since: false })
  checkName(rule, judging.known)
  const checking = withContext(judging, request, options.postgres)
  const answer = await placeAllowance(request, checking)
  if (answer === 'allowed already') {
    await write(`${printable(place)} allows ${rule} already\n`)
    return
  }
  for (const edit of answer.edits) {
    writeFileSync(request.path, applyEdits(answer.file.text, [edit]))
    if (await isAllowed(request, answer.before, checking)) {
      await write(`${printable(request.path)}: ${printable(edit.text.trim())}\n`)
      return
    }
    writeFileSync(request.path, answer.file.text)
  }
  throw new UserError(
    `no comment can allow ${rule} in that statement alone`,
    `write schemalint-allow-file ${rule}: … into a comment of the file`,
  )
}

function requestFrom(rule: string, place: string, reason: string, until: string | undefined): AllowRequest {
  const match = /^(?<path>.+?):(?<line>\d+)(?::\d+)?$/.exec(place)
  if (match?.groups === undefined)
    throw new UserError(`${place} is no FILE:LINE`, 'for example: schemalint allow RULE migrations/0042.sql:3 "why"')
  const said = reason.replace(/\s+/g, ' ').trim()
  if (said === '') throw new UserError('the reason is missing', 'say why the finding is no danger here')
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    throw new UserError(`${until} is no day`, 'for example --until 2027-01-31')
  const { path = '', line = '' } = match.groups
  const request = { rule, path: path.replace(/^\.\//, ''), line: Number(line), reason: said }
  return until === undefined ? request : { ...request, until }
}

/** A single file says too little: what it alters is made by others in the folder. */
function withContext(judging: Judging, { path }: AllowRequest, postgres: number | undefined): CheckOptions {
  const { config, database: _, selected, newness: __, ...rest } = judging
  const isKnown = selected !== undefined || path.endsWith('.py')
  const folder = usualFolders().find((each) => isInside(path, each)) ?? dirname(path)
  return {
    ...rest,
    paths: isKnown ? rest.paths : [folder],
    postgres: postgres ?? config.postgres ?? DEFAULT_POSTGRES,
    from: process.cwd(),
    version: manifest.version,
  }
}
