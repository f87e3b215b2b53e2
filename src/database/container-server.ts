import type { StartedPostgreSqlContainer } from '@testcontainers/postgresql'
import { UserError } from '../text/user-error.ts'
import { loadPackage } from './load-package.ts'
import type { Server, ServerOptions } from './target.ts'
import { openUrlServer } from './url-server.ts'

/** Starts a container of an image and works in a database of its own there. Throws UserError. */
export async function openContainerServer(image: string, options: ServerOptions): Promise<Server> {
  const container = await start(image, options)
  try {
    options.signal?.throwIfAborted()
    // The port is published on the engine's host, which the library has reached already.
    const server = await openUrlServer(`${container.getConnectionUri()}?sslmode=disable`, options)
    let closing: Promise<void> | undefined
    let isKept = false
    const close = async () => {
      await server.session.close()
      if (!isKept) await container.stop()
    }
    return {
      ...server,
      description: server.description.replace(/ at .*/, ` (container ${image})`),
      keep: () => {
        isKept = true
        const { pathname } = new URL(server.keep?.().url ?? container.getConnectionUri())
        const url = Object.assign(new URL(container.getConnectionUri()), { pathname })
        return { url: `${url.href}?sslmode=disable`, remove: `docker rm --force ${container.getId().slice(0, 12)}` }
      },
      close: () => {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    await container.stop()
    throw error
  }
}

async function start(image: string, options: ServerOptions): Promise<StartedPostgreSqlContainer> {
  const library = await loadPackage<typeof import('@testcontainers/postgresql')>('@testcontainers/postgresql')
  if (library === undefined) {
    throw new UserError(
      'a container needs the packages testcontainers and @testcontainers/postgresql',
      'npm i -D testcontainers@11 @testcontainers/postgresql@11',
    )
  }
  options.onProgress?.(`starting a container of ${image}`)
  try {
    const container = new library.PostgreSqlContainer(image)
    // A container that may be used again is not removed when this process ends.
    return await (options.keeps === true ? container.withReuse() : container).start()
  } catch (error) {
    options.signal?.throwIfAborted()
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n')
    if (line?.includes('container runtime')) {
      throw new UserError('no container engine answers', 'start Docker or Podman, or use --embedded or --url')
    }
    throw new UserError(`the container of ${image} did not start: ${line}`)
  }
}
