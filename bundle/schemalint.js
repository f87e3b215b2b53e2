#!/usr/bin/env node
import { $ as reasonToLeaveOut, A as readConfig, At as withinDepth, B as commentedFiles, C as based, Ct as NOT_OF_THE_PROJECT, D as parsePostgres, Dt as version, E as parseCount, Et as VERSIONS, F as applyEdits, Ft as CommanderError, G as judgeMigrations, H as checkName, I as check, It as Option, J as startFrom, K as dumpOf, L as readDivided, M as builtInFixture, Mt as positionAt, N as isInside, Nt as printable, O as judgingNew, Ot as isStackExhausted, P as usualFolders, Pt as Command, Q as textReaders, R as reportHead, S as allRules, St as DEEPEST, T as judgingFrom, Tt as PRESETS, U as placeReport, V as settle, W as downOf, X as Run, Y as withRecords, Z as resetSession, _ as prose, _t as readingAlembic, a as writeBaseline, at as lint, b as DEFAULT_POSTGRES, bt as RUNNERS, c as tell, ct as TransactionLog, d as Chalk, dt as Deploys, et as rolesMadeBy, ft as isKnown, g as stringWidth, gt as emptyCatalog, h as count, ht as introspect, i as withBaseline, it as judgeActions, j as findConfig, jt as lineStarts, kt as tooDeep, l as write, lt as fold, mt as effects, n as runCheck, nt as readScript, o as FORMATS, ot as lintSchema, pt as withoutMembers, q as readBase, r as knowing, rt as askSchemaRules, s as addFormat, st as TransactionTracker, t as checkedReport, tt as readMigrations, u as colorLevel, ut as modelledEnums, vt as ALEMBIC, w as collect, wt as isAlembicFolder, x as addRule, xt as wholeFile, yt as readProject, z as withBaseNote } from "./check-command.js";
import { t as UserError } from "./user-error.js";
import { a as qualify, c as quoteLiteral, i as partsOf$1, o as quoteBody, r as isTemporary, s as quoteIdentifier, u as withoutModifiers } from "./names.js";
import { $n as functionKey, Ar as isSqlText, B as printed, Bn as mergeEffects, C as tablesOf, F as printColumnSettings, Ft as giversOf, G as onOwnDatabase, H as searchPathIn, I as printSequenceOwners, In as blocksReaders, K as printSetting, L as printSequences, Ln as blocksWriters, M as printIndexAttachments, N as printIndexStatistics, Nr as printSql, P as printIndexes, R as functionMark, S as printTables, U as typeMarks, V as relationMark, Vr as omit, W as identifiers, Yn as otherKey, _ as printForeignKeys, ar as constraintsOf, b as printPartitionedKeys, cr as PUBLIC, hr as indexesOf, q as withOptions, qr as without, rt as placed, v as printIndexUses, x as printPartitions, y as printPartitionedExclusions, z as marksIn, zn as isStronger } from "./rule2.js";
import { i as withSavepoint, n as connectionLost, t as ServerError } from "./session.js";
import { setMaxListeners } from "node:events";
import { basename, dirname, join, relative, sep } from "node:path";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { createInterface } from "node:readline/promises";

//#region src/allow.ts
/**
* Finds where a comment has to stand that allows a finding.
* @throws UserError where no statement stands there, or the rule finds nothing in it.
*/
async function placeAllowance(request, options) {
	const { rule, path, line } = request;
	const place = `${path}:${line}`;
	const commented = commentedFiles(await readMigrations((await readDivided(options)).migrations)).find(({ file }) => file.path === path);
	if (commented === void 0) throw new UserError(`${path} is no migration`, "name a file that is checked");
	const { file, statements } = commented;
	const there = statements.filter((each) => isOnLine(each, line));
	if (there.length === 0) throw new UserError(`no statement stands at ${place}`, "name a line of the statement");
	const report = await check(options);
	const statement = there.find((each) => findsIn(report, each).includes(rule));
	if (statement !== void 0) return {
		file,
		edits: editsFor(request, statement),
		before: report
	};
	if (there.some((each) => allowsIn(report, each).includes(rule))) return "allowed already";
	const found = [...new Set(there.flatMap((each) => findsIn(report, each)))];
	throw new UserError(`${rule} finds nothing at ${place}`, found.length === 0 ? "nothing is found there" : `there is ${found.join(", ")}`);
}
/** Whether a comment has done what it was written for, and nothing else. */
async function isAllowed({ rule, path }, before, options) {
	const after = await check(options);
	const count = (report) => report.allowed.filter(({ finding }) => finding.rule === rule && finding.span?.file.path === path).length;
	return count(after) > count(before) && after.findings.length < before.findings.length;
}
function findsIn({ findings }, statement) {
	return findings.filter(({ span }) => span !== void 0 && holds(statement, span)).map((each) => each.rule);
}
function allowsIn({ allowed }, statement) {
	return allowed.filter(({ finding: { span } }) => span !== void 0 && holds(statement, span)).map(({ finding }) => finding.rule);
}
function holds(statement, { file, start }) {
	return file.path === statement.file.path && start >= statement.start && start < statement.end;
}
function isOnLine({ file, start, end }, line) {
	const starts = lineStarts(file.text);
	return positionAt(file, start, starts).line <= line && positionAt(file, end, starts).line >= line;
}
/** Above the statement; in Python above the call, which may begin on an earlier line than the text that it sends. */
function editsFor({ rule, reason, until }, { file, start }) {
	const isPython = file.path.endsWith(".py");
	const day = until === void 0 ? "" : ` until ${until}`;
	const comment = `${isPython ? "#" : "--"} schemalint-allow ${rule}${day}: ${reason}`;
	const newline = file.text.includes("\r\n") ? "\r\n" : "\n";
	const lineStart = file.text.lastIndexOf("\n", start - 1) + 1;
	const isFirstOnLine = file.text.slice(lineStart, start).trim() === "";
	if (!isPython && !isFirstOnLine) return [insert$1(file, start, `${newline}${comment}${newline}`)];
	const lines = isPython ? [callLine(file.text, lineStart), lineStart] : [lineStart];
	return [...new Set(lines)].map((offset) => {
		return insert$1(file, offset, `${/^[ \t]*/.exec(file.text.slice(offset))?.[0] ?? ""}${comment}${newline}`);
	});
}
function insert$1(file, offset, text) {
	return {
		span: {
			file,
			start: offset,
			end: offset
		},
		text
	};
}
/** The beginning of the nearest line, at or above an offset, that calls something of Alembic. */
function callLine(text, lineStart) {
	return [...text.slice(0, text.indexOf("\n", lineStart) + 1 || text.length).matchAll(/^.*\bop\.\w+.*$/gm)].at(-1)?.index ?? lineStart;
}

//#endregion
//#region src/cli/allow-command.ts
/** `schemalint allow RULE FILE:LINE REASON` */
async function runAllow(rule, place, reason, options) {
	const request = requestFrom(rule, place, reason, options.until);
	const judging = await judgingFrom([request.path], {
		...options,
		since: false
	});
	checkName(rule, judging.known);
	const checking = withContext(judging, request, options.postgres);
	const answer = await placeAllowance(request, checking);
	if (answer === "allowed already") {
		await write(`${printable(place)} allows ${rule} already\n`);
		return;
	}
	for (const edit of answer.edits) {
		writeFileSync(request.path, applyEdits(answer.file.text, [edit]));
		if (await isAllowed(request, answer.before, checking)) {
			await write(`${printable(request.path)}: ${printable(edit.text.trim())}\n`);
			return;
		}
		writeFileSync(request.path, answer.file.text);
	}
	throw new UserError(`no comment can allow ${rule} in that statement alone`, `write schemalint-allow-file ${rule}: … into a comment of the file`);
}
function requestFrom(rule, place, reason, until) {
	const match = /^(?<path>.+?):(?<line>\d+)(?::\d+)?$/.exec(place);
	if (match?.groups === void 0) throw new UserError(`${place} is no FILE:LINE`, "for example: schemalint allow RULE migrations/0042.sql:3 \"why\"");
	const said = reason.replace(/\s+/g, " ").trim();
	if (said === "") throw new UserError("the reason is missing", "say why the finding is no danger here");
	if (until !== void 0 && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new UserError(`${until} is no day`, "for example --until 2027-01-31");
	const { path = "", line = "" } = match.groups;
	const request = {
		rule,
		path: path.replace(/^\.\//, ""),
		line: Number(line),
		reason: said
	};
	return until === void 0 ? request : {
		...request,
		until
	};
}
/** A single file says too little: what it alters is made by others in the folder. */
function withContext(judging, { path }, postgres) {
	const { config, database: _, selected, newness: __, ...rest } = judging;
	const isKnown = selected !== void 0 || path.endsWith(".py");
	const folder = usualFolders().find((each) => isInside(path, each)) ?? dirname(path);
	return {
		...rest,
		paths: isKnown ? rest.paths : [folder],
		postgres: postgres ?? config.postgres ?? DEFAULT_POSTGRES,
		from: process.cwd(),
		version
	};
}

//#endregion
//#region src/config/origins.ts
/** Every setting that counts, in the order of the schema, with those of `defaults` that nothing overrules. */
function settingsOf({ config, layers }, defaults) {
	const said = layers.flatMap((layer) => flatten(layer.config).map((each) => ({
		...each,
		source: layer.source
	})));
	const settings = new Map(flatten(defaults).map((each) => [each.key, {
		...each,
		source: "default"
	}]));
	for (const each of said) settings.set(each.key, each);
	const { overrides = [] } = config;
	if (overrides.length === 0) return [...settings.values()];
	const sources = layers.filter((layer) => layer.config.overrides !== void 0).map((layer) => layer.source);
	return [...settings.values()].map((each) => each.key === "overrides" ? {
		key: "overrides",
		value: overrides,
		source: sources.join(", ")
	} : each);
}
/** Severities and databases are put together by name from several files, so each name has a source of its own. */
function flatten({ severities = {}, databases = {}, ...rest }) {
	const named = (prefix, values) => Object.entries(values).map(([name, value]) => ({
		key: `${prefix}.${name}`,
		value
	}));
	return [
		...Object.entries(rest).map(([key, value]) => ({
			key,
			value
		})),
		...named("severities", severities),
		...named("databases", databases)
	];
}

//#endregion
//#region src/cli/config-command.ts
const DEFAULTS = {
	preset: "recommended",
	postgres: DEFAULT_POSTGRES
};
/** `schemalint config` */
async function runConfig(options) {
	const resolved = await readConfig(options.config, process.cwd());
	const settings = settingsOf(resolved, DEFAULTS);
	const files = resolved.layers.map((each) => each.source);
	if (options.format === "json") await write(`${JSON.stringify({
		version: 1,
		files,
		settings
	}, null, 2)}\n`);
	else await write(settingsText(settings));
}
function settingsText(settings) {
	const rows = settings.map(({ key, value, source }) => {
		const shown = typeof value === "string" ? value : JSON.stringify(value);
		return [
			printable(key),
			printable(shown),
			printable(source)
		];
	});
	const width = (column) => Math.min(60, Math.max(0, ...rows.map((row) => row[column].length)));
	return rows.map(([key, value, source]) => `${key.padEnd(width(0))}  ${value.padEnd(width(1))}  ${source}\n`).join("");
}

//#endregion
//#region src/explain.ts
/** Takes the examples out of a fixture: its cases `bad` and `good`. */
function examplesOf(fixture) {
	return {
		bad: caseText(fixture, "bad"),
		good: caseText(fixture, "good")
	};
}
function caseText(fixture, name) {
	const lines = fixture.split("\n");
	const start = lines.findIndex((line) => line.trim() === `-- case: ${name}`);
	if (start < 0) return "";
	const length = lines.slice(start + 1).findIndex((line) => line.startsWith("-- case: "));
	const end = length < 0 ? lines.length : start + 1 + length;
	return lines.slice(start + 1, end).filter((line) => !/^--\s+\^|^-- (refused|transaction: \S+|postgres: \d+)\s*$/.test(line)).join("\n").trim();
}

//#endregion
//#region src/report/explain-text.ts
/** A rule's page for the terminal. */
function explainText({ name, rule }, examples, color) {
	const chalk = new Chalk({ level: color });
	return `${[
		`${chalk.bold(name)} · ${rule.severity} · preset ${rule.preset ?? "recommended"}\n${prose(rule.summary)}`,
		`${chalk.bold("why")}\n${prose(rule.why)}`,
		`${chalk.bold("instead")}\n${prose(rule.instead)}`,
		...examples === void 0 ? [] : [`${chalk.red("bad")}\n${indent$1(examples.bad)}`, `${chalk.green("good")}\n${indent$1(examples.good)}`]
	].join("\n\n")}\n`;
}
function indent$1(text) {
	return text.split("\n").map((line) => line === "" ? line : `  ${line}`).join("\n");
}

//#endregion
//#region src/cli/explain-command.ts
/** `schemalint explain RULE` */
async function runExplain(name, options) {
	const { config } = await readConfig(options.config, process.cwd());
	const rules = await allRules(options.rules ?? config.rules ?? []);
	checkName(name, rules.map((each) => each.name));
	const fixture = await builtInFixture(name);
	const examples = fixture === void 0 ? void 0 : examplesOf(fixture);
	for (const rule of rules.filter((each) => each.name === name)) await write(explainText(rule, examples, colorLevel()));
}

//#endregion
//#region src/init/layout.ts
/** Looks at a repository; nothing of it is run. */
function readLayout(root) {
	const migrations = migrationFolders(root);
	const stack = serviceStack(root, migrations);
	const postgres = containerVersion(root);
	return {
		migrations,
		preset: stack === void 0 ? "recommended" : "service",
		reason: stack === void 0 ? "real hazards only" : `there is ${stack}`,
		...postgres === void 0 ? {} : { postgres },
		isPython: migrations.some((folder) => isAlembicFolder(join(root, folder))),
		hasManifest: existsSync(join(root, "package.json")),
		hasHusky: existsSync(join(root, ".husky"))
	};
}
const OTHER_DATABASES = /clickhouse|mysql|sqlite|cassandra|bigquery/i;
/** Projects of Alembic, and the outermost folders named after migrations that hold SQL. */
function migrationFolders(root) {
	const found = [];
	const visit = (folder, depth) => {
		const shown = relative(root, folder).split(sep).join("/") || ".";
		if (isAlembicFolder(folder)) {
			found.push(shown);
			return;
		}
		if (/^(?:migrations?|drizzle)$/.test(basename(folder)) && holdsSql(folder, 2)) {
			found.push(shown);
			return;
		}
		if (depth === DEEPEST) return;
		for (const each of readdirSync(folder, { withFileTypes: true })) {
			const isPassed = NOT_OF_THE_PROJECT.test(each.name) || OTHER_DATABASES.test(each.name);
			if (each.isDirectory() && !isPassed) visit(join(folder, each.name), depth + 1);
		}
	};
	visit(root, 0);
	return found.toSorted();
}
function holdsSql(folder, depth) {
	return readdirSync(folder, { withFileTypes: true }).some((each) => each.isFile() && each.name.endsWith(".sql") || depth > 0 && each.isDirectory() && holdsSql(join(folder, each.name), depth - 1));
}
/** A service on PostgreSQL in Python: FastAPI, SQLAlchemy or Alembic. */
function serviceStack(root, migrations) {
	if (migrations.some((folder) => isAlembicFolder(join(root, folder)))) return "Alembic";
	const folders = [root, ...migrations.map((folder) => dirname(join(root, folder)))];
	for (const folder of folders) for (const name of [
		"pyproject.toml",
		"requirements.txt",
		"requirements/base.txt",
		"Pipfile"
	]) {
		const text = textOf(join(folder, name));
		const match = /(?:^\s*|["'])(fastapi|sqlalchemy|sqlmodel|alembic)\b/im.exec(text)?.[1];
		if (match !== void 0) return STACK[match.toLowerCase()] ?? match;
	}
}
const STACK = {
	fastapi: "FastAPI",
	sqlalchemy: "SQLAlchemy",
	sqlmodel: "SQLModel",
	alembic: "Alembic"
};
function containerVersion(root) {
	for (const name of [
		"compose.yaml",
		"compose.yml",
		"docker-compose.yaml",
		"docker-compose.yml"
	]) {
		const version = /image:\s*["']?(?:[\w.-]+\/)*postgres:(\d+)/.exec(textOf(join(root, name)))?.[1];
		if (version !== void 0) return Number(version);
	}
}
function textOf(path) {
	return existsSync(path) ? readFileSync(path, "utf8") : "";
}

//#endregion
//#region src/init/plan.ts
/** Where `init` puts what is known already. */
const BASELINE = "schemalint-baseline.json";
/** The configuration for a layout; of several folders with migrations each is a database. */
function planConfig(layout, { preset = layout.preset, hasBaseline }) {
	const { migrations, postgres } = layout;
	const isKnown = postgres !== void 0 && postgres >= VERSIONS.oldest && postgres <= VERSIONS.newest;
	const config = {
		...layout.hasManifest ? { $schema: "./node_modules/pg-schemalint/dist/schema.json" } : {},
		preset,
		...isKnown ? { postgres } : {},
		...migrations.length === 1 ? { migrations } : { databases: Object.fromEntries(migrations.map((each) => [nameOf(each), { migrations: [each] }])) },
		...hasBaseline ? { baseline: BASELINE } : {}
	};
	return {
		path: "schemalint.config.json",
		text: `${JSON.stringify(config, null, 2)}\n`,
		purpose: "configuration"
	};
}
/** The hook before a commit: husky's where there is husky, else one for pre-commit. */
function planHook({ migrations, isPython, hasHusky }, { version }) {
	if (hasHusky) return {
		path: ".husky/pre-commit",
		text: "npx schemalint check --staged\n",
		purpose: "hook"
	};
	const files = migrations.map((each) => each === "." ? "" : `${each.replaceAll(".", "\\.")}/`).join("|");
	const selection = isPython ? "        files: \\.(py|sql)$\n        pass_filenames: false\n" : `        files: ^(${files}).*\\.sql$\n`;
	return {
		path: ".pre-commit-config.yaml",
		text: `repos:
  - repo: local
    hooks:
      - id: schemalint
        name: schemalint
        entry: schemalint check${isPython ? " --staged" : ""}
        language: node
        additional_dependencies: ["pg-schemalint@${version}"]
${selection}        require_serial: true
`,
		purpose: "hook"
	};
}
/** The workflow: `check` annotates what a pull request brings, `verify` applies it to a real server. */
function planWorkflow({ postgres = 17, migrations, isPython }, { version }) {
	const databases = migrations.length === 1 ? [""] : migrations.map((each) => ` --database ${nameOf(each)}`);
	const program = `npx --yes pg-schemalint@${version}`;
	return {
		path: ".github/workflows/schemalint.yml",
		text: `name: schemalint
on: pull_request
permissions:
  contents: read
jobs:
  migrations:
    runs-on: ubuntu-latest
    services:
      postgres:
        image: postgres:${postgres}
        env: { POSTGRES_PASSWORD: postgres }
        ports: ["5432:5432"]
        options: --health-cmd pg_isready --health-interval 2s
    env:
      DATABASE_URL: postgres://postgres:postgres@localhost:5432/postgres
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0, persist-credentials: false }
${isPython ? "      - uses: actions/setup-python@v6\n        with: { python-version: \"3.12\" }\n      - run: pip install alembic sqlalchemy # or as your project installs them\n" : ""}      - run: ${program} check
${databases.map((each) => `      - run: ${program} verify${each} --url "$DATABASE_URL"\n`).join("")}`,
		purpose: "workflow"
	};
}
/** The words of a path that tell it from others: `apps/web/src/migrations` is `apps-web`. */
function nameOf(path) {
	return path.split("/").filter((each) => !/^(?:migrations?|drizzle|prisma|src|db|database|sql|\.)$/.test(each)).join("-") || "main";
}

//#endregion
//#region src/cli/init-command.ts
/** `schemalint init` */
async function runInit(flags) {
	const existing = findConfig(".");
	if (existing !== void 0 && dirname(existing) === process.cwd()) throw new UserError(`${existing} configures schemalint already`, "`schemalint config` tells what it says");
	const layout = readLayout(process.cwd());
	if (layout.migrations.length === 0) throw new UserError("there are no migrations here", "run it at the top of a repository that holds some");
	const wishes = {
		version,
		hasBaseline: false,
		...flags.preset === void 0 ? {} : { preset: flags.preset }
	};
	await write(`migrations: ${layout.migrations.map(printable).join(", ")}\n`);
	await write(`preset: ${flags.preset ?? layout.preset} (${flags.preset === void 0 ? layout.reason : "as told"})\n`);
	await offer(planConfig(layout, wishes), flags);
	if (flags.baseline && flags.dryRun !== true && existsSync("schemalint.config.json")) await offerBaseline(layout, wishes, flags);
	if (flags.hook) await offer(planHook(layout, wishes), flags);
	if (flags.workflow) await offer(planWorkflow(layout, wishes), flags);
}
async function offerBaseline(layout, wishes, flags) {
	const report = await checkedReport([], {
		since: false,
		execute: flags.execute !== false
	});
	const { findings } = report;
	if (findings.length === 0) {
		await write("\nnothing is found today, so no baseline is needed\n");
		return;
	}
	if (!await offer({
		path: BASELINE,
		text: writeBaseline(report),
		purpose: `${count(findings.length, "finding")}, known from today on`
	}, flags, false)) return;
	const config = planConfig(layout, {
		...wishes,
		hasBaseline: true
	});
	writeFileSync(config.path, config.text);
	await write(`${config.path} names it: "baseline": "${BASELINE}"\n`);
}
/** Writes a file where there is none and nobody objects, and shows what was written. */
async function offer(file, { yes, dryRun }, isShown = true) {
	const { path, text, purpose } = file;
	const shown = isShown ? `:\n${indent(text)}` : `: ${purpose}`;
	if (existsSync(path)) {
		await write(`\n${path} is there already and is left alone; for the ${purpose}${isShown ? `, add${shown}` : ""}\n`);
		return false;
	}
	if (dryRun === true) {
		await write(`\nwould write ${path}${shown}\n`);
		return false;
	}
	if (yes !== true && !await isWanted(`\nwrite ${path} (${purpose})?`)) return false;
	mkdirSync(dirname(path), { recursive: true });
	try {
		writeFileSync(path, text, { flag: "wx" });
	} catch (error) {
		throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : void 0);
	}
	await write(`\nwrote ${path}${shown}\n`);
	return true;
}
/** Only a terminal can be asked; elsewhere what was not declined by a flag is wanted. */
async function isWanted(question) {
	if (!process.stdin.isTTY || !process.stdout.isTTY) return true;
	const dialog = createInterface({
		input: process.stdin,
		output: process.stdout
	});
	const answer = await dialog.question(`${question} [Y/n] `);
	dialog.close();
	return !/^n/i.test(answer.trim());
}
function indent(text) {
	return text.trimEnd().split("\n").map((line) => `  ${printable(line)}`).join("\n");
}

//#endregion
//#region src/locks.ts
/** Predicts what every statement locks, without a database and without a network. */
async function locksOf(options) {
	const { postgres } = options;
	const named = await readBase(options.base, options.from, postgres);
	const history = await readProject(options);
	const migrations = await readMigrations(history.migrations);
	const base = await withRecords(named, history, migrations, postgres);
	const grouped = new Grouping();
	const deploys = new Deploys(base.catalog);
	let { catalog } = base;
	for (const migration of migrations) catalog = readMigration(migration, catalog, deploys, grouped, postgres);
	return {
		postgres,
		transactions: grouped.transactions
	};
}
function readMigration(migration, before, deploys, grouped, postgres) {
	const { made, inUse } = deploys.enter(migration, before);
	const log = new TransactionLog(migration.transaction !== "per-statement");
	let catalog = before;
	grouped.tracker.enter(migration.transaction);
	const read = (statement) => {
		const all = [];
		const isNew = /* @__PURE__ */ new Map();
		const actions = statement.actions(catalog, postgres);
		for (const action of actions) {
			const after = log.fold(catalog, action, postgres);
			made.recordMaking(action);
			for (const effect of effects(action, catalog, postgres)) {
				all.push(effect);
				if (!isNew.has(effect.relation)) isNew.set(effect.relation, !inUse(effect.relation));
			}
			made.recordLeaving(action);
			if (action.kind === "beginTransaction") grouped.tracker.record(action);
			catalog = after;
		}
		const seen = mergeEffects(all).map((effect) => ({
			...effect,
			isNew: isNew.get(effect.relation) === true
		}));
		grouped.add(statement, seen);
		for (const action of actions) if (action.kind !== "beginTransaction") grouped.tracker.record(action);
	};
	for (const statement of migration.statements) withinDepth(statement.span, () => read(statement));
	grouped.tracker.leave();
	return {
		...catalog,
		session: before.session
	};
}
/** Puts statements together that share a transaction. */
var Grouping = class {
	transactions = [];
	tracker = new TransactionTracker();
	/** Each transaction keeps a list of its own. */
	#last;
	add({ span, kind }, seen) {
		const { openedBy, earlier } = this.tracker.transaction;
		if (!(openedBy !== void 0 && earlier === this.#last)) this.transactions.push({
			openedBy,
			statements: []
		});
		this.transactions.at(-1).statements.push({
			span: placed(span),
			kind,
			effects: seen
		});
		this.#last = openedBy === void 0 ? void 0 : earlier;
	}
};

//#endregion
//#region src/report/locks-json.ts
/** What statements lock as JSON, version 1: one entry a statement, in order. */
function locksJson({ postgres, transactions }) {
	const told = transactions.flatMap((each) => each.statements).map(({ span, kind, effects }) => ({
		file: span.file.path,
		line: positionAt(span.file, span.start).line,
		endLine: positionAt(span.file, Math.max(span.start, span.end - 1)).line,
		kind,
		effects: effects.map(({ relation, lock, work, isNew }) => ({
			relation,
			lock,
			work,
			new: isNew
		}))
	}));
	return `${JSON.stringify({
		version: 1,
		postgres,
		statements: told
	}, void 0, 2)}\n`;
}

//#endregion
//#region src/report/locks-text.ts
/** What statements lock, for people: transaction by transaction, without what nobody can be waiting for. */
function locksText({ postgres, transactions }, color) {
	const paint = new Chalk({ level: color });
	const parts = transactions.filter((each) => each.statements.some((statement) => shown(statement).length > 0)).map((each) => transactionText(each, paint));
	const statements = transactions.flatMap((each) => each.statements);
	const free = statements.filter((statement) => shown(statement).length === 0).length;
	const added = new Set(statements.flatMap((each) => each.effects.flatMap((effect) => effect.isNew ? [effect.relation] : [])));
	const rest = `${free} of ${statements.length} statements lock nothing that anybody waits for; ${added.size} relations are new, and left out`;
	return `${[...parts, paint.dim(`${rest} (PostgreSQL ${postgres})`)].join("\n\n")}\n`;
}
/** Relations in use, under locks for which anybody waits. */
function shown({ effects }) {
	return effects.filter(({ isNew, lock }) => !isNew && isStronger(lock, "RowExclusiveLock"));
}
function transactionText({ openedBy, statements }, paint) {
	const held = openedBy === void 0 ? "the end of the statement" : "the end of the transaction";
	const rows = statements.flatMap((statement) => {
		const { file, start } = statement.span;
		const place = printable(`${file.path}:${positionAt(file, start).line}`);
		return shown(statement).map((effect, position) => [
			position === 0 ? place : "",
			position === 0 ? statement.kind : "",
			...facts(effect)
		]);
	});
	const head = [
		"statement",
		"",
		"relation",
		"lock",
		"waits",
		"for"
	];
	const title = openedBy === void 0 ? "a transaction of its own" : "one transaction";
	const all = mergeEffects(statements.flatMap(shown)).map((effect) => ({
		...effect,
		isNew: false
	}));
	const hasTotal = statements.filter((statement) => shown(statement).length > 0).length > 1;
	const strongest = all.map((effect, position) => [
		position === 0 ? "strongest" : "",
		"",
		...facts(effect)
	]);
	const lines = table([
		head,
		...rows,
		...hasTotal ? strongest : []
	], paint);
	return [paint.bold(`${title}, locks held to ${held}`), ...lines].join("\n");
}
function facts({ relation, lock, work }) {
	return [
		printable(relation),
		lock,
		waiting(lock),
		DURATION[work]
	];
}
function waiting(lock) {
	if (blocksReaders(lock)) return "reads, writes, other DDL";
	return blocksWriters(lock) ? "writes, other DDL" : "other DDL";
}
/** How long the work itself takes. */
const DURATION = {
	none: "an instant",
	scan: "all its rows are read",
	validate: "all its rows are checked",
	build: "all its rows are indexed",
	rewrite: "all its rows are rewritten"
};
function table(rows, paint) {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ""))));
	return rows.map((row, position) => {
		const line = `  ${row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - stringWidth(cell))).join("  ")}`.trimEnd();
		if (position === 0) return paint.dim(line);
		return row.at(-1) !== DURATION.none && (row[4] ?? "").includes("writes") ? paint.red(line) : line;
	});
}

//#endregion
//#region src/cli/locks-command.ts
/** The formats of locks. */
const LOCKS_FORMATS = ["text", "json"];
/** `schemalint locks` */
async function runLocks(paths, options) {
	const { config, database: _, ...judging } = await judgingFrom(paths, options);
	const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES;
	const locks = await locksOf({
		...judging,
		...based(options),
		postgres,
		from: process.cwd()
	});
	await write(options.format === "json" ? locksJson(locks) : locksText(locks, options.color ? colorLevel() : 0));
}

//#endregion
//#region src/report/rules-table.ts
/** The table of rules in Markdown, as the README shows it. */
function rulesMarkdown(rules) {
	return `| rule | preset | severity | fires on |\n| --- | --- | --- | --- |\n${rules.map(({ name, rule }) => `| \`${name}\` | ${rule.preset ?? "recommended"} | ${rule.severity} | ${cell(rule.summary)} |\n`).join("")}`;
}
function cell(text) {
	return prose(text).replaceAll("|", "\\|");
}

//#endregion
//#region src/cli/rules-command.ts
/** `schemalint rules` */
async function runRules(options) {
	const { config } = await readConfig(options.config, process.cwd());
	const rules = await allRules(options.rules ?? config.rules ?? []);
	await write(FORMATTERS[options.format](rules));
}
const FORMATTERS = {
	text: (rules) => {
		const width = Math.max(...rules.map((each) => each.name.length));
		const row = ({ name, rule }) => `${name.padEnd(width)}  ${(rule.preset ?? "recommended").padEnd(11)}  ${rule.severity.padEnd(7)}  ${prose(rule.summary)}\n`;
		return rules.map(row).join("");
	},
	json: (rules) => {
		const entry = ({ name, rule }) => ({
			name,
			preset: rule.preset ?? "recommended",
			severity: rule.severity,
			scope: rule.scope,
			hazard: rule.hazard ?? "none",
			summary: prose(rule.summary),
			why: prose(rule.why),
			instead: prose(rule.instead)
		});
		return `${JSON.stringify({
			version: 1,
			rules: rules.map(entry)
		}, null, 2)}\n`;
	},
	markdown: rulesMarkdown
};

//#endregion
//#region src/describe-schema.ts
/** Folds migrations without a database and without a network. */
async function describeSchema(options) {
	const { postgres } = options;
	const named = await readBase(options.base, options.from, postgres);
	const history = await readProject(options);
	const migrations = await readMigrations(history.migrations);
	const { catalog, notModelled } = lint(migrations, [], (await withRecords(named, history, migrations, postgres)).catalog, postgres);
	return {
		catalog,
		postgres,
		notModelled,
		notParsed: notParsedIn(migrations, catalog, postgres)
	};
}
function notParsedIn(migrations, catalog, postgres) {
	return migrations.flatMap(({ statements }) => statements.filter((each) => !each.parsed)).flatMap((each) => each.actions(catalog, postgres)).filter((each) => each.kind === "unparsed");
}

//#endregion
//#region src/schema/print-json.ts
/**
* The catalog as JSON, version 1: one list for each kind of object, texts of SQL with the
* names of today, and for each object the file and line that made it.
*/
function printSchemaJson(catalog, frame) {
	const { session: _, ...maps } = withoutMembers(catalog);
	const placeOf = places();
	const plain = (value) => {
		if (typeof value !== "object" || value === null) return value;
		if (isSqlText(value)) return printSql(value);
		if (Array.isArray(value)) return value.map(plain);
		const entries = Object.entries(value).filter(([key]) => key !== "condition").toSorted(([a], [b]) => Number(b === "name") - Number(a === "name"));
		return Object.fromEntries(entries.map(([key, part]) => [key, key === "origin" ? placeOf(part) : plain(part)]));
	};
	const lists = Object.fromEntries(Object.entries(maps).map(([kind, map]) => [kind, [...map.values()].map(plain)]));
	const notModelled = frame.notModelled.map(({ statement, span }) => ({
		statement,
		...placeOf(span)
	}));
	const document = {
		version: 1,
		tool: frame.tool,
		postgres: frame.postgres,
		...lists,
		notModelled
	};
	return `${JSON.stringify(document, void 0, 2)}\n`;
}
/** Tells places by file and line, and counts the lines of each file once. */
function places() {
	const starts = /* @__PURE__ */ new Map();
	return (span) => {
		if (span === void 0) return void 0;
		const known = starts.get(span.file) ?? lineStarts(span.file.text);
		starts.set(span.file, known);
		return {
			file: span.file.path,
			line: positionAt(span.file, span.start, known).line
		};
	};
}

//#endregion
//#region src/schema/entities.ts
/** The tables of a catalog, their keys and how they refer to each other. */
function entitiesOf(catalog) {
	const tables = tablesOf(withoutMembers(catalog)).filter((table) => table.partitionOf === void 0);
	const names = new Set(tables.map((table) => table.name));
	return {
		entities: tables.map((table) => ({
			name: table.name,
			attributes: table.columns.map((column) => attributeOf(table, column))
		})),
		relations: tables.flatMap((table) => table.foreignKeys.filter((key) => names.has(key.references)).map((key) => relationOf(table, key)))
	};
}
/** Tables of the schema public go by their name alone. */
function entityTitle(name) {
	const parts = partsOf$1(name);
	return parts.schema === "public" ? parts.name : `${parts.schema}.${parts.name}`;
}
function attributeOf(table, { name, type, nullable }) {
	const isUnique = table.uniques.some((key) => key.columns.length === 1 && key.columns[0] === name);
	const isForeign = table.foreignKeys.some((key) => key.columns.includes(name));
	return {
		name,
		type,
		keys: [
			...table.primaryKey?.columns.includes(name) === true ? ["PK"] : [],
			...isForeign ? ["FK"] : [],
			...isUnique ? ["UK"] : []
		],
		nullable
	};
}
function relationOf(table, key) {
	const columns = table.columns.filter((column) => key.columns.includes(column.name));
	const isSame = (other) => other.length === key.columns.length && other.every((each) => key.columns.includes(each));
	return {
		name: key.name,
		from: table.name,
		columns: key.columns,
		to: key.references,
		referencedColumns: key.referencedColumns,
		isOptional: columns.some((column) => column.nullable),
		isUnique: [table.primaryKey, ...table.uniques].some((each) => each !== void 0 && isSame(each.columns))
	};
}

//#endregion
//#region src/schema/print-mermaid.ts
/** Tables, their keys and how they refer to each other, as a Mermaid entity diagram. Partitions are left out. */
function printSchemaMermaid(catalog) {
	const { entities, relations } = entitiesOf(catalog);
	return `${[
		"erDiagram",
		...entities.flatMap(printEntity$1),
		...relations.map(printRelation$1)
	].join("\n")}\n`;
}
function printEntity$1({ name, attributes }) {
	if (attributes.length === 0) return [`  ${entity(name)}`];
	return [
		`  ${entity(name)} {`,
		...attributes.map((each) => `    ${printAttribute$1(each)}`),
		"  }"
	];
}
/** Mermaid knows no blanks and quotes in types and names of attributes. */
function printAttribute$1({ name, type, keys, nullable }) {
	const note = nullable ? " \"null\"" : "";
	return `${word(type)} ${word(name)}${keys.length === 0 ? "" : ` ${keys.join(", ")}`}${note}`;
}
/** A row refers to one row, or none where a column may be null; of a key that is unique at most one refers back. */
function printRelation$1({ name, from, to, isOptional, isUnique }) {
	const ends = `${isOptional ? "|o" : "||"}--${isUnique ? "o|" : "o{"}`;
	return `  ${entity(to)} ${ends} ${entity(from)} : "${name.replaceAll("\"", "'")}"`;
}
function entity(name) {
	const shown = entityTitle(name);
	return /^[A-Za-z_][A-Za-z0-9_]*$/.test(shown) ? shown : `"${shown.replaceAll("\"", "'")}"`;
}
function word(text) {
	const plain = text.replace(/[^\p{L}\p{N}_()[\]-]+/gu, "_");
	return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}

//#endregion
//#region src/schema/order-parts.ts
/** The parts in an order in which each finds what it needs; otherwise they stay as they are. */
function orderParts(parts) {
	const makers = /* @__PURE__ */ new Map();
	for (const part of parts) for (const mark of part.makes) {
		const others = makers.get(mark);
		if (others === void 0) makers.set(mark, [part]);
		else others.push(part);
	}
	const ordered = [];
	const seen = /* @__PURE__ */ new Set();
	for (const part of parts) visit(part, makers, seen, ordered);
	return ordered;
}
/** A stack of one's own: views may build on each other without end. */
function visit(first, makers, seen, ordered) {
	if (seen.has(first)) return;
	seen.add(first);
	const open = [{
		part: first,
		pending: needed(first, makers)
	}];
	while (open.length > 0) {
		const top = open.at(-1);
		const next = top.pending.pop();
		if (next === void 0) {
			ordered.push(top.part);
			open.pop();
		} else if (!seen.has(next)) {
			seen.add(next);
			open.push({
				part: next,
				pending: needed(next, makers)
			});
		}
	}
}
function needed(part, makers) {
	return part.needs.flatMap((mark) => makers.get(mark) ?? []).toReversed();
}

//#endregion
//#region src/schema/print-comments.ts
/** COMMENT ON for everything that is described. */
function printComments(catalog) {
	const { tables, indexes, sequences, views, enums, domains, types, functions, triggers, policies } = catalog;
	const { schemas, extensions, others } = catalog;
	return [
		...[...schemas.values()].flatMap((schema) => on(`schema ${quoteIdentifier(schema.name)}`, schema)),
		...[...extensions.values()].flatMap((each) => on(`extension ${quoteIdentifier(each.name)}`, each)),
		...[...enums.values(), ...types.values()].flatMap((type) => on(`type ${type.name}`, type)),
		...[...types.values()].flatMap((type) => type.kind === "composite" ? columns(type.name, type.attributes) : []),
		...[...domains.values()].flatMap((domain) => [...on(`domain ${domain.name}`, domain), ...parts("constraint", `domain ${domain.name}`, domain.checks)]),
		...[...functions].flatMap(([key, each]) => on(`${each.kind} ${key}`, each)),
		...[...sequences.values()].flatMap((sequence) => on(`sequence ${sequence.name}`, sequence)),
		...[...tables.values()].flatMap((table) => [
			...on(`${table.kind === "foreign" ? "foreign table" : "table"} ${table.name}`, table),
			...columns(table.name, table.columns),
			...parts("constraint", table.name, constraintsOf(table))
		]),
		...[...views.values()].flatMap((view) => [...on(`${view.materialized ? "materialized view" : "view"} ${view.name}`, view), ...columns(view.name, Object.entries(view.columnComments ?? {}).map(([name, comment]) => ({
			name,
			comment
		})))]),
		...[...others].flatMap(([key, each]) => each.kind === "event trigger" ? [] : on(key, each)),
		...[...indexes.values()].flatMap((index) => on(`index ${index.name}`, index)),
		...[...triggers.values()].flatMap((trigger) => parts("trigger", trigger.table, [trigger])),
		...[...policies.values()].flatMap((policy) => parts("policy", policy.table, [policy]))
	];
}
/** ALTER … DEPENDS ON EXTENSION for everything that goes with one. */
function printExtensionDependencies({ indexes, views, functions, triggers }) {
	const dependent = (object, { goesWith = [] }) => goesWith.map((extension) => `alter ${object} depends on extension ${quoteIdentifier(extension)}`);
	return [
		...[...functions].flatMap(([key, each]) => dependent(`${each.kind} ${key}`, each)),
		...[...views.values()].flatMap((view) => dependent(`materialized view ${view.name}`, view)),
		...[...indexes.values()].flatMap((index) => dependent(`index ${index.name}`, index)),
		...[...triggers.values()].flatMap((trigger) => dependent(`trigger ${quoteIdentifier(trigger.name)} on ${trigger.table}`, trigger))
	];
}
/** COMMENT ON for one object, if it is described. */
function on(object, { comment }) {
	return comment === void 0 ? [] : [`comment on ${object} is ${quoteLiteral(comment)}`];
}
function columns(relation, all) {
	return all.flatMap((each) => on(`column ${relation}.${quoteIdentifier(each.name)}`, each));
}
function parts(kind, of, all) {
	return all.flatMap((each) => on(`${kind} ${quoteIdentifier(each.name)} on ${of}`, each));
}

//#endregion
//#region src/schema/print-types.ts
/** Enums, domains, composite, range and base types. */
function printTypes(catalog) {
	const enums = [...catalog.enums.values()].map((each) => {
		const labels = each.labels.map(quoteLiteral).join(", ");
		return {
			makes: [relationMark(each.name)],
			needs: [],
			statements: [`create type ${each.name} as enum (${labels})`]
		};
	});
	const domains = [...catalog.domains.values()].map((each) => ({
		makes: [relationMark(each.name)],
		needs: [...typeMarks(each.type), ...marksIn(each)],
		statements: printDomain(each),
		...searchPathIn(each)
	}));
	return [
		...enums,
		...domains,
		...[...catalog.types.values()].flatMap(printOther)
	];
}
/** The mark of a base type that is there as a shell, from the mark of the whole type. */
function shellMark(typeMark) {
	return `shell of ${typeMark}`;
}
function printDomain(domain) {
	const named = domain.notNullName === void 0 ? "" : `constraint ${quoteIdentifier(domain.notNullName)} `;
	const check = (each) => `constraint ${quoteIdentifier(each.name)} check (${printed(each.expression.sql)})`;
	const words = [
		`create domain ${domain.name} as ${domain.type}`,
		domain.collation === void 0 ? "" : ` collate ${domain.collation}`,
		domain.default === void 0 ? "" : ` default ${printed(domain.default.sql)}`,
		domain.nullable ? "" : ` ${named}not null`,
		...domain.checks.filter((each) => each.validated).map((each) => ` ${check(each)}`)
	];
	const later = domain.checks.filter((each) => !each.validated);
	return [words.join(""), ...later.map((each) => `alter domain ${domain.name} add ${check(each)} not valid`)];
}
function printOther(type) {
	switch (type.kind) {
		case "composite": return [printComposite(type)];
		case "range": return [printRange(type)];
		case "base":
		case "shell": return printBase(type);
	}
}
function printComposite({ name, attributes }) {
	const list = attributes.map((each) => {
		const collation = each.collation === void 0 ? "" : ` collate ${each.collation}`;
		return `${quoteIdentifier(each.name)} ${each.type}${collation}`;
	});
	return {
		makes: [relationMark(name)],
		needs: attributes.flatMap((each) => typeMarks(each.type)),
		statements: [`create type ${name} as (${list.join(", ")})`]
	};
}
function printRange(type) {
	const parts = [
		["subtype", type.subtype],
		["subtype_opclass", type.operatorClass],
		["collation", type.collation],
		["canonical", type.canonical],
		["subtype_diff", type.subtypeDifference],
		["multirange_type_name", type.multirange]
	].flatMap(([name, value]) => value === void 0 ? [] : [`${name} = ${value}`]);
	return {
		makes: [relationMark(type.name), relationMark(type.multirange)],
		needs: [...typeMarks(type.subtype), ...[type.canonical, type.subtypeDifference].flatMap((each) => each === void 0 ? [] : [functionMark(each)])],
		statements: [`create type ${type.name} as range (${parts.join(", ")})`]
	};
}
/** A base type is a shell until the functions that read and write its values are there. */
function printBase({ name, kind, parts }) {
	const mark = relationMark(name);
	const shell = {
		needs: [],
		statements: [`create type ${name}`]
	};
	if (kind === "shell") return [{
		...shell,
		makes: [mark]
	}];
	const entries = Object.entries(parts ?? {});
	const list = entries.map(([part, value]) => `${part} = ${value}`).join(", ");
	return [{
		...shell,
		makes: [shellMark(mark)]
	}, {
		makes: [mark],
		needs: [shellMark(mark), ...entries.map(([, value]) => functionMark(value))],
		statements: [`create type ${name} (${list})`]
	}];
}

//#endregion
//#region src/schema/print-functions.ts
/** Functions and procedures. */
function printFunctions(catalog) {
	return [...catalog.functions.values()].map((each) => {
		const types = [...each.parameters.map(({ type }) => type), each.returns].flatMap(typeMarks);
		const own = functionMark(each.name);
		return {
			makes: [own],
			needs: [...types.map((mark) => isPartOf(catalog, each.name, mark) ? shellMark(mark) : mark), ...marksIn([each.parameters, each.body])].filter((mark) => mark !== own),
			statements: [printFunction(each)],
			...searchPathIn([each.parameters, each.body])
		};
	});
}
/** Whether a function is one that a base type is made of, so that it comes before the type is whole. */
function isPartOf(catalog, name, typeMark) {
	return [...catalog.types.values()].some((type) => type.kind === "base" && relationMark(type.name) === typeMark && Object.values(type.parts ?? {}).includes(name));
}
function printFunction(each) {
	const isProcedure = each.kind === "procedure";
	return `${[
		`create ${each.kind} ${each.name}(${printParameters(each.parameters)})`,
		isProcedure ? "" : ` returns ${each.returns}`,
		` language ${quoteIdentifier(each.language)}`,
		...isProcedure ? [] : printFacts(each),
		each.transforms === void 0 ? "" : ` transform ${each.transforms.map((type) => `for type ${type}`).join(", ")}`,
		each.securityDefiner ? " security definer" : "",
		...Object.entries(each.settings ?? {}).map(([name, value]) => ` set ${name} to ${printSetting(name, value)}`)
	].join("")}${printBody(each)}`;
}
function printFacts(each) {
	return [
		each.window === true ? " window" : "",
		each.volatility === "volatile" ? "" : ` ${each.volatility}`,
		each.strict ? " strict" : "",
		each.leakproof ? " leakproof" : "",
		each.parallel === "unsafe" ? "" : ` parallel ${each.parallel}`,
		each.cost === void 0 ? "" : ` cost ${each.cost}`,
		each.rows === void 0 ? "" : ` rows ${each.rows}`,
		each.support === void 0 ? "" : ` support ${each.support}`
	];
}
function printBody({ name, arguments: types, body }) {
	if ("parsed" in body && body.sql === void 0) return ` as $$$$ -- function ${functionKey({
		name,
		arguments: types
	})}: its body is not known`;
	if ("parsed" in body) return `\n${printed(body.sql)}`;
	if (body.symbol !== void 0) return ` as ${quoteLiteral(body.source)}, ${quoteLiteral(body.symbol)}`;
	return ` as ${quoteBody(body.source)}`;
}
/** The arguments in brackets; the columns of RETURNS TABLE are told with what is returned. */
function printParameters(parameters) {
	return parameters.filter(({ mode }) => mode !== "table").map(({ name, mode, type, default: value }) => [
		mode === "in" ? "" : `${mode} `,
		name === void 0 ? "" : `${quoteIdentifier(name)} `,
		type,
		value === void 0 ? "" : ` default ${printed(value.sql)}`
	].join("")).join(", ");
}

//#endregion
//#region src/schema/print-others.ts
/** What tables may rest on, as far as order is not told by what a text names: collations, servers, text search. */
function printOthersBefore(catalog) {
	return partsOf(catalog, (kind) => BEFORE.indexOf(kind));
}
/** What is made of functions and types: aggregates, casts, operators. */
function printOthersOfFunctions(catalog) {
	return partsOf(catalog, (kind) => OF_FUNCTIONS.indexOf(kind));
}
/** What is made for tables and views. */
function printOthersAfter(catalog) {
	return partsOf(catalog, (kind) => AFTER.indexOf(kind));
}
/** Event triggers, which would fire for what comes after them. */
function printEventTriggers(catalog) {
	return [...catalog.others].flatMap(([key, each]) => {
		if (each.kind !== "event trigger") return [];
		const owner = each.owner === void 0 ? [] : [`alter ${key} owner to ${quoteIdentifier(each.owner)}`];
		return [
			...statementsOf(each),
			...owner,
			...on(key, each)
		];
	});
}
/** In the order in which they are made. */
const BEFORE = [
	"collation",
	"text search parser",
	"text search template",
	"text search dictionary",
	"text search configuration",
	"foreign data wrapper",
	"server",
	"user mapping"
];
const OF_FUNCTIONS = [
	"language",
	"access method",
	"operator",
	"operator family",
	"operator class",
	"aggregate",
	"cast",
	"transform",
	"conversion"
];
const AFTER = [
	"rule",
	"statistics",
	"publication",
	"subscription"
];
function partsOf(catalog, orderOf) {
	return [...catalog.others.values()].filter(({ kind }) => orderOf(kind) >= 0).toSorted((a, b) => orderOf(a.kind) - orderOf(b.kind)).map((each) => ({
		makes: [
			`${otherKey(each)}`,
			...each.kind === "aggregate" ? [functionMark(each.name)] : [],
			...each.kind === "server" ? [relationMark(each.name)] : []
		],
		needs: [
			...marksIn(each),
			...[each.name, ...each.of ?? []].flatMap(typeMarks),
			...each.table === void 0 ? [] : [relationMark(each.table)],
			...(each.publication?.tables ?? []).map((table) => relationMark(table.name))
		],
		statements: isLeftFamily(catalog, each) ? [`create ${otherKey(each)}`] : statementsOf(each),
		...searchPathIn(each)
	}));
}
/** Whether an operator family came with an operator class that is no longer there. */
function isLeftFamily(catalog, { kind, name, of, statements }) {
	if (kind !== "operator family" || statements !== void 0) return false;
	return !catalog.others.has(otherKey({
		kind: "operator class",
		name,
		...of === void 0 ? {} : { of }
	}));
}
/** Whether a subscription is made without a connection to its publisher. */
function isQuiet({ statements: [first] = [] }) {
	return first !== void 0 && /\bconnect\s*=\s*'?(?:false|off|no|0)\b/i.test(printSql(first));
}
function statementsOf(object) {
	if (object.publication !== void 0) return [printPublication(object)];
	if (object.kind === "subscription" && !isQuiet(object)) return [`-- ${otherKey(object)}: to make it would connect to the publisher`];
	return (object.statements ?? []).map(printSql);
}
function printPublication({ name, publication }) {
	const { allTables, tables, schemas, options } = publication;
	const what = [...tables.length === 0 ? [] : [`table ${tables.map(printPublished).join(", ")}`], ...schemas.length === 0 ? [] : [`tables in schema ${identifiers(schemas)}`]];
	const objects = allTables ? " for all tables" : what.length === 0 ? "" : ` for ${what.join(", ")}`;
	const settings = Object.entries(options).map(([option, value]) => `${option} = ${quoteLiteral(value)}`);
	return `create publication ${name}${objects}${settings.length === 0 ? "" : ` with (${settings.join(", ")})`}`;
}
function printPublished({ name, columns, where }) {
	return `only ${name}${columns === void 0 ? "" : ` (${columns.map(quoteIdentifier).join(", ")})`}${where === void 0 ? "" : ` where (${printSql(where)})`}`;
}
/** The owners of all but event triggers. */
function ownersOfOthers(catalog) {
	return [...catalog.others].flatMap(([key, { kind, owner }]) => owner === void 0 || kind === "event trigger" || kind === "subscription" ? [] : [[key, owner]]);
}

//#endregion
//#region src/schema/print-privileges.ts
/** GRANT statements, mostly in the order in which the privileges were given. */
function printGrants(catalog, before) {
	const revoked = [...before.grants].filter(([key]) => !catalog.grants.has(key)).map(([, grant]) => printGrant(grant, "revoke"));
	const given = [...catalog.grants].filter(([key]) => !before.grants.has(key)).map(([, grant]) => grant).flatMap((grant) => giversOf(grant).map((giver) => ({
		grant,
		giver
	})));
	return [...revoked, ...inOrder(given).flatMap(({ grant, giver }) => printGiven(grant, giver))];
}
/** What the owner gives goes first, and what somebody passes on after it was given to that one. */
function inOrder(given) {
	const printed = given.filter(({ giver }) => giver.by === void 0);
	let left = given.filter(({ giver }) => giver.by !== void 0);
	while (left.length > 0) {
		const isFirst = ({ grant, giver }) => !left.some((other) => other.grant.on === grant.on && other.grant.grantee === giver.by);
		const next = left.filter(isFirst);
		const now = next.length > 0 ? next : left;
		printed.push(...now);
		left = left.filter((each) => !now.includes(each));
	}
	return printed;
}
/** What another one than the owner gave is given as that one. */
function printGiven(grant, { by, grantable }) {
	if (grant.withheld === true) return [printGrant(grant, "revoke")];
	const given = printGrant({
		...grant,
		grantable
	}, "grant");
	if (by === void 0) return [given];
	return [
		`set session authorization ${quoteIdentifier(by)}`,
		given,
		"reset session authorization"
	];
}
function printGrant(grant, verb) {
	const column = grant.column === void 0 ? "" : ` (${quoteIdentifier(grant.column)})`;
	const kind = grant.target === "table" ? "" : grant.target === "function" ? "routine " : `${grant.target} `;
	const option = verb === "grant" && grant.grantable ? " with grant option" : "";
	const preposition = verb === "grant" ? "to" : "from";
	const on = `${verb} ${grant.privilege.toLowerCase()}${column} on ${kind}`;
	const to = ` ${preposition} ${role(grant.grantee)}${option}`;
	return grant.target === "database" ? onOwnDatabase(on, to) : `${on}${grant.on}${to}`;
}
/** ALTER DEFAULT PRIVILEGES, which must come after everything that is made. */
function printDefaultPrivileges(catalog) {
	return [...catalog.defaultPrivileges.values()].map((entry) => {
		const whose = entry.role === void 0 ? "" : ` for role ${quoteIdentifier(entry.role)}`;
		const where = entry.schema === void 0 ? "" : ` in schema ${quoteIdentifier(entry.schema)}`;
		const option = entry.grantable ? " with grant option" : "";
		const how = entry.withheld === true ? ["revoke", "from"] : ["grant", "to"];
		return `alter default privileges${whose}${where} ${how[0]} ${entry.privilege.toLowerCase()} on ${entry.target}s ${how[1]} ${role(entry.grantee)}${option}`;
	});
}
function role(name) {
	return name === PUBLIC ? "public" : quoteIdentifier(name);
}

//#endregion
//#region src/schema/print-roles.ts
/** Roles with their memberships and settings. They belong to the server and may be there already. */
function printRoles(catalog, postgres) {
	const roles = [...catalog.roles.values()];
	const made = roles.map((role) => {
		return `do $do$ begin ${`create role ${quoteIdentifier(role.name)}${roleOptions(role)}`}; exception when duplicate_object then null; end $do$`;
	});
	const memberships = roles.flatMap((role) => role.memberOf.map((group) => `grant ${quoteIdentifier(group)} to ${quoteIdentifier(role.name)}${membershipOptions(role, group, postgres)}`));
	const settings = roles.flatMap((role) => Object.entries(role.settings ?? {}).map(([name, value]) => `alter role ${quoteIdentifier(role.name)} set ${settingName(name)} to ${printSetting(name, value)}`));
	return [
		...made,
		...memberships,
		...settings
	];
}
/** What is set for the database, whose name is another one everywhere. */
function printDatabaseSettings(catalog) {
	return [...catalog.databaseSettings.values()].flatMap(({ database, role, settings }) => {
		if (database !== void 0) return [];
		const whose = role === void 0 ? "alter database " : `alter role ${quoteIdentifier(role)} in database `;
		return Object.entries(settings).map(([name, value]) => onOwnDatabase(whose, ` set ${settingName(name)} to ${printSetting(name, value)}`));
	});
}
/** A setting of an extension's is named with its prefix. */
function settingName(name) {
	return name.split(".").map(quoteIdentifier).join(".");
}
function roleOptions(role) {
	return [
		role.login ? " login" : "",
		role.superuser ? " superuser" : "",
		role.createRole ? " createrole" : "",
		role.createDatabase ? " createdb" : "",
		role.replication ? " replication" : "",
		role.bypassRowSecurity ? " bypassrls" : "",
		role.inherit === false ? " noinherit" : "",
		role.connectionLimit === void 0 ? "" : ` connection limit ${role.connectionLimit}`,
		role.validUntil === void 0 ? "" : ` valid until ${quoteLiteral(role.validUntil)}`
	].join("");
}
/** Until PostgreSQL 15 whether privileges are inherited is the member's alone. */
function membershipOptions(role, group, postgres) {
	const { admin, inherit, set } = role.membershipOptions?.[group] ?? {};
	if (postgres < 16) return admin === true ? " with admin option" : "";
	const options = [
		admin === true ? "admin true" : "",
		inherit === role.inherit ? "" : `inherit ${inherit !== false}`,
		set === false ? "set false" : ""
	].filter((each) => each !== "");
	return options.length === 0 ? "" : ` with ${options.join(", ")}`;
}

//#endregion
//#region src/schema/print-rules-of-rows.ts
/** Triggers and row security policies. */
function printRulesOfRows(catalog) {
	const triggers = [...catalog.triggers.values()].map((trigger) => ({
		makes: [triggerMark(trigger.name)],
		needs: [
			relationMark(trigger.table),
			functionMark(trigger.function),
			...marksIn(trigger)
		],
		statements: printTrigger(trigger),
		...searchPathIn(trigger)
	}));
	const policies = [...catalog.policies.values()].map((policy) => ({
		makes: [],
		needs: [relationMark(policy.table), ...marksIn(policy)],
		statements: [printPolicy(policy)],
		...searchPathIn(policy)
	}));
	const copies = [...catalog.tables.values()].filter((table) => table.copiedTriggers !== void 0).map(printCopies);
	return [
		...triggers,
		...policies,
		...copies
	];
}
function printTrigger(trigger) {
	const name = quoteIdentifier(trigger.name);
	const events = trigger.events.map((event) => event === "update" && trigger.updateOf.length > 0 ? `update of ${identifiers(trigger.updateOf)}` : event);
	const rows = [...trigger.oldTable === void 0 ? [] : [`old table as ${quoteIdentifier(trigger.oldTable)}`], ...trigger.newTable === void 0 ? [] : [`new table as ${quoteIdentifier(trigger.newTable)}`]];
	const create = [
		`create ${trigger.constraint === void 0 ? "" : "constraint "}trigger ${name}`,
		` ${trigger.timing} ${events.join(" or ")} on ${trigger.table}`,
		trigger.references === void 0 ? "" : ` from ${trigger.references}`,
		trigger.constraint === void 0 ? "" : ` ${CHECKED[trigger.constraint]}`,
		rows.length === 0 ? "" : ` referencing ${rows.join(" ")}`,
		` for each ${trigger.forEach}`,
		trigger.when === void 0 ? "" : ` when (${printSql(trigger.when)})`,
		` execute function ${trigger.function}(${trigger.arguments.map(quoteLiteral).join(", ")})`
	];
	const how = trigger.fires === void 0 ? trigger.enabled ? void 0 : "disable" : `enable ${trigger.fires}`;
	return [create.join(""), ...how === void 0 ? [] : [`alter table ${trigger.table} ${how} trigger ${name}`]];
}
/** What is set of the copies that a partition has of triggers. */
function printCopies({ name, copiedTriggers = {} }) {
	const statements = Object.entries(copiedTriggers).map(([trigger, firing]) => `alter table only ${name} ${firing} trigger ${quoteIdentifier(trigger)}`);
	return {
		makes: [],
		needs: [relationMark(name), ...Object.keys(copiedTriggers).map(triggerMark)],
		statements
	};
}
/** Triggers of one name come before what is set of copies. */
function triggerMark(name) {
	return `trigger ${name}`;
}
/** When a constraint trigger fires, as CREATE TRIGGER says it. */
const CHECKED = {
	"not deferrable": "not deferrable",
	"initially immediate": "deferrable initially immediate",
	"initially deferred": "deferrable initially deferred"
};
function printRole(role) {
	return role === "public" || role === "PUBLIC" ? "public" : quoteIdentifier(role);
}
/** A policy; without roles it is for the one that runs the migrations. */
function printPolicy(policy) {
	return [
		`create policy ${quoteIdentifier(policy.name)} on ${policy.table}`,
		policy.permissive ? "" : " as restrictive",
		policy.command === "all" ? "" : ` for ${policy.command}`,
		` to ${policy.roles.length === 0 ? "current_user" : policy.roles.map(printRole).join(", ")}`,
		policy.using === void 0 ? "" : ` using (${printSql(policy.using)})`,
		policy.check === void 0 ? "" : ` with check (${printSql(policy.check)})`
	].join("");
}

//#endregion
//#region src/schema/print-views.ts
/** Views and materialized views. */
function printViews(catalog) {
	return [...catalog.views.values()].flatMap((view) => {
		const inCircle = printFirst(view);
		const whole = {
			makes: inCircle.length === 0 ? [relationMark(view.name)] : [],
			needs: [...marksIn([view.query, view.columnDefaults]), ...inCircle.length === 0 ? [] : [relationMark(view.name)]],
			statements: [
				printView(view, inCircle.length > 0),
				...printDefaults(view),
				...printSettings(view)
			],
			...searchPathIn(view)
		};
		return [...inCircle, whole];
	});
}
/** Of views that read each other one is made without what it reads, and then replaced, as pg_dump does it. */
function printFirst({ name, query, columnNames = [], columnTypes }) {
	if (columnTypes === void 0) return [];
	const statements = [`create view ${name} as\nselect ${columnTypes.map(({ type, collation }, at) => {
		return `null::${type}${collation === void 0 ? "" : ` collate ${collation}`} as ${quoteIdentifier(columnNames[at] ?? query?.outputs?.[at] ?? "")}`;
	}).join(", ")}`];
	return [{
		makes: [relationMark(name)],
		needs: columnTypes.flatMap(({ type }) => typeMarks(type)),
		statements
	}];
}
function printDefaults({ name, columnDefaults }) {
	return Object.entries(columnDefaults ?? {}).flatMap(([column, { sql }]) => sql === void 0 ? [] : [`alter view ${name} alter column ${quoteIdentifier(column)} set default ${printSql(sql)}`]);
}
function printSettings({ name, columnSettings }) {
	return Object.entries(columnSettings ?? {}).flatMap(([column, settings]) => printColumnSettings(`alter materialized view ${name} alter column ${quoteIdentifier(column)}`, settings));
}
function printView(view, replaces) {
	const kind = view.materialized ? "materialized view" : "view";
	if (view.query === void 0) return `-- ${kind} ${view.name}: its query is not known`;
	const query = printSql(view.query);
	const tail = view.populated === false ? "\nwith no data" : "";
	const check = view.checkOption === void 0 ? "" : `\nwith ${view.checkOption} check option`;
	return [
		`create ${replaces ? "or replace " : ""}${kind} ${view.name}`,
		view.columnNames === void 0 ? "" : ` (${identifiers(view.columnNames)})`,
		view.accessMethod === void 0 ? "" : ` using ${quoteIdentifier(view.accessMethod)}`,
		withOptions(view.options),
		view.tablespace === void 0 ? "" : ` tablespace ${quoteIdentifier(view.tablespace)}`,
		` as\n${query}${tail}${check}`
	].join("");
}

//#endregion
//#region src/schema/without-temporary.ts
/** The catalog without what ends with its session. */
function withoutTemporary(catalog) {
	const lasting = (map) => without(map, (_, name) => isTemporary(name));
	return {
		...catalog,
		tables: lasting(catalog.tables),
		indexes: lasting(catalog.indexes),
		sequences: lasting(catalog.sequences),
		enums: lasting(catalog.enums),
		domains: lasting(catalog.domains),
		types: lasting(catalog.types),
		views: lasting(catalog.views),
		functions: lasting(catalog.functions),
		triggers: without(catalog.triggers, (trigger) => isTemporary(trigger.table) || isTemporary(trigger.function)),
		policies: without(catalog.policies, (policy) => isTemporary(policy.table)),
		grants: without(catalog.grants, (grant) => isTemporary(grant.on))
	};
}

//#endregion
//#region src/schema/print-sql.ts
/** DDL that makes the schema of a catalog in an empty database. */
function printSchemaSql(whole, postgres) {
	const catalog = withoutTemporary(withoutMembers(whole));
	const before = emptyCatalog(postgres);
	const parts = orderParts([
		...printOthersBefore(catalog),
		...printTypes(catalog),
		...printSequences(catalog),
		...printFunctions(catalog),
		...printOthersOfFunctions(catalog),
		...printTables(catalog),
		...printViews(catalog),
		...printPartitions(catalog),
		...printPartitionedKeys(catalog),
		...printPartitionedExclusions(catalog),
		...printIndexes(catalog),
		...printIndexAttachments(catalog),
		...printSequenceOwners(catalog),
		...printForeignKeys(catalog),
		...printRulesOfRows(catalog),
		...printOthersAfter(catalog)
	]);
	const statements = [
		...printRoles(catalog, postgres),
		...printSchemas(catalog, before),
		...printExtensions(catalog, before),
		...withSearchPaths(parts),
		...printIndexStatistics(catalog),
		...printIndexUses(catalog),
		...printComments(catalog),
		...printExtensionDependencies(catalog),
		...printOwners(catalog),
		...printGrants(catalog, before),
		...printDefaultPrivileges(catalog),
		...printDatabaseSettings(catalog),
		...printEventTriggers(catalog)
	];
	return [...HEADER, ...statements.map(terminated)].join("\n");
}
/** Bodies are not checked, as pg_dump does it: they may name what follows. */
const HEADER = ["set check_function_bodies = false;", ""];
function terminated(statement) {
	if (statement.startsWith("--")) return `${statement}\n`;
	return `${statement}${/--[^\n]*$/.test(statement) ? "\n" : ""};\n`;
}
/** Names without a schema in a text are looked up where they were. */
function withSearchPaths(parts) {
	const statements = [];
	let current = "public";
	for (const part of parts) {
		const path = identifiers(part.searchPath ?? ["public"]);
		if (path !== current) statements.push(`set search_path = ${path === "" ? "''" : path}`);
		current = path;
		statements.push(...part.statements);
	}
	return current === "public" ? statements : [...statements, "reset search_path"];
}
function printSchemas(catalog, before) {
	const dropped = [...before.schemas.keys()].filter((name) => !catalog.schemas.has(name));
	const made = [...catalog.schemas.values()].filter((schema) => !before.schemas.has(schema.name));
	return [...dropped.map((name) => `drop schema ${quoteIdentifier(name)}`), ...made.map((schema) => `create schema ${quoteIdentifier(schema.name)}`)];
}
function printExtensions(catalog, before) {
	return [...catalog.extensions.values()].filter((extension) => !before.extensions.has(extension.name)).map(({ name, schema }) => {
		const where = schema === void 0 || schema === "public" ? "" : ` schema ${quoteIdentifier(schema)}`;
		return `create extension if not exists ${quoteIdentifier(name)}${where}`;
	});
}
function printOwners(catalog) {
	const ownerOf = (kind, name, owner) => owner === void 0 ? [] : [`alter ${kind} ${name} owner to ${quoteIdentifier(owner)}`];
	const owned = (kind, objects) => [...objects].flatMap(({ name, owner }) => ownerOf(kind, name, owner));
	return [
		...owned("table", tablesOf(catalog)),
		...owned("sequence", catalog.sequences.values()),
		...[...catalog.views.values()].flatMap((view) => ownerOf(view.materialized ? "materialized view" : "view", view.name, view.owner)),
		...owned("type", [...catalog.enums.values(), ...catalog.types.values()]),
		...owned("domain", catalog.domains.values()),
		...ownersOfOthers(catalog).map(([key, owner]) => `alter ${key} owner to ${quoteIdentifier(owner)}`),
		...[...catalog.functions].flatMap(([key, each]) => ownerOf(each.kind, key, each.owner)),
		...[...catalog.schemas.values()].flatMap((schema) => ownerOf("schema", quoteIdentifier(schema.name), schema.owner))
	];
}

//#endregion
//#region src/schema/print-dot.ts
/** The entity diagram in Graphviz's language: https://graphviz.org/doc/info/shapes.html#html for the tables in it. */
function printSchemaDot(catalog) {
	const { entities, relations } = entitiesOf(catalog);
	return `${[
		"digraph schema {",
		`  graph [rankdir=LR, nodesep=0.35, ranksep=1.1, pad=0.3, nslimit=2, nslimit1=2, bgcolor="${COLOURS.paper}"]`,
		`  node [shape=plain, fontname="Helvetica", fontsize=11, fontcolor="${COLOURS.ink}"]`,
		`  edge [dir=both, color="${COLOURS.line}", arrowsize=0.8]`,
		...entities.map((each) => `  ${printEntity(each)}`),
		...relations.map((each) => `  ${printRelation(each)}`),
		"}"
	].join("\n")}\n`;
}
const COLOURS = {
	paper: "#ffffff",
	ink: "#1f2328",
	faint: "#656d76",
	head: "#dbe9f9",
	border: "#9fb3c8",
	line: "#54697f"
};
function printEntity({ name, attributes }) {
	const title = entityTitle(name);
	const head = `<tr><td colspan="3" bgcolor="${COLOURS.head}"><b>${escaped(title)}</b></td></tr>`;
	const table = `<table border="0" cellborder="1" cellspacing="0" cellpadding="5" color="${COLOURS.border}" bgcolor="${COLOURS.paper}">`;
	return `${quoted(title)} [label=<${table}${head}${attributes.map(printAttribute).join("")}</table>>]`;
}
/** A row for each column; a relation ends on its left or on its right. */
function printAttribute({ name, type, keys, nullable }) {
	const shownKeys = keys.length === 0 ? " " : `<font point-size="9">${keys.join(" ")}</font>`;
	const shownType = `<font color="${COLOURS.faint}">${escaped(type)}${nullable ? " null" : ""}</font>`;
	return [
		`<tr><td sides="LTB" align="left" port="${escaped(name)}">${shownKeys}</td>`,
		`<td sides="TB" align="left">${escaped(name)}</td>`,
		`<td sides="RTB" align="left" port="${escaped(rightOf(name))}">${shownType}</td></tr>`
	].join("");
}
/** Crow's feet: two bars for one row, a ring for none, a foot for many. */
function printRelation({ from, columns, to, referencedColumns, isOptional, isUnique }) {
	const [column, referenced] = [columns[0], referencedColumns[0]];
	return `${`${quoted(entityTitle(to))}${referenced === void 0 ? "" : `:${quoted(rightOf(referenced))}`}`} -> ${`${quoted(entityTitle(from))}${column === void 0 ? "" : `:${quoted(column)}`}`} [arrowtail=${isOptional ? "teeodot" : "teetee"}, arrowhead=${isUnique ? "teeodot" : "crowodot"}]`;
}
function rightOf(column) {
	return `${column} `;
}
function escaped(text) {
	return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;");
}
/** Within quotes a backslash is one, but before a quote. */
function quoted(text) {
	return `"${printable(text).replaceAll("\\", "\\\\").replaceAll("\"", "\\\"")}"`;
}

//#endregion
//#region src/schema/render-svg.ts
/**
* The entity diagram as an SVG document, laid out by Graphviz compiled to WebAssembly: no browser and no program beside this one.
* Undefined where that package is not installed, as in a clone that nothing was installed in.
*/
async function renderSchemaSvg(catalog) {
	return (await loadGraphviz())?.layout(printSchemaDot(catalog), "svg", "dot");
}
async function loadGraphviz() {
	try {
		const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
		return await Graphviz.load();
	} catch (error) {
		if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
		return;
	}
}

//#endregion
//#region src/cli/schema-command.ts
/** The formats of a schema. */
const SCHEMA_FORMATS = [
	"sql",
	"json",
	"mermaid",
	"svg"
];
/** `schemalint schema` */
async function runSchema(paths, options) {
	const { config, database: _, ...judging } = await judgingFrom(paths, options);
	const postgres = options.postgres ?? config.postgres ?? DEFAULT_POSTGRES;
	if (options.format === "sql") dumpOf(options.base);
	const described = await describeSchema({
		...judging,
		...based(options),
		postgres,
		from: process.cwd()
	});
	const text = await print(described, options.format);
	for (const gap of gapsIn(described)) process.stderr.write(`${gap}\n`);
	if (options.output === void 0) await write(text);
	else save(options.output, text);
}
async function print(described, format) {
	const { catalog, postgres, notModelled, notParsed } = described;
	switch (format) {
		case "sql": return printSchemaSql(catalog, postgres);
		case "json": return printSchemaJson(catalog, {
			tool: {
				name: "schemalint",
				version
			},
			postgres,
			notModelled: [...notParsed.map(({ reason, span }) => ({
				statement: reason,
				span
			})), ...notModelled]
		});
		case "mermaid": return printSchemaMermaid(catalog);
		case "svg": return await renderSchemaSvg(catalog) ?? absent();
	}
}
function absent() {
	throw new UserError("--format svg needs the package @hpcc-js/wasm-graphviz, which is not installed here", "npm install --save-dev @hpcc-js/wasm-graphviz, or --format mermaid, which GitHub draws");
}
/** What the schema that is printed may lack. */
function gapsIn({ catalog, notModelled, notParsed }) {
	return [
		...[...catalog.tables.values()].filter((table) => table.known === "partly").map((table) => `partly known: ${table.name} is not created here, so there may be more to it`),
		...notParsed.map(({ reason, span }) => `not parsed: ${reason} at ${lineOf(span)}`),
		...notModelled.map(({ statement, span }) => `not modelled: ${statement} at ${lineOf(span)}`)
	];
}
function lineOf({ file, start }) {
	return `${file.path}:${positionAt(file, start).line}`;
}
function save(path, text) {
	try {
		writeFileSync(path, text);
	} catch (error) {
		throw new UserError(`cannot write ${path}`, error instanceof Error ? error.message : void 0);
	}
}

//#endregion
//#region src/database/contenders.ts
/** More would take the server's time from what is watched. */
const MOST_TABLES = 20;
/** Milliseconds between two looks at who waits: what is over sooner passes for an instant. */
const POLL = 2;
/**
* Sessions that read and write tables over and over, one for the reading and one for the
* writing of each, while another session works. That one has to wait is seen in the server's
* own list of who waits for whom, so that no slowness of a machine is taken for a wait.
*/
var Contenders = class Contenders {
	#connect;
	#monitor;
	#watched;
	#idle = [];
	#busy = [];
	#waits = [];
	#polling = Promise.resolve();
	#isOver = true;
	constructor(connect, monitor, watched) {
		this.#connect = connect;
		this.#monitor = monitor;
		this.#watched = watched;
	}
	/** Contenders for what a session will lock; `connect` opens others beside it. */
	static async beside(session, connect) {
		const watched = await pidOf(session);
		return new Contenders(connect, await connect(), watched);
	}
	/**
	* Begins to read and write the tables that are there for everybody, `first` ones before
	* others where there are too many. Gives those, and how many are left.
	*/
	async begin(first) {
		const all = (await this.#monitor.query(tablesQuery)).map(({ schema, name, kind }) => ({
			name: qualify(schema, name),
			isWritten: kind !== "m"
		}));
		const wanted = new Set(first);
		const ordered = [...all.filter(({ name }) => wanted.has(name)), ...all.filter(({ name }) => !wanted.has(name))];
		const busy = [];
		const tables = [];
		this.#isOver = false;
		for (const { name, isWritten } of ordered.slice(0, MOST_TABLES)) {
			const kinds = isWritten ? ["reads", "writes"] : ["reads"];
			const contenders = await this.#take(kinds.length);
			if (contenders === void 0) break;
			for (const [place, waiting] of kinds.entries()) contenders[place].begin(name, waiting);
			busy.push(...contenders);
			tables.push(name);
		}
		this.#busy = busy;
		this.#polling = this.#poll();
		this.#polling.catch(() => void 0);
		return {
			tables,
			left: all.length - tables.length
		};
	}
	/** The waits that began since the last call; their time is known once they are over. */
	async begun() {
		await this.#look();
		const waits = this.#waits;
		this.#waits = [];
		return waits;
	}
	/** Ends the reading and writing, which nobody may block any more. */
	async end() {
		this.#isOver = true;
		await this.#polling;
		await Promise.all(this.#busy.map((each) => each.end()));
		this.#idle.push(...this.#busy);
		this.#busy = [];
	}
	/** Whoever still waits, as a transaction was left open, waits no more. */
	async close() {
		this.#isOver = true;
		const pids = this.#busy.map(({ pid }) => pid);
		await this.#monitor.query("select pg_cancel_backend(pid) from unnest($1::int[]) pid", [pids]).catch(() => void 0);
		await this.end().catch(() => void 0);
		await Promise.all(this.#idle.map((each) => each.close()));
		await this.#monitor.close();
	}
	/** Sessions that are free; undefined where the server has no more of them. */
	async #take(count) {
		try {
			while (this.#idle.length < count) this.#idle.push(await Contender.on(await this.#connect()));
		} catch (error) {
			if (error instanceof ServerError && error.sqlstate === TOO_MANY_CONNECTIONS) return void 0;
			throw error;
		}
		return this.#idle.splice(0, count);
	}
	async #poll() {
		while (!this.#isOver) {
			await this.#look();
			await setTimeout(POLL);
		}
	}
	async #look() {
		const since = performance.now();
		const pids = this.#busy.map(({ pid }) => pid);
		const rows = await this.#monitor.query(waitingQuery, [pids, this.#watched]);
		for (const { pid } of rows) {
			const wait = this.#busy.find((each) => each.pid === pid)?.noteWait(since);
			if (wait !== void 0) this.#waits.push(wait);
		}
	}
};
/** One session that does one thing to one table, over and over. */
var Contender = class Contender {
	pid;
	#session;
	#running = Promise.resolve();
	#isOver = true;
	#current;
	constructor(session, pid) {
		this.#session = session;
		this.pid = pid;
	}
	static async on(session) {
		return new Contender(session, await pidOf(session));
	}
	begin(relation, waiting) {
		this.#isOver = false;
		this.#running = this.#loop(relation, waiting);
		this.#running.catch(() => void 0);
	}
	/** The wait that goes on, where it is not noted yet and went on at a moment. */
	noteWait(moment) {
		if (this.#current === void 0 || this.#current.isWaiting || this.#current.since > moment) return void 0;
		this.#current.isWaiting = true;
		return this.#current.wait;
	}
	async end() {
		this.#isOver = true;
		await this.#running;
	}
	async close() {
		await this.#session.close();
	}
	async #loop(relation, waiting) {
		while (!this.#isOver) {
			const current = {
				since: performance.now(),
				wait: {
					relation,
					waiting,
					milliseconds: 0
				},
				isWaiting: false
			};
			this.#current = current;
			try {
				await this.#session.run(STATEMENTS[waiting](relation));
			} catch (error) {
				if (!(error instanceof ServerError)) throw error;
				this.#isOver = true;
			}
			current.wait.milliseconds = Math.round(performance.now() - current.since);
			this.#current = void 0;
			if (!this.#isOver) await setTimeout(PAUSE);
		}
	}
};
/** Milliseconds between two statements of one session. */
const PAUSE = 4;
/**
* What is planned is locked, and its indexes are, as if it were run. A DELETE is only
* planned, so that no row, trigger or rule has anything to do with it.
*/
const STATEMENTS = {
	reads: (relation) => `select 1 from only ${relation} limit 1`,
	writes: (relation) => `explain delete from only ${relation}`
};
const TOO_MANY_CONNECTIONS = "53300";
async function pidOf(session) {
	const [row] = await session.query("select pg_backend_pid() as pid");
	return row.pid;
}
const tablesQuery = `
  select n.nspname as schema, c.relname as name, c.relkind as kind
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  order by c.oid`;
/** Also those that wait behind the session, while it waits itself. */
const waitingQuery = `
  select distinct pid from pg_catalog.pg_locks
  where not granted and pid = any ($1::int[]) and $2::int = any (pg_blocking_pids(pid))`;

//#endregion
//#region src/contention.ts
/** Reads and writes the tables beside a run, and tells which statement made somebody wait. */
var Contest = class Contest {
	#contenders;
	#tables = /* @__PURE__ */ new Set();
	#left = 0;
	#waits = [];
	/** The statement of the open transaction from which on a lock stands in the way. */
	#takers = /* @__PURE__ */ new Map();
	constructor(contenders) {
		this.#contenders = contenders;
	}
	/** Undefined where the server takes one connection alone. */
	static async beside(server) {
		if (server.connectAgain === void 0) return void 0;
		return new Contest(await Contenders.beside(server.session, server.connectAgain));
	}
	get found() {
		const sums = /* @__PURE__ */ new Map();
		for (const { statement, wait, isPredicted } of this.#waits) {
			const { relation, waiting } = wait;
			const key = `${statement.statement.span.file.path} ${statement.statement.span.start} ${waiting} ${relation}`;
			const milliseconds = (sums.get(key)?.milliseconds ?? 0) + wait.milliseconds;
			sums.set(key, {
				statement,
				relation,
				waiting,
				milliseconds,
				isPredicted
			});
		}
		return {
			tables: [...this.#tables],
			left: this.#left,
			waits: [...sums.values()]
		};
	}
	/** To be called while no transaction is open; the tables named first are the ones that matter. */
	async begin(first) {
		const { tables, left } = await this.#contenders.begin(first);
		for (const table of tables) this.#tables.add(table);
		this.#left = Math.max(this.#left, left);
	}
	/** To be called after each statement; one that was not observed ends or begins transactions. */
	async after(observed, before) {
		const own = observed === void 0 ? void 0 : {
			statement: observed,
			before
		};
		for (const wait of await this.#contenders.begun()) {
			const taker = this.#takers.get(keyOf$1(wait)) ?? own;
			if (taker === void 0) continue;
			this.#waits.push({
				statement: taker.statement,
				wait,
				isPredicted: isPredicted(taker, wait)
			});
		}
		for (const [relation, lock] of observed?.seen.held ?? []) for (const waiting of KINDS) {
			const key = keyOf$1({
				relation,
				waiting
			});
			if (own !== void 0 && blocks(lock, waiting) && !this.#takers.has(key)) this.#takers.set(key, own);
		}
	}
	/** To be called where a transaction has ended: its locks are gone. */
	forget() {
		this.#takers.clear();
	}
	async end() {
		this.forget();
		await this.#contenders.end();
	}
	async close() {
		await this.#contenders.close();
	}
};
/** The relations that statements are predicted to lock so that somebody may have to wait. */
function lockedBy(statements, catalog, major) {
	let before = catalog;
	const names = /* @__PURE__ */ new Set();
	for (const statement of statements) for (const action of statement.actions(before, major)) {
		for (const { relation, lock } of effects(action, before, major)) if (blocksWriters(lock)) names.add(before.indexes.get(relation)?.table ?? relation);
		before = fold(before, action, major);
	}
	return [...names];
}
/** What the waits that nobody predicted show, as the differences that they are. */
function withWaits(observed, contention) {
	return observed.map((statement) => {
		const differences = contention.waits.filter((wait) => wait.statement === statement && !wait.isPredicted && !statement.differences.some(({ relation }) => relation === wait.relation)).map(({ relation, waiting, milliseconds }) => ({
			relation,
			predicted: `no lock for which ${waiting} wait`,
			observed: `${waiting} that waited ${milliseconds} ms`
		}));
		return {
			...statement,
			differences: [...statement.differences, ...differences]
		};
	});
}
/** Planning locks the indexes of a table, too, so that theirs stand in the way as its own. */
function isPredicted({ statement: { predicted, seen }, before }, { relation, waiting }) {
	const held = seen.heldBefore.get(relation);
	if (held !== void 0 && blocks(held, waiting)) return true;
	return predicted.some((effect) => {
		if (before.indexes.get(effect.relation)?.table === relation) return effect.lock === "AccessExclusiveLock" || blocks(effect.lock, waiting);
		return effect.relation === relation && blocks(effect.lock, waiting);
	});
}
function blocks(lock, waiting) {
	return waiting === "reads" ? blocksReaders(lock) : blocksWriters(lock);
}
function keyOf$1({ relation, waiting }) {
	return `${waiting} ${relation}`;
}
const KINDS = ["reads", "writes"];

//#endregion
//#region src/database/plausible-values.ts
/**
* Texts that the input function of a type may take for a value, the likeliest first.
* `hints` are texts of constraints on the column: what they compare with is likely allowed.
* Nothing is promised: the server has to be asked about each.
*/
function plausibleValues(catalog, type, hints) {
	const labels = catalog.enums.get(type)?.labels;
	if (labels !== void 0) return labels;
	const domain = catalog.domains.get(type);
	if (domain !== void 0) return plausibleValues(catalog, domain.type, hints);
	if (type.endsWith("[]")) return ["{}", ...plausibleValues(catalog, type.slice(0, -2), hints).map((element) => `{"${element.replaceAll(/["\\]/g, "\\$&")}"}`)];
	const base = baseOf(type);
	const known = VALUES[base];
	const numbers = hints.flatMap(numbersIn);
	const hinted = [...hints.flatMap(stringsIn), ...isNumeric(base) ? numbers.flatMap(around) : []];
	const sized = known === TEXTS$1 ? numbers.flatMap(ofLength) : [];
	return [...new Set([
		...hinted,
		...base === "uuid" ? [randomUUID()] : known ?? ANYTHING,
		...sized
	])];
}
/** The type without schema, length and precision: `public.citext` and `character varying(10)` lose them. */
function baseOf(type) {
	const bare = withoutModifiers(type);
	return /\.(\w+)$/.exec(bare)?.[1] ?? bare;
}
function isNumeric(base) {
	return VALUES[base] === INTEGERS || VALUES[base] === NUMBERS;
}
/** The string constants in text that the server prints. */
function stringsIn(text) {
	return [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1].replaceAll("''", "'"));
}
function numbersIn(text) {
	return [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)].map((match) => Number(match[0]));
}
/** A comparison with a number is met by the number itself, or by a neighbour. */
function around(number) {
	return [
		number,
		number + 1,
		number - 1
	].map(String);
}
function ofLength(length) {
	if (!Number.isInteger(length) || length < 1 || length > 500) return [];
	return [
		"a",
		"A",
		"0"
	].map((character) => character.repeat(length));
}
const INTEGERS = [
	"1",
	"2",
	"0",
	"10",
	"100",
	"1000",
	"30000",
	"1000000",
	"2000000000",
	"-1"
];
const NUMBERS = [...INTEGERS, "0.5"];
const TEXTS$1 = [
	"a",
	"b",
	"A",
	"AAA",
	"aa",
	"1",
	"a1",
	"a-a",
	"a_a",
	"a@example.com",
	"https://example.com/",
	"/a",
	"+12025550123",
	"example.com",
	"#aabbcc",
	"en",
	"en-US",
	"a".repeat(64),
	""
];
const MOMENTS$1 = [
	"now",
	"2001-01-01",
	"tomorrow",
	"yesterday",
	"2999-01-01"
];
/** For types of extensions and composite types, of which nothing is known. */
const ANYTHING = [
	"a",
	"1",
	"0",
	"",
	"{}",
	"[1]",
	"(1,1)",
	"()",
	"(,)",
	"(,,)",
	"(,,,)",
	...[
		"[1,2)",
		"[2001-01-01,2002-01-01)",
		"(,)",
		"empty"
	]
];
const VALUES = {
	smallint: INTEGERS,
	integer: INTEGERS,
	bigint: INTEGERS,
	numeric: NUMBERS,
	real: NUMBERS,
	"double precision": NUMBERS,
	money: NUMBERS,
	text: TEXTS$1,
	"character varying": TEXTS$1,
	character: TEXTS$1,
	citext: TEXTS$1,
	name: TEXTS$1,
	boolean: ["true", "false"],
	uuid: [],
	date: MOMENTS$1,
	"timestamp without time zone": MOMENTS$1,
	"timestamp with time zone": MOMENTS$1,
	"time without time zone": ["12:00", "13:00"],
	"time with time zone": ["12:00+00", "13:00+00"],
	interval: [
		"1 day",
		"1 hour",
		"0"
	],
	json: [
		"{}",
		"{\"a\": 1}",
		"[]",
		"\"a\"",
		"1"
	],
	jsonb: [
		"{}",
		"{\"a\": 1}",
		"[]",
		"\"a\"",
		"1"
	],
	xml: ["<a/>", "<b/>"],
	bytea: [
		"\\x00",
		"\\x01",
		`\\x${"00".repeat(16)}`,
		`\\x${"00".repeat(32)}`
	],
	inet: ["192.0.2.1", "192.0.2.2"],
	cidr: ["192.0.2.0/24", "198.51.100.0/24"],
	macaddr: ["00:00:5e:00:53:01", "00:00:5e:00:53:02"],
	bit: ["0", "1"],
	"bit varying": ["0", "1"],
	tsvector: ["a", "b"],
	ltree: ["a", "b"],
	hstore: ["", "a=>1"]
};

//#endregion
//#region src/database/plausible-column.ts
/** Reads what the constraints on a table compare its columns with, and asks the server which values it takes. */
async function columnValues(session, catalog, table) {
	await session.run(acceptFunction);
	const hints = await session.query(hintQuery, [table]);
	const found = /* @__PURE__ */ new Map();
	return async (column) => {
		const known = found.get(column.name);
		if (known !== void 0) return known;
		const texts = plausibleValues(catalog, column.type, hints.filter((hint) => hint.column === column.name).map((hint) => hint.text));
		const values = (await session.query(acceptQuery, [column.type, texts])).map((row) => row.value);
		found.set(column.name, values);
		return values;
	};
}
/** Checks of the table and of its columns' domains, and the bounds of partitions. */
const hintQuery = `
  select a.attname as column, pg_get_constraintdef(k.oid) as text
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
  where k.conrelid = $1::regclass and k.contype = 'c'
  union all
  select a.attname, pg_get_constraintdef(k.oid)
  from pg_attribute a join pg_constraint k on k.contypid = a.atttypid
  where a.attrelid = $1::regclass and k.contype = 'c'
  union all
  select a.attname, coalesce(pg_get_expr(c.relpartbound, c.oid), '')
  from pg_partition_tree($1::regclass) as part
    join pg_partitioned_table p on p.partrelid = part.relid
    join pg_attribute a on a.attrelid = p.partrelid and a.attnum = any (p.partattrs)
    join pg_inherits i on i.inhparent = p.partrelid
    join pg_class c on c.oid = i.inhrelid
  union all
  select a.attname, pg_get_partition_constraintdef(a.attrelid)
  from pg_attribute a
  where a.attrelid = $1::regclass and a.attnum > 0 and pg_get_partition_constraintdef(a.attrelid) is not null`;
/** In a schema of its own session, under a name that no migration has. */
const acceptFunction = `
  create or replace function pg_temp.schemalint_accepts(literal text) returns boolean language plpgsql as $$
  begin
    execute 'select ' || literal;
    return true;
  exception when others then
    return false;
  end
  $$`;
const acceptQuery = `
  select literal as value
  from unnest($2::text[]) with ordinality as candidate (value, position),
    lateral (select quote_literal(value) || '::' || $1::text as literal) as written
  where pg_temp.schemalint_accepts(literal)
  order by position`;

//#endregion
//#region src/database/plausible-row.ts
const mostAttempts$1 = 500;
/** Why no row can be made, in one line. */
var NoRowError = class extends Error {};
/**
* Finds a row of a table, or inserts one with values that its types and constraints allow,
* and first the rows that it references. Throws NoRowError. `waiting` are the tables for
* whose rows this one is made.
*/
async function ensureRow(session, catalog, name, waiting = []) {
	const [existing] = await session.query(`select ${PLACE} from ${name} limit 1`);
	if (existing !== void 0) return existing;
	const table = catalog.tables.get(name);
	if (table === void 0) throw new NoRowError(`${name} is not known`);
	if (waiting.includes(name)) throw new NoRowError(`a row of ${name} needs another one first`);
	const row = await startRow$1(session, catalog, table, [...waiting, name]);
	for (let attempt = 1;; attempt++) try {
		return await insert(session, table, row);
	} catch (error) {
		if (!(error instanceof ServerError)) throw error;
		if (attempt === mostAttempts$1 || !await advance(row, suspects(table, error))) throw new NoRowError(`no row of ${name} can be made: ${error.message}`);
	}
}
/** The value that a foreign key's column takes from a row of the referenced table, as SQL. */
async function referencedValue(session, catalog, key, column, waiting) {
	const { partition, place } = await ensureRow(session, catalog, key.references, waiting);
	const referenced = quoteIdentifier(key.referencedColumns[key.columns.indexOf(column.name)]);
	const [row] = await session.query(`select quote_literal(${referenced}::text) || '::' || $1::text as value
     from ${key.references} where ctid = '${place}' and tableoid = ${partition}`, [column.type]);
	if (row === void 0 || row.value === null) throw new NoRowError(`${key.references} holds no value to reference`);
	return row.value;
}
/** The foreign key from which a column takes its value: the widest, which decides for the others. */
function foreignKeyOf(table, column) {
	return table.foreignKeys.filter((key) => key.columns.includes(column)).toSorted((a, b) => b.columns.length - a.columns.length)[0];
}
async function startRow$1(session, catalog, table, waiting) {
	const values = await columnValues(session, catalog, table.name);
	const found = /* @__PURE__ */ new Map();
	const search = async (column) => {
		if (column.generated !== void 0 || column.identity === "always") return [void 0];
		const key = foreignKeyOf(table, column.name);
		const written = async () => key === void 0 ? await values(column) : [await referencedValue(session, catalog, key, column, waiting)];
		return isRequired(catalog, column) ? written() : [void 0, ...await written().catch(noneForNoRow)];
	};
	const row = {
		choices: /* @__PURE__ */ new Map(),
		candidates: async (name) => {
			const column = table.columns.find((each) => each.name === name);
			const result = found.get(name) ?? (column === void 0 ? [] : await search(column));
			found.set(name, result);
			return result;
		}
	};
	for (const column of table.columns) {
		if (!isRequired(catalog, column)) continue;
		if ((await row.candidates(column.name)).length === 0) throw new NoRowError(`no value for ${table.name}.${quoteIdentifier(column.name)} of type ${column.type} is known`);
		row.choices.set(column.name, 0);
	}
	return row;
}
function noneForNoRow(error) {
	if (error instanceof NoRowError) return [];
	throw error;
}
function isRequired(catalog, column) {
	if (column.default !== void 0 || column.identity !== void 0 || column.generated !== void 0) return false;
	return !column.nullable || catalog.domains.get(column.type)?.nullable === false;
}
async function insert(session, table, row) {
	const columns = [];
	const values = [];
	for (const [column, choice] of row.choices) {
		const value = (await row.candidates(column))[choice];
		if (value === void 0) continue;
		columns.push(quoteIdentifier(column));
		values.push(value);
	}
	const what = columns.length === 0 ? "default values" : `(${columns.join(", ")}) values (${values.join(", ")})`;
	const rows = await withSavepoint(session, () => session.query(`insert into ${table.name} ${what} returning ${PLACE}`));
	if (rows[0] === void 0) throw new NoRowError(`a trigger or rule keeps rows out of ${table.name}`);
	return rows[0];
}
/** The columns whose values a violated check, or the lack of a partition, speaks of. */
function suspects(table, error) {
	if (error.sqlstate !== checkViolation) return [];
	const check = table.checks.find((each) => each.name === error.constraint);
	if (check !== void 0) return check.expression.columns;
	return table.partitionKey?.columns.filter((column) => column !== void 0) ?? table.columns.map(({ name }) => name);
}
/** Moves on to the next combination of the columns' candidates. False after the last one. */
async function advance(row, columns) {
	for (const column of columns) {
		const next = (row.choices.get(column) ?? 0) + 1;
		if (next < (await row.candidates(column)).length) {
			row.choices.set(column, next);
			return true;
		}
		row.choices.set(column, 0);
	}
	return false;
}
/** Beside ctid, which is unique within a partition only. */
const PLACE = "tableoid::text as partition, ctid::text as place";
const checkViolation = "23514";

//#endregion
//#region src/database/varied-values.ts
/**
* SQL expressions that give a type's values, the most telling first: texts as long as they
* may be, numbers beyond the next smaller type. Each gives another value for another number,
* itself an SQL expression, as far as the type has so many. Empty where nothing is known of
* the type.
*/
function variedValues(catalog, type, number) {
	const labels = catalog.enums.get(type)?.labels;
	if (labels !== void 0 && labels.length > 0) return [rotate(labels, type, number)];
	const domain = catalog.domains.get(type);
	if (domain !== void 0) return variedValues(catalog, domain.type, number).map((each) => `(${each})::${type}`);
	if (type.endsWith("[]")) return variedValues(catalog, type.slice(0, -2), number).map((element) => `array[${element}]::${type}`);
	return expressionsOf(type).map((each) => each.replaceAll(/\bk\b/g, number));
}
/** The expressions of a type that PostgreSQL brings along, over a number `k`. */
function expressionsOf(type) {
	const [, base = type, sizes = "", rest = ""] = /^(.*?)(?:\(([\d,-]+)\))?( with(?:out)? time zone)?$/.exec(type) ?? [];
	const [size, scale = 0] = sizes.split(",").filter((each) => each !== "").map(Number);
	const bare = (/\.(\w+)$/.exec(base)?.[1] ?? base) + rest;
	if (TEXTS.has(bare)) return textsOf(size ?? Number.POSITIVE_INFINITY, type);
	if (bare === "numeric") return [`(k % 1e${Math.min(15, Math.max(0, (size ?? 15) - scale))}::numeric)::${type}`];
	return (EXPRESSIONS[bare] ?? []).map((each) => `(${each})::${type}`);
}
/** One of several texts after another. */
function rotate(texts, type, number) {
	return `((array[${texts.map((each) => `'${each.replaceAll("'", "''")}'`).join(", ")}])[1 + ${number} % ${texts.length}])::${type}`;
}
const TEXTS = new Set([
	"text",
	"character varying",
	"character",
	"citext",
	"name",
	"bpchar"
]);
/** Texts of many shapes, because a CHECK may ask for one: a name, a slug, an address, a telephone number. */
function textsOf(size, type) {
	const fitting = (text) => `(${Number.isFinite(size) ? `right(${text}, ${size})` : text})::${type}`;
	return [
		`case when k % 5 = 0 then lpad(k::text, ${Math.min(size, 200)}, 'long text ') else 'value ' || k end`,
		...[
			"'a' || k",
			"'a-' || k",
			"'A' || k",
			"'a' || k || '@example.com'",
			"'https://example.com/' || k"
		],
		"'/' || k",
		"'+1' || lpad(k::text, 10, '0')",
		"lpad(k::text, 3, '0')",
		"k::text"
	].map(fitting);
}
const MOMENTS = ["now() - k * interval '1 hour'", "now() + k * interval '1 hour'"];
const EXPRESSIONS = {
	smallint: ["k % 30000"],
	integer: ["case when k % 5 = 0 then 100000 + k else k end", "k"],
	bigint: ["case when k % 5 = 0 then 3000000000 + k else k end", "k"],
	real: ["k + 0.5", "k"],
	"double precision": ["k + 0.5", "k"],
	money: ["k::numeric"],
	boolean: ["k % 2 = 0"],
	uuid: ["md5(k::text)"],
	date: ["current_date - k::integer", "current_date + k::integer"],
	timestamp: MOMENTS,
	"timestamp without time zone": MOMENTS,
	"timestamp with time zone": MOMENTS,
	"time without time zone": ["time '00:00' + k * interval '1 second'"],
	"time with time zone": ["time '00:00' + k * interval '1 second'"],
	interval: ["k * interval '1 minute'"],
	json: ["jsonb_build_object('n', k)::text", "jsonb_build_array(k)::text"],
	jsonb: ["jsonb_build_object('n', k)", "jsonb_build_array(k)"],
	bytea: ["decode(md5(k::text), 'hex')"],
	inet: ["'10.0.0.0'::inet + k"],
	cidr: ["set_masklen('10.0.0.0'::inet + k, 32)"],
	int4range: ["int4range(k::integer, k::integer + 1)"],
	int8range: ["int8range(k, k + 1)"],
	numrange: ["numrange(k, k + 1)"],
	daterange: ["daterange(current_date + k::integer, current_date + k::integer + 1)"],
	tsrange: ["tsrange(localtimestamp + k * interval '1 hour', localtimestamp + (k + 1) * interval '1 hour')"],
	tstzrange: ["tstzrange(now() + k * interval '1 hour', now() + (k + 1) * interval '1 hour')"],
	tsvector: ["to_tsvector('simple', 'word' || k)"]
};

//#endregion
//#region src/database/plausible-rows.ts
const mostAttempts = 300;
/**
* Inserts many rows at once, each column an expression over the row's number, and tries
* others until the table's constraints allow them. Columns that no key holds repeat their
* values, and those that may be null sometimes are, as in real tables: a constraint that is
* added later meets such rows. Throws NoRowError with the server's last word.
*/
async function insertRows(session, catalog, table, numbers) {
	const keys = await referencedKeys(session, table);
	const row = await startRow(session, catalog, table, keys);
	for (let attempt = 1;; attempt++) {
		const insert = await insertStatement(table, row, keys, numbers);
		try {
			await withSavepoint(session, async () => {
				await session.run(insert);
				await session.run("set constraints all immediate");
			});
			return;
		} catch (error) {
			if (!(error instanceof ServerError)) throw error;
			if (!(attempt < mostAttempts && await advance(row, blamed(table, catalog, error)))) throw new NoRowError(error.message);
		}
	}
}
async function referencedKeys(session, table) {
	const keys = [];
	for (const [position, key] of table.foreignKeys.entries()) {
		const [row] = await session.query(`select count(*)::int as count from (select from ${key.references} limit 1000) as present`);
		keys.push({
			key,
			alias: `key${position}`,
			count: row.count
		});
	}
	return keys;
}
async function startRow(session, catalog, table, keys) {
	const constants = await columnValues(session, catalog, table.name);
	const found = /* @__PURE__ */ new Map();
	const row = {
		choices: /* @__PURE__ */ new Map(),
		candidates: async (name) => {
			const column = table.columns.find((each) => each.name === name);
			const known = found.get(name) ?? (column === void 0 ? [] : await candidatesFor$1(catalog, table, column, keys, constants));
			found.set(name, known);
			return known;
		}
	};
	for (const column of table.columns) {
		if (column.generated !== void 0 || column.identity === "always") continue;
		if ((await row.candidates(column.name)).length > 0) row.choices.set(column.name, 0);
		else if (isRequired(catalog, column)) {
			const key = foreignKeyOf(table, column.name);
			const why = key === void 0 ? `no value of type ${column.type} is known` : `${key.references} has no row`;
			throw new NoRowError(`column ${quoteIdentifier(column.name)} needs a value: ${why}`);
		}
	}
	return row;
}
async function candidatesFor$1(catalog, table, column, keys, constants) {
	const isKeyed = isInKey(catalog, table, column.name);
	const number = isKeyed ? "i" : "((i + 1) / 2)";
	const byDefault = column.default !== void 0 || column.identity !== void 0 ? [void 0] : [];
	const none = isRequired(catalog, column) ? [] : [void 0];
	const key = foreignKeyOf(table, column.name);
	if (key !== void 0) {
		const referenced = keys.find((each) => each.key === key);
		if (referenced === void 0 || referenced.count === 0 || key.references === table.name) return none;
		const own = `${referenced.alias}.${quoteIdentifier(column.name)}`;
		return [
			...byDefault,
			own,
			...none
		];
	}
	const varied = variedValues(catalog, column.type, number);
	const [richest] = varied;
	const sparse = richest !== void 0 && none.length > 0 && byDefault.length === 0 && !isKeyed ? [`case when i % 7 <> 3 then ${richest} end`] : [];
	return [
		...byDefault,
		...sparse,
		...varied,
		...await constants(column),
		...none
	];
}
/** Whether no two rows may share a value, alone or with other columns. */
function isInKey(catalog, table, column) {
	const exclusions = new Set(table.exclusions.map(({ name }) => name));
	return indexesOf(catalog, table.name).some(([name, index]) => (index.unique || exclusions.has(partsOf$1(name).name)) && columnsOf(index).includes(column));
}
function columnsOf(index) {
	return index.keys.flatMap((each) => "column" in each ? [each.column] : each.expression.columns);
}
async function insertStatement(table, row, keys, { from, to }) {
	const columns = [];
	const values = [];
	for (const [column, choice] of row.choices) {
		const value = (await row.candidates(column))[choice];
		if (value === void 0) continue;
		columns.push(quoteIdentifier(column));
		values.push(value);
	}
	const rows = `generate_series(${from}::bigint, ${to}::bigint) as i`;
	if (columns.length === 0) return `insert into ${table.name} select from ${rows}`;
	const joins = keys.filter(({ count }) => count > 0).map(joinOf);
	return `insert into ${table.name} (${columns.join(", ")}) select ${values.join(", ")} from ${[rows, ...joins].join(" ")}`;
}
function joinOf({ key, alias, count }) {
	const columns = key.columns.map((column, index) => `${quoteIdentifier(key.referencedColumns[index])} as ${quoteIdentifier(column)}`);
	const filled = key.referencedColumns.map((each) => `${quoteIdentifier(each)} is not null`).join(" and ");
	return `left join (
    select row_number() over () - 1 as number, ${columns.join(", ")} from ${key.references} where ${filled} limit ${count}
  ) as ${alias} on ${alias}.number = (i - 1) % ${count}`;
}
/** The columns whose values an error speaks of: those of a violated constraint or index, else all. */
function blamed(table, catalog, error) {
	const { sqlstate, constraint } = error;
	if (sqlstate === uniqueViolation || sqlstate === exclusionViolation) {
		const found = indexesOf(catalog, table.name).find(([name]) => partsOf$1(name).name === constraint);
		return found === void 0 ? [] : columnsOf(found[1]);
	}
	if (sqlstate === notNullViolation) return table.columns.filter((column) => isRequired(catalog, column)).map(({ name }) => name);
	const ofDomain = table.columns.filter(({ type }) => domainHolds(catalog, type, constraint)).map(({ name }) => name);
	if (ofDomain.length > 0) return ofDomain;
	return sqlstate.startsWith("22") ? table.columns.map(({ name }) => name) : suspects(table, error);
}
function domainHolds(catalog, type, constraint) {
	const domain = catalog.domains.get(type.replace(/\[\]$/, ""));
	if (domain === void 0) return false;
	return domain.checks.some(({ name }) => name === constraint) || domainHolds(catalog, domain.type, constraint);
}
const uniqueViolation = "23505";
const exclusionViolation = "23P01";
const notNullViolation = "23502";

//#endregion
//#region src/database/fill-tables.ts
/**
* Puts rows into every table until it holds a number of them, referenced tables first. The
* session must be in a transaction. A partition gets rows by way of its parent; foreign and
* temporary tables get none.
*/
async function fillTables(session, catalog, rows) {
	const tables = [];
	const unfilled = [];
	for (const table of referencedFirst(catalog)) {
		if (table.kind === "foreign" || table.persistence === "temporary" || table.partitionOf !== void 0) continue;
		try {
			const held = await countRows(session, table.name, rows);
			if (held < rows) await insertRows(session, catalog, table, {
				from: held + 1,
				to: rows
			});
			tables.push(table.name);
		} catch (error) {
			if (!(error instanceof NoRowError)) throw error;
			unfilled.push({
				table: table.name,
				reason: error.message
			});
		}
	}
	return {
		tables,
		unfilled
	};
}
async function countRows(session, table, most) {
	const [row] = await session.query(`select count(*)::int as count from (select from ${table} limit ${most}) as present`);
	return row.count;
}
/** Tables after those that they reference; where they reference each other in a circle, in any order. */
function referencedFirst(catalog) {
	const ordered = /* @__PURE__ */ new Map();
	const visit = (table, waiting) => {
		if (ordered.has(table.name) || waiting.has(table.name)) return;
		const further = new Set([...waiting, table.name]);
		for (const { references } of table.foreignKeys) {
			const other = catalog.tables.get(references);
			if (other !== void 0) visit(other, further);
		}
		ordered.set(table.name, table);
	};
	for (const table of catalog.tables.values()) visit(table, /* @__PURE__ */ new Set());
	return [...ordered.values()];
}

//#endregion
//#region src/table-filler.ts
/** Puts rows into the tables that a server holds before each migration. */
var TableFiller = class {
	#server;
	#tables = /* @__PURE__ */ new Set();
	#unfilled = /* @__PURE__ */ new Map();
	constructor(server) {
		this.#server = server;
	}
	get filled() {
		return {
			tables: [...this.#tables],
			unfilled: [...this.#unfilled.values()]
		};
	}
	/** Fills each table up; `isInside` says that a transaction is open. Of a table that stays empty the first reason is kept. */
	async before({ version }, rows, isInside) {
		const { session, rolesBefore } = this.#server;
		const catalog = await introspect(session, textReaders, { ignoredRoles: rolesBefore });
		if (!isInside) await session.run("begin");
		const { tables, unfilled } = await fillTables(session, catalog, rows);
		if (!isInside) await session.run("commit");
		for (const table of tables) this.#tables.add(table);
		for (const { table, reason } of unfilled) if (!this.#unfilled.has(table)) this.#unfilled.set(table, {
			table,
			version,
			reason
		});
	}
};

//#endregion
//#region src/apply.ts
/**
* Runs migrations one statement at a time, each message holding the very bytes of the file,
* in the transactions that their runner would use. The first statement that the server
* refuses ends the run, as it would end the runner's.
*/
async function applyMigrations(server, migrations, options) {
	const observer = await server.connectAgain?.();
	const contest = options.contend === true ? await Contest.beside(server) : void 0;
	const run = new Run(server, {
		observes: true,
		observer,
		contest
	});
	const isWholeRun = migrations[0]?.transaction === "whole-run";
	const fill = new TableFiller(server);
	const contend = async (each) => {
		await contest?.begin(lockedBy(each.flatMap(({ statements }) => statements), run.catalog, server.major));
	};
	try {
		if (isWholeRun) await contend(migrations);
		if (isWholeRun) await run.begin();
		for (const [position, migration] of migrations.entries()) {
			options.signal?.throwIfAborted();
			if (options.rows !== void 0) await fill.before(migration, options.rows, isWholeRun);
			options.onProgress(`applying ${migration.version} (${position + 1} of ${migrations.length})`);
			if (!isWholeRun) await contend([migration]);
			const isTaken = await run.migration(migration);
			if (!isWholeRun) await contest?.end();
			if (!isTaken) break;
			if (!isWholeRun) await resetSession(server.session);
		}
		const last = migrations.flatMap((each) => each.statements).at(-1);
		if (isWholeRun && run.applied.refused.length === 0 && last !== void 0) await run.commit(last);
		if (isWholeRun && (run.applied.refused.length > 0 || last === void 0)) await server.session.run("rollback");
		if (isWholeRun) await contest?.end();
		await resetSession(server.session);
	} finally {
		await contest?.close();
		await observer?.close();
	}
	return outcomeOf(run, isWholeRun, {
		...options.rows === void 0 ? {} : { rows: fill.filled },
		...contest === void 0 ? {} : { contention: contest.found }
	});
}
function outcomeOf(run, isWholeRun, beside) {
	const { applied } = run;
	const isUndone = isWholeRun && applied.refused.length > 0;
	const observed = beside.contention === void 0 ? applied.observed : withWaits(applied.observed, beside.contention);
	return {
		...applied,
		observed,
		...beside,
		...isUndone ? { counts: {
			migrations: 0,
			statements: 0
		} } : {}
	};
}

//#endregion
//#region src/catalog/diff.ts
/**
* Every fact on which two catalogs differ, but for places of origin, the session, temporary
* tables and what is absent from a table that is only partly known. `ignoredRoles` are
* those of the server rather than of the migrations; `owner` is the role that ran them: that
* an object is its own, and its privileges there, a server does not tell apart.
*/
function diff(expected, other, ignoredRoles = /* @__PURE__ */ new Set(), owner) {
	const isOther = (role) => ignoredRoles.has(role);
	const own = withoutMembers(expected);
	const first = owner === void 0 ? own : withoutOwner(own, owner);
	const second = withoutMembers(other);
	return [
		...diffMaps("schema", first.schemas, second.schemas),
		...diffTables(first.tables, second.tables),
		...diffMaps("index", first.indexes, second.indexes, (index) => isPartly(first, index.table)),
		...diffMaps("sequence", first.sequences, second.sequences),
		...diffMaps("enum", first.enums, second.enums),
		...diffMaps("domain", first.domains, second.domains),
		...diffMaps("type", first.types, second.types),
		...diffMaps("view", first.views, second.views),
		...diffMaps("function", first.functions, second.functions),
		...diffMaps("trigger", first.triggers, second.triggers, (trigger) => isPartly(first, trigger.table)),
		...diffMaps("policy", first.policies, second.policies),
		...diffMaps("", first.others, second.others, ({ kind }) => kind === "subscription"),
		...diffMaps("extension", withOwnComments(first.extensions, second.extensions), second.extensions),
		...diffMaps("role", first.roles, second.roles, (role) => isOther(role.name)),
		...diffMaps("grant", withoutOwners(first.grants, second.grants, owner), second.grants),
		...diffMaps("default privilege", first.defaultPrivileges, second.defaultPrivileges),
		...diffMaps("settings of", first.databaseSettings, second.databaseSettings, (each) => each.database !== void 0)
	];
}
/** What one role owns has no owner of its own, as where nothing says who owns it. */
function withoutOwner(catalog, owner) {
	const without = (map) => mapValues(map, (each) => "owner" in each && each.owner === owner ? omit(each, "owner") : each);
	return {
		...catalog,
		schemas: without(catalog.schemas),
		tables: without(catalog.tables),
		sequences: without(catalog.sequences),
		enums: without(catalog.enums),
		domains: without(catalog.domains),
		types: without(catalog.types),
		views: without(catalog.views),
		functions: without(catalog.functions),
		others: without(catalog.others)
	};
}
function withoutOwners(grants, others, owner) {
	if (owner === void 0) return grants;
	return new Map([...grants].filter(([key, grant]) => grant.grantee !== owner || others.has(key)));
}
/** An extension comes with a comment, which a server does not tell from the same one that was given; of some only the server knows the schema. */
function withOwnComments(extensions, others) {
	return mapValues(extensions, (extension, name) => {
		const other = others.get(name);
		const own = other?.comment === void 0 ? omit(extension, "comment") : extension;
		return extension.schema === void 0 && other?.schema !== void 0 ? {
			...own,
			schema: other.schema
		} : own;
	});
}
function isPartly(catalog, table) {
	return catalog.tables.get(table)?.known === "partly";
}
function diffMaps(kind, first, second, isIgnored = () => false) {
	const differences = [];
	for (const [name, object] of first) {
		const other = second.get(name);
		const subject = `${kind} ${name}`.trim();
		if (partsOf$1(name).schema === "pg_temp" || isIgnored(object)) continue;
		if (other === void 0) differences.push({
			subject,
			first: "present",
			second: "absent"
		});
		else differences.push(...diffFacts(subject, object, other));
	}
	for (const [name, object] of second) {
		if (first.has(name) || isIgnored(object) || partsOf$1(name).schema === "pg_temp") continue;
		differences.push({
			subject: `${kind} ${name}`.trim(),
			first: "absent",
			second: "present"
		});
	}
	return differences;
}
function diffTables(first, second) {
	const differences = diffMaps("table", mapValues(first, (table) => ownFacts(table, table.known === "partly")), mapValues(second, (table, name) => ownFacts(table, first.get(name)?.known === "partly")), (table) => table.persistence === "temporary");
	const parts = [...first].flatMap(([name, table]) => {
		const other = second.get(name);
		if (other === void 0 || table.persistence === "temporary") return [];
		const differing = [
			...diffMaps("column", keyed(table.columns, name), keyed(other.columns, name)),
			...diffMaps("constraint", keyed(constraintsOf(table), name), keyed(constraintsOf(other), name)),
			...diffOrder(table, other)
		];
		return table.known === "partly" ? differing.filter((each) => each.first !== "absent" && !each.subject.startsWith("order")) : differing;
	});
	return [...differences, ...parts];
}
/** What a table is in itself, without its columns and constraints; of a partly known one, only what must be known. */
function ownFacts(table, isPartly) {
	const { name, persistence } = table;
	if (isPartly) return {
		name,
		persistence
	};
	const { strategy, parts = [] } = table.partitionKey ?? {};
	const partitionKey = strategy && {
		strategy,
		parts: parts.map((part) => "expression" in part ? omit(part, "type") : part)
	};
	return omit({
		...table,
		partitionKey
	}, "columns", "known", ...CONSTRAINT_LISTS);
}
const CONSTRAINT_LISTS = [
	"primaryKey",
	"uniques",
	"foreignKeys",
	"checks",
	"exclusions",
	"notNulls"
];
function diffOrder(first, second) {
	const order = (table) => table.columns.map((column) => column.name).join(", ");
	if (!(first.columns.length === second.columns.length && first.columns.every((each) => second.columns.some((other) => other.name === each.name))) || order(first) === order(second)) return [];
	return [{
		subject: `order of columns of ${first.name}`,
		first: order(first),
		second: order(second)
	}];
}
function diffFacts(subject, first, second) {
	const left = factsOf(first);
	const right = factsOf(second);
	const differences = [];
	for (const key of new Set([...left.keys(), ...right.keys()])) {
		const [a, b] = [left.get(key) ?? "absent", right.get(key) ?? "absent"];
		if (a !== b) differences.push({
			subject: `${key} of ${subject}`,
			first: a,
			second: b
		});
	}
	return differences;
}
/** What is a matter of how an object was written: the server gives the columns of a view and the parts of a base type otherwise. */
const AS_WRITTEN = new Set([
	"origin",
	"columnNames",
	"columnTypes",
	"parts",
	"statements",
	"elements",
	"givers"
]);
function factsOf(object) {
	const facts = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(object)) if (!AS_WRITTEN.has(key) && value !== void 0 && !isSqlText(value)) facts.set(key, JSON.stringify(key === "validUntil" ? dayOrNever(value) : value, withoutSchemas));
	return facts;
}
/** Of a moment only whether it comes: it is written in a time zone of the session. */
function dayOrNever(moment) {
	return String(moment).trim().toLowerCase() === "infinity" ? "never" : "some day";
}
/**
* The functions of an expression are compared by their last name: which schema an extension
* put a function into is known to the server alone.
*/
function withoutSchemas(key, value) {
	if (key === "origin" || key === "condition" || isSqlText(value)) return void 0;
	if (key === "operatorClass") return lastNameOf(value);
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return inOrderOfKeys(value);
	if (key !== "functions" || !Array.isArray(value)) return value;
	return [...new Set(value.map((name) => name.split(".").at(-1)))].toSorted();
}
/** In which order the two readers put an object together is no fact. */
function inOrderOfKeys(object) {
	return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => a < b ? -1 : 1));
}
function lastNameOf(value) {
	const { name } = value;
	return {
		...value,
		name: name.split(".").at(-1)
	};
}
function keyed(list, table) {
	return new Map(list.map((each) => [`${table}.${each.name}`, each]));
}
function mapValues(map, change) {
	return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}

//#endregion
//#region src/database/try-changes.ts
/**
* Changes each column of the row that holds a mark, one after another, until the mark is
* gone. A trigger may ask for a real change, and of one column; hence values that differ,
* and every column but the primary key's.
*/
async function tryChanges(session, catalog, table, marked, mark) {
	const values = await columnValues(session, catalog, table.name);
	const changed = [];
	const failed = [];
	const named = await columnsOfTriggers(session, table);
	for (const column of candidatesFor(table, marked, named)) {
		const assignments = await assignmentsFor(session, catalog, table, column, values);
		let reason = "no other value is known";
		for (const value of assignments) {
			const result = await attempt(session, `update ${table.name} set ${quoteIdentifier(column.name)} = ${value}
        where ${quoteIdentifier(marked)} = '${mark}' and ${quoteIdentifier(column.name)}::text is distinct from (${value})::text
        returning 1`, () => countMarked(session, table.name, marked, mark));
			if (result === 0) return {
				moved: true,
				changed,
				failed
			};
			if (result === void 0) continue;
			if (typeof result === "number") {
				changed.push(column.name);
				break;
			}
			reason = result;
		}
		const excused = foreignKeyOf(table, column.name) !== void 0 && !named.has(column.name);
		if (changed.at(-1) !== column.name && !excused) failed.push({
			column: column.name,
			reason
		});
	}
	return {
		moved: changed.length === 0 && await movesAnyway(session, table, marked, mark),
		changed,
		failed
	};
}
/** How many rows hold a value in a column. */
async function countMarked(session, table, column, mark) {
	const [row] = await session.query(`select count(*)::int as count from ${table} where ${quoteIdentifier(column)} = '${mark}'`);
	return row.count;
}
/** A table of keys only: an update that changes nothing proves a trigger that always fires. */
async function movesAnyway(session, table, marked, mark) {
	for (const { name } of table.columns.filter((each) => each.name !== marked && isWritable(each))) {
		const column = quoteIdentifier(name);
		if (await attempt(session, `update ${table.name} set ${column} = ${column} where ${quoteIdentifier(marked)} = '${mark}' returning 1`, () => countMarked(session, table.name, marked, mark)) === 0) return true;
	}
	return false;
}
/** Runs an update, counts the marks and takes it back. Undefined where it met no row, a text where it was refused. */
async function attempt(session, update, count) {
	await session.run("savepoint change");
	try {
		return (await session.query(update)).length === 0 ? void 0 : await count();
	} catch (error) {
		if (!(error instanceof ServerError)) throw error;
		return error.message;
	} finally {
		await session.run("rollback to savepoint change");
		await session.run("release savepoint change");
	}
}
/** Columns that a trigger's UPDATE OF or WHEN speaks of. */
async function columnsOfTriggers(session, table) {
	const rows = await session.query(triggerColumnQuery, [table.name]);
	return new Set(rows.map((row) => row.name));
}
/** Columns that triggers name come first, as the likeliest to move the mark, and a key only if it is named. */
function candidatesFor(table, marked, named) {
	const keys = table.primaryKey?.columns ?? [];
	return table.columns.filter((column) => column.name !== marked && isWritable(column)).filter((column) => named.has(column.name) || !keys.includes(column.name)).toSorted((a, b) => Number(named.has(b.name)) - Number(named.has(a.name)));
}
function isWritable(column) {
	return column.generated === void 0 && column.identity !== "always";
}
async function assignmentsFor(session, catalog, table, column, values) {
	const none = column.nullable ? ["null"] : [];
	const key = foreignKeyOf(table, column.name);
	if (key === void 0) return [...await values(column), ...none];
	try {
		return [...none, await referencedValue(session, catalog, key, column, [])];
	} catch (error) {
		if (error instanceof NoRowError) return none;
		throw error;
	}
}
const triggerColumnQuery = `
  select distinct a.attname as name
  from pg_trigger g join pg_depend d on d.classid = 'pg_trigger'::regclass and d.objid = g.oid
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where g.tgrelid = $1::regclass and not g.tgisinternal and d.refclassid = 'pg_class'::regclass
    and d.refobjid = g.tgrelid and d.refobjsubid > 0`;

//#endregion
//#region src/database/behaviour.ts
/**
* Updates a row of a table, one made for it where there is none, and sees whether a column
* that tells the time of the last update moves. All within a transaction that is rolled
* back; the session must not be in one. Only sequences do not go back.
*/
async function provesUpdatedAt(session, catalog, table, column) {
	const known = catalog.tables.get(table);
	const type = known?.columns.find((each) => each.name === column)?.type;
	const obstacle = known === void 0 || type === void 0 ? `${table} has no such column` : obstacleIn(known, type);
	if (known === void 0 || obstacle !== void 0) return {
		table,
		column,
		outcome: "not-tried",
		reason: obstacle
	};
	await session.run("begin");
	try {
		await session.run("set local role none");
		return {
			table,
			column,
			...await observe(session, catalog, known, column)
		};
	} catch (error) {
		if (error instanceof ServerError ? error.sqlstate === connectionLost : !(error instanceof NoRowError)) throw error;
		return {
			table,
			column,
			outcome: "not-tried",
			reason: error.message
		};
	} finally {
		await session.run("rollback");
	}
}
function obstacleIn(table, type) {
	if (table.kind === "foreign") return `${table.name} is a foreign table`;
	return isTime(type) ? void 0 : `it is of type ${type}`;
}
async function observe(session, catalog, table, column) {
	const mark = await setMark(session, catalog, table, column, await ensureRow(session, catalog, table.name));
	const tried = await tryChanges(session, catalog, table, column, mark.value);
	if (tried.moved) return { outcome: "changed" };
	const changed = tried.changed.map(quoteIdentifier).join(", ");
	const failed = tried.failed.map((each) => `${quoteIdentifier(each.column)} cannot be changed: ${each.reason}`);
	if (changed === "") return {
		outcome: "not-tried",
		reason: failed[0] ?? "it has no other column to change"
	};
	const reason = `it stays when ${changed} ${tried.changed.length === 1 ? "changes" : "change"}`;
	if (failed.length > 0) return {
		outcome: "not-tried",
		reason: `${reason}; ${failed[0]}`
	};
	if (!mark.past) return {
		outcome: "not-tried",
		reason: `${reason}, from a time to come: no earlier one is allowed`
	};
	return {
		outcome: "unchanged",
		reason
	};
}
/**
* Gives the column a value that no trigger gives. now() stays the same within a
* transaction, so that a value which an INSERT trigger gave could not be told from the
* UPDATE trigger's; for that reason the table's triggers are off meanwhile.
*/
async function setMark(session, catalog, table, column, { partition, place }) {
	const triggers = [...catalog.triggers.values()].filter((each) => each.table === table.name && each.enabled);
	const times = table.columns.filter((each) => isTime(each.type) && each.generated === void 0);
	const parted = table.partitionKey?.columns ?? [];
	const all = times.map((each) => each.name).filter((name) => name === column || !parted.includes(name));
	const attempts = [
		{
			value: PAST,
			past: true,
			columns: [column]
		},
		{
			value: PAST,
			past: true,
			columns: all
		},
		{
			value: FUTURE,
			past: false,
			columns: [column]
		}
	];
	await session.run("set constraints all immediate");
	for (const each of triggers) await session.run(switchTrigger(table.name, "disable", each.name));
	let refusal = "";
	for (const { value, past, columns } of attempts) {
		const assignments = columns.map((name) => `${quoteIdentifier(name)} = '${value}'`).join(", ");
		const update = `update ${table.name} set ${assignments} where ctid = '${place}' and tableoid = ${partition}`;
		try {
			await withSavepoint(session, () => session.run(update));
		} catch (error) {
			if (!(error instanceof ServerError)) throw error;
			refusal ||= error.message;
			continue;
		}
		if (await countMarked(session, table.name, column, value) !== 1) continue;
		await session.run("set constraints all immediate");
		for (const each of triggers) await session.run(switchTrigger(table.name, "enable", each.name));
		return {
			value,
			past
		};
	}
	throw new NoRowError(`it cannot be set back: ${refusal || "the update has no effect"}`);
}
function switchTrigger(table, how, trigger) {
	return `alter table ${table} ${how} trigger ${quoteIdentifier(trigger)}`;
}
function isTime(type) {
	return /^(timestamp|date\b)/.test(type);
}
const PAST = "2001-02-03 04:05:06";
const FUTURE = "2999-02-03 04:05:06";

//#endregion
//#region src/database/target.ts
/** Opens a server and makes a database on it. Throws UserError, or the reason of an aborted signal. */
async function openServer(target, options) {
	options.signal?.throwIfAborted();
	switch (target.kind) {
		case "embedded": return (await import("./embedded-server.js")).openEmbeddedServer(options);
		case "container": return (await import("./container-server.js")).openContainerServer(target.image, options);
		case "url": return (await import("./url-server2.js")).openUrlServer(target.url, options);
		case "local": return (await import("./private-server.js")).openLocalServer(target.major, options);
		case "engine": return (await import("./private-server.js")).openEngineServer(target.major, target.from, options);
	}
}

//#endregion
//#region src/judge-observed.ts
/** What the rules say where a server did otherwise than was predicted. */
function judgeObserved(observed, rules, major) {
	return observed.flatMap(({ statement, seen, differences, newRelations }) => {
		const happened = differences.map(({ relation, predicted, observed: told }) => {
			const effect = seen.effects.find((each) => each.relation === relation);
			const facts = {
				relation,
				predicted,
				observed: told,
				...effect === void 0 ? {} : { effect }
			};
			return {
				statement,
				action: {
					kind: "observeOtherwise",
					span: statement.span,
					...facts
				}
			};
		});
		const inUse = (relation) => !newRelations.has(relation);
		return judgeActions(happened, rules, emptyCatalog(major), major, inUse).map(onServer);
	});
}
function onServer(finding) {
	return {
		...finding,
		seenIn: "database"
	};
}
/** Prediction and observation of each statement, side by side. */
function observedLines(observed) {
	return observed.map(({ statement, predicted, seen, differences, newRelations }) => {
		const lines = (effects) => mergeEffects(effects).map((each) => ({
			...each,
			isNew: newRelations.has(each.relation)
		}));
		return {
			span: statement.span,
			kind: statement.kind,
			milliseconds: seen.milliseconds,
			showsWork: seen.showsWork,
			predicted: lines(predicted),
			observed: lines(seen.effects),
			differences,
			made: seen.made,
			dropped: seen.dropped
		};
	});
}
/** For which statements others waited, in the order of the statements. */
function contentionLines({ tables, left, waits }) {
	return {
		tables: tables.length,
		left,
		waits: waits.map(({ statement, relation, waiting, milliseconds, isPredicted }) => {
			const { span, kind } = statement.statement;
			return {
				span,
				kind,
				relation,
				waiting,
				milliseconds,
				predicted: isPredicted
			};
		})
	};
}

//#endregion
//#region src/learning.ts
/**
* The migrations linted once more, with what a server showed of the statements that are not
* modelled. What is found only then is not to be seen in the migrations.
*/
function lintLearned(read, { learned }, lintAgain) {
	if (learned.size === 0) return read;
	const known = new Set(read.findings.map((each) => each.fingerprint));
	const linted = lintAgain(learned);
	const findings = linted.findings.map((each) => known.has(each.fingerprint) ? each : {
		...each,
		seenIn: "database"
	});
	return {
		...linted,
		findings
	};
}
/** What the server showed of each statement that is not modelled; `ignoredRoles` as in `diff`. */
function learnedLines({ notModelled }, { learned }, ignoredRoles) {
	return [...learned].map(([{ span, kind }, { before, after }]) => {
		return {
			span,
			statement: notModelled.find((each) => isWithin(each.span, span))?.statement ?? kind,
			differences: diff(before, after, new Set(ignoredRoles))
		};
	});
}
function isWithin(inner, outer) {
	return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

//#endregion
//#region src/merge-findings.ts
/**
* Findings on a live catalog laid over those on the migrations: what both show is one
* finding, with the place in the migrations. What only one shows stays as it is.
*/
function mergeFindings(folded, live) {
	const seen = new Map(live.map((finding) => [keyOf(finding), finding]));
	const known = new Set(folded.map(keyOf));
	return [...folded.map((finding) => {
		return finding.seenIn === "migrations" && seen.has(keyOf(finding)) ? {
			...finding,
			seenIn: "both"
		} : finding;
	}), ...[...seen.values()].filter((finding) => !known.has(keyOf(finding)))];
}
function keyOf(finding) {
	return `${finding.rule} ${finding.subject}`;
}

//#endregion
//#region src/prove-downs.ts
/**
* Takes each migration that has a down half up, down and up again, on a database of its own,
* and compares the schema before it with the one after its down. Where one cannot be brought
* up again, the next starts on another database. Ends at the first up half that is refused:
* that is told by applying the migrations.
*/
async function proveDowns(migrations, options) {
	const proofs = [];
	const happened = [];
	const last = migrations.findLastIndex(hasDown);
	let stairs;
	try {
		for (const [position, migration] of migrations.entries()) {
			options.signal?.throwIfAborted();
			if (position === options.ran) break;
			const { version } = migration;
			if (position > last) {
				proofs.push({
					version,
					outcome: "no down",
					differences: []
				});
				continue;
			}
			options.onProgress(`taking ${version} up, down and up (${position + 1} of ${last + 1})`);
			stairs ??= await Stairs.climb(await options.open(), migrations.slice(0, position));
			const step = await stairs.step(migration);
			proofs.push({
				version,
				outcome: step.outcome,
				differences: step.differences
			});
			happened.push(...step.happened);
			if (!step.isTaken) break;
			if (step.isStandingAfter) continue;
			await stairs.close();
			stairs = void 0;
		}
	} finally {
		await stairs?.close();
	}
	const rest = migrations.slice(proofs.length);
	return {
		proofs: [...proofs, ...rest.map(({ version }) => notTried(version))],
		happened
	};
}
/** What the rules say of down halves. */
function judgeDowns({ happened }, rules, major) {
	return judgeActions(happened, rules, emptyCatalog(major), major).map((each) => ({
		...each,
		seenIn: "database"
	}));
}
function notTried(version) {
	return {
		version,
		outcome: "not tried",
		differences: []
	};
}
/** A database on which migrations go up, one after the other. */
var Stairs = class Stairs {
	#server;
	#run;
	constructor(server) {
		this.#server = server;
		this.#run = new Run(server);
	}
	/** Takes migrations up that are known to be taken. */
	static async climb(server, migrations) {
		const stairs = new Stairs(server);
		for (const each of migrations) await stairs.#take(each);
		return stairs;
	}
	async close() {
		await this.#server.close({ createdRoles: this.#run.applied.createdRoles });
	}
	async step(migration) {
		const { downStatements = [], downTransaction = migration.transaction, revision } = migration;
		const none = {
			differences: [],
			happened: [],
			isTaken: true,
			isStandingAfter: true
		};
		const before = hasDown(migration) ? await this.#introspect() : void 0;
		if (!await this.#take(migration)) return {
			...none,
			outcome: "not tried",
			isTaken: false
		};
		if (before === void 0) return {
			...none,
			outcome: "no down"
		};
		if (revision !== void 0 && !isKnown(revision.down)) return {
			...none,
			outcome: "not tried"
		};
		if (!await this.#take({
			...migration,
			transaction: downTransaction,
			statements: downStatements
		})) return {
			...none,
			outcome: "refused",
			happened: this.#refusal(),
			isStandingAfter: !this.#run.applied.isPartial
		};
		const differences = withoutOrder(diff(before, await this.#introspect(), new Set(this.#server.rolesBefore)));
		const left = differences.length === 0 ? [] : [leftBy(migration, differences)];
		if (!await this.#take(migration)) {
			const again = this.#refusal().map(({ statement, action }) => ({
				statement,
				action: {
					...action,
					occasion: "second up"
				}
			}));
			return {
				...none,
				outcome: "refused again",
				differences,
				happened: [...left, ...again],
				isStandingAfter: false
			};
		}
		return {
			...none,
			outcome: left.length > 0 ? "differs" : "reversed",
			differences,
			happened: left
		};
	}
	async #take(migration) {
		const last = migration.statements.at(-1);
		const isWrapped = migration.transaction === "whole-run" && last !== void 0;
		if (isWrapped) await this.#run.begin();
		const isTaken = await this.#run.migration(migration) && (!isWrapped || await this.#run.commit(last));
		await resetSession(this.#server.session);
		return isTaken;
	}
	#introspect() {
		const readers = textReaders;
		return introspect(this.#server.session, readers, { ignoredRoles: this.#server.rolesBefore });
	}
	#refusal() {
		return this.#run.applied.refused.slice(-1);
	}
};
/** Whether there is a down half that does not say that it undoes nothing. */
function hasDown(migration) {
	const down = downOf(migration);
	return down === "whole" || down === "empty";
}
/** A column that comes back stands last: no down half could do better. */
function withoutOrder(differences) {
	return differences.filter(({ subject }) => !subject.startsWith("order of columns "));
}
function leftBy({ version, down, downStatements = [], statements }, differences) {
	const statement = downStatements[0] ?? statements[0];
	return {
		statement,
		action: {
			kind: "differAfterDown",
			span: downStatements[0]?.span ?? placeOf(down?.span ?? statement.span),
			version,
			differences
		}
	};
}
/** The beginning of a half that holds no statement. */
function placeOf({ file, start, end }) {
	return {
		file,
		start,
		end: Math.min(end, start + 1)
	};
}

