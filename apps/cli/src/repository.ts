import { resolve } from 'node:path'

/** Root folder of the project that this command belongs to. */
export const REPOSITORY = resolve(import.meta.dirname, '../../..')

/** Port that the server takes when nobody names one. */
export const DEFAULT_PORT = 8130
