const MIB = 1024 * 1024

/** How much an outside file may ask of us before it is refused. Bytes are bytes, not characters. */
export interface ReadLimits {
  readonly fileBytes: number
  /** Sum of the unpacked sizes in a zip container. */
  readonly unpackedBytes: number
  /** Unpacked size of the shared texts of an .xlsx. */
  readonly sharedTextBytes: number
  readonly zipEntries: number
  /** Unpacked : packed, judged only above {@link RATIO_FLOOR_BYTES}; real workbooks stay below 60. */
  readonly zipRatio: number
  /** Filled rows of one sheet. */
  readonly rows: number
  /** Filled cells of all sheets together. */
  readonly cells: number
  /** A sheet with more XML than this is read as a flat stream of rows, without merges and formats. */
  readonly flatSheetBytes: number
  /** Above this much sheet XML, number formats are not read: they double the memory. */
  readonly formatsSheetBytes: number
}

/** Small archives compress arbitrarily well without being a danger. */
export const RATIO_FLOOR_BYTES = 20 * MIB

export const DEFAULT_READ_LIMITS: ReadLimits = {
  fileBytes: 50 * MIB,
  unpackedBytes: 300 * MIB,
  sharedTextBytes: 100 * MIB,
  zipEntries: 1_000,
  zipRatio: 150,
  rows: 200_000,
  cells: 4_000_000,
  flatSheetBytes: 64 * MIB,
  formatsSheetBytes: 24 * MIB,
}
