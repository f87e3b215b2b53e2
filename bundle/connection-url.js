import { t as readServerAddress } from "./connection-url2.js";

export { readServerAddress };