import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { spawn } from 'node:child_process'

const root = resolve(import.meta.dirname, '..')
const web = join(root, 'apps/web')
/** Inside the result, so that whoever deletes the result deletes the stamp too. */
const STAMP = '.built-from'

/** All that decides how the web comes out. */
const SOURCES = [
  'apps/web',
  'packages/domain',
  'packages/contracts',
  'package-lock.json',
  'tsconfig.base.json',
]
const IGNORED = /(^|\/)(dist|node_modules|coverage|test-results)(\/|$)|\.test\.tsx?$/

export interface BuildResult {
  /** Folder with index.html. */
  readonly folder: string
  readonly hasBuilt: boolean
}

/**
 * Builds the web into apps/web/dist unless what lies there was built from
 * exactly these sources (checked by content, some 20 ms). The new pages take the
 * place of the old ones only when they are complete, so a build that fails or is
 * interrupted changes nothing.
 *
 * @param onProgress told once, before a build begins (it takes several seconds)
 * @throws Error with the bundler's output when the sources do not build
 */
export async function buildWebIfStale(
  onProgress: (message: string) => void = () => undefined,
): Promise<BuildResult> {
  const folder = join(web, 'dist')
  const sources = hashOfSources(root)
  if ((await builtFrom(folder)) === sources && existsSync(join(folder, 'index.html')))
    return { folder, hasBuilt: false }
  onProgress('Building the web pages (first start, or their sources changed) …')
  const unfinished = join(root, '.cache', `web-${process.pid}`)
  try {
    await runVite(unfinished)
    await writeFile(join(unfinished, STAMP), sources)
    await rm(folder, { recursive: true, force: true })
    await rename(unfinished, folder).catch(async (error: unknown) => {
      // Another start may have put the same pages there a moment before.
      if ((await builtFrom(folder)) !== sources) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return { folder, hasBuilt: true }
}

function builtFrom(folder: string): Promise<string | null> {
  return readFile(join(folder, STAMP), 'utf8').catch(() => null)
}

/**
 * One hash over the names and contents of everything that decides how the web
 * comes out. Reads synchronously: for hundreds of small files that is several
 * times faster, and nothing else waits yet.
 */
export function hashOfSources(project: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesOf(project, source)) {
      hash.update(`${file}\0`)
      hash.update(readFileSync(join(project, file)))
      hash.update('\0')
    }
  }
  return hash.digest('hex')
}

function filesOf(project: string, path: string): string[] {
  const entry = statSync(join(project, path), { throwIfNoEntry: false })
  if (entry === undefined) return []
  if (entry.isFile()) return [path]
  return readdirSync(join(project, path), { withFileTypes: true })
    .map((child) => `${path}/${child.name}`)
    .filter((child) => !IGNORED.test(child))
    .toSorted()
    .flatMap((child) => filesOf(project, child))
}

/** In a process of its own: the bundler's memory is given back, and a server that listens stays responsive. */
async function runVite(outDir: string): Promise<void> {
  const vite = join(
    dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  )
  const args = [vite, 'build', '--logLevel', 'warn', '--outDir', outDir, '--emptyOutDir']
  const child = spawn(process.execPath, args, {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail)
    child.on('close', done)
  })
  if (code !== 0)
    throw new Error(
      `The web pages could not be built (vite ended with ${code}):\n${stripVTControlCharacters(output)}`,
    )
}
