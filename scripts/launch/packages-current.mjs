import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, optional?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Are exactly the packages of package-lock.json installed?
 *
 * npm writes node_modules/.package-lock.json as the last step of an install, so
 * its absence means that none was finished.
 *
 * @param {string} root folder of the project
 */
export function arePackagesCurrent(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null || installed === null) return false
  return firstDifference(wanted, installed) === null
}

/**
 * The first wanted package that is absent or differs, or null. Packages that
 * are installed in addition do no harm and are not looked at.
 *
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @param {{ os: string, cpu: string }} [machine]
 * @returns {string | null}
 */
export function firstDifference(wanted, installed, machine = { os: process.platform, cpu: process.arch }) {
  for (const [path, want] of Object.entries(wanted)) {
    if (path === '') continue // the project itself, which npm leaves out of the installed list
    const have = installed[path]
    if (have === undefined) {
      if (!mayBeAbsent(want, machine)) return path
      continue
    }
    if (have.version !== want.version || have.integrity !== want.integrity) return path
    if (Boolean(have.link) !== Boolean(want.link)) return path
    if (want.link === true && have.resolved !== want.resolved) return path
  }
  return null
}

/**
 * An optional package that fits this machine is wanted as much as any other:
 * Node itself and PostgreSQL come this way.
 *
 * @param {LockedPackage} want
 * @param {{ os: string, cpu: string }} machine
 */
function mayBeAbsent(want, machine) {
  if (want.optional !== true) return false
  // Needed only by another optional package that was itself left out.
  if (want.os === undefined && want.cpu === undefined) return true
  // npm decides by the C library, which cannot be asked for cheaply here.
  if (want.libc !== undefined) return true
  return !allows(want.os, machine.os) || !allows(want.cpu, machine.cpu)
}

/**
 * @param {string | string[] | undefined} rule names, or names to exclude as `!name`
 * @param {string} name
 */
function allows(rule, name) {
  if (rule === undefined) return true
  const names = Array.isArray(rule) ? rule : [rule]
  if (names.includes(`!${name}`)) return false
  const included = names.filter((entry) => !entry.startsWith('!'))
  return included.length === 0 || included.includes(name) || included.includes('any')
}

/**
 * @param {string} file
 * @returns {LockedPackages | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}
