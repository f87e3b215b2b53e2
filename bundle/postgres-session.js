import { t as connect } from "./postgres-session2.js";

export { connect };