//#region src/database/session.ts
/** What a server says of a statement that it refuses. */
var ServerError = class extends Error {
	/** Five characters, such as 42P01. `connectionLost` where there is no connection any more. */
	sqlstate;
	/** Counts code points of the statement, from 1. */
	position;
	detail;
	hint;
	/** The constraint or index that was violated. */
	constraint;
	constructor(message, fields) {
		super(message);
		this.name = "ServerError";
		this.sqlstate = fields.code;
		this.position = fields.position === void 0 ? void 0 : Number(fields.position);
		this.detail = fields.detail;
		this.hint = fields.hint;
		this.constraint = fields.constraint;
	}
};
/** The sqlstate of a lost connection. */
const connectionLost = "08006";
/** Turns what a driver throws into a ServerError; whatever is not the server's word was thrown for a lost connection. */
function serverErrorFrom(error) {
	if (error instanceof ServerError) return error;
	const reason = error instanceof Error ? error.message : String(error);
	if (isServerMessage(error)) return new ServerError(reason, error);
	return new ServerError(`the connection to the server was lost: ${reason}`, { code: connectionLost });
}
/** Runs a piece of work and undoes what it did where it throws. Only within a transaction. */
async function withSavepoint(session, work) {
	await session.run("savepoint schemalint");
	try {
		const result = await work();
		await session.run("release savepoint schemalint");
		return result;
	} catch (error) {
		await session.run("rollback to savepoint schemalint");
		await session.run("release savepoint schemalint");
		throw error;
	}
}
/** System errors have a `code` too, but no severity. */
function isServerMessage(error) {
	return error instanceof Error && "severity" in error && "code" in error && typeof error.code === "string";
}

//#endregion
export { withSavepoint as i, connectionLost as n, serverErrorFrom as r, ServerError as t };