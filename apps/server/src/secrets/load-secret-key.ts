import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '../config.ts'
import { KEY_BYTES } from './secret-box.ts'

const FILE = 'secret.key'
const OWNER_ONLY = 0o600

/**
 * The key of SECRET_KEY, else of the file in the data folder, which is made at
 * the first start and readable by its owner only. Two first starts at once agree
 * on the file that was there first.
 *
 * @throws ConfigError when the file holds no key
 */
export async function loadSecretKey(dataDir: string, given: Buffer | null): Promise<Buffer> {
  if (given !== null) return given
  const file = join(dataDir, FILE)
  await mkdir(dataDir, { recursive: true })
  await makeKey(file)
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  if (key.length !== KEY_BYTES)
    throw new ConfigError(
      `${file} does not hold a key of ${KEY_BYTES} bytes in base64: restore it from a backup, or delete it and enter the addresses of robots and the mail password again.`,
    )
  return key
}

/** Written beside it and linked into place whole, so that nobody reads half a key. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: OWNER_ONLY, flag: 'wx' })
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
}
