import { GrowingFloats, GrowingIndexes } from '../computation/growing-array.ts'
import type { Journeys } from './journeys.ts'

const NO_PATH = 0xffff_ffff
const FIRST_TABLE_SIZE = 4096

/**
 * Collects journeys touch by touch and keeps each different path once.
 *
 * With times (`hasTimes`) no two journeys are taken for the same: their touches lie at different distances
 * from the conversion.
 */
export class JourneyBuilder {
  readonly #hasTimes: boolean
  readonly #starts = new GrowingIndexes()
  readonly #touches = new GrowingIndexes()
  readonly #daysBefore = new GrowingFloats()
  readonly #conversions = new GrowingFloats()
  readonly #values = new GrowingFloats()
  readonly #nulls = new GrowingFloats()
  readonly #hashes = new GrowingIndexes()
  #table = new Uint32Array(FIRST_TABLE_SIZE).fill(NO_PATH)

  constructor(hasTimes: boolean) {
    this.#hasTimes = hasTimes
    this.#starts.push(0)
  }

  /**
   * The next touch of the journey at hand.
   *
   * @param daysBefore distance to the journey's conversion, ignored without times
   */
  touch(channel: number, daysBefore = 0): void {
    this.#touches.push(channel)
    if (this.#hasTimes) this.#daysBefore.push(daysBefore)
  }

  /** Touches of the journey at hand. */
  get openTouches(): number {
    return this.#touches.length - this.#lastStart()
  }

  /** Ends the journey at hand; one without any touch is nothing. */
  close(conversions: number, value: number, nulls: number): void {
    if (this.openTouches === 0) return
    const known = this.#hasTimes ? NO_PATH : this.#findOrKeep()
    if (known === NO_PATH) {
      this.#conversions.push(conversions)
      this.#values.push(value)
      this.#nulls.push(nulls)
      this.#starts.push(this.#touches.length)
      return
    }
    this.#touches.length = this.#lastStart()
    addTo(this.#conversions.values, known, conversions)
    addTo(this.#values.values, known, value)
    addTo(this.#nulls.values, known, nulls)
  }

  /** @param hasValues whether the values given to `close` mean anything */
  finish(channels: readonly string[], hasValues: boolean): Journeys {
    return {
      channels,
      starts: this.#starts.compact(),
      touches: this.#touches.compact(),
      conversions: this.#conversions.compact(),
      values: hasValues ? this.#values.compact() : null,
      nulls: this.#nulls.compact(),
      daysBefore: this.#hasTimes ? this.#daysBefore.compact() : null,
    }
  }

  #lastStart(): number {
    return this.#starts.values[this.#starts.length - 1] ?? 0
  }

  /** The path with the same touches; `NO_PATH` when there is none yet, and then the next path takes its place. */
  #findOrKeep(): number {
    const paths = this.#conversions.length
    if (paths * 2 >= this.#table.length) this.#widen()
    const hash = this.#hashOfOpen()
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (;;) {
      const path = this.#table[slot] ?? NO_PATH
      if (path === NO_PATH) break
      if (this.#hashes.values[path] === hash && this.#isOpenPath(path)) return path
      slot = (slot + 1) & mask
    }
    this.#table[slot] = paths
    this.#hashes.push(hash)
    return NO_PATH
  }

  /** FNV-1a over the touches, with its bits mixed once more at the end. */
  #hashOfOpen(): number {
    const touches = this.#touches.values
    let hash = 0x811c_9dc5
    for (let at = this.#lastStart(); at < this.#touches.length; at++)
      hash = Math.imul(hash ^ (touches[at] ?? 0), 0x0100_0193)
    hash ^= hash >>> 15
    return (Math.imul(hash, 0x2c1b_3c6d) ^ (hash >>> 12)) >>> 0
  }

  #isOpenPath(path: number): boolean {
    const touches = this.#touches.values
    const from = this.#starts.values[path] ?? 0
    const open = this.#lastStart()
    const length = this.#touches.length - open
    if ((this.#starts.values[path + 1] ?? 0) - from !== length) return false
    for (let step = 0; step < length; step++) if (touches[from + step] !== touches[open + step]) return false
    return true
  }

  #widen(): void {
    const wider = new Uint32Array(this.#table.length * 2).fill(NO_PATH)
    const mask = wider.length - 1
    for (let path = 0; path < this.#hashes.length; path++) {
      let slot = (this.#hashes.values[path] ?? 0) & mask
      while (wider[slot] !== NO_PATH) slot = (slot + 1) & mask
      wider[slot] = path
    }
    this.#table = wider
  }
}

function addTo(list: Float64Array, index: number, value: number): void {
  list[index] = (list[index] ?? 0) + value
}
