/** Nobody presses anything on a wall: its figures are asked for anew so often. */
export const WALL_REFRESH_MILLIS = 60_000
