/**
 * Where bytes come from: fills `into` from `at` on.
 *
 * @returns how many bytes came; 0 at the end
 */
export type ByteSource = (into: Uint8Array, at: number) => number

/** Bytes that are there already. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  let read = 0
  return (into, at) => {
    const part = bytes.subarray(read, read + into.length - at)
    into.set(part, at)
    read += part.length
    return part.length
  }
}
