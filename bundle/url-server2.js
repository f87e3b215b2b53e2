import "./names.js";
import { t as openUrlServer } from "./url-server.js";

export { openUrlServer };