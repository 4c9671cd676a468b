import type { ExportMark } from './export-marks.ts'
import type { ImportPeriod, ImportTable } from './import-table.ts'
import type { PhaseFromRows } from './phase-records.ts'
import type { DependencyReading } from './resolve-dependencies.ts'
import type { SheetProblem } from './sheet-problem.ts'
import type { SheetMapping } from './table-mapping.ts'

/** What the user may be asked, each once per workbook. */
export interface ImportQuestion {
  readonly code: 'year_missing' | 'plan_start_missing' | 'event_date_missing'
  /** Key of {@link ImportAnswers} that answers it. */
  readonly answer: Exclude<keyof ImportAnswers, 'date'>
  /** How many cells wait for it, and the first of them. */
  readonly count: number
  readonly sheet: string
  readonly cell: string
}

export interface ImportAnswers {
  readonly year?: number
  /** `YYYY-MM-DD`, for 第5周周一. */
  readonly planStart?: string
  /** `YYYY-MM-DD`, for 活动前30天. */
  readonly eventDate?: string
  /** `YYYY-MM-DD`, the day of figures whose rows have no date. */
  readonly date?: string
}

export interface RecognizeOptions {
  /** Without folder; gives the plan's name and, where the sheets have none, the year. */
  readonly fileName?: string
  readonly answers?: ImportAnswers
  /** By sheet name. */
  readonly mapping?: Readonly<Record<string, SheetMapping>>
  /** Mappings remembered from earlier imports, by header fingerprint; `mapping` wins over them. */
  readonly remembered?: Readonly<Record<string, SheetMapping>>
  readonly includeHiddenRows?: boolean
  /** Whether to take a sheet over, by its name; absent: every known, visible table with rows. Questions, phases and the period follow from what is taken. */
  readonly included?: Readonly<Record<string, boolean>>
}

/** Dependencies between the tasks of one table. */
export interface TableDependencies extends DependencyReading {
  readonly sheet: string
  readonly position: number
}

/** A workbook as the import understands it. JSON-safe. */
export interface WorkbookReading {
  readonly tables: readonly ImportTable[]
  /** Findings about the file; those of each table stand first in `tables`, and all of them here. */
  readonly problems: readonly SheetProblem[]
  readonly questions: readonly ImportQuestion[]
  /** Phases of the selected tables, in order of their first mention. */
  readonly phases: readonly PhaseFromRows[]
  readonly dependencies: readonly TableDependencies[]
  readonly planNameSuggestion: string | null
  /** Of the plan: the tracker's stated period, else from the earliest to the latest of the selected tables. */
  readonly period: ImportPeriod | null
  /** Set when the workbook was exported by us. */
  readonly exportMark: ExportMark | null
}
