import { describe, expect, it } from 'vitest'
import { dateOfSerial, timeOfSerial } from './excel-serial.ts'

describe('Excel serials', () => {
  it.each([
    [1, 1900, '1900-01-01'],
    [59, 1900, '1900-02-28'],
    [61, 1900, '1900-03-01'],
    [45_778, 1900, '2025-05-01'],
    [45_778.75, 1900, '2025-05-01T18:00'],
    [45_778.999999, 1900, '2025-05-02'],
    [2_958_465, 1900, '9999-12-31'],
    [0, 1904, '1904-01-01'],
    [44_316, 1904, '2025-05-01'],
  ] as const)('%d in the %d system is %s', (serial, system, expected) => {
    expect(dateOfSerial(serial, system)).toBe(expected)
  })
  it.each([
    [60, 1900],
    [0, 1900],
    [-1, 1904],
    [2_958_466, 1900],
  ] as const)('%d in the %d system is no day', (serial, system) => {
    expect(dateOfSerial(serial, system)).toBeNull()
  })
  it('a fraction is a time of day', () => {
    expect(timeOfSerial(0.7083333)).toBe('17:00')
    expect(timeOfSerial(0.99999)).toBeNull()
  })
})
