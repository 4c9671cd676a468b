import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const MEGABYTE = 1024 * 1024

interface InstallSize {
  /** What runs: Node, PostgreSQL, the server's and the page's packages, our sources, the built page. */
  readonly runtimeMb: number
  /** As `npm start` leaves it, with the tools that build the page and check the project. */
  readonly withToolsMb: number
}

interface LockEntry {
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly link?: boolean
}

/** From what npm wrote down about the installed packages; those for other machines are not there. */
export function installSize(): InstallSize {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>
  }
  const installed = Object.entries(packages).filter(
    ([path, entry]) => path.includes('node_modules/') && entry.link !== true && existsSync(join(ROOT, path)),
  )
  const paths = new Set(installed.map(([path]) => path))
  const isNested = (path: string): boolean => [...paths].some((other) => path.startsWith(`${other}/`))
  const sizes = installed
    .filter(([path]) => !isNested(path))
    .map(([path, entry]) => ({
      isTool: entry.dev === true || entry.devOptional === true,
      bytes: sizeOf(join(ROOT, path)),
    }))
  const own = ['apps', 'packages', 'scripts', 'docs'].reduce(
    (sum, folder) => sum + sizeOf(join(ROOT, folder)),
    0,
  )
  const sum = (list: readonly { bytes: number }[]): number =>
    (list.reduce((total, { bytes }) => total + bytes, 0) + own) / MEGABYTE
  return { runtimeMb: sum(sizes.filter(({ isTool }) => !isTool)), withToolsMb: sum(sizes) }
}

/** Bytes on the disk, links not followed, packages inside workspaces not counted twice. */
function sizeOf(path: string): number {
  const stat = lstatSync(path)
  if (!stat.isDirectory()) return stat.blocks * 512
  return readdirSync(path).reduce(
    (sum, name) =>
      name === 'node_modules' && !path.includes('node_modules') ? sum : sum + sizeOf(join(path, name)),
    0,
  )
}
