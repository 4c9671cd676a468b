import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface ToolOutput {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the command of an installed package on this Node (not through
 * node_modules/.bin, whose first line would take the host's).
 *
 * @param packageName the package whose command it is
 * @param command name of the command, where the package has several
 */
export async function runTool(
  packageName: string,
  args: readonly string[],
  { cwd = root, command = packageName }: { cwd?: string; command?: string } = {},
): Promise<ToolOutput> {
  const folder = join(root, 'node_modules', packageName)
  if (!existsSync(folder)) throw new Error(`${packageName} is not installed`)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]
  if (bin === undefined) throw new Error(`${packageName} has no command ${command}`)
  return runNode([join(folder, bin), ...args], cwd)
}

/** Runs Node with these arguments and collects what it writes. */
export function runNode(args: readonly string[], cwd: string = root): Promise<ToolOutput> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // oxlint looks for its type-aware part in the PATH when it lints another folder.
      env: {
        ...process.env,
        PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code: code ?? 1, stdout, stderr }))
  })
}
