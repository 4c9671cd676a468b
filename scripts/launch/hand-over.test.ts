import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../check/run-tool.ts'
import { packagedNode } from './node-24.mjs'

let folder: string
let script: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yingce-launch-'))
  script = join(folder, 'script.ts')
  writeFileSync(
    script,
    // It tells of itself once it hears signals: who waits for the line may send one.
    `const [mode]: string[] = process.argv.slice(2)
    process.on('SIGTERM', () => { console.log('SIGTERM'); process.exit(5) })
    process.on('SIGINT', () => { console.log('SIGINT') })
    console.log(JSON.stringify({ pid: process.pid, args: process.argv.slice(2), flags: process.execArgv, major: Number.parseInt(process.versions.node, 10), cache: process.env.NODE_COMPILE_CACHE }))
    if (mode === 'wait') setInterval(() => undefined, 1000)
    if (mode === 'fail') process.exitCode = 7`,
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function launch(words: readonly string[], options: { env?: NodeJS.ProcessEnv; detached?: boolean } = {}) {
  const child = spawn(process.execPath, [join(root, 'scripts/run.mjs'), ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  })
  return { child, output: collect(child) }
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return () => text
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null]
  return code
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20)
}

interface Told {
  readonly pid: number
  readonly args: readonly string[]
  readonly flags: readonly string[]
  readonly major: number
  readonly cache: string
}

const told = (output: string) => JSON.parse(output.split('\n')[0] ?? '') as Told

describe('the launcher', () => {
  test('runs a script on Node 24 with the words that follow its name, in its own process', async () => {
    const { child, output } = launch([script, 'a', '--b', 'c d'])
    expect(await endOf(child)).toBe(0)
    expect(told(output())).toMatchObject({ args: ['a', '--b', 'c d'], major: 24, flags: [] })
    expect(told(output()).cache).toContain('.cache')
    // Another Node than the packaged one hands over to it, in a child.
    if (packagedNode(root) === process.execPath) expect(told(output()).pid).toBe(child.pid)
  })

  test('gives the flags before the name to Node, and ends with the code of the script', async () => {
    const { child, output } = launch(['--max-semi-space-size=4', script, 'fail'])
    expect(await endOf(child)).toBe(7)
    expect(told(output())).toMatchObject({ args: ['fail'], flags: ['--max-semi-space-size=4'] })
  })

  test('without a script it says how it is used', async () => {
    expect(await endOf(launch([]).child)).toBe(2)
  })

  test.each([[[]], [['--max-semi-space-size=4']]])('SIGTERM stops the script (flags: %j)', async (flags) => {
    const { child, output } = launch([...flags, script, 'wait'])
    await until(() => output().includes('\n'))
    child.kill('SIGTERM')
    expect(await endOf(child)).toBe(5)
    expect(output()).toContain('SIGTERM')
  })

  test('Ctrl+C reaches the script once, not twice', async () => {
    const { child, output } = launch(['--max-semi-space-size=4', script, 'wait'], { detached: true })
    await until(() => output().includes('\n'))
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await until(() => output().includes('SIGINT'))
    await sleep(300) // in which a second one would come
    child.kill('SIGTERM')
    await endOf(child)
    expect(output().match(/SIGINT/g)).toHaveLength(1)
  })

  test('the script ends when npm, which started it, is gone', async () => {
    const inBetween = spawn(
      'sh',
      ['-c', `"${process.execPath}" "${join(root, 'scripts/run.mjs')}" "${script}" wait; true`],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_lifecycle_event: 'start' } },
    )
    const output = collect(inBetween)
    await until(() => output().includes('\n'))
    inBetween.kill('SIGKILL')
    await until(() => output().includes('SIGTERM'))
  })
})
