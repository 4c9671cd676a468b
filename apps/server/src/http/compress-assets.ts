import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const WORTH_IT = /\.(js|css|svg|json|wasm|woff)$/
const MIN_BYTES = 1024
/** From 10 on brotli takes ten times as long for one percent less. */
const BROTLI_QUALITY = 9

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * Leaves a `.br` and a `.gz` beside each file of the built page that has none
 * yet, one file after the other: hashed names do not change, so this is done
 * once per build.
 *
 * @returns how many files were compressed
 */
export async function compressAssets(folder: string): Promise<number> {
  const assets = join(folder, 'assets')
  const names = new Set(await readdir(assets))
  let count = 0
  for (const name of names) {
    if (!WORTH_IT.test(name) || (names.has(`${name}.br`) && names.has(`${name}.gz`))) continue
    const path = join(assets, name)
    if ((await stat(path)).size < MIN_BYTES) continue
    const bytes = await readFile(path)
    await place(
      `${path}.br`,
      await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    )
    await place(`${path}.gz`, await toGzip(bytes))
    count += 1
  }
  return count
}

/** Never half a file under the name that is served. */
async function place(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
}
