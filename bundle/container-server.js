import { t as UserError } from "./user-error.js";
import "./names.js";
import { t as loadPackage } from "./load-package.js";
import { t as openUrlServer } from "./url-server.js";

//#region src/database/container-server.ts
/** Starts a container of an image and works in a database of its own there. Throws UserError. */
async function openContainerServer(image, options) {
	const container = await start(image, options);
	try {
		options.signal?.throwIfAborted();
		const server = await openUrlServer(`${container.getConnectionUri()}?sslmode=disable`, options);
		let closing;
		let isKept = false;
		const close = async () => {
			await server.session.close();
			if (!isKept) await container.stop();
		};
		return {
			...server,
			description: server.description.replace(/ at .*/, ` (container ${image})`),
			keep: () => {
				isKept = true;
				const { pathname } = new URL(server.keep?.().url ?? container.getConnectionUri());
				return {
					url: `${Object.assign(new URL(container.getConnectionUri()), { pathname }).href}?sslmode=disable`,
					remove: `docker rm --force ${container.getId().slice(0, 12)}`
				};
			},
			close: () => {
				closing ??= close();
				return closing;
			}
		};
	} catch (error) {
		await container.stop();
		throw error;
	}
}
async function start(image, options) {
	const library = await loadPackage("@testcontainers/postgresql");
	if (library === void 0) throw new UserError("a container needs the packages testcontainers and @testcontainers/postgresql", "npm i -D testcontainers@11 @testcontainers/postgresql@11");
	options.onProgress?.(`starting a container of ${image}`);
	try {
		const container = new library.PostgreSqlContainer(image);
		return await (options.keeps === true ? container.withReuse() : container).start();
	} catch (error) {
		options.signal?.throwIfAborted();
		const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
		if (line?.includes("container runtime")) throw new UserError("no container engine answers", "start Docker or Podman, or use --embedded or --url");
		throw new UserError(`the container of ${image} did not start: ${line}`);
	}
}

//#endregion
export { openContainerServer };