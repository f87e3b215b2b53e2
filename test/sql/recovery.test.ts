import { describe, expect, test } from 'vitest'
import { MAXIMUM_LENGTH } from '../../src/sql/read-script.ts'
import { foldSql, readSql, refusalsIn } from '../support/read-sql.ts'

const good = 'create table a (id integer);'

describe('one statement that does not parse leaves the others readable', () => {
  test.each([
    ['first', 'create tabel b ();', `create tabel b (); ${good}`],
    ['in the middle', 'create tabel b ();', `${good} create tabel b (); create table c (id integer);`],
    ['last, without a semicolon', 'create tabel b', `${good} create tabel b`],
    ['with a bracket that is not closed', 'b (id integer;', `${good} create table b (id integer; create table c ();`],
    ['with a bracket that is not opened', 'b id);', `create table b id); ${good}`],
    ['with a number that ends in letters', '1abc', `select 1abc; ${good}`],
    [
      'beside a function with semicolons in it',
      'begin',
      `create function f() returns trigger language plpgsql as $$ begin; end $$; ${good} create tabel b;`,
    ],
  ])('%s', async (_, __, text) => {
    const { catalog, actions } = await foldSql(text)
    expect(catalog.tables.has('public.a')).toBe(true)
    expect(actions.filter((action) => action.kind === 'unparsed')).toHaveLength(1)
  })
})

test.each([
  ["select 'open; select 1;", 'unterminated quoted string'],
  ['select "open; select 1;', 'unterminated quoted identifier'],
  ['do $x$ begin; select 1;', 'unterminated dollar-quoted string'],
  ["select E'it\\'; select 1;", 'unterminated quoted string'],
  [`${good} /* open; select 1;`, 'unterminated /* comment'],
  [`/* open; ${good}`, 'unterminated /* comment'],
])('%s is told where it begins', async (text, reason) => {
  const [[place, told] = ['', ''], ...others] = await refusalsIn(text)
  expect(told).toBe(reason)
  expect(others).toEqual([])
  expect(text).toContain(place)
  expect(place).toMatch(/^['"$/E]/)
})

describe('what is meant is told where a word is nearly right', () => {
  test.each([
    ['alter table t ad column a integer', 'ad', 'did you mean ADD?'],
    ['alter table t drpo column a', 'drpo', 'did you mean DROP?'],
    ['alter tabel t add column a integer', 'tabel', 'did you mean TABLE?'],
    ['craete table t ()', 'craete', 'did you mean CREATE?'],
    ['create table t (id integer primry key)', 'primry', 'did you mean PRIMARY?'],
    ['create table t (id integer not nul)', 'nul', 'did you mean NULL?'],
    ['create uniqe index on t (a)', 'uniqe', 'did you mean UNIQUE?'],
    ['delete form t', 'form', 'did you mean FROM?'],
    ['insert itno t values (1)', 'itno', 'did you mean INTO?'],
    ['select a from t wehre a = 1', 'a', 'did you mean WHERE instead of wehre?'],
    ['updaet t set a = 1', 'updaet', 'did you mean UPDATE?'],
    ['select 1 frobnicate 2', '2', undefined],
    ['alter table t ünbekannt', 'ünbekannt', undefined],
  ])('%s', async (text, place, hint) => {
    const [[at, told] = ['', '']] = await refusalsIn(text)
    expect(at).toBe(place)
    if (hint === undefined) expect(told).not.toContain('did you mean')
    else expect(told).toContain(hint)
  })
})

describe('places are those of the file', () => {
  test.each(['€', '🦀', 'e\u0301', 'ß\r\n', '\ufeff', '-- ü\n', "select '🦀🦀';\r\n"])('after %j', async (before) => {
    const text = `${before === '€' || before === '🦀' || before === 'e\u0301' ? `select '${before}'; ` : before.startsWith('ß') ? `/* ${before}*/ ` : before}alter table t ad column a integer;`
    expect((await refusalsIn(text)).map(([place]) => place)).toEqual(['ad'])
  })

  test('of every statement', async () => {
    const text = "\ufeff-- größe\r\nselect '🦀' ;\r\n\r\n/* € */ create table ü (a integer) -- end\r\n;drop table ü"
    const spans = (await readSql(text)).map(({ span }) => text.slice(span.start, span.end))
    expect(spans).toEqual(["select '🦀'", 'create table ü (a integer)', 'drop table ü'])
  })
})

describe('text that is no SQL at all', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t\r\n'],
    ['a byte order mark', '\ufeff'],
    ['comments', '-- one\n/* two /* three */ */\n'],
    ['semicolons', ';;\n;'],
    ['what psql reads', "\\set ON_ERROR_STOP on\n\\echo it's done\n"],
  ])('%s', async (_, text) => {
    expect(await readSql(text)).toEqual([])
  })

  test('a NUL byte is refused where it is', async () => {
    const text = `${good}\0${good}`
    expect(await refusalsIn(text)).toEqual([[expect.stringMatching(/^\0/), expect.stringContaining('NUL')]])
  })

  test('rows of COPY are left out, and what comes after them is read', async () => {
    const text = `${good}\ncopy a (id) from stdin;\n1\tit's; ( $$\n\\.\ncreate table b ();\n\\connect other\ncreate table c ();`
    const { actions, catalog } = await foldSql(text)
    expect(actions.map((action) => action.kind)).toEqual(['createTable', 'changeRows', 'createTable', 'createTable'])
    expect([...catalog.tables.keys()]).toEqual(['public.a', 'public.b', 'public.c'])
  })

  test('rows of COPY are left out whatever stands before it', async () => {
    const { actions } = await foldSql(
      `${good}\n\n--\n-- Rows\n--\n\n\n\n/* of */\n--\n\ncopy a (id) from stdin;\n1\tit's\n\\.\n`,
    )
    expect(actions.map((action) => action.kind)).toEqual(['createTable', 'changeRows'])
  })

  test('COPY in a comment or a string begins no rows', async () => {
    const { catalog } = await foldSql(
      `-- copy a from stdin;\ncomment on schema public is 'copy a from stdin;';\n${good}`,
    )
    expect(catalog.tables.has('public.a')).toBe(true)
  })
})

describe('what is too much ends in a finding and not in a crash', () => {
  test('an expression of 10,000 terms', async () => {
    const text = `select ${Array.from({ length: 10_000 }, (_, index) => index).join(' + ')}; ${good}`
    const { actions } = await foldSql(text)
    expect(actions.length).toBeGreaterThanOrEqual(1)
  })

  test.each([
    ['brackets', '(', '1', ')'],
    ['arrays', 'array[', '1', ']'],
    ['CASE', 'case when true then ', '1', ' end'],
    ['negations', 'not ', 'true', ''],
    ['subqueries', '(select ', '1', ')'],
  ])('20,000 nested %s', async (_, open, core, close) => {
    const deep = `select ${open.repeat(20_000)}${core}${close.repeat(20_000)};`
    const { actions, catalog } = await foldSql(`${good}\n${deep}\ncreate table b ();`)
    expect(actions.length).toBeGreaterThan(0)
    expect(actions.some((action) => action.kind === 'unparsed') || catalog.tables.has('public.b')).toBe(true)
  })

  test('a default that is nested deeply', async () => {
    const deep = `${'('.repeat(900)}1${')'.repeat(900)}`
    const { catalog } = await foldSql(`create table t (a integer default ${deep}, check (${deep} > 0));`)
    expect(catalog.tables.has('public.t')).toBe(true)
  })

  test('a file of more than the largest length', async () => {
    const text = `${good}\n${'-- 60 characters of a comment that says nothing at all ......\n'.repeat(100_000)}`
    expect(text.length).toBeGreaterThan(MAXIMUM_LENGTH)
    expect(await refusalsIn(text)).toHaveLength(1)
  })

  test('many statements', async () => {
    const text = Array.from({ length: 3_000 }, (_, index) => `create table t${index} (id integer primary key);`).join(
      '\n',
    )
    expect((await foldSql(text)).catalog.tables.size).toBe(3_000)
  })
})
