import { expect, test } from 'vitest'
import { readServerAddress } from '../../src/database/connection-url.ts'
import { UserError } from '../../src/text/user-error.ts'

test.each([
  ['postgresql://me@localhost/app', ['postgresql://me@localhost/x']],
  ['postgres://me:p%40ss@127.0.0.1:6000', ['postgresql://me:p%40ss@127.0.0.1:6000/x']],
  ['postgresql:///app', ['postgresql://localhost/x']],
  ['postgresql://me@/app?host=/run/pg', ['postgresql://me@localhost/x?host=/run/pg']],
  ['postgresql+psycopg://me@[::1]/app', ['postgresql://me@[::1]/x']],
  ['postgresql://db.example/app', ['postgresql://db.example/x?sslmode=require&uselibpqcompat=true']],
  ['postgresql://db.example/app?sslmode=disable', ['postgresql://db.example/x?sslmode=disable&uselibpqcompat=true']],
  [
    'postgresql://localhost/app?sslmode=prefer',
    [
      'postgresql://localhost/x?sslmode=require&uselibpqcompat=true',
      'postgresql://localhost/x?sslmode=disable&uselibpqcompat=true',
    ],
  ],
  ['postgresql://db.example/app?sslmode=no-verify', ['postgresql://db.example/x?sslmode=no-verify']],
  ['postgresql://db.example/app?ssl=true', ['postgresql://db.example/x?ssl=true']],
])('%s', (url, expected) => {
  expect(readServerAddress(url).urlsFor('x')).toEqual(expected)
})

test('people are told the place without user and password', () => {
  expect(readServerAddress('postgresql://me:secret@db.example/app').place).toBe('db.example:5432')
})

test.each(['db.example/app', 'mysql://localhost', 'postgresql://me:sec ret@h:port/x'])('%s is refused', (url) => {
  expect(() => readServerAddress(url)).toThrow(UserError)
})
