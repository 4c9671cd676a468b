import { spawn } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installPackages } from './install-packages.mjs'
import { findNode24, NEEDED_NODE_MAJOR, packagedNode, runningNodeMajor } from './node-24.mjs'
import { arePackagesCurrent } from './packages-current.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Installs the packages if they are not current, then runs a TypeScript file of
 * the project on Node 24: in this very process when it already is Node 24, so
 * that no launcher stays in memory, else in a child that takes over the
 * terminal and whose end becomes ours.
 *
 * @param {{ script: string, args: string[], nodeFlags?: string[] }} order
 *   `script` relative to the project's root; `args` as the script will see them
 */
export async function handOver({ script, args, nodeFlags = [] }) {
  if (!arePackagesCurrent(root)) await installPackages(root)
  const file = resolve(root, script)
  const compileCache = join(root, '.cache', 'node-compile')
  process.env.NODE_COMPILE_CACHE ??= compileCache // also for what the script starts
  endWithParent()
  if (nodeFlags.length === 0 && isNode24(root)) {
    module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
    process.argv = [process.execPath, file, ...args]
    await import(pathToFileURL(file).href)
    return
  }
  runInChild(findNode24(root), [...nodeFlags, file, ...args])
}

/** @param {string} projectRoot */
function isNode24(projectRoot) {
  if (runningNodeMajor < NEEDED_NODE_MAJOR) return false
  const packaged = packagedNode(projectRoot)
  return packaged === null || realpathSync(packaged) === realpathSync(process.execPath)
}

/** For glibc, which reads it once at the start: what large requests needed goes back to the system; 30 MB after a few bulk imports. */
const GIVE_MEMORY_BACK = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' }

/**
 * @param {string} node
 * @param {string[]} args
 */
function runInChild(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', env: { ...GIVE_MEMORY_BACK, ...process.env } })
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  // Ctrl+C reaches the child directly, it shares our terminal: sent on, it would
  // arrive twice and be taken for impatience. We only wait for the child's end.
  process.on('SIGINT', () => {})
  child.on('error', (error) => {
    console.error(`yingce: ${node}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
  })
}

/**
 * npm's own end does not always reach us: SIGTERM kills the shell between npm
 * and us alone, and kill -9 of npm tells nobody; both leave the server behind.
 * Being handed to another parent, or the shell being so, is the sign for it.
 */
function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const lineage = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === lineage) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 200)
  timer.unref()
}

/** Our parent, and the parent of that where it is the shell npm put between us (known on Linux only). */
function ancestors() {
  const parent = process.ppid
  try {
    const [, name, parentOfParent] =
      /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? []
    return name !== undefined && /^(ba|da|a|z|k)?sh$/.test(name) ? `${parent} ${parentOfParent}` : `${parent}`
  } catch {
    return `${parent}`
  }
}
