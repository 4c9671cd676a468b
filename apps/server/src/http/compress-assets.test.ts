import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressAssets } from './compress-assets.ts'

test('each file worth it gets a .br and a .gz of the same content, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yingce-assets-'))
  const assets = join(folder, 'assets')
  await mkdir(assets)
  const script = 'const a = 1;\n'.repeat(500)
  await writeFile(join(assets, 'app-1.js'), script)
  await writeFile(join(assets, 'tiny-1.js'), 'x')
  await writeFile(join(assets, 'photo-1.png'), script)
  expect(await compressAssets(folder)).toBe(1)
  expect((await readdir(assets)).toSorted()).toEqual([
    'app-1.js',
    'app-1.js.br',
    'app-1.js.gz',
    'photo-1.png',
    'tiny-1.js',
  ])
  expect(brotliDecompressSync(await readFile(join(assets, 'app-1.js.br'))).toString()).toBe(script)
  expect(gunzipSync(await readFile(join(assets, 'app-1.js.gz'))).toString()).toBe(script)
  expect(await compressAssets(folder)).toBe(0)
  await rm(folder, { recursive: true })
})
