import { t as UserError } from "./user-error.js";
import { i as quoteIdentifier } from "./names.js";
import { n as connectionLost, r as serverErrorFrom, t as ServerError } from "./session.js";
import { t as loadPackage } from "./load-package.js";
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { Socket } from "node:net";

//#region src/database/connection-url.ts
/**
* Reads a PostgreSQL connection string, also one with a SQLAlchemy driver in its scheme.
* A URL without a host means localhost. A host elsewhere must offer TLS unless `sslmode`
* says otherwise. Throws UserError.
*/
function readServerAddress(text) {
	const url = parse(text);
	const host = url.searchParams.get("host") ?? url.hostname;
	const local = isLocal(decodeURIComponent(host));
	if (host === "") url.hostname = "localhost";
	const port = url.searchParams.get("port") ?? (url.port || "5432");
	const modes = sslModes(url, local);
	return {
		place: `${host === "" ? "localhost" : decodeURIComponent(host)}:${port}`,
		urlsFor: (database) => modes.map((mode) => withMode(url, mode, database)),
		shownUrl: (database) => shown(url, database)
	};
}
function parse(text) {
	const withHost = text.replace("@/", "@localhost/");
	if (!/^postgres(ql)?(\+\w+)?:\/\//.test(text) || !URL.canParse(withHost)) throw new UserError("not a PostgreSQL connection URL", "write it as postgresql://user@host:5432/database");
	const url = new URL(withHost);
	url.protocol = "postgresql:";
	return url;
}
function isLocal(host) {
	return host === "" || host.startsWith("/") || host === "localhost" || host.endsWith(".localhost") || /^127\.\d+\.\d+\.\d+$/.test(host) || host === "::1" || host === "[::1]";
}
/** Undefined leaves TLS to the other parameters of the URL, or to the driver: none. */
function sslModes(url, local) {
	const mode = url.searchParams.get("sslmode");
	if (mode === "prefer") return ["require", "disable"];
	if (mode === "allow") return ["disable", "require"];
	if (mode !== null || url.searchParams.has("ssl") || url.searchParams.has("sslnegotiation")) return [mode ?? void 0];
	return [local ? void 0 : "require"];
}
function shown(url, database) {
	const result = new URL(url);
	result.password = "";
	result.searchParams.delete("password");
	result.pathname = `/${encodeURIComponent(database)}`;
	return result.href;
}
function withMode(url, mode, database) {
	const result = new URL(url);
	if (database !== void 0) result.pathname = `/${encodeURIComponent(database)}`;
	if (mode === void 0) return result.href;
	result.searchParams.set("sslmode", mode);
	if (mode !== "no-verify") result.searchParams.set("uselibpqcompat", "true");
	return result.href;
}

//#endregion
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
//#region src/database/throwaway-database.ts
/**
* Makes an empty database and gives its name, `schemalint_20261231t235959_1f2e3d4c`, whose
* time tells people how old one is that a crash left behind. Throws UserError.
*/
async function createDatabase(session) {
	const name = `schemalint_${(/* @__PURE__ */ new Date()).toISOString().slice(0, 19).replaceAll(/[-:]/g, "").toLowerCase()}_${randomBytes(4).toString("hex")}`;
	try {
		await session.run(`create database ${name} template template0`);
	} catch (error) {
		if (!(error instanceof ServerError)) throw error;
		const hint = error.sqlstate === "42501" ? "connect as a role with CREATEDB" : error.hint;
		throw new UserError(`no database can be made for this run: ${error.message}`, hint);
	}
	return name;
}
/** Drops a database and ends whatever is still connected to it. */
async function dropDatabase(session, name, major) {
	if (major >= 13) {
		await session.run(`drop database if exists ${quoteIdentifier(name)} with (force)`);
		return;
	}
	for (let attempt = 1;; attempt++) {
		await session.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
		try {
			await session.run(`drop database if exists ${quoteIdentifier(name)}`);
			return;
		} catch (error) {
			if (!(error instanceof ServerError) || error.sqlstate !== objectInUse || attempt === 50) throw error;
			await setTimeout(100);
		}
	}
}
/**
* Drops roles that nothing in any database depends on any more. One that has granted a
* membership goes only after the member, so the others are tried again after each success.
* Throws UserError where some remain.
*/
async function dropRoles(session, roles) {
	let remaining = [...new Set(roles)];
	for (;;) {
		const failed = [];
		for (const role of remaining) try {
			await session.run(`drop role if exists ${quoteIdentifier(role)}`);
		} catch (error) {
			if (!(error instanceof ServerError)) throw error;
			failed.push({
				role,
				reason: error.detail ?? error.message
			});
		}
		if (failed.length === 0) return;
		if (failed.length === remaining.length) throw new UserError(`roles that the migrations made are left on the server: ${failed.map(({ role, reason }) => `${role} (${reason})`).join(", ")}`, dropByHand);
		remaining = failed.map(({ role }) => role);
	}
}
/** What to do about anything that is left on a server. */
const dropByHand = "drop it by hand";
const objectInUse = "55006";

//#endregion
//#region src/database/url-server.ts
const oldestMajor = 12;
/** Makes a database of its own on the server of a URL, whose own database is only connected to. */
async function openUrlServer(text, options) {
	const address = readServerAddress(text);
	options.onProgress?.(`connecting to ${address.place}`);
	const { major, release, roles, database } = await withMaintenance(address, prepare);
	const drop = (createdRoles) => withMaintenance(address, async (session) => {
		await dropDatabase(session, database, major);
		await dropRoles(session, createdRoles);
	}).catch((error) => {
		if (error instanceof UserError && error.hint === dropByHand) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		throw new UserError(`the database ${database} is left on ${address.place}: ${reason}`, dropByHand);
	});
	try {
		const session = await connect(address, database, options.signal);
		let closing;
		let isKept = false;
		const close = async ({ createdRoles }) => {
			await session.close();
			if (!isKept) await drop(createdRoles.filter((role) => !roles.includes(role)));
		};
		return {
			description: `PostgreSQL ${release} at ${address.place}`,
			major,
			session,
			rolesBefore: roles,
			connectAgain: () => connect(address, database, options.signal),
			keep: () => {
				isKept = true;
				return {
					url: address.shownUrl(database),
					remove: `drop database ${database} with (force)`
				};
			},
			close: (leftovers = { createdRoles: [] }) => {
				closing ??= close(leftovers);
				return closing;
			}
		};
	} catch (error) {
		await drop([]);
		throw error;
	}
}
async function prepare(session) {
	const [row] = await session.query(serverQuery);
	const major = Math.floor(row.number / 1e4);
	if (major < oldestMajor) throw new UserError(`PostgreSQL ${row.release} is older than ${oldestMajor}`);
	return {
		major,
		release: row.release,
		roles: row.roles,
		database: await createDatabase(session)
	};
}
/** Works on a short connection to the URL's database, or to `postgres` where it names one that does not exist. */
async function withMaintenance(address, work) {
	const session = await connectForMaintenance(address);
	try {
		return await work(session);
	} finally {
		await session.close();
	}
}
async function connectForMaintenance(address) {
	try {
		return await connect(address).catch((error) => {
			if (!(error instanceof ServerError) || error.sqlstate !== "3D000") throw error;
			return connect(address, "postgres");
		});
	} catch (error) {
		if (!(error instanceof ServerError)) throw error;
		throw new UserError(`${address.place} refuses the connection: ${error.message}`);
	}
}
/** The first word of server_version: packagers append their own. */
const serverQuery = `
  select current_setting('server_version_num')::int as number,
    split_part(current_setting('server_version'), ' ', 1) as release,
    (select json_agg(rolname order by rolname) from pg_roles) as roles`;

//#endregion
export { openUrlServer as t };