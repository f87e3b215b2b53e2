import { c as tell, f as reportSarif, k as readEvent, m as reportMarkdown, p as MARKER, t as checkedReport, v as escapeData, y as countOf } from "./check-command.js";
import { t as UserError } from "./user-error.js";
import "./names.js";
import "./rule2.js";
import { appendFileSync, writeFileSync } from "node:fs";

//#region src/github-comment.ts
/**
* Keeps one comment on a pull request up to date. It is known by a hidden marker and by its
* author, so that nobody else's is touched. Where nothing is found, none is begun.
* Throws where the server fails otherwise than by refusing.
*/
async function keepComment(place, body, isClean) {
	try {
		const own = await ownComment(place);
		if (own?.body === body) return "unchanged";
		const { repository, pullRequest } = place;
		if (own !== void 0) {
			await call(place, `/repos/${repository}/issues/comments/${own.id}`, "PATCH", { body });
			return "updated";
		}
		if (isClean) return "not needed";
		await call(place, `/repos/${repository}/issues/${pullRequest}/comments`, "POST", { body });
		return "created";
	} catch (error) {
		if (error instanceof Refusal) return "refused";
		throw error;
	}
}
const PAGE = 100;
async function ownComment(place) {
	const author = await authorOf(place);
	for (let page = 1;; page++) {
		const comments = await call(place, `/repos/${place.repository}/issues/${place.pullRequest}/comments?per_page=${PAGE}&page=${page}`, "GET");
		const own = comments.find(({ body, user }) => body?.startsWith(MARKER) === true && nameOf(user?.login) === author);
		if (own !== void 0 || comments.length < PAGE) return own;
	}
}
/** A workflow's token may not ask for its user by REST, but by GraphQL; the two spell a bot differently. */
async function authorOf(place) {
	const { data } = await call(place, "/graphql", "POST", { query: "{ viewer { login } }" });
	return nameOf(data?.viewer?.login ?? "github-actions");
}
function nameOf(login) {
	return (login ?? "").replace(/\[bot\]$/, "");
}
var Refusal = class extends Error {};
/** GitHub answers 404 where a token may not even know that something is there. */
const REFUSED = [
	401,
	403,
	404
];
async function call({ api, token }, path, method, body) {
	const base = path === "/graphql" ? api.replace(/\/v3$/, "") : api;
	const response = await fetch(`${base}${path}`, {
		method,
		headers: {
			accept: "application/vnd.github+json",
			authorization: `Bearer ${token}`,
			"content-type": "application/json",
			"user-agent": "schemalint"
		},
		...body === void 0 ? {} : { body: JSON.stringify(body) }
	});
	if (REFUSED.includes(response.status)) throw new Refusal();
	if (!response.ok) throw new Error(`GitHub answered ${method} ${path} with ${response.status}`);
	return response.json();
}

//#endregion
//#region src/cli/action.ts
/** What the runner of GitHub Actions starts: `check`, told by the inputs of action.yml. */
async function runAction() {
	const output = {
		failOn: failOn(input("fail-on")),
		color: true
	};
	const report = await checkedReport(input("paths").split(/\s+/).filter(Boolean), judging());
	const sarif = input("sarif-file");
	if (sarif !== "") writeFileSync(sarif, reportSarif(report));
	await tell(report, output);
	const { errors, warnings } = countOf(report);
	for (const [name, value] of Object.entries({
		findings: errors + warnings,
		errors,
		warnings,
		"sarif-file": sarif
	})) setOutput(name, String(value));
	if (input("comment") === "true") await comment(report);
}
function judging() {
	const said = (name) => input(name) === "" ? {} : { [name]: input(name) };
	const preset = input("preset");
	const since = input("since");
	return {
		...said("config"),
		...said("database"),
		...said("baseline"),
		...preset === "" ? {} : { preset },
		...since === "" ? {} : { since: since === "none" ? false : since },
		execute: input("execute") !== "false"
	};
}
/** The runner hands inputs over in the environment, and leaves the dash in their names. */
function input(name) {
	return (process.env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
function failOn(value) {
	if (value === "") return "error";
	if (value === "error" || value === "warning" || value === "never") return value;
	throw new UserError(`fail-on cannot be ${value}`, "say error, warning or never");
}
function setOutput(name, value) {
	const { GITHUB_OUTPUT } = process.env;
	if (GITHUB_OUTPUT === void 0 || GITHUB_OUTPUT === "") return;
	appendFileSync(GITHUB_OUTPUT, `${name}<<schemalint-end\n${value}\nschemalint-end\n`);
}
/** A comment is an extra: where it may not be written the annotations tell the same, and the step does not fail. */
async function comment(report) {
	const place = commentPlace();
	if (place === void 0) {
		process.stdout.write("no comment: this run is not about a pull request, or has no token\n");
		return;
	}
	try {
		const outcome = await keepComment(place, reportMarkdown(report), report.findings.length === 0);
		if (outcome === "refused") process.stdout.write("::notice title=schemalint::no comment: the token of this run may not write one, as for pull requests from forks; the annotations and the summary tell the same\n");
		else process.stdout.write(`comment: ${outcome}\n`);
	} catch (error) {
		process.stdout.write(`::warning title=schemalint::no comment: ${escapeData(String(error))}\n`);
	}
}
function commentPlace() {
	const { GITHUB_EVENT_PATH = "", GITHUB_REPOSITORY = "", GITHUB_API_URL = "https://api.github.com" } = process.env;
	const number = readEvent(GITHUB_EVENT_PATH).pull_request?.number;
	const token = input("token");
	if (number === void 0 || token === "" || GITHUB_REPOSITORY === "") return void 0;
	return {
		api: GITHUB_API_URL,
		repository: GITHUB_REPOSITORY,
		pullRequest: number,
		token
	};
}
try {
	await runAction();
} catch (error) {
	process.exitCode = 2;
	const text = error instanceof UserError ? [error.message, error.hint].filter(Boolean).join("; ") : String(error);
	process.stdout.write(`::error title=schemalint::${escapeData(text)}\n`);
	if (!(error instanceof UserError) && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

//#endregion
export {  };