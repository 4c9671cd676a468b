/** An element of a PostgreSQL array that is null. */
const NULL_LENGTH = -1
const HEADER_BYTES = 20
const LENGTH_BYTES = 4
const TWO_32 = 2 ** 32

interface ElementType {
  /** Number of the type in every PostgreSQL. */
  readonly oid: number
  readonly bytes: number
}

const DATE: ElementType = { oid: 1082, bytes: 4 }
const SMALLINT: ElementType = { oid: 21, bytes: 2 }
const BIGINT: ElementType = { oid: 20, bytes: 8 }
const DOUBLE: ElementType = { oid: 701, bytes: 8 }
const UUID: ElementType = { oid: 2950, bytes: 16 }

/**
 * Arrays as PostgreSQL takes them in binary form (array_send): the database reads
 * them without parsing a text. One dimension, any number of nulls.
 *
 * @param write writes element `index` at a byte; false = it is null
 */
function binaryArray(
  { oid, bytes }: ElementType,
  size: number,
  write: (view: DataView, at: number, index: number) => boolean,
): Uint8Array {
  const array = new Uint8Array(HEADER_BYTES + size * (LENGTH_BYTES + bytes))
  const view = new DataView(array.buffer)
  let at = HEADER_BYTES
  let hasNull = 0
  for (let index = 0; index < size; index++) {
    if (write(view, at + LENGTH_BYTES, index)) {
      view.setInt32(at, bytes)
      at += LENGTH_BYTES + bytes
    } else {
      view.setInt32(at, NULL_LENGTH)
      at += LENGTH_BYTES
      hasNull = 1
    }
  }
  view.setInt32(0, 1)
  view.setInt32(4, hasNull)
  view.setInt32(8, oid)
  view.setInt32(12, size)
  view.setInt32(16, 1)
  return array.subarray(0, at)
}

/** Days counted from 2000-01-01; null = null. */
export function dateArray(size: number, day: (index: number) => number | null): Uint8Array {
  return binaryArray(DATE, size, (view, at, index) => {
    const value = day(index)
    if (value !== null) view.setInt32(at, value)
    return value !== null
  })
}

export function smallintArray(size: number, value: (index: number) => number): Uint8Array {
  return binaryArray(SMALLINT, size, (view, at, index) => {
    view.setInt16(at, value(index))
    return true
  })
}

/** NaN = null. */
export function doubleArray(size: number, of: (index: number) => number): Uint8Array {
  return binaryArray(DOUBLE, size, (view, at, index) => {
    const value = of(index)
    view.setFloat64(at, value)
    return !Number.isNaN(value)
  })
}

/** Whole numbers of up to 2^53; NaN = null. */
export function bigintArray(size: number, of: (index: number) => number): Uint8Array {
  return binaryArray(BIGINT, size, (view, at, index) => {
    const value = of(index)
    const high = Math.floor(value / TWO_32)
    view.setInt32(at, high)
    view.setUint32(at + 4, value - high * TWO_32)
    return !Number.isNaN(value)
  })
}

/** @param of the 16 bytes of element `index` */
export function uuidArray(size: number, of: (index: number) => Uint8Array): Uint8Array {
  return binaryArray(UUID, size, (view, at, index) => {
    new Uint8Array(view.buffer, at, UUID.bytes).set(of(index))
    return true
  })
}
