import { t as UserError } from "./user-error.js";
import { r as serverErrorFrom } from "./session.js";
import { t as loadPackage } from "./load-package.js";

//#region src/database/embedded-server.ts
/** Starts PGlite, which lives in this process's memory. Nothing of it is left after `close`. */
async function openEmbeddedServer(options) {
	const library = await loadPackage("@electric-sql/pglite");
	if (library === void 0) throw new UserError("PGlite is not installed", "npm i @electric-sql/pglite");
	options.onProgress?.("starting the embedded server");
	const session = embeddedSession(await library.PGlite.create({ extensions: await loadExtensions(options.extensions) }), library, options.signal);
	const [row] = await session.query(versionQuery);
	const [, postgres, pglite] = /^PostgreSQL (\S+) \(PGlite (\S+)\)/.exec(row.version) ?? [
		"",
		row.version,
		""
	];
	return {
		description: `PGlite ${pglite} (PostgreSQL ${postgres}, embedded)`,
		major: Math.floor(row.number / 1e4),
		session,
		rolesBefore: row.roles,
		close: () => session.close()
	};
}
/**
* A statement runs inside one call into WebAssembly, which nothing can interrupt: an abort
* only refuses those that follow.
*/
function embeddedSession(database, library, signal) {
	const { serialize } = library.protocol;
	const simpleQuery = (sql) => Buffer.concat([serialize.query(sql), serialize.copyFail("no data follows")]);
	async function guard(work) {
		signal?.throwIfAborted();
		try {
			if (database.closed) throw new Error("it is closed");
			return await work();
		} catch (error) {
			throw serverErrorFrom(error);
		}
	}
	return {
		query: (sql, values = []) => guard(async () => (await database.query(sql, [...values])).rows),
		run: (sql) => guard(async () => {
			const notices = [];
			const onNotice = (notice) => notices.push(notice.message ?? "");
			await database.runExclusive(() => database.execProtocol(simpleQuery(sql), { onNotice }));
			return notices;
		}),
		ask: (sql) => guard(async () => {
			const { messages } = await database.runExclusive(() => database.execProtocol(simpleQuery(sql)));
			return lastAnswer(messages, library);
		}),
		close: async () => {
			if (!database.closed) await database.close();
		}
	};
}
/** What the last of several statements answered. */
function lastAnswer(received, { messages }) {
	let last = {
		columns: [],
		rows: [],
		count: -1
	};
	let columns = [];
	let rows = [];
	for (const message of received) {
		if (message instanceof messages.RowDescriptionMessage) columns = message.fields.map((field) => [field.name, field.dataTypeID]);
		if (message instanceof messages.DataRowMessage) rows.push(message.fields);
		if (!(message instanceof messages.CommandCompleteMessage)) continue;
		last = {
			columns,
			rows,
			count: Number(/ (\d+)$/.exec(message.text)?.[1] ?? -1)
		};
		columns = [];
		rows = [];
	}
	return last;
}
/**
* The contrib module of an extension is named after it. One that PGlite does not have is
* left to the server, which refuses CREATE EXTENSION in its own words.
*/
async function loadExtensions(names) {
	const loaded = {};
	const wanted = new Set(names.flatMap((name) => [name, ...REQUIRED_BY[name] ?? []]));
	for (const name of wanted) {
		const file = name.replaceAll("-", "_");
		if (!/^\w+$/.test(file)) continue;
		const extension = (await loadPackage(`@electric-sql/pglite/contrib/${file}`))?.[file];
		if (extension !== void 0) loaded[file] = extension;
	}
	return loaded;
}
/** What CREATE EXTENSION … CASCADE installs along: `requires` in the control files of contrib. */
const REQUIRED_BY = { earthdistance: ["cube"] };
const versionQuery = `
  select version(),
    current_setting('server_version_num')::int as number,
    (select json_agg(rolname order by rolname) from pg_roles) as roles`;

//#endregion
export { openEmbeddedServer };