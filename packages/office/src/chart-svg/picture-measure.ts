/** A part of a picture, drawn from its own top left corner. */
export interface Drawn {
  readonly svg: string
  readonly height: number
}

export const PICTURE_WIDTH = 1120
export const MARGIN = 32
export const TEXT = PICTURE_WIDTH - 2 * MARGIN
export const LINE_PX = 20
/** Size of what stands beside the figures. */
export const SMALL = 12
/** Longer texts are for a document. */
export const TEXT_LINES = 8
