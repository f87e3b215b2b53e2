import { t as UserError } from "./user-error.js";

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
export { readServerAddress as t };