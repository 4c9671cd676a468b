import { type ZipPart, zipOf } from '../write/zip-of.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface RawSheet {
  readonly name: string
  /** The whole part, from `<worksheet` on; see {@link sheetXml}. */
  readonly xml: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly kind?: 'worksheet' | 'chartsheet'
  readonly declaredBytes?: number
}

export interface RawXlsx {
  readonly sheets: readonly RawSheet[]
  readonly sharedStrings?: string
  readonly styles?: string
  readonly is1904?: boolean
  readonly more?: readonly ZipPart[]
}

/** Parts of a minimal .xlsx around sheets of raw XML. */
export function rawXlsx({ sheets, sharedStrings, styles, is1904 = false, more = [] }: RawXlsx): Uint8Array {
  const link = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const tabs = sheets.map((sheet, index) => {
    const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`
    return `<sheet name="${sheet.name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const links = sheets.map((sheet, index) =>
    link(`rId${index + 1}`, sheet.kind ?? 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  if (sharedStrings !== undefined) links.push(link('rIdS', 'sharedStrings', 'sharedStrings.xml'))
  if (styles !== undefined) links.push(link('rIdT', 'styles', 'styles.xml'))
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${PACKAGE}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${tabs.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}">${links.join('')}</Relationships>`,
    },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheet.xml,
      ...(sheet.declaredBytes === undefined ? {} : { declaredBytes: sheet.declaredBytes }),
    })),
    ...(sharedStrings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: sharedStrings }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: styles }]),
    ...more,
  ])
}

/** A sheet part around the content of its sheetData. */
export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** A styles part with one cell format per number format, in order: style 1 is the first. */
export function stylesXml(formats: readonly string[]): string {
  const escaped = formats.map((format) => format.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
  const codes = escaped.map((format, index) => `<numFmt numFmtId="${200 + index}" formatCode="${format}"/>`)
  const cells = formats.map((_, index) => `<xf numFmtId="${200 + index}" applyNumberFormat="1"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`
}
