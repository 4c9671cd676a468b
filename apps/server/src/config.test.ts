import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('without settings it serves this machine on port 8130 with a database of its own', () => {
  expect(readConfig({}, [])).toMatchObject({
    port: 8130,
    host: '127.0.0.1',
    databaseUrl: null,
    publicUrl: null,
    logLevel: 'info',
    trustProxy: [],
  })
})

test('a flag wins over the environment', () => {
  expect(readConfig({ PORT: '1', DATA_DIR: '/a' }, ['--port', '2', '--host=0.0.0.0'])).toMatchObject({
    port: 2,
    host: '0.0.0.0',
    dataDir: '/a',
  })
})

describe('a wrong value is refused with a sentence', () => {
  test.each([
    [{ PORT: '80a' }, [], 'PORT is “80a”'],
    [{ PORT: '70000' }, [], 'PORT is “70000”'],
    [{ DATABASE_URL: 'mysql://x' }, [], 'DATABASE_URL is not the address of a PostgreSQL database'],
    [{ PUBLIC_URL: 'plans.example.com' }, [], 'PUBLIC_URL is “plans.example.com”'],
    [{ PUBLIC_URL: 'https://a.example/path' }, [], 'PUBLIC_URL is'],
    [{ LOG_LEVEL: 'loud' }, [], 'LOG_LEVEL is “loud”'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, [], 'TRUST_PROXY has “10.0.0.0/33”'],
    [{ TRUST_PROXY: 'true' }, [], 'TRUST_PROXY has “true”'],
    [{}, ['--prot', '1'], 'Known flags: --port'],
    [{}, ['extra'], 'Known flags: --port'],
  ])('%o %o', (env, argv, sentence) => {
    expect(() => readConfig(env, argv)).toThrow(ConfigError)
    expect(() => readConfig(env, argv)).toThrow(sentence)
  })

  test('a password in DATABASE_URL is not repeated', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:secret@h/d' }, [])).not.toThrow(/secret/)
  })
})
