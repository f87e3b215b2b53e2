// Made from a server of PostgreSQL 18 by: npx vitest run test/built-ins.test.ts -u
// biome-ignore-all format: it is made by a program

/** The types of pg_catalog by category, each with the name that format_type prints; `!` where it is preferred. */
export const TYPES: Readonly<Record<string, string>> = {
  A: 'int2vector=int2vector | oidvector=oidvector',
  B: 'bool=boolean!',
  D: 'date=date | time=time without time zone | timestamp=timestamp without time zone | timestamptz=timestamp with time zone! | timetz=time with time zone',
  G: 'box=box | circle=circle | line=line | lseg=lseg | path=path | point=point | polygon=polygon',
  I: 'cidr=cidr | inet=inet!',
  N: 'float4=real | float8=double precision! | int2=smallint | int4=integer | int8=bigint | money=money | numeric=numeric | oid=oid! | regclass=regclass | regcollation=regcollation | regconfig=regconfig | regdictionary=regdictionary | regnamespace=regnamespace | regoper=regoper | regoperator=regoperator | regproc=regproc | regprocedure=regprocedure | regrole=regrole | regtype=regtype',
  R: 'datemultirange=datemultirange | daterange=daterange | int4multirange=int4multirange | int4range=int4range | int8multirange=int8multirange | int8range=int8range | nummultirange=nummultirange | numrange=numrange | tsmultirange=tsmultirange | tsrange=tsrange | tstzmultirange=tstzmultirange | tstzrange=tstzrange',
  S: 'bpchar=character | name=name | text=text! | varchar=character varying',
  T: 'interval=interval!',
  U: 'aclitem=aclitem | bytea=bytea | cid=cid | gtsvector=gtsvector | json=json | jsonb=jsonb | jsonpath=jsonpath | macaddr=macaddr | macaddr8=macaddr8 | pg_lsn=pg_lsn | pg_snapshot=pg_snapshot | refcursor=refcursor | tid=tid | tsquery=tsquery | tsvector=tsvector | txid_snapshot=txid_snapshot | uuid=uuid | xid=xid | xid8=xid8 | xml=xml',
  V: 'bit=bit | varbit=bit varying!',
  Z: 'char="char" | pg_dependencies=pg_dependencies | pg_mcv_list=pg_mcv_list | pg_ndistinct=pg_ndistinct | pg_node_tree=pg_node_tree',
}

/** Range types: name, subtype, multirange. */
export const RANGES = 'daterange date datemultirange, int4range int4 int4multirange, int8range int8 int8multirange, numrange numeric nummultirange, tsrange timestamp tsmultirange, tstzrange timestamptz tstzmultirange'

/** To which other types values of a type are cast without being asked (pg_cast.castcontext = 'i'). */
export const IMPLICIT_CASTS: Readonly<Record<string, string>> = {
  bit: 'varbit',
  bpchar: 'name text varchar',
  char: 'text',
  cidr: 'inet',
  date: 'timestamp timestamptz',
  float4: 'float8',
  int2: 'float4 float8 int4 int8 numeric oid regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure regrole regtype',
  int4: 'float4 float8 int8 numeric oid regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure regrole regtype',
  int8: 'float4 float8 numeric oid regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure regrole regtype',
  macaddr: 'macaddr8',
  macaddr8: 'macaddr',
  name: 'text',
  numeric: 'float4 float8',
  oid: 'regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure regrole regtype',
  regclass: 'oid',
  regcollation: 'oid',
  regconfig: 'oid',
  regdictionary: 'oid',
  regnamespace: 'oid',
  regoper: 'oid regoperator',
  regoperator: 'oid regoper',
  regproc: 'oid regprocedure',
  regprocedure: 'oid regproc',
  regrole: 'oid',
  regtype: 'oid',
  text: 'bpchar name regclass varchar',
  time: 'interval timetz',
  timestamp: 'timestamptz',
  varbit: 'bit',
  varchar: 'bpchar name regclass text',
}
