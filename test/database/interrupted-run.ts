// Started by interrupt.test.ts: opens a server, says which database it works in, and is interrupted in mid-statement.
import { openServer } from '../../src/database/target.ts'

const interruption = new AbortController()
process.once('SIGINT', () => interruption.abort(new Error('interrupted')))
const target = { kind: 'url', url: process.argv[2] ?? '' } as const
const server = await openServer(target, { extensions: [], signal: interruption.signal })
try {
  const [row] = await server.session.query<{ readonly name: string }>('select current_database() as name')
  process.stdout.write(`${row!.name}\n`)
  await server.session.run('select pg_sleep(600)')
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`)
} finally {
  await server.close()
}
