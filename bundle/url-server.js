import { t as UserError } from "./user-error.js";
import { s as quoteIdentifier } from "./names.js";
import { t as ServerError } from "./session.js";
import { t as readServerAddress } from "./connection-url2.js";
import { t as connect } from "./postgres-session2.js";
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";

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