import { LINK_TYPES, type LinkType } from '@yingce/domain/sheets/resolve-dependencies'
import type { LinkLag, TaskConstraint } from '@yingce/domain/schedule/schedule-network'

/** Numbers of Microsoft's MSPDI schema, in both directions. */
export const MSPDI_LINK_TYPES = ['FF', 'FS', 'SF', 'SS'] as const satisfies readonly LinkType[]
export const MSPDI_CONSTRAINTS = ['ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT'] as const

/** Formats that count through nights and days off; the higher numbers mean "estimated". */
const ELAPSED_FORMATS = [4, 6, 8, 10, 12, 36, 38, 40, 42, 44]

export function isElapsedFormat(format: number): boolean {
  return ELAPSED_FORMATS.includes(format)
}

/** LinkLag counts tenths of a minute, or per cent of the predecessor's duration. */
export function lagOfMspdi(linkLag: number, format: number): LinkLag {
  if (format === 19 || format === 51) return { unit: 'percent', amount: linkLag / 100 }
  if (format === 20 || format === 52) return { unit: 'elapsed-percent', amount: linkLag / 100 }
  return { unit: isElapsedFormat(format) ? 'elapsed' : 'working', amount: linkLag / 10 }
}

/** LinkLag and LagFormat of a lag. */
export function mspdiLag({ unit, amount }: LinkLag): { readonly lag: number; readonly format: number } {
  switch (unit) {
    case 'working':
      return { lag: Math.round(amount * 10), format: 7 }
    case 'elapsed':
      return { lag: Math.round(amount * 10), format: 8 }
    case 'percent':
      return { lag: Math.round(amount * 100), format: 19 }
    case 'elapsed-percent':
      return { lag: Math.round(amount * 100), format: 20 }
  }
}

export function constraintOfMspdi(code: number, date: string | null): TaskConstraint {
  const type = MSPDI_CONSTRAINTS[code] ?? 'ASAP'
  if (type === 'ASAP' || type === 'ALAP') return { type }
  return date === null ? { type: 'ASAP' } : { type, at: date }
}

export function linkTypeOfMspdi(code: number): LinkType {
  return MSPDI_LINK_TYPES[code] ?? LINK_TYPES[0]
}

/** Minutes of an XML duration such as `PT16H30M0S` or `P2DT4H`; null when it is none. */
export function minutesOfDuration(text: string | null): number | null {
  const parts = /^P(?:(\d+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(text ?? '')
  if (parts === null) return null
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  return (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60
}
