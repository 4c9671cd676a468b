import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { giveUp } from './say.mjs'

export const NEEDED_NODE_MAJOR = 24

/** Major version of the Node that runs this line. */
export const runningNodeMajor = Number(process.versions.node.split('.')[0])

/**
 * The Node 24 that came with the packages, or null where none was published for
 * this machine. Alpine gets null although a package is installed there: its
 * binary is linked against glibc.
 *
 * @param {string} root folder of the project
 */
export function packagedNode(root) {
  if (process.platform === 'linux' && existsSync('/etc/alpine-release')) return null
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const prefix of ['node', 'node-bin']) {
    const binary = join(root, 'node_modules', `${prefix}-${platform}-${process.arch}`, 'bin', name)
    // A half-written file of an interrupted download must not be taken for a Node.
    if (existsSync(binary) && statSync(binary).size > 1_000_000) return binary
  }
  return null
}

/**
 * Path of a Node that is new enough: the packaged one, else the host's. Ends
 * the launcher with a sentence when neither is.
 *
 * @param {string} root folder of the project
 */
export function findNode24(root) {
  const packaged = packagedNode(root)
  if (packaged !== null) return packaged
  if (runningNodeMajor >= NEEDED_NODE_MAJOR) return process.execPath
  return giveUp(
    `Node ${NEEDED_NODE_MAJOR} or newer is needed and none is published as a package for ${process.platform}-${process.arch}; ` +
      `this is Node ${process.versions.node}. Install Node ${NEEDED_NODE_MAJOR} from https://nodejs.org and run the command again.`,
    `需要 Node ${NEEDED_NODE_MAJOR} 或更高版本,而 ${process.platform}-${process.arch} 没有可随依赖安装的版本;` +
      `当前是 Node ${process.versions.node}。请从 https://nodejs.org 安装 Node ${NEEDED_NODE_MAJOR} 后重新运行。`,
  )
}
