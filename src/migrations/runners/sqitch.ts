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
      const name = change.names.find((each) => fileOf('deploy', each) !== undefined) ?? change.names[0] ?? ''
      const deploy = fileOf('deploy', name)
      return deploy === undefined ? [] : [migrationOf(name, deploy, fileOf('revert', name))]
    })
    const used = new Set(migrations.flatMap(({ up, down }) => [up.span.file.path, down?.span.file.path]))
    const isVerify = (path: string) => path.startsWith(`${posix.join(folder, 'verify')}/`)
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

/** A change of the plan under the names that its scripts may have: the first of them that has a file is meant. */
interface Change {
  readonly names: readonly string[]
}

/** The changes of the plan beside or above the files. */
function planOf(project: Project): { readonly folder: string; readonly changes: readonly Change[] } | undefined {
  for (const each of project.folders) {
    for (const folder of [each, posix.dirname(each)]) {
      const text = project.read(posix.join(folder, 'sqitch.plan'))
      if (text !== undefined) return { folder, changes: changesIn(text) }
    }
  }
  return undefined
}

/**
 * One reworked after a tag has the tag in its earlier name; after several it may be any of them, and sqitch looks for
 * the last first (`App::Sqitch::Plan::Change`, `path_segments`).
 */
function changesIn(plan: string): readonly Change[] {
  const lines: string[] = []
  for (const line of plan.split(/\r?\n/)) {
    const tag = /^\s*@(\S+)/.exec(line)?.[1]
    const name = /^\s*([^\s%#@]\S*)/.exec(line)?.[1]
    if (tag !== undefined) lines.push(`@${tag}`)
    else if (name !== undefined) lines.push(name)
  }
  return lines.flatMap((name, position): Change[] => {
    if (name.startsWith('@')) return []
    const again = lines.indexOf(name, position + 1)
    const tags = lines.slice(position + 1, Math.max(again, 0)).filter((each) => each.startsWith('@'))
    return [{ names: tags.length === 0 ? [name] : tags.toReversed().map((tag) => `${name}${tag}`) }]
  })
}
