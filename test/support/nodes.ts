import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root } from './run-cli.ts'
import { skip } from './servers.ts'

/**
 * The program of a Node of a major version that is installed under `test/nodes`, or of the one
 * that runs the tests where that is it. Undefined where there is none, which is said.
 */
export function nodeOfMajor(major: number): string | undefined {
  const packaged = `${root}test/nodes/node_modules/node-${process.platform}-${process.arch}/bin/node`
  const found = [process.execPath, packaged].find((path) => existsSync(path) && majorOf(path) === major)
  if (found === undefined) skip('node', `Node ${major} is not installed: npm ci --prefix test/nodes`)
  return found
}

function majorOf(path: string): number {
  return Number.parseInt(execFileSync(path, ['--version'], { encoding: 'utf8' }).slice(1), 10)
}
