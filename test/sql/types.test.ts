import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { foldSql } from '../support/read-sql.ts'

const spellings = `
  int|INTEGER|int4|int2|int8|smallint|bigint|serial|bigserial|smallserial|serial8|real|float|float(1)|float(30)|float4|float8
  double precision|numeric|numeric(10)|numeric(10,2)|decimal(5,1)|dec|numeric(3,-2)|money|bool|boolean
  char|char(3)|character(10)|bpchar|"char"|varchar|varchar(20)|character varying(7)|char varying|national character(4)|nchar varying(5)|text|name
  bit|bit(3)|bit varying|bit varying(9)|varbit|bytea
  date|time|time(3)|time with time zone|timetz(2)|timestamp|timestamp(3)|timestamp with time zone|timestamptz(0)|timestamp(6) without time zone
  interval|interval(3)|interval year|interval day to second(2)|interval hour to minute|interval second(3)
  uuid|json|jsonb|jsonpath|xml|inet|cidr|macaddr|macaddr8|point|box|circle|line|lseg|path|polygon|tsvector|tsquery
  int4range|tstzrange|datemultirange|oid|regclass|xid8|pg_lsn|int[]|integer[3][4]|text array|varchar(3)[]|timestamptz[]|numeric(4,2) array[2]
  pg_catalog.int4|pg_catalog.timestamp|pg_catalog."varchar"|mood|mood[]|app.mood|"My Type"|positive|app.pair|floats|orders|"int"
`
  .trim()
  .split(/[|\n]/)
  .map((each) => each.trim())

test('types are spelled as format_type spells them', async () => {
  const setup = `
    create schema app;
    create type mood as enum ('good'); create type app.mood as enum ('bad'); create type "My Type" as (a integer);
    create domain positive as integer; create type app.pair as (a integer, b integer);
    create type floats as range (subtype = float8); create table orders (id integer); create type "int" as enum ('a');`
  const table = `create table t (${spellings.map((type, index) => `c${index} ${type}`).join(', ')});`
  const server = await PGlite.create()
  await server.exec(setup + table)
  await server.exec(`set search_path = ''`)
  const { rows } = await server.query<{ type: string }>(
    `select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = 'public.t'::regclass and attnum > 0 order by attnum`,
  )
  await server.close()
  const { catalog } = await foldSql(setup + table)
  const read = catalog.tables.get('public.t')!.columns.map((column) => column.type)
  expect(spellings.map((type, index) => `${type} is ${read[index]}`)).toEqual(
    spellings.map((type, index) => `${type} is ${rows[index]?.type}`),
  )
})

test("PostGIS's types are spelled as its own output function spells them", async () => {
  // As PostGIS 3.3 on PostgreSQL 15 printed them; it is not among the servers of these tests.
  const printed = {
    'geometry(point)': 'geometry(Point)',
    'geometry(POINTZ, 4326)': 'geometry(PointZ,4326)',
    "geometry('linestringzm')": 'geometry(LineStringZM)',
    'geometry(geometry, 3857)': 'geometry(Geometry,3857)',
    'geography(point)': 'geography(Point,4326)',
    geography: 'geography',
    'geography(multipolygonM, 4326)': 'geography(MultiPolygonM,4326)',
    'geometry(point, 0)': 'geometry(Point)',
    'geometry(geometryz)': 'geometry(GeometryZ)',
    'geometry(geometry)': 'geometry',
    'geography(geometry)': 'geography(Geometry,4326)',
    'geometry("PointZM", 4326)[]': 'geometry(PointZM,4326)[]',
    'geometry(MultiCurveZ, 25833)': 'geometry(MultiCurveZ,25833)',
  }
  const columns = Object.keys(printed).map((type, place) => `c${place} ${type}`)
  const { catalog } = await foldSql(`create extension postgis; create table t (${columns.join(', ')});`)
  const types = catalog.tables.get('public.t')!.columns.map(({ type }) => type.replace(/^public\./, ''))
  expect(types).toEqual(Object.values(printed))
})
