/** The one place that knows where the spreadsheet library keeps its types. */
export type {
  AlignmentStyle,
  BorderSide,
  BorderStyle,
  Cell,
  CellStyle,
  CellValue as LibraryValue,
  ConditionalRule,
  DataValidation,
  FontStyle,
  NamedRange,
  RowDef,
  WriteSheet,
} from 'hucre'
