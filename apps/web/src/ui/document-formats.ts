import { DOCUMENT_FORMATS, type DocumentFormat } from '@yingce/contracts/export/export'

/** Format names are the same in all languages. */
export const FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'Word (DOCX)',
  pptx: 'PowerPoint (PPTX)',
  pdf: 'PDF',
  xlsx: 'Excel (XLSX)',
}

/** Entries of a menu that offers a document in every format. */
export function formatItems(prefix: string, take: (format: DocumentFormat) => void) {
  return DOCUMENT_FORMATS.map((format) => ({
    key: `${prefix} ${format}`,
    label: FORMAT_NAMES[format],
    onClick: () => take(format),
  }))
}
