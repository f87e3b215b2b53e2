import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../text/user-error.ts'
import type { Answer, Trouble } from './answer.ts'
import type { AlembicProject } from './find-project.ts'
import { type Interpreter, interpretersFor } from './interpreter.ts'
import { type Relay, relayed } from './relay.ts'

/** How to read an Alembic project. */
export interface AlembicOptions {
  /** The interpreter, where the project's own is not to be looked for. */
  readonly python?: string
  /** Whether revision files may be run; else they are only read. */
  readonly executes: boolean
  /** Whether env.py is run, too. */
  readonly runsEnvironment: boolean
  /** The server on which Alembic itself is to run the revisions; without one they are only rendered. */
  readonly relay?: Relay
  /** Told how the project is being read, a line each. */
  readonly onNote: (text: string) => void
}

/** An answer, and who gave it. */
export interface Bridged {
  readonly answer: Answer
  readonly interpreter: Interpreter
}

/** Longer than this many milliseconds the bridge is not waited for. */
const PATIENCE = 180_000

/** How the bridge says that its interpreter has no Alembic. */
const NO_ALEMBIC = 97

/**
 * Asks the first interpreter that has Alembic. Where none has, the revisions are read
 * without running them, and that is told.
 * @throws UserError where there is no Python, or the project cannot be read.
 */
export async function runBridge(project: AlembicProject, options: AlembicOptions): Promise<Bridged> {
  const { config, folder, section } = project
  const interpreters = interpretersFor(folder, options.python)
  const request = { config, environment: options.runsEnvironment, ...(section === undefined ? {} : { section }) }
  const tried: string[] = []
  const able: Interpreter[] = []
  for (const interpreter of options.executes ? interpreters : []) {
    const outcome = await ask(interpreter, { ...request, mode: 'execute', ...onlineFor(options) }, options.relay)
    if (outcome.kind === 'answer') return { answer: outcome.answer, interpreter }
    if (outcome.kind === 'failed' && options.relay !== undefined)
      throw new UserError('the revisions could not be run', `${interpreter.name}: ${outcome.reason}`)
    tried.push(`${interpreter.name}: ${outcome.reason}`)
    if (outcome.kind === 'no-alembic') able.push(interpreter)
  }
  if (options.executes && options.python !== undefined && able.length === 0)
    throw new UserError(`${options.python} cannot be used`, tried.join('; '))
  if (able.length > 0)
    options.onNote(`no interpreter has Alembic (${tried.join('; ')}): revisions are read without running them`)
  let poorer: Bridged | undefined
  for (const interpreter of options.executes ? able : interpreters) {
    const outcome = await ask(interpreter, { ...request, mode: 'read' })
    // Without Alembic only literals of SQL can be read.
    if (outcome.kind === 'answer' && outcome.answer.alembic !== undefined)
      return { answer: outcome.answer, interpreter }
    if (outcome.kind === 'answer') poorer ??= { answer: outcome.answer, interpreter }
    else tried.push(`${interpreter.name}: ${outcome.reason}`)
  }
  if (poorer !== undefined) return poorer
  throw new UserError(
    'Alembic revisions are Python, and there is no Python that can read them',
    tried.length === 0 ? 'name the project’s interpreter: --python .venv/bin/python' : tried.join('; '),
  )
}

function onlineFor({ relay }: AlembicOptions): object {
  return relay === undefined ? {} : { online: relay.hasDowns ? 'up and down' : 'up' }
}

type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'no-alembic' | 'failed'; readonly reason: string }

async function ask(interpreter: Interpreter, request: object, relay?: Relay): Promise<Outcome> {
  const { code, stdout, stderr } = await runPython(interpreter, [BRIDGE, JSON.stringify(request)], relay)
  if (code === NO_ALEMBIC) return { kind: 'no-alembic', reason: 'no Alembic' }
  const answer = code === 0 ? parse(stdout) : undefined
  if (answer === undefined) return { kind: 'failed', reason: lastLine(stderr) ?? `it ended with ${code}` }
  if ('trouble' in answer) throw new UserError(answer.trouble, answer.hint ?? undefined)
  return { kind: 'answer', answer }
}

/** The folder of the bridge, beside the bundle as beside this source. */
const BRIDGE = fileURLToPath(new URL('./schemalint_alembic', import.meta.url))

/** Runs Python with a script; what cannot be started ends like what fails. Throws what the relay throws. */
function runPython(
  { command, args }: Interpreter,
  script: readonly string[],
  relay: Relay | undefined,
): Promise<{ readonly code: number | string; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args, ...script], {
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
    })
    // The timeout of spawn itself would keep this process waiting where nothing could be started.
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref()
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      // Only its end is ever shown.
      stderr = (stderr + text).slice(-10_000)
    })
    if (relay === undefined) child.stdin.end()
    const stdout = relayed(relay, { output: child.stdout, input: child.stdin })
    stdout.catch((reason: unknown) => {
      child.kill('SIGKILL')
      reject(reason)
    })
    child.on('error', (error) => resolve({ code: 'no start', stdout: '', stderr: error.message }))
    child.on('close', async (code, signal) =>
      resolve({
        code: code ?? signal ?? 'nothing',
        stdout: await stdout,
        stderr: signal === 'SIGKILL' ? TOO_LONG : stderr,
      }),
    )
  })
}

const TOO_LONG = `it was not done after ${PATIENCE / 1000} seconds`

function parse(text: string): Answer | Trouble | undefined {
  try {
    return JSON.parse(text) as Answer | Trouble
  } catch {
    return undefined
  }
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1)?.trim() || undefined
}
