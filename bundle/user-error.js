//#region src/text/user-error.ts
/** The user asked for something impossible: told in one line, with what to do about it, and no stack. */
var UserError = class extends Error {
	hint;
	constructor(message, hint) {
		super(message);
		this.name = "UserError";
		this.hint = hint;
	}
};

//#endregion
export { UserError as t };