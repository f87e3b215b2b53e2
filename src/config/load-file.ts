import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { loadModule } from '../load-module.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import { UserError } from '../text/user-error.ts'
import { lineInProgram } from './line-in-program.ts'
import { lineInToml } from './line-in-toml.ts'
import type { Way } from './validate.ts'

/** A file's configuration, not yet validated. */
export interface LoadedFile {
  readonly value: unknown
  /** The line of a value, counted from 1, where the format tells. */
  lineOf(way: Way): Promise<number | undefined>
}

/**
 * Reads a configuration by the kind of its file. One in JavaScript or TypeScript is a program, and is run.
 * @throws UserError where the file is missing or is not what its name says.
 */
export async function loadFile(path: string, shown: string): Promise<LoadedFile> {
  if (!existsSync(path))
    throw new UserError(`there is no file ${shown}`, 'name a configuration file, or leave --config out')
  if (/\.[cm]?[jt]s$/.test(path))
    return {
      value: await loadModule(path, shown),
      lineOf: async (way) => lineInProgram(readFileSync(path, 'utf8'), way),
    }
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  if (path.endsWith('.toml')) return readToml(text, shown)
  if (/\.ya?ml$/.test(path)) return { value: await readYaml(text, shown), lineOf: (way) => lineIn(text, way) }
  const json = readJson(text, shown)
  if (basename(path) !== 'package.json') return { value: json, lineOf: (way) => lineIn(text, way) }
  return { value: keyOf(json, 'schemalint'), lineOf: (way) => lineIn(text, ['schemalint', ...way]) }
}

function readJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Node tells where, counting characters, but for a text that ends too early.
    const offset = /at position (\d+)/.exec(String(error))?.[1]
    const place = offset === undefined ? '' : `:${positionAt({ path: '', text }, Number(offset)).line}`
    throw new UserError(`${shown}${place} is not JSON`, firstLine(error))
  }
}

async function readYaml(text: string, shown: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(text, { prettyErrors: true }) ?? {}
  } catch (error) {
    throw new UserError(`${shown} is not YAML`, firstLine(error))
  }
}

async function readToml(text: string, shown: string): Promise<LoadedFile> {
  const { parse, TomlError } = await import('smol-toml')
  try {
    const value = keyOf(keyOf(parse(text), 'tool'), 'schemalint')
    return { value, lineOf: async (way) => lineInToml(text, ['tool', 'schemalint', ...way], parse) }
  } catch (error) {
    const place = error instanceof TomlError ? `:${error.line}` : ''
    throw new UserError(`${shown}${place} is not TOML`, firstLine(error))
  }
}

/** JSON is YAML, so that one parser knows the places of both. */
async function lineIn(text: string, way: Way): Promise<number | undefined> {
  const { isNode, parseDocument } = await import('yaml')
  const node = parseDocument(text).getIn(way, true)
  const offset = isNode(node) ? node.range?.[0] : undefined
  return offset === undefined ? undefined : positionAt({ path: '', text }, offset, lineStarts(text)).line
}

function keyOf(value: unknown, key: string): unknown {
  return (value as Readonly<Record<string, unknown>> | undefined)?.[key]
}

function firstLine(error: unknown): string | undefined {
  return error instanceof Error ? error.message.split('\n')[0] : undefined
}
