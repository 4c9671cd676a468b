import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { ConfigError, readConfig, REPOSITORY } from './config.ts'
import { runUntilStopped } from './run-until-stopped.ts'

/** Puts the fonts of PDF documents in their place; without them everything else works. */
async function copyFonts(say: (text: string) => void): Promise<void> {
  const script = join(REPOSITORY, 'scripts/copy-fonts.ts')
  if (!existsSync(script)) return
  const { copyFontsIfMissing } = (await import(script)) as { copyFontsIfMissing: () => Promise<unknown> }
  await copyFontsIfMissing().catch((error: unknown) =>
    say(`The fonts for PDF documents could not be copied, so none can be written: ${String(error)}`),
  )
}

/** Makes sure that the page is built; @returns its folder, or null when only programs are served */
async function buildWeb(say: (text: string) => void): Promise<string | null> {
  await copyFonts(say)
  const script = join(REPOSITORY, 'scripts/build-web.ts')
  const folder = join(REPOSITORY, 'apps/web/dist')
  if (existsSync(script)) {
    const { buildWebIfStale } = (await import(script)) as {
      buildWebIfStale: (onProgress: (text: string) => void) => Promise<unknown>
    }
    await buildWebIfStale(say).catch((error: unknown) =>
      say(`The pages could not be built, so only programs are served: ${String(error)}`),
    )
  }
  return existsSync(join(folder, 'index.html')) ? folder : null
}

const WRONG_SETTING = 2

try {
  const config = readConfig(process.env, process.argv.slice(2), process.stdout.isTTY)
  await runUntilStopped(config, buildWeb)
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = WRONG_SETTING
}
