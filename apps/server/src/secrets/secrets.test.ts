import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadSecretKey } from './load-secret-key.ts'
import { createSecretBox } from './secret-box.ts'

describe('a sealed secret (v5.0.0-13.3.1)', () => {
  const box = createSecretBox(randomBytes(32))
  const text = 'https://open.feishu.cn/open-apis/bot/v2/hook/秘密'

  test('opens with its key at its place', () => {
    expect(box.open(box.seal(text, 'row-1'), 'row-1')).toBe(text)
  })

  test('does not show its text, and looks different each time', () => {
    const [one, two] = [box.seal(text, 'row-1'), box.seal(text, 'row-1')]
    expect(one.includes(Buffer.from('feishu'))).toBe(false)
    expect(one.equals(two)).toBe(false)
  })

  test('opens neither at another place, nor with another key, nor when one bit was changed', () => {
    const sealed = box.seal(text, 'row-1')
    expect(box.open(sealed, 'row-2')).toBeNull()
    expect(createSecretBox(randomBytes(32)).open(sealed, 'row-1')).toBeNull()
    const changed = Buffer.from(sealed)
    changed[changed.length - 1]! ^= 1
    expect(box.open(changed, 'row-1')).toBeNull()
    expect(box.open(Buffer.alloc(3), 'row-1')).toBeNull()
  })
})

describe('the key', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yingce-key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('is made once, readable by its owner only, also when two start at once', async () => {
    const keys = await Promise.all([loadSecretKey(folder, null), loadSecretKey(folder, null)])
    expect(keys[0].equals(keys[1])).toBe(true)
    expect((await loadSecretKey(folder, null)).equals(keys[0])).toBe(true)
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  test('of the settings wins, and no file is made', async () => {
    const given = randomBytes(32)
    expect(await loadSecretKey(folder, given)).toBe(given)
    await expect(readFile(join(folder, 'secret.key'))).rejects.toThrow('ENOENT')
  })

  test('that is no key is told with what to do', async () => {
    await writeFile(join(folder, 'secret.key'), 'short')
    await expect(loadSecretKey(folder, null)).rejects.toThrow('restore it from a backup')
  })
})
