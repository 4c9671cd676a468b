import { GrowingIndexes } from './growing-array.ts'

const NONE = 0xffff_ffff
const FIRST_SLOTS = 1024

/** Numbers tuples of whole numbers in the order of their first mention, without an object per tuple. */
export class TupleIndex {
  /** Tuples so far; the next new one gets this number. */
  count = 0
  readonly #width: number
  readonly #members = new GrowingIndexes()
  #slots = new Uint32Array(FIRST_SLOTS).fill(NONE)

  /** @param width members of every tuple; of tuples without any there is one */
  constructor(width: number) {
    this.#width = width
  }

  /** The tuple's number; `count` has grown when it was new. */
  indexOf(tuple: Uint32Array): number {
    const mask = this.#slots.length - 1
    let slot = this.#hash(tuple, 0) & mask
    for (;;) {
      const found = this.#slots[slot] ?? NONE
      if (found === NONE) break
      if (this.#isAt(found, tuple)) return found
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = this.count
    for (let at = 0; at < this.#width; at++) this.#members.push(tuple[at] ?? 0)
    this.count++
    if (this.count * 2 > this.#slots.length) this.#widen()
    return this.count - 1
  }

  #isAt(index: number, tuple: Uint32Array): boolean {
    const { values } = this.#members
    const start = index * this.#width
    for (let at = 0; at < this.#width; at++) if (values[start + at] !== tuple[at]) return false
    return true
  }

  #hash(members: Uint32Array, start: number): number {
    let hash = 0x811c_9dc5
    for (let at = start; at < start + this.#width; at++)
      hash = Math.imul(hash ^ (members[at] ?? 0), 0x9e37_79b1) ^ (hash >>> 13)
    return (hash ^ (hash >>> 16)) >>> 0
  }

  #widen(): void {
    const wider = new Uint32Array(this.#slots.length * 2).fill(NONE)
    const mask = wider.length - 1
    for (let index = 0; index < this.count; index++) {
      let slot = this.#hash(this.#members.values, index * this.#width) & mask
      while (wider[slot] !== NONE) slot = (slot + 1) & mask
      wider[slot] = index
    }
    this.#slots = wider
  }
}
