import { t as UserError } from "./user-error.js";
import { n as connectionLost, r as serverErrorFrom, t as ServerError } from "./session.js";
import { t as loadPackage } from "./load-package.js";
import { Socket } from "node:net";

//#region src/database/postgres-session.ts
const connectMilliseconds = 15e3;
/**
* Connects to one database of a server, the URL's own where none is named. Throws
* ServerError where the server refuses, UserError where it cannot be reached.
*/
async function connect(address, database, signal) {
	let failure;
	for (const url of address.urlsFor(database)) try {
		return await connectTo(url, signal);
	} catch (error) {
		signal?.throwIfAborted();
		failure = error;
	}
	throw explain(failure, address);
}
async function connectTo(url, signal) {
	const library = await loadPackage("pg");
	if (library === void 0) throw new UserError("the driver node-postgres is not installed", "npm i pg");
	signal?.throwIfAborted();
	const socket = new Socket();
	const client = new library.default.Client({
		connectionString: url,
		stream: () => socket,
		connectionTimeoutMillis: connectMilliseconds,
		fallback_application_name: "schemalint"
	});
	const interrupt = () => socket.destroy();
	signal?.addEventListener("abort", interrupt);
	const session = sessionOf(client, signal);
	const close = async () => {
		signal?.removeEventListener("abort", interrupt);
		if (!socket.destroyed) await session.close();
	};
	try {
		await client.connect();
	} catch (error) {
		socket.destroy();
		await close();
		throw error;
	}
	return {
		...session,
		close
	};
}
function sessionOf(client, signal) {
	let lost;
	client.on("error", (error) => {
		lost ??= error;
	});
	async function guard(work) {
		signal?.throwIfAborted();
		try {
			return await work();
		} catch (error) {
			signal?.throwIfAborted();
			const known = serverErrorFrom(error);
			throw known.sqlstate === connectionLost && lost !== void 0 ? serverErrorFrom(lost) : known;
		}
	}
	return {
		query: (sql, values) => guard(async () => (values ? await client.query(sql, [...values]) : await client.query(sql)).rows),
		run: (sql) => guard(async () => {
			const notices = [];
			const listener = (notice) => notices.push(notice.message ?? "");
			client.on("notice", listener);
			try {
				await client.query(sql);
			} finally {
				client.off("notice", listener);
			}
			return notices;
		}),
		ask: (sql) => guard(async () => {
			const last = [await client.query({
				text: sql,
				rowMode: "array",
				types: { getTypeParser: () => asIs }
			})].flat().at(-1);
			return {
				columns: (last?.fields ?? []).map((each) => [each.name, each.dataTypeID]),
				rows: last?.rows ?? [],
				count: last?.rowCount ?? -1
			};
		}),
		close: () => client.end().catch(() => void 0)
	};
}
function asIs(value) {
	return value;
}
/** Says in one line why no connection came about. The driver's messages may hold the URL: only codes are trusted. */
function explain(error, { place }) {
	if (error instanceof UserError || !(error instanceof Error)) return error;
	const known = serverErrorFrom(error);
	if (known.sqlstate !== connectionLost) return new ServerError(error.message, { code: known.sqlstate });
	if (error.message.includes("does not support SSL")) return new UserError(`${place} does not offer TLS, which a server elsewhere must`, "add ?sslmode=disable to the URL where the network between is trusted");
	const code = error.code;
	if (code === "ECONNREFUSED" || code === "ENOENT") return new UserError(`no PostgreSQL answers at ${place}`);
	if (code === "ENOTFOUND" || code === "EAI_AGAIN") return new UserError(`no such host: ${place}`);
	return new UserError(`cannot connect to ${place}: ${error.message || code}`);
}

//#endregion
export { connect as t };