import { describe, expect, test } from 'vitest'
import { emptyCatalog } from '../../src/catalog/empty-catalog.ts'
import { foldSql, readSql } from '../support/read-sql.ts'

describe('semicolons that end no statement', () => {
  test.each([
    [
      'in dollar quotes',
      'create function f() returns integer language sql as $a$ select 1; select $$;$$; $a$; select 2;',
      2,
    ],
    [
      'in BEGIN ATOMIC',
      'create function f() returns integer begin atomic select 1; select case when true then 2 end; end; select 2;',
      2,
    ],
    ['in a rule', 'create rule r as on insert to t do also (select 1; select 2); select 3;', 2],
    ['in strings, names and comments', `select 'a;b', "c;d" -- ;\n /* ; */ ; select 2`, 2],
  ])('%s', async (_, text, count) => {
    expect(await readSql(text)).toHaveLength(count)
    // Where another statement does not parse, the text is cut at its semicolons.
    const statements = await readSql(`${text.replace(/;?\s*$/, ';')} selct 1;`)
    expect(statements.map((statement) => statement.parsed)).toEqual([...Array(count).fill(true), false])
  })
})

describe('names are looked up as the server looks them up', () => {
  const schemas = 'create schema app; create table app.t (id integer); create table public.t (id integer);'

  test.each([
    ['without a search_path in public', `${schemas} alter table t add a integer;`, 'public.t'],
    [
      'in the first schema that has it',
      `${schemas} set search_path = app, public; alter table t add a integer;`,
      'app.t',
    ],
    [
      'in a later schema',
      `${schemas} drop table app.t; set search_path to app, public; alter table t add a integer;`,
      'public.t',
    ],
    [
      'made in the first schema',
      `${schemas} set search_path = app; create table u (id integer); alter table u add a integer;`,
      'app.u',
    ],
    [
      'after RESET in public again',
      `${schemas} set search_path = app; reset search_path; alter table t add a integer;`,
      'public.t',
    ],
    [
      'as pg_dump sets it',
      `${schemas} select pg_catalog.set_config('search_path', '', false); alter table app.t add a integer;`,
      'app.t',
    ],
    [
      'quoted',
      'create schema "App"; create table "App"."T" (); set search_path = "App"; alter table "T" add a integer;',
      '"App"."T"',
    ],
  ])('%s', async (_, text, table) => {
    const { actions } = await foldSql(text)
    expect(actions.at(-1)).toMatchObject({ kind: 'addColumn', table })
  })
})

const TABLE = 'create table made ()'

describe('DO blocks', () => {
  test.each([
    ['static statements', 'begin create table a (id integer); end', ['createTable']],
    [
      'IF NOT EXISTS over a system catalog',
      "begin if not exists (select from pg_type where typname = 'mood') then create type mood as enum ('a'); end if; end",
      ['createEnum'],
    ],
    [
      'a handler that ignores what is there already',
      "begin create type mood as enum ('a'); exception when duplicate_object then null; end",
      ['createEnum'],
    ],
    ['EXECUTE of a constant', "begin execute 'create table a ()'; end", ['createTable']],
    ['EXECUTE of what is not known', "begin execute current_setting('a.b'); end", ['unmodelled']],
    ['a loop without an end', 'begin loop create table a (); end loop; end', ['unmodelled']],
    ['a loop to what is not known', 'begin for i in 1..random() loop create table a (); end loop; end', ['unmodelled']],
    [
      'a loop of two turns',
      "begin for i in 1..2 loop execute 'create table t' || i || ' ()'; end loop; end",
      ['createTable', 'createTable'],
    ],
    [
      'loops with more turns together than are read',
      `begin for i in 1..2000 loop for j in 1..2000 loop perform 1; end loop; end loop; ${TABLE}; end`,
      ['unmodelled'],
    ],
    [
      'a text that is doubled until no memory would be left',
      `declare a text := 'x'; begin for i in 1..60 loop a := a || a; end loop; execute a; ${TABLE}; end`,
      ['unmodelled', 'createTable'],
    ],
    [
      'a text that grows by what it is put together of',
      `declare a text := 'x'; begin for i in 1..9 loop a := format(replace(a, 'x', 'x%1$s%1$s%1$sx'), a, a, a); end loop;
       for i in 1..9 loop a := replace(a, 'x', a); end loop; execute a; ${TABLE}; end`,
      ['unmodelled', 'createTable'],
    ],
    [
      'a loop that may be left',
      `begin for i in 1..2 loop if random() < 1 then exit; end if; ${TABLE}; end loop; end`,
      ['unmodelled'],
    ],
    [
      'after a loop that may be left',
      `begin for i in 1..2 loop exit when random() < 1; end loop; ${TABLE}; end`,
      ['createTable'],
    ],
    [
      'a loop over rows of users',
      `declare r record; begin for r in select a from u loop ${TABLE}; end loop; end`,
      ['unmodelled'],
    ],
    [
      'a loop over relations of the server too',
      `declare r record; begin for r in select from pg_tables loop ${TABLE}; end loop; end`,
      ['unmodelled'],
    ],
    [
      'a loop over functions',
      `declare r record; begin for r in select from pg_proc loop ${TABLE}; end loop; end`,
      ['unmodelled'],
    ],
    [
      'a text that is compared with that of a view',
      `begin if pg_get_viewdef('v') like '%a%' then ${TABLE}; end if; end`,
      ['unmodelled'],
    ],
    [
      'a version that a minor release decides',
      `begin if current_setting('server_version_num')::int > 180003 then ${TABLE}; end if; end`,
      ['unmodelled'],
    ],
    [
      'a version that is older',
      `begin if current_setting('server_version_num')::int < 170000 then ${TABLE}; end if; end`,
      [],
    ],
    ['RAISE only', "begin raise notice 'hello'; end", []],
  ])('%s', async (_, body, kinds) => {
    const { actions } = await foldSql(`create table u (a integer); create view v as select a from u; do $$ ${body} $$;`)
    const doing = actions.slice(2).filter(({ kind }) => kind !== 'readRows' && kind !== 'leaveCatalog')
    expect(doing.map((action) => action.kind)).toEqual(kinds)
  })

  test('what a condition guards is not done twice', async () => {
    const guarded =
      "do $$ begin if not exists (select from pg_type where typname = 'mood') then create type mood as enum ('a'); end if; end $$;"
    const { actions } = await foldSql(`create type mood as enum ('b'); ${guarded}`)
    expect(actions.map((action) => action.kind)).toEqual(['createEnum', 'leaveCatalog'])
  })
})

