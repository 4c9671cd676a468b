import { TextDecoder } from 'node:util'
import { GrowingIndexes } from '@yingce/domain/computation/growing-array'
import type { TextEncoding } from '@yingce/domain/sheets/workbook'
import { decodeText } from '../read/decode-text.ts'

const NONE = 0xffff_ffff

/** Numbers the different names of a file by their bytes; each is made a string once, at the end. */
export class ByteNames {
  #bytes = new Uint8Array(4096)
  #used = 0
  #table = new Uint32Array(256).fill(NONE)
  /** Where each name begins in `#bytes`, and where the last one ends. */
  readonly #starts = new GrowingIndexes()
  readonly #hashes = new GrowingIndexes()

  constructor() {
    this.#starts.push(0)
  }

  get count(): number {
    return this.#hashes.length
  }

  indexOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c_9dc5
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x0100_0193)
    hash = (hash ^ (hash >>> 15)) >>> 0
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (;;) {
      const name = this.#table[slot] ?? NONE
      if (name === NONE) break
      if (this.#hashes.values[name] === hash && this.#isName(name, bytes, from, to)) return name
      slot = (slot + 1) & mask
    }
    this.#table[slot] = this.count
    return this.#keep(bytes.subarray(from, to), hash)
  }

  /** All names in the order of their numbers; `encoding` null: by what their bytes are. */
  names(encoding: TextEncoding | null): string[] {
    const decoder = new TextDecoder(encoding ?? decodeText(this.#bytes.subarray(0, this.#used)).encoding)
    return Array.from({ length: this.count }, (_unused, name) => this.nameAt(name, decoder))
  }

  /** The name of this number, as these bytes are in the decoder's encoding. */
  nameAt(name: number, decoder: TextDecoder): string {
    return decoder.decode(this.#bytes.subarray(this.#starts.values[name], this.#starts.values[name + 1]))
  }

  #isName(name: number, bytes: Uint8Array, from: number, to: number): boolean {
    const starts = this.#starts.values
    const start = starts[name] ?? 0
    if ((starts[name + 1] ?? 0) - start !== to - from) return false
    // Looked up once: this is done for every cell of a text column.
    const kept = this.#bytes
    for (let at = from, there = start; at < to; at++, there++) if (bytes[at] !== kept[there]) return false
    return true
  }

  #keep(name: Uint8Array, hash: number): number {
    while (this.#used + name.length > this.#bytes.length) {
      const longer = new Uint8Array(this.#bytes.length * 2)
      longer.set(this.#bytes)
      this.#bytes = longer
    }
    this.#bytes.set(name, this.#used)
    this.#used += name.length
    this.#starts.push(this.#used)
    this.#hashes.push(hash)
    if (this.count * 2 > this.#table.length) this.#widen()
    return this.count - 1
  }

  #widen(): void {
    const wider = new Uint32Array(this.#table.length * 2).fill(NONE)
    const mask = wider.length - 1
    for (let name = 0; name < this.count; name++) {
      let slot = (this.#hashes.values[name] ?? 0) & mask
      while (wider[slot] !== NONE) slot = (slot + 1) & mask
      wider[slot] = name
    }
    this.#table = wider
  }
}
