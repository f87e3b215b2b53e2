import { relative, sep } from 'node:path'
import type { Models } from '../../text/models.ts'
import type { HalfFacts, RevisionFacts } from '../../text/revision.ts'
import type { SourceFile, Span } from '../../text/source-file.ts'
import { UserError } from '../../text/user-error.ts'
import type { History, Migration } from '../migration.ts'
import { sectionsIn } from './alembic-folders.ts'
import type { Answer, HalfEntry, ModelsEntry, Place, RevisionEntry, StatementEntry } from './answer.ts'
import type { AlembicProject } from './find-project.ts'
import { notesOf } from './notes.ts'
import { renderedScript } from './rendered-script.ts'
import { type AlembicOptions, runBridge } from './run-bridge.ts'

/** Reads an Alembic project through the bridge. Throws UserError where that is impossible. */
export async function readAlembic(project: AlembicProject, from: string, options: AlembicOptions): Promise<History> {
  const { answer, interpreter } = await runBridge(project, options)
  const python = `Python ${answer.python} (${interpreter.name})`
  options.onNote(
    answer.mode === 'execute'
      ? `revisions run by ${python} with Alembic ${answer.alembic}, SQLAlchemy ${answer.sqlalchemy}`
      : `revisions read by ${python}, not run`,
  )
  return historyFrom(answer, project, from)
}

/** The history that an answer tells of. */
export function historyFrom(answer: Answer, project: AlembicProject, from: string): History {
  const files = new FilesOf(answer, from)
  const selected = project.selected === undefined ? undefined : selectedIn(answer, project.selected, files)
  if (selected?.size === 0)
    throw new UserError(
      `${files.shown(project.config)} knows no revision in ${project.selected?.map((each) => files.shown(each)).join(', ')}`,
      'name the configuration that they belong to',
    )
  const { settings, online, models } = answer
  const model = settings.transactionPerMigration ? 'per-migration' : 'whole-run'
  return {
    runner: 'alembic',
    reason: project.reason,
    transaction: model,
    migrations: answer.revisions.map((entry) => migrationFrom(entry, model, files)),
    passedOver: [],
    ...(settings.configure === null ? {} : { configured: files.span(settings.configure) }),
    notes: [...notesOf(answer, (path) => files.shown(path)), ...sectionsBeside(project, files)],
    ...(models === null ? {} : { models: modelsFrom(models, answer.settings.configure, files) }),
    ...(online === undefined ? {} : { ran: online.ran }),
    ...(selected === undefined ? {} : { selected }),
  }
}

/** A label that is found nowhere is told where env.py hands over the models. */
function modelsFrom({ enums, comments }: ModelsEntry, configure: Place | null, files: FilesOf): Models {
  return {
    enums: enums.map(({ schema, name, labels }) => ({
      ...(schema === null ? {} : { schema }),
      name,
      labels: labels.map(({ label, place: own }) => {
        const place = own ?? configure
        return place === null ? { label } : { label, place: files.span(place) }
      }),
    })),
    files: Object.entries(comments).map(([path, ranges]) => ({
      file: files.file(path),
      comments: ranges.map(([start, end]) => files.span({ file: path, start, end })),
    })),
  }
}

/** The other projects that a configuration tells of. */
function sectionsBeside({ config, section = 'alembic' }: AlembicProject, files: FilesOf): readonly string[] {
  const others = [...sectionsIn(config)].filter(([, name]) => name !== section)
  const told = others.map(([folder, name]) => `[${name}] with ${files.shown(folder)}`)
  return told.length === 0 ? [] : [`of ${files.shown(config)} was not read: ${told.join(', ')}`]
}

/** The texts that the bridge looked at, under paths relative to a folder. */
class FilesOf {
  readonly #answer: Answer
  readonly #from: string
  readonly #files = new Map<string, SourceFile>()

  constructor(answer: Answer, from: string) {
    this.#answer = answer
    this.#from = from
  }

  shown(path: string): string {
    return relative(this.#from, path).split(sep).join('/')
  }

  file(path: string): SourceFile {
    const known = this.#files.get(path)
    if (known !== undefined) return known
    const { files, settings } = this.#answer
    const text = files[path] ?? (settings.configure?.file === path ? settings.configure.text : '')
    const file = { path: this.shown(path), text }
    this.#files.set(path, file)
    return file
  }

  span({ file, start, end }: Place): Span {
    return { file: this.file(file), start, end }
  }
}

function migrationFrom(entry: RevisionEntry, model: 'per-migration' | 'whole-run', files: FilesOf): Migration {
  const fileOf = (path: string) => files.file(path)
  const hasBlock = [entry.up, entry.down].some((half) => half.statements.some((each) => each.block !== undefined))
  const isSpelledOut = model === 'per-migration' && hasBlock
  const script = (half: HalfEntry) =>
    renderedScript(files.shown(entry.file), isSpelledOut ? inTransaction(half, entry) : half.statements, fileOf)
  return {
    version: entry.revision,
    up: script(entry.up),
    ...(entry.down.body === 'absent' ? {} : { down: script(entry.down) }),
    transaction: isSpelledOut ? 'per-statement' : model,
    revision: factsFrom(entry, files),
  }
}

/** Around an autocommit block Alembic ends one transaction and begins another: here the first and last ends are said, too. */
function inTransaction(half: HalfEntry, entry: RevisionEntry): readonly StatementEntry[] {
  const [start, end] = half.span ?? entry.span
  const say = (sql: string): StatementEntry => ({ sql, file: entry.file, start, end, regions: [] })
  return half.statements.length === 0 ? [] : [say('BEGIN'), ...half.statements, say('COMMIT')]
}

function factsFrom(entry: RevisionEntry, files: FilesOf): RevisionFacts {
  const at = ([start, end]: readonly [number, number]) => files.span({ file: entry.file, start, end })
  return {
    place: at(entry.span),
    follows: entry.follows,
    isHead: entry.isHead,
    up: halfFacts(entry.up, entry, files, entry.fault ?? undefined),
    down: halfFacts(entry.down, entry, files),
    imports: entry.imports.map(({ module, models, span }) => ({ module, models, place: at(span) })),
    comments: entry.comments.map(at),
  }
}

function halfFacts(half: HalfEntry, entry: RevisionEntry, files: FilesOf, fault?: string): HalfFacts {
  const [start, end] = half.span ?? entry.span
  const place = files.span({ file: entry.file, start, end })
  // A downgrade that refuses says so honestly; an upgrade that does cannot be applied.
  const refuses = half === entry.down && (half.body === 'refuses' || half.fault?.refuses === true)
  const reason = fault ?? (refuses ? undefined : half.fault?.message)
  const { file = entry.file, start: from = start, end: to = end } = half.fault ?? {}
  const faultPlace = fault === undefined ? files.span({ file, start: from, end: to }) : place
  return {
    place,
    body: refuses ? 'refuses' : half.body,
    ...(reason === undefined ? {} : { unread: { reason, place: faultPlace, goesOn: half.fault?.goesOn === true } }),
    questions: half.reads.map((read) => ({ what: read.what, place: files.span(read) })),
    isAnswered: half.ran === true,
  }
}

function selectedIn(answer: Answer, selected: readonly string[], files: FilesOf): ReadonlySet<string> {
  const isSelected = (path: string) => selected.some((each) => path === each || path.startsWith(each + sep))
  return new Set(answer.revisions.filter((each) => isSelected(each.file)).map((each) => files.shown(each.file)))
}
