import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { arePackagesCurrent } from './packages-current.mjs'
import { giveUp, inTerminalLanguage } from './say.mjs'

/**
 * Installs what package-lock.json lists. Two launchers started together install
 * once: the second waits for the first.
 *
 * @param {string} root folder of the project
 */
export async function installPackages(root) {
  const release = await takeTurn(root)
  try {
    if (arePackagesCurrent(root)) return
    // Without this, an install that is killed while it clears node_modules could
    // leave the old list behind, which would then be believed.
    rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true })
    const { code, output } = await npmCi(root)
    if (code === 0 && arePackagesCurrent(root)) return
    explainFailure(code, output)
  } finally {
    release()
  }
}

/**
 * @param {string} root
 * @returns {Promise<{ code: number, output: string }>}
 */
function npmCi(root) {
  const args = [
    'ci',
    '--include=dev', // also under NODE_ENV=production, which would drop the build tools of the web
    '--include=optional', // Node 24 and PostgreSQL are optional packages, one per platform
    '--ignore-scripts', // nothing we use needs one, so nothing foreign runs during the install
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--fetch-retry-mintimeout=1000', // npm's own 10 s and 60 s let an unreachable registry look like a hang
    '--fetch-retry-maxtimeout=10000',
  ]
  const npmScript = process.env.npm_execpath
  const isNpm = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript)
  const child = isNpm
    ? spawn(process.env.npm_node_execpath ?? process.execPath, [npmScript, ...args], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
    : spawn('npm', args, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
        shell: process.platform === 'win32',
      })
  const stopReporting = reportProgress(root)
  let output = ''
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      stopReporting()
      resolve({ code: 127, output: String(error) })
    })
    child.on('close', (code) => {
      stopReporting()
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * Writes a line at once and then every few seconds, so that a slow network does not look like a hang.
 *
 * @param {string} root
 */
function reportProgress(root) {
  const started = Date.now()
  const isTerminal = process.stderr.isTTY === true
  const write = () => {
    const seconds = Math.round((Date.now() - started) / 1000)
    const folders = countPackageFolders(root)
    const line = inTerminalLanguage(
      `Installing packages (only after a change of package-lock.json) … ${seconds} s, ${folders} folders`,
      `正在安装依赖(仅在 package-lock.json 变化后进行)… ${seconds} 秒,${folders} 个目录`,
    )
    process.stderr.write(isTerminal ? `\r${line}` : `${line}\n`)
  }
  write()
  const timer = setInterval(write, isTerminal ? 500 : 5000)
  return () => {
    clearInterval(timer)
    if (isTerminal) process.stderr.write('\n')
  }
}

/** @param {string} root */
function countPackageFolders(root) {
  try {
    return readdirSync(join(root, 'node_modules')).length
  } catch {
    return 0
  }
}

/**
 * @param {number} code
 * @param {string} output
 */
function explainFailure(code, output) {
  process.stderr.write(output)
  if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ERR_SOCKET|network/i.test(output)) {
    giveUp(
      'The packages could not be installed because the npm registry cannot be reached; check the network or choose a mirror (npm config set registry <address>) and run the command again.',
      '无法连接 npm 源,依赖未安装;请检查网络或改用镜像(npm config set registry <地址>)后重新运行。',
    )
  }
  if (code === 127) {
    giveUp(
      'npm was not found; install it together with Node and run the command again.',
      '未找到 npm;请随 Node 一起安装后重新运行。',
    )
  }
  giveUp(
    `npm ci could not install the packages (code ${code}); its reasons are above.`,
    `npm ci 未能安装依赖(代码 ${code}),原因见上。`,
  )
}

/**
 * Waits until no other launcher installs, then takes the turn.
 *
 * @param {string} root
 * @returns {Promise<() => void>} gives the turn back
 */
async function takeTurn(root) {
  const folder = join(root, '.cache')
  const file = join(folder, 'installing.pid')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (isInstallerGone(file)) rmSync(file, { force: true })
    else await sleep(200)
  }
}

/** @param {string} file */
function isInstallerGone(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')) || Number.MAX_SAFE_INTEGER, 0)
    return false
  } catch (error) {
    // Another user's process is there, though we may not signal it.
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM')
  }
}
