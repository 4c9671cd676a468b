import type { CellLook, ConditionalColors } from '@yingce/domain/sheets/workbook-document'
import type { AlignmentStyle, BorderSide, BorderStyle, CellStyle, FontStyle } from './library-types.ts'

const BODY_FONT = '微软雅黑'
export const BODY_FONT_SIZE = 10
const DEFAULT_BORDER_COLOR = 'BFC5CE'

/** Body font of every cell without a look of its own. */
export const DEFAULT_FONT: FontStyle = { name: BODY_FONT, size: BODY_FONT_SIZE }

/** A look in the terms of the spreadsheet library. */
export function libraryStyle(look: CellLook, numberFormat: string | undefined): CellStyle {
  const style: CellStyle = { font: fontOf(look), alignment: alignmentOf(look) }
  if (look.fill !== undefined) style.fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: look.fill } }
  const border = borderOf(look)
  if (border !== null) style.border = border
  const format = numberFormat ?? look.numberFormat
  if (format !== undefined) style.numFmt = format
  return style
}

/** Colours of a conditional rule; fills there are given as background colour. */
export function conditionalStyle(colors: ConditionalColors): CellStyle {
  const style: CellStyle = {}
  const font: FontStyle = {}
  if (colors.fontColor !== undefined) font.color = { rgb: colors.fontColor }
  if (colors.bold !== undefined) font.bold = colors.bold
  if (Object.keys(font).length > 0) style.font = font
  if (colors.fill !== undefined) {
    style.fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { rgb: colors.fill },
      bgColor: { rgb: colors.fill },
    }
  }
  return style
}

function fontOf(look: CellLook): FontStyle {
  const font: FontStyle = { name: BODY_FONT, size: look.fontSize ?? BODY_FONT_SIZE }
  if (look.bold === true) font.bold = true
  if (look.italic === true) font.italic = true
  if (look.fontColor !== undefined) font.color = { rgb: look.fontColor }
  return font
}

function alignmentOf(look: CellLook): AlignmentStyle {
  const alignment: AlignmentStyle = { vertical: look.verticalAlign ?? 'center' }
  if (look.align !== undefined) alignment.horizontal = look.align
  if (look.wrap === true) alignment.wrapText = true
  if (look.indent !== undefined) {
    alignment.indent = look.indent
    alignment.horizontal = look.align ?? 'left'
  }
  return alignment
}

function borderOf(look: CellLook): BorderStyle | null {
  const color = { rgb: look.borderColor ?? DEFAULT_BORDER_COLOR }
  const side = (style: BorderSide['style']): BorderSide => ({ style, color })
  switch (look.border ?? 'none') {
    case 'none':
      return null
    case 'hair':
      return { top: side('hair'), right: side('hair'), bottom: side('hair'), left: side('hair') }
    case 'thin':
      return { top: side('thin'), right: side('thin'), bottom: side('thin'), left: side('thin') }
    case 'topMedium':
      return { top: side('medium'), bottom: side('thin') }
    case 'bottomMedium':
      return { bottom: side('medium') }
  }
}
