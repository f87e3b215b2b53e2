import { posix } from 'node:path'
import type { FoundFile } from '../find-files.ts'
import { type Migration, wholeFile } from '../migration.ts'
import type { Project } from '../project.ts'
import type { Runner } from '../runner.ts'

/** Sqitch: a plan names the changes; psql runs each script as it is. */
export const sqitch: Runner = {
  name: 'sqitch',
  source: 'https://sqitch.org/docs/manual/sqitchtutorial/',
  layout: '`deploy/NAME.sql`, `revert/NAME.sql`, `verify/NAME.sql`, in the order of sqitch.plan',
  transactions: 'those that a script opens itself',
  transaction: 'per-statement',
  recognize: (project) => (planOf(project) === undefined ? undefined : 'sqitch.plan'),
  read: (project) => {
    const found = planOf(project)
    if (found === undefined) return { migrations: [], passedOver: project.files.map(({ file }) => file.path) }
    const { folder, changes } = found
    const fileOf = (half: string, name: string) =>
      project.files.find(({ file }) => file.path === posix.join(folder, half, `${name}.sql`))
    const migrations = changes.flatMap((change): Migration[] => {
      const deploy = fileOf('deploy', change)
      return deploy === undefined ? [] : [migrationOf(change, deploy, fileOf('revert', change))]
    })
    const used = new Set(migrations.flatMap(({ up, down }) => [up.span.file.path, down?.span.file.path]))
    const isVerify = (path: string) => posix.dirname(path) === posix.join(folder, 'verify')
    const passedOver = project.files.map(({ file }) => file.path).filter((path) => !used.has(path) && !isVerify(path))
    return { migrations, passedOver }
  },
}

function migrationOf(version: string, deploy: FoundFile, revert: FoundFile | undefined): Migration {
  return {
    version,
    up: wholeFile(deploy.file, deploy.unreadable),
    ...(revert === undefined ? {} : { down: wholeFile(revert.file, revert.unreadable) }),
    transaction: 'per-statement',
  }
}

/** The changes of the plan beside or above the files; one reworked after a tag has the tag in its earlier name. */
function planOf(project: Project): { readonly folder: string; readonly changes: readonly string[] } | undefined {
  for (const each of project.folders) {
    for (const folder of [each, posix.dirname(each)]) {
      const text = project.read(posix.join(folder, 'sqitch.plan'))
      if (text !== undefined) return { folder, changes: changesIn(text) }
    }
  }
  return undefined
}

function changesIn(plan: string): readonly string[] {
  const changes: string[] = []
  for (const line of plan.split(/\r?\n/)) {
    const tag = /^\s*@(\S+)/.exec(line)?.[1]
    const name = /^\s*([^\s%#@]\S*)/.exec(line)?.[1]
    // Where a change is named again after a tag, its first script was renamed to NAME@TAG.
    if (tag !== undefined) changes.push(`@${tag}`)
    else if (name !== undefined) changes.push(name)
  }
  return changes.flatMap((name, position) => {
    if (name.startsWith('@')) return []
    const again = changes.indexOf(name, position + 1)
    const tag = changes.slice(position + 1, Math.max(again, 0)).find((each) => each.startsWith('@'))
    return again < 0 || tag === undefined ? [name] : [`${name}${tag}`]
  })
}
