// node scripts/run.mjs scripts/copy-fonts.ts
// Puts the two fonts of PDF documents where the writer looks for them.
import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'

const office = resolve(import.meta.dirname, '../packages/office')
const FOLDER = join(office, 'dist/fonts')
const FONTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf']

/**
 * Copies Noto Sans SC Regular and Bold out of their package, which holds 92 MB of other weights,
 * unless they lie there already.
 *
 * @returns the folder
 * @throws Error when the package is not installed
 */
export async function copyFontsIfMissing(): Promise<string> {
  const source = dirname(
    createRequire(join(office, 'package.json')).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  )
  await mkdir(FOLDER, { recursive: true })
  for (const font of FONTS) {
    const [from, to] = [join(source, font), join(FOLDER, font.split('/').at(-1) ?? font)]
    if ((await sizeOf(to)) === (await sizeOf(from))) continue
    // Complete or not at all: somebody may be reading, and a start may be interrupted.
    const unfinished = `${to}.${process.pid}`
    await copyFile(from, unfinished)
    await rename(unfinished, to)
  }
  return FOLDER
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  )
}

if (process.argv[1] === import.meta.filename) console.log(await copyFontsIfMissing())
