import { spawn } from 'node:child_process'

/** Somebody who outlives this process. */
export interface Watchdog {
  /** Sends it away, so that nothing is ended or deleted. */
  dismiss(): void
}

/**
 * Starts a process that ends the server of a folder, and deletes the folder, when this
 * process is gone, be it by a kill that it cannot notice: the pipe between the two then has
 * an end. Where no process can be started nobody watches.
 */
export function watchFolder(folder: string): Watchdog {
  const dog = spawn(process.execPath, ['-e', PROGRAM, folder], {
    // What this process is told by its surroundings to load or to show is not meant for another.
    env: { ...process.env, NODE_OPTIONS: '' },
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    // What a terminal sends to the whole group ends this process, and the dog has to see that.
    detached: true,
  })
  dog.once('error', () => undefined)
  dog.stdin.on('error', () => undefined)
  dog.unref()
  // At run time the pipe is a socket, which must not keep this process alive either.
  if ('unref' in dog.stdin && typeof dog.stdin.unref === 'function') dog.stdin.unref()
  return { dismiss: () => dog.kill('SIGKILL') }
}

/**
 * Waits for the end of its input, then kills the server whose process id is in the folder and
 * deletes the folder, until it stays away: a program that was about to make the cluster may
 * go on for a while. Such a one, which serves nobody, writes its process id with a minus.
 */
const PROGRAM = `
const { existsSync, readFileSync, rmSync } = require('node:fs')
const { stdin, argv: [, folder] } = process
function end() {
  try {
    const id = Number.parseInt(readFileSync(folder + '/data/postmaster.pid', 'utf8'), 10)
    process.kill(Math.abs(id), 'SIGQUIT')
  } catch {}
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  } catch {}
}
let calm = 0
function endAll() {
  calm = existsSync(folder) ? 0 : calm + 1
  if (calm > 10) return
  end()
  setTimeout(endAll, 100)
}
stdin.on('error', endAll).on('end', endAll).resume()
`
