import { type ClusterOptions, startCluster } from './cluster.ts'
import { findLocalBinaries } from './local-binaries.ts'
import { findPackagedServer, preparePrograms } from './packaged-binaries.ts'
import type { Account } from './server-account.ts'
import type { Server, ServerOptions } from './target.ts'
import { openUrlServer } from './url-server.ts'

/** Starts the newest server installed on this machine, of one major version where it is named. Throws UserError. */
export async function openLocalServer(major: number | undefined, options: ServerOptions): Promise<Server> {
  const { folder, release } = await findLocalBinaries(major)
  return openCluster(() => folder, `local PostgreSQL ${release}`, options)
}

/** Starts a server of a major version that is installed as an npm package. Throws UserError. */
export async function openEngineServer(major: number, from: string, options: ServerOptions): Promise<Server> {
  const server = findPackagedServer(major, from)
  return openCluster(
    (folder, account) => preparePrograms(server, folder, account),
    `PostgreSQL ${major} of node_modules`,
    options,
  )
}

async function openCluster(
  binaries: (folder: string, account: Account | undefined) => string,
  name: string,
  options: ServerOptions,
): Promise<Server> {
  options.onProgress?.(`starting ${name}`)
  const listen: ClusterOptions['listen'] = process.platform === 'win32' ? 'loopback' : 'socket'
  const cluster = await startCluster(binaries, { listen })
  try {
    options.signal?.throwIfAborted()
    const server = await openUrlServer(cluster.url, options)
    let closing: Promise<void> | undefined
    let isKept = false
    const close = async () => {
      await server.session.close()
      if (!isKept) await cluster.stop()
    }
    return {
      ...server,
      description: server.description.replace(/ at .*/, name.startsWith('local') ? ' (local)' : ' (npm package)'),
      keep: () => {
        isKept = true
        const { pathname } = new URL(server.keep?.().url ?? cluster.url)
        const url = Object.assign(new URL(withHost(cluster.url)), { pathname })
        return { url: url.href, remove: cluster.release() }
      },
      close: () => {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/** A URL needs a host, also where the socket's folder stands in its place. */
function withHost(url: string): string {
  return url.replace('@/', '@localhost/')
}