describe('the fields of NEW that a trigger function assigns', () => {
  test.each([
    ['new.updated_at := now();', ['updated_at']],
    ['NEW.updated_at = now();', ['updated_at']],
    ['new."updatedAt" := now();', ['updatedAt']],
    ['new.a := 1; new.b := 2; new.a := 3;', ['a', 'b']],
    ['select now() into new.updated_at;', ['updated_at']],
    ['select 1, 2 into new.a, new.b;', ['a', 'b']],
    ['if true then new.a := 1; else new.b := 2; end if;', ['a', 'b']],
    ['for i in 1..2 loop new.a := i; end loop;', ['a']],
    ['begin new.a := 1; exception when others then new.b := 2; end;', ['a', 'b']],
    ['case when true then new.a := 1; else null; end case;', ['a']],
    ['new := old;', 'any'],
    ['select * into new from orders;', 'any'],
    ['old.a := 1;', []],
    ["perform new.a; raise notice '%', new.b;", []],
    ["execute 'select 1' into new.a;", ['a']],
    ["-- new.a := 1;\n perform 'new.a := 1';", []],
    ['if new.a = 1 then return old; end if;', []],
  ])('%s', async (body, assigned) => {
    const { catalog } = await foldSql(
      `create function f() returns trigger language plpgsql as $$ begin ${body} return new; end $$;`,
    )
    expect(catalog.functions.get('public.f()')?.assignsNew).toEqual(assigned)
  })

  test('a body that is not PL/pgSQL, or does not parse, may assign any', async () => {
    const { catalog } = await foldSql(`
      create function a() returns trigger language plperl as $$ $_TD->{new}{a} = 1; return "MODIFY"; $$;
      create function b() returns trigger language plpgsql as $$ begin nonsense here $$;`)
    expect([...catalog.functions.values()].map((each) => each.assignsNew)).toEqual(['any', 'any'])
  })
})

test.each([
  ['current_user', 'in another session'],
  ['session_user', 'in another session'],
  ['all', 'in every session'],
])('ALTER ROLE %s SET search_path is named, for what names mean %s depends on it', async (role) => {
  const [statement] = await readSql(`alter role ${role} set search_path = app`)
  const kinds = statement!.actions(emptyCatalog(17), 17).map((each) => each.kind)
  expect(kinds).toEqual(['unmodelled', 'leaveCatalog'])
  const [other] = await readSql(`alter role ${role} set work_mem = '1MB'`)
  expect(other!.actions(emptyCatalog(17), 17).map((each) => each.kind)).toEqual(['leaveCatalog'])
})
