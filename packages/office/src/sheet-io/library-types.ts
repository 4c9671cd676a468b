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
  SheetChart as LibraryChart,
  WriteSheet,
} from 'hucre'
