/** What a sheet was taken for. The first twelve are the team's own sheets T1 … T12 (docs/domain/sheets.md). */
export const SHEET_KINDS = [
  'tracker',
  'execution-detail',
  'effect-analysis',
  'allocation',
  'task-breakdown',
  'effect-review',
  'activity-plan',
  'targets',
  'gantt',
  'budget',
  'risk',
  'effect-evaluation',
  'metrics',
  'journeys',
  'schedule',
  'unknown',
] as const
export type SheetKind = (typeof SHEET_KINDS)[number]
