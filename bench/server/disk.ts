import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './statistics.ts'

/** One commit as the log writes it: 8 KB appended and put on the disk; median of 300, milliseconds. */
export function fdatasyncMs(folder: string): number {
  const path = join(folder, 'fsync-probe')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(8192, 1)
  try {
    return median(
      Array.from({ length: 300 }, (_, index) => {
        writeSync(file, page, 0, page.length, (index % 64) * page.length)
        const started = performance.now()
        fdatasyncSync(file)
        return performance.now() - started
      }),
    )
  } finally {
    closeSync(file)
    rmSync(path)
  }
}
