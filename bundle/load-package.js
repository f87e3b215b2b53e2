import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

//#region src/database/load-package.ts
/**
* Loads a package only when it is needed, and by a name that no bundler follows.
* Undefined where it, or the file in it, is not installed.
*/
async function loadPackage(name) {
	return await attempt(name) ?? await attempt(resolveFrom(process.cwd(), name));
}
async function attempt(name) {
	if (name === void 0) return void 0;
	try {
		return await import(name);
	} catch (error) {
		const code = error.code;
		if (code !== void 0 && ABSENT.includes(code)) return void 0;
		throw error;
	}
}
/** Run from a clone that has no packages of its own, as pre-commit does, those of the project serve. */
function resolveFrom(folder, name) {
	try {
		return pathToFileURL(createRequire(join(folder, "package.json")).resolve(name)).href;
	} catch {
		return;
	}
}
/** What Node and TypeScript loaders say of a package, or a file of one, that is not there. */
const ABSENT = [
	"ERR_MODULE_NOT_FOUND",
	"ERR_PACKAGE_PATH_NOT_EXPORTED",
	"MODULE_NOT_FOUND"
];

//#endregion
export { loadPackage as t };