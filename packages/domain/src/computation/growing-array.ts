/** A list of doubles that grows without an object per number: 8 bytes each, at most twice that while it grows. */
export class GrowingFloats {
  length = 0
  #values = new Float64Array(1024)

  /** The memory itself, longer than the list; stale after the next `push`. */
  get values(): Float64Array {
    return this.#values
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Float64Array(this.length * 2)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values[this.length++] = value
  }

  /** The list in memory of just its length. */
  compact(): Float64Array {
    return this.#values.slice(0, this.length)
  }
}

/** The same for whole numbers from 0 to 4,294,967,295: 4 bytes each. */
export class GrowingIndexes {
  length = 0
  #values = new Uint32Array(1024)

  get values(): Uint32Array {
    return this.#values
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Uint32Array(this.length * 2)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values[this.length++] = value
  }

  compact(): Uint32Array {
    return this.#values.slice(0, this.length)
  }
}
