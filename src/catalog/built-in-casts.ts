// Made from a server of PostgreSQL 18 by: npx vitest run test/built-ins.test.ts -u
// biome-ignore-all format: it is made by a program

/**
 * To which types values of a type are cast without a change of their bytes (pg_cast.castmethod = 'b').
 * Types of the extensions citext, earthdistance, hstore, intarray, ltree, pg_trgm, pgcrypto, unaccent, uuid-ossp are without their schema.
 */
export const BINARY_COERCIBLE: ReadonlyMap<string, readonly string[]> = new Map([
  ['bit', ['bit varying']],
  ['bit varying', ['bit']],
  ['character varying', ['character', 'citext', 'text']],
  ['cidr', ['inet']],
  ['citext', ['character', 'character varying', 'text']],
  ['integer', ['oid', 'regclass', 'regcollation', 'regconfig', 'regdictionary', 'regnamespace', 'regoper', 'regoperator', 'regproc', 'regprocedure', 'regrole', 'regtype']],
  ['oid', ['integer', 'regclass', 'regcollation', 'regconfig', 'regdictionary', 'regnamespace', 'regoper', 'regoperator', 'regproc', 'regprocedure', 'regrole', 'regtype']],
  ['pg_dependencies', ['bytea']],
  ['pg_mcv_list', ['bytea']],
  ['pg_ndistinct', ['bytea']],
  ['pg_node_tree', ['text']],
  ['regclass', ['integer', 'oid']],
  ['regcollation', ['integer', 'oid']],
  ['regconfig', ['integer', 'oid']],
  ['regdictionary', ['integer', 'oid']],
  ['regnamespace', ['integer', 'oid']],
  ['regoper', ['integer', 'oid', 'regoperator']],
  ['regoperator', ['integer', 'oid', 'regoper']],
  ['regproc', ['integer', 'oid', 'regprocedure']],
  ['regprocedure', ['integer', 'oid', 'regproc']],
  ['regrole', ['integer', 'oid']],
  ['regtype', ['integer', 'oid']],
  ['text', ['character', 'character varying', 'citext']],
  ['xml', ['character', 'character varying', 'text']],
])
