import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Identifier } from '../catalog/catalog.ts'
import { quoteIdentifier } from '../catalog/names.ts'
import { UserError } from '../text/user-error.ts'
import type { Session } from './session.ts'
import { ServerError } from './session.ts'

/**
 * Makes an empty database and gives its name, `schemalint_20261231t235959_1f2e3d4c`, whose
 * time tells people how old one is that a crash left behind. Throws UserError.
 */
export async function createDatabase(session: Session): Promise<Identifier> {
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase()
  const name = `schemalint_${time}_${randomBytes(4).toString('hex')}`
  try {
    // template1 may hold a site's own objects, and cannot be copied while somebody is in it.
    await session.run(`create database ${name} template template0`)
  } catch (error) {
    if (!(error instanceof ServerError)) throw error
    const hint = error.sqlstate === '42501' ? 'connect as a role with CREATEDB' : error.hint
    throw new UserError(`no database can be made for this run: ${error.message}`, hint)
  }
  return name
}

/** Drops a database and ends whatever is still connected to it. */
export async function dropDatabase(session: Session, name: Identifier, major: number): Promise<void> {
  if (major >= 13) {
    await session.run(`drop database if exists ${quoteIdentifier(name)} with (force)`)
    return
  }
  for (let attempt = 1; ; attempt++) {
    await session.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
    try {
      await session.run(`drop database if exists ${quoteIdentifier(name)}`)
      return
    } catch (error) {
      if (!(error instanceof ServerError) || error.sqlstate !== objectInUse || attempt === 50) throw error
      await delay(100)
    }
  }
}

/**
 * Drops roles that nothing in any database depends on any more. One that has granted a
 * membership goes only after the member, so the others are tried again after each success.
 * Throws UserError where some remain.
 */
export async function dropRoles(session: Session, roles: readonly Identifier[]): Promise<void> {
  let remaining = [...new Set(roles)]
  for (;;) {
    const failed: { readonly role: Identifier; readonly reason: string }[] = []
    for (const role of remaining) {
      try {
        await session.run(`drop role if exists ${quoteIdentifier(role)}`)
      } catch (error) {
        if (!(error instanceof ServerError)) throw error
        failed.push({ role, reason: error.detail ?? error.message })
      }
    }
    if (failed.length === 0) return
    if (failed.length === remaining.length) {
      const list = failed.map(({ role, reason }) => `${role} (${reason})`).join(', ')
      throw new UserError(`roles that the migrations made are left on the server: ${list}`, dropByHand)
    }
    remaining = failed.map(({ role }) => role)
  }
}

/** What to do about anything that is left on a server. */
export const dropByHand = 'drop it by hand'

const objectInUse = '55006'
