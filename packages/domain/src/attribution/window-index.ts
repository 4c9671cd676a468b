/** Up to this many windows a plain table is looked up, 16 MB; above, a map. */
const TABLE_LIMIT = 2 ** 22
const NONE = 0xffff_ffff

/** Numbers the different windows (runs of touches, written as one number) in the order in which they are met. */
export class WindowIndex {
  readonly keys: number[] = []
  readonly #table: Uint32Array | null
  readonly #map = new Map<number, number>()

  /** @param limit one more than the largest key */
  constructor(limit: number) {
    this.#table = limit <= TABLE_LIMIT ? new Uint32Array(limit).fill(NONE) : null
  }

  indexOf(key: number): number {
    const known = this.#table === null ? this.#map.get(key) : this.#table[key]
    if (known !== undefined && known !== NONE) return known
    const index = this.keys.length
    this.keys.push(key)
    if (this.#table === null) this.#map.set(key, index)
    else this.#table[key] = index
    return index
  }
}