//#endregion
//#region src/run-online.ts
/**
* A history of programs again, with the statements that their own runner sends when a
* server answers what they ask. That server is used up and closed. Any other history as it is.
*/
async function readOnline(rendered, options, open) {
	const { alembic = {
		executes: true,
		runsEnvironment: false
	} } = options;
	if (rendered.runner !== ALEMBIC || !alembic.executes) return rendered;
	const server = await open();
	const relay = new ServerRelay(server, options.down === true);
	options.onProgress("running the revisions under Alembic");
	try {
		return await readDivided({
			...options,
			alembic: {
				...alembic,
				relay,
				onNote: () => void 0
			}
		});
	} finally {
		await server.close({ createdRoles: relay.createdRoles });
	}
}
/** A server as revisions see it: what is left out when migrations are applied is left out here. */
var ServerRelay = class {
	hasDowns;
	#server;
	#createdRoles = /* @__PURE__ */ new Set();
	#catalog;
	constructor(server, hasDowns) {
		this.#server = server;
		this.hasDowns = hasDowns;
		this.#catalog = server.startsFrom ?? emptyCatalog(server.major);
	}
	get createdRoles() {
		return [...this.#createdRoles];
	}
	async run(sql) {
		const kept = await this.#withinDatabase(sql);
		if (kept === "") return {
			columns: [],
			rows: [],
			count: -1
		};
		try {
			return await this.#server.session.ask(kept);
		} catch (error) {
			if (!(error instanceof ServerError) || error.sqlstate === connectionLost) throw error;
			return {
				refused: error.message,
				code: error.sqlstate
			};
		}
	}
	/** A text without the statements that reach beyond the database; notes the roles that it makes. */
	async #withinDatabase(sql) {
		const { major, rolesBefore } = this.#server;
		const statements = await readScript(wholeFile({
			path: "",
			text: sql
		}).span, async () => void 0);
		const kept = statements.filter((statement) => {
			const actions = statement.parsed ? statement.actions(this.#catalog, major) : [];
			if (reasonToLeaveOut(statement, actions, rolesBefore) !== void 0) return false;
			for (const role of rolesMadeBy(actions)) this.#createdRoles.add(role);
			for (const action of actions) this.#catalog = fold(this.#catalog, action, major);
			return true;
		});
		return kept.length === statements.length ? sql : kept.map((each) => each.sql).join(";\n");
	}
};

//#endregion
//#region src/verify.ts
/**
* Applies migrations to a database made for this run, judges what the server then holds by
* the same schema rules, and holds the folded catalog against the server's. The database is
* dropped afterwards, whatever happens. Throws UserError, or the reason of the signal.
*/
async function verify(options) {
	const rendered = await readDivided(options);
	const read = await readMigrations(rendered.migrations);
	const base = await withRecords(await readBase(dumpOf(options.base), options.from, NEWEST), rendered, read, NEWEST);
	const extensions = extensionsOf([...base.script, ...read].flatMap((each) => each.statements));
	const open = async (keeps) => {
		return await startFrom(await openServer(options.target, {
			extensions,
			keeps,
			onProgress: options.onProgress,
			...options.signal === void 0 ? {} : { signal: options.signal }
		}), base);
	};
	const history = withBaseNote(await readOnline(rendered, options, () => open(false)), base);
	const migrations = await readMigrations(history.migrations);
	const downs = options.down === true ? await proveDowns(migrations, {
		...options,
		ran: history.ran,
		open: () => open(false)
	}) : void 0;
	const server = await open(options.keep === true);
	const createdRoles = [];
	try {
		checkMajor(server, options.major);
		const run = await runOn(server, history, migrations, options, createdRoles);
		const kept = options.keep === true ? server.keep?.() : void 0;
		return placeReport({
			...reportHead(history, options, server.major),
			...run,
			...settle([...run.findings, ...downs === void 0 ? [] : judgeDowns(downs, options.rules, server.major)], {
				migrations,
				models: history.models
			}, emptyCatalog(server.major), server.major, options),
			verified: {
				...run.verified,
				...downs === void 0 ? {} : { downs: downs.proofs },
				...kept === void 0 ? {} : { kept }
			}
		}, history);
	} finally {
		options.onProgress(options.keep === true ? "closing" : "dropping the database");
		await server.close({ createdRoles });
	}
}
function checkMajor(server, wanted) {
	if (wanted === void 0 || wanted === server.major) return;
	throw new UserError(`the server is PostgreSQL ${server.major}, not ${wanted}`, `use --local, --engine ${wanted} or --container postgres:${wanted}`);
}
/** What the migrations begin with, and the name of the role that runs them. */
async function catalogAtStart({ session, major, startsFrom = emptyCatalog(major) }) {
	const [role] = await session.query("select current_user::text as name");
	return role === void 0 ? startsFrom : {
		...startsFrom,
		session: {
			...startsFrom.session,
			runner: role.name
		}
	};
}
async function runOn(server, history, migrations, options, createdRoles) {
	const { session, major } = server;
	const start = await catalogAtStart(server);
	const { runner } = start.session;
	const lintAll = (learned) => lint(migrations, options.rules, start, major, history.models?.enums, learned);
	const read = lintAll();
	const applied = await applyMigrations(server, migrations.slice(0, history.ran), options);
	const linted = lintLearned(read, applied, lintAll);
	createdRoles.push(...applied.createdRoles);
	options.onProgress("reading the schema");
	const ignoredRoles = server.rolesBefore;
	const live = await introspect(session, textReaders, { ignoredRoles });
	const judged = {
		...history,
		base: start,
		catalogs: linted.catalogs,
		postgres: major
	};
	const expected = expectedCatalog(linted.catalogs, applied, start);
	const drift = expected && diff(expected, live, new Set(ignoredRoles), runner);
	const behaviours = options.behaviour ? await proveBehaviours(server, live, options) : [];
	const refused = judgeActions(applied.refused, options.rules, expected ?? linted.catalog, major);
	const found = judgeShown({
		catalog: live,
		postgres: major,
		isWhole: true,
		models: modelledEnums(!applied.isPartial && applied.counts.migrations === migrations.length ? history.models?.enums ?? [] : [], live)
	}, behaviours, applied, options).filter((each) => !linted.knownBefore.has(each.fingerprint));
	return {
		findings: [
			...mergeFindings(linted.findings, found),
			...judgeMigrations(migrations, options.rules, judged),
			...refused,
			...judgeObserved(applied.observed, options.rules, major)
		],
		notModelled: linted.notModelled,
		statements: linted.statements,
		verified: {
			server: server.description,
			applied: applied.counts,
			leftOut: applied.leftOut,
			learned: learnedLines(linted, applied, ignoredRoles),
			drift,
			behaviours,
			observed: observedLines(applied.observed),
			...asAsked(applied, options)
		}
	};
}
/** What was tried beside applying the migrations. */
function asAsked({ contention, rows }, options) {
	return {
		...contention === void 0 ? {} : { contention: contentionLines(contention) },
		...rows === void 0 ? {} : { rows: {
			each: options.rows ?? 0,
			...rows
		} }
	};
}
/** What the server should hold: the fold up to the last migration that it took as a whole. */
function expectedCatalog(catalogs, applied, start) {
	if (applied.isPartial) return void 0;
	return applied.counts.migrations === 0 ? start : catalogs[applied.counts.migrations - 1];
}
async function proveBehaviours(server, live, options) {
	const behaviours = [];
	for (const trigger of live.triggers.values()) {
		const column = live.tables.get(trigger.table)?.columns.find((each) => each.name === "updated_at");
		const isTried = behaviours.some((each) => each.table === trigger.table);
		if (column === void 0 || isTried || !trigger.events.includes("update")) continue;
		options.signal?.throwIfAborted();
		options.onProgress(`updating a row of ${trigger.table}`);
		behaviours.push(await provesUpdatedAt(server.session, live, trigger.table, column.name));
	}
	return behaviours;
}
/** What the rules say of the schema that the server holds, and of what it did. */
function judgeShown(subject, behaviours, { builds }, options) {
	return [
		...lintSchema(subject, options.rules, "database"),
		...judgeUpdates(behaviours, options),
		...judgeBuilds(builds, options)
	];
}
/** What the rules say of the updates that were tried. */
function judgeUpdates(behaviours, { rules }) {
	return askSchemaRules(rules, "database", (rule) => behaviours.flatMap((seen) => [...rule.checkUpdate?.(seen) ?? []]));
}
/** What the rules say of builds that left their index invalid. */
function judgeBuilds(builds, { rules }) {
	return askSchemaRules(rules, "database", (rule) => builds.flatMap(({ span, ...seen }) => [...rule.checkBuild?.(seen) ?? []].map((each) => ({
		...each,
		span
	}))));
}
/** The newest version that is known, for what is read before a server tells its own. */
const NEWEST = 18;
/** The extensions that any statement asks for; an embedded server must load them before it starts. */
function extensionsOf(statements) {
	const names = /* @__PURE__ */ new Set();
	let catalog = emptyCatalog(NEWEST);
	for (const statement of statements) for (const action of statement.actions(catalog, NEWEST)) {
		if (action.kind === "createExtension") names.add(action.name);
		catalog = fold(catalog, action, NEWEST);
	}
	return [...names];
}

//#endregion
//#region src/cli/progress.ts
/** A progress line, silent unless standard error is a terminal. */
function progress(isQuiet) {
	const { stderr } = process;
	if (isQuiet || !stderr.isTTY) return {
		say: () => void 0,
		clear: () => void 0
	};
	return {
		say: (text) => {
			const columns = (stderr.columns ?? 80) - 2;
			stderr.write(`\r\u001b[K${printable(text).slice(0, columns)}…`);
		},
		clear: () => {
			stderr.write("\r\x1B[K");
		}
	};
}

//#endregion
//#region src/cli/verify-command.ts
/** `schemalint verify` */
async function runVerify(paths, options) {
	const { config, database: _, ...judging } = await judgingFrom(paths, options);
	const target = targetFrom(options, config);
	const interrupt = onInterrupt();
	const line = progress(options.quiet === true);
	try {
		const report = await verify({
			...judging,
			...based(options),
			from: process.cwd(),
			version,
			target,
			...options.postgres === void 0 ? {} : { major: options.postgres },
			behaviour: options.behaviour,
			keep: options.keep === true,
			down: options.down === true,
			contend: options.contend === true,
			...options.rows === void 0 || options.rows === 0 ? {} : { rows: options.rows },
			signal: interrupt.signal,
			onProgress: line.say
		});
		line.clear();
		await tell(withBaseline(report, options, config.baseline), options);
	} finally {
		line.clear();
		interrupt.forget();
	}
}
function targetFrom(options, config) {
	const major = options.postgres ?? config.postgres;
	if (options.url !== void 0) return {
		kind: "url",
		url: options.url
	};
	if (options.local === true) return major === void 0 ? { kind: "local" } : {
		kind: "local",
		major
	};
	if (options.engine !== void 0) return {
		kind: "engine",
		major: options.engine,
		from: process.cwd()
	};
	if (options.container !== void 0) return {
		kind: "container",
		image: options.container === true ? `postgres:${major ?? DEFAULT_POSTGRES}` : options.container
	};
	if (options.contend === true) throw new UserError("the embedded server takes one connection alone, so that nobody can wait for another", "give --contend with --local, --engine, --container or --url");
	if (options.keep === true) throw new UserError("the embedded server ends with this process", "give --keep with --local, --container or --url");
	return { kind: "embedded" };
}
/**
* The first Ctrl-C ends the work and drops what was made; the second ends the process, and
* with it any server that it started.
*/
function onInterrupt() {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	const abort = () => {
		if (controller.signal.aborted) process.exit(INTERRUPTED);
		controller.abort();
	};
	for (const signal of SIGNALS) process.on(signal, abort);
	return {
		signal: controller.signal,
		forget: () => {
			for (const signal of SIGNALS) process.off(signal, abort);
		}
	};
}
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
/** 128 and the number of SIGINT, as shells count. */
const INTERRUPTED = 130;

//#endregion
//#region src/cli/program.ts
/** The command line: what can be said, and which function is told. */
function program() {
	const root = new Command("schemalint").description("Tells what a PostgreSQL migration will do before PostgreSQL does it").version(version).showHelpAfterError("(schemalint --help lists what there is)").exitOverride();
	judging(root.command("check").description("lint migrations; no database, no network")).addOption(new Option("--postgres <major>", "the version the migrations will run on").argParser(parsePostgres)).addOption(baseOption()).option("--fix", "apply the fixes that are safe").option("--fix-dry-run", "show what --fix would change").action((paths, options) => runCheck(paths, options));
	allowing(root.command("allow").description("write a comment that allows a finding, and why")).action(runAllow);
	verifying(judging(root.command("verify").description("apply migrations to a throw-away PostgreSQL, observe, compare, lint the result"))).action((paths, options) => runVerify(paths, options));
	describing(root.command("schema").description("print the schema that migrations add up to, without a database")).action((paths, options) => runSchema(paths, options));
	locking(root.command("locks").description("what each statement locks, for whom and for how long; no database")).action((paths, options) => runLocks(paths, options));
	ruleSources(root.command("explain").argument("<rule>", "the name of a rule").description("what a rule is about: what, why, instead, a bad and a good example")).action((rule, options) => runExplain(rule, options));
	ruleSources(root.command("rules").description("the table of rules, with preset and severity")).addOption(new Option("--format <format>").choices([
		"text",
		"json",
		"markdown"
	]).default("text")).action((options) => runRules(options));
	takingUp(root.command("init").description("write configuration, baseline, hook and workflow for the layout it finds; never over a file")).action((options) => runInit(options));
	root.command("config").description("what the configuration says, and which file says it").option("--print", "the default, and the only thing to do with it", true).addOption(new Option("--format <format>").choices(["text", "json"]).default("text")).addOption(configOption()).action((options) => runConfig(options));
	return root;
}
function judging(command) {
	return knowing(judgingNew(readingAlembic(ruleSources(command)))).argument("[paths...]", "files and folders; without any, those of the configuration or of the usual layouts").addOption(runnerOption()).addOption(databaseOption()).addOption(new Option("--preset <name>", "which rules judge").choices([...PRESETS])).addOption(new Option("--rule <name=severity>", "error, warning or off for one rule; may be repeated").argParser(addRule)).addOption(new Option("--only <name>", "this rule alone; may be repeated").argParser(collect)).addOption(new Option("--format <name[=file]>", `how to tell: ${FORMATS.join(", ")}; may be repeated. Text by default, with annotations in GitHub Actions`).argParser(addFormat)).option("--output <file>", "write there instead of to standard output").addOption(new Option("--fail-on <severity>", "what makes the exit code 1").choices([
		"error",
		"warning",
		"never"
	]).default("error")).addOption(new Option("--max-warnings <number>", "more than these make the exit code 1").argParser(parseCount)).option("--no-color", "as does NO_COLOR in the environment").option("--quiet", "only errors, and no progress").option("--verbose", "explain each finding, not only the first of each rule");
}
function allowing(command) {
	return readingAlembic(ruleSources(command)).argument("<rule>", "the name of a rule").argument("<file:line>", "where it finds something: any line of the statement").argument("<reason>", "why that is no danger here").option("--until <day>", "the last day on which it is allowed, as YYYY-MM-DD").addOption(new Option("--preset <name>", "which rules judge").choices([...PRESETS])).addOption(new Option("--postgres <major>", "the version the migrations will run on").argParser(parsePostgres)).addOption(runnerOption()).addOption(databaseOption());
}
function takingUp(command) {
	return command.addOption(new Option("--preset <name>", "which rules judge; by default as the layout suggests").choices([...PRESETS])).option("--no-baseline", "leave what is found today to be mended").option("--no-hook", "write no hook").option("--no-workflow", "write no workflow").option("--no-execute", "read Alembic revisions without running them").option("--yes", "ask nothing").option("--dry-run", "only show what would be written");
}
function configOption() {
	return new Option("--config <file>", "the configuration; by default schemalint.config.* or a manifest, here or above");
}
function databaseOption() {
	return new Option("--database <name>", "one of those that the configuration knows");
}
function runnerOption() {
	const names = [ALEMBIC, ...RUNNERS.map((each) => each.name)];
	return new Option("--runner <name>", "whose layout and transactions; by default told from the files").choices(names);
}
function locking(command) {
	return readingAlembic(command).argument("[paths...]", "files and folders; without any, those of the configuration or of the usual layouts").addOption(runnerOption()).addOption(databaseOption()).addOption(new Option("--format <format>").choices([...LOCKS_FORMATS]).default("text")).addOption(baseOption()).addOption(new Option("--postgres <major>", "the version the migrations will run on").argParser(parsePostgres)).option("--no-color", "as does NO_COLOR in the environment").addOption(configOption());
}
function describing(command) {
	return readingAlembic(command).argument("[paths...]", "files and folders; without any, those of the configuration or of the usual layouts").addOption(runnerOption()).addOption(databaseOption()).addOption(new Option("--format <format>", "DDL, the catalog, or an entity diagram").choices([...SCHEMA_FORMATS]).default("sql")).addOption(new Option("--postgres <major>", "the version the schema is for").argParser(parsePostgres)).addOption(baseOption()).option("--output <file>", "write there instead of to standard output").addOption(configOption());
}
function baseOption() {
	return new Option("--base <url or file>", "start from a server’s schema, which is only read, or from what pg_dump wrote");
}
function verifying(command) {
	return command.addOption(baseOption()).addOption(new Option("--embedded", "on PGlite, inside this process; the default").conflicts([
		"container",
		"url",
		"local",
		"engine"
	])).addOption(new Option("--container [image]", "on a container of this image, by default postgres:17").conflicts([
		"url",
		"local",
		"engine"
	])).addOption(new Option("--local", "on a server of its own, started with programs of this machine").conflicts(["url", "engine"])).addOption(new Option("--engine <major>", "on a server that npm installed, of version 12 to 18").argParser(parsePostgres).conflicts(["url"])).option("--url <url>", "on this server, in a database that is made for the run and dropped after it").addOption(new Option("--postgres <major>", "the version that the server must have").argParser(parsePostgres)).addOption(new Option("--rows <number>", "put so many rows into every table before each migration").argParser(parseCount)).option("--down", "take each migration up, down and up again, and name what its down half leaves").option("--contend", "read and write the tables meanwhile, and tell for which statements that waits").option("--keep", "leave the database, and say how to connect to it").option("--behaviour", "try whether an UPDATE moves updated_at; the default", true).option("--no-behaviour", "do not try it");
}
function ruleSources(command) {
	return command.addOption(new Option("--rules <folder>", "a folder of rules of your own; may be repeated").argParser(collect)).addOption(configOption());
}

//#endregion
//#region src/cli/main.ts
/** Exit codes: see `docs` of the command line; 70 is EX_SOFTWARE of sysexits.h. */
const EXIT = {
	impossible: 2,
	fault: 70,
	interrupted: 130
};
process.stdout.on("error", (error) => {
	if (error.code === "EPIPE") process.exit(0);
	throw error;
});
try {
	await program().parseAsync(process.argv);
} catch (error) {
	process.exitCode = report(error);
}
function report(thrown) {
	const error = isStackExhausted(thrown) ? tooDeep() : thrown;
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.impossible;
	if (error instanceof UserError) {
		process.stderr.write(`schemalint: ${printable(error.message)}\n`);
		if (error.hint !== void 0) process.stderr.write(`  hint: ${printable(error.hint)}\n`);
		return EXIT.impossible;
	}
	if (error instanceof DOMException && error.name === "AbortError") return EXIT.interrupted;
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.stderr.write("schemalint: this should not have happened; please report it with the lines above\n");
	return EXIT.fault;
}

//#endregion
export {  };