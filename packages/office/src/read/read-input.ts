import { readSync } from 'node:fs'

const STANDARD_INPUT = 0

/** In a reading process: the file that comes by the standard input; shorter than `size` when it ends before. */
export function readInput(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const came = readSync(STANDARD_INPUT, bytes, filled, size - filled, null)
    if (came === 0) break
    filled += came
  }
  return bytes.subarray(0, filled)
}
