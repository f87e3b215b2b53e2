import type { Answer, Note } from './answer.ts'

/** How many names a line tells before it only counts them. */
const SHOWN = 5

/** What was replaced, and what does not belong to the graph: a line for each kind. */
export function notesOf(answer: Answer, shown: (path: string) => string): readonly string[] {
  const of = (kind: Note['kind']) => answer.notes.filter((note) => note.kind === kind)
  const lines = [
    line('modules that are not installed were replaced', of('module').map(named)),
    line(
      'modules that break when imported were replaced in part',
      of('broken').map((note) => `${note.name} (${note.reason ?? 'no reason'})`),
    ),
    line('types of replaced modules are rendered by their name', of('type').map(named)),
    line('values of replaced modules are not known', of('value').map(named)),
    line(
      'files that are not Python were not read',
      answer.broken.map(({ file, reason }) => `${shown(file)}: ${reason}`),
    ),
  ]
  const { online } = answer
  const ran = `${online?.ran} of ${answer.revisions.length} revisions were run by Alembic ${answer.alembic} on a server`
  if (online !== undefined) lines.push(online.ended === null ? ran : `${ran}, which then ended: ${online.ended}`)
  return lines.filter((each) => each !== undefined)
}

function line(what: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  return `${what}: ${names.slice(0, SHOWN).join(', ')}${more}`
}

function named({ name, revisions }: Note): string {
  return revisions.length === 0 ? name : `${name} (in ${revisions.length} revision${revisions.length === 1 ? '' : 's'})`
}
