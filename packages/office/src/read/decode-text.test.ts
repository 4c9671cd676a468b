import { describe, expect, test } from 'vitest'
import { OfficeFileError } from '../office-file-error.ts'
import { decodeText } from './decode-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
/** The few characters of these tests in GB18030; the platform only decodes. */
const GB_BYTES: Readonly<Record<string, readonly number[]>> = {
  级: [0xbc, 0xb6],
  渠: [0xc7, 0xfe],
  道: [0xb5, 0xc0],
  端: [0xb6, 0xcb],
  类: [0xc0, 0xe0],
  客: [0xbf, 0xcd],
  户: [0xbb, 0xa7],
}
const gb = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((one) => GB_BYTES[one] ?? [one.charCodeAt(0)]))
/** "日期,消耗" in GB18030. */
const GB_TITLES = new Uint8Array([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xcf, 0xfb, 0xba, 0xc4])

describe('the encoding of a text file', () => {
  test.each([
    ['plain ASCII', utf8('date,cost'), 'utf-8', 'date,cost', false],
    ['UTF-8', utf8('日期,消耗'), 'utf-8', '日期,消耗', false],
    ['UTF-8 with a mark', utf8('\ufeff日期'), 'utf-8', '日期', false],
    ['UTF-16LE with a mark', utf16('\ufeffCampaign\tCost'), 'utf-16le', 'Campaign\tCost', false],
    ['UTF-16LE without a mark', utf16('Campaign\tCost'), 'utf-16le', 'Campaign\tCost', true],
    ['GB18030', GB_TITLES, 'gb18030', '日期,消耗', true],
    [
      'Windows-1252 that is also valid GB18030',
      new Uint8Array([0x50, 0x72, 0xe9, 0x76, 0x75, 0x20, 0x31, 0x30, 0x80, 0x0a]),
      'windows-1252',
      'Prévu 10€\n',
      true,
    ],
    [
      'Windows-1252 that is no GB18030',
      new Uint8Array([0x80, 0x20, 0xff, 0x20, 0x31]),
      'windows-1252',
      '€ ÿ 1',
      true,
    ],
    [
      'Chinese with single characters after letters',
      gb('A级渠道,B端\nC类客户,12\n'),
      'gb18030',
      'A级渠道,B端\nC类客户,12\n',
      true,
    ],
  ] as const)('%s is recognised', (_what, bytes, encoding, text, isGuess) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, isGuess })
  })

  test('what the user chose wins, even when it does not fit', () => {
    expect(decodeText(GB_TITLES, 'windows-1252').encoding).toBe('windows-1252')
    expect(decodeText(GB_TITLES, 'utf-8').text).toContain('\ufffd')
  })

  test('bytes full of control characters are no text', () => {
    const binary = Uint8Array.from({ length: 2000 }, (_, index) => index % 32)
    expect(() => decodeText(binary)).toThrow(OfficeFileError)
  })
})
