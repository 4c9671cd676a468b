import type { GanttLinkType, GanttTaskStatus, ZoomLevel } from '../gantt-types.ts'

/** Words of the time axis. Months and quarters count from 1. */
export interface HeaderWords {
  year: (year: number) => string
  quarter: (quarter: number) => string
  monthYear: (year: number, month: number) => string
  month: (month: number) => string
  /** ISO week of the year */
  week: (week: number) => string
  /** week of the plan, 1 = the week that holds its start */
  planWeek: (week: number) => string
  /** Monday first, one character or two letters */
  weekdays: readonly string[]
  /** marks on a statutory day off and on a weekend day that is worked */
  notPublished: string
  dayOff: string
  makeUpDay: string
}

/** Every word the chart shows or speaks. Dates arrive as `YYYY-MM-DD` and are formatted by {@link GanttLabels.date}. */
export interface GanttLabels {
  lang: string
  title: string
  header: HeaderWords
  columns: { name: string; owner: string; start: string; end: string; days: string; timeline: string }
  zoom: Record<ZoomLevel, string>
  status: Record<GanttTaskStatus, string>
  linkType: Record<GanttLinkType, string>
  toolbar: {
    label: string
    zoomGroup: string
    zoomIn: string
    zoomOut: string
    fit: string
    today: string
    expandAll: string
    collapseAll: string
    showTable: string
    hideTable: string
    show: string
    baseline: string
    actual: string
    links: string
    export: string
    exportVisibleSvg: string
    exportVisiblePng: string
    exportWholeSvg: string
    exportWholePng: string
    keys: string
    linkSelected: string
  }
  date: (date: string) => string
  weekday: (index: number) => string
  days: (days: number) => string
  workdays: (days: number) => string
  count: (tasks: number) => string
  noPhase: string
  noOwner: string
  planned: string
  actual: string
  baseline: string
  progress: string
  milestone: string
  ongoing: string
  delayed: (days: number) => string
  unscheduled: string
  setDates: string
  drawHint: string
  missingStart: string
  missingEnd: string
  inverted: string
  overrun: string
  conflict: (days: number) => string
  lag: (days: number) => string
  predecessors: string
  successors: string
  addSuccessor: string
  close: string
  splitter: string
  expand: (name: string) => string
  collapse: (name: string) => string
  from: string
  to: string
  save: string
  cancel: string
  remove: string
  endBeforeStart: string
  linkPick: (name: string) => string
  linkCreated: (from: string, to: string) => string
  linkDuplicate: string
  linkLoop: (names: string) => string
  linkCancelled: string
  moved: (name: string, start: string, end: string, days: number, workdays: number) => string
  movedMany: (count: number, days: number) => string
  progressSet: (name: string, percent: number) => string
  selected: (count: number) => string
  cancelled: string
  empty: string
  emptyHint: string
  pngTooLarge: string
  exported: (file: string) => string
  goTo: (name: string) => string
  keysTitle: string
  keys: readonly (readonly [keys: string, meaning: string])[]
}
