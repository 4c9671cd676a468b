/** What an .xls says about its tabs before their content. */
export interface XlsFacts {
  readonly isEncrypted: boolean
  readonly tabs: readonly { readonly hidden: boolean; readonly isTable: boolean }[]
}

const FILE_PASS = 0x2f
const BOUND_SHEET = 0x85
const END_OF_FILE = 0x0a
const HEADER_BYTES = 4

/**
 * Encryption and the state of each tab from the workbook globals, which the spreadsheet library
 * does not tell. Source: [MS-XLS] 2.4.117 FilePass, 2.4.28 BoundSheet8 (hsState, dt).
 */
export function xlsFacts(workbook: Uint8Array): XlsFacts {
  const view = new DataView(workbook.buffer, workbook.byteOffset, workbook.byteLength)
  const tabs: { hidden: boolean; isTable: boolean }[] = []
  let isEncrypted = false
  for (let position = 0; position + HEADER_BYTES <= workbook.length;) {
    const kind = view.getUint16(position, true)
    const bytes = view.getUint16(position + 2, true)
    if (kind === END_OF_FILE) break
    if (kind === FILE_PASS) isEncrypted = true
    if (kind === BOUND_SHEET && position + HEADER_BYTES + 6 <= workbook.length) {
      const state = view.getUint8(position + HEADER_BYTES + 4) & 3
      tabs.push({ hidden: state !== 0, isTable: view.getUint8(position + HEADER_BYTES + 5) === 0 })
    }
    position += HEADER_BYTES + bytes
  }
  return { isEncrypted, tabs }
}
