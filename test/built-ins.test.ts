import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openServer } from '../src/database/target.ts'
import { operatorsModule, signaturesModule, typesModule } from './support/built-in-types.ts'
import { castsModule, functionsModule } from './support/built-ins.ts'
import { extensionsModule } from './support/extension-contents.ts'
import { nativeServers } from './support/servers.ts'

const catalog = new URL('../src/catalog/', import.meta.url)

test('what is written down of built-in functions and casts is what the server says', { timeout: 180_000 }, async () => {
  const [newest] = await nativeServers([18])
  if (newest === undefined) return
  const server = await openServer(newest.target, { extensions: [] })
  try {
    const functions = await functionsModule(server.session)
    const casts = await castsModule(server.session)
    expect(functions).toContain(' date_trunc ')
    await expect(functions).toMatchFileSnapshot(fileURLToPath(new URL('built-in-functions.ts', catalog)))
    const signatures = await signaturesModule(server.session)
    expect(signatures).toContain('count: ')
    const reader = new URL('../src/sql/', import.meta.url)
    await expect(signatures).toMatchFileSnapshot(fileURLToPath(new URL('built-in-signatures.ts', reader)))
    const operators = await operatorsModule(server.session)
    await expect(operators).toMatchFileSnapshot(fileURLToPath(new URL('built-in-operators.ts', reader)))
    const types = await typesModule(server.session)
    await expect(types).toMatchFileSnapshot(fileURLToPath(new URL('built-in-types.ts', reader)))
    const extensions = await extensionsModule(server.session)
    await expect(extensions).toMatchFileSnapshot(fileURLToPath(new URL('extension-contents.ts', catalog)))
    await expect(casts).toMatchFileSnapshot(fileURLToPath(new URL('built-in-casts.ts', catalog)))
  } finally {
    await server.close()
    await newest.stop()
  }
})
