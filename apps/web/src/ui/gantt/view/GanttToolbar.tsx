import { useId, type ReactNode } from 'react'
import type { ZoomLevel } from '../gantt-types.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'

export type ExportChoice = 'visible-svg' | 'visible-png' | 'whole-svg' | 'whole-png'

export interface ChartDisplay {
  baseline: boolean
  actual: boolean
  links: boolean
}

interface GanttToolbarProps {
  labels: GanttLabels
  zoom: ZoomLevel
  onZoom: (zoom: ZoomLevel) => void
  onZoomBy: (factor: number) => void
  onFit: () => void
  onToday: () => void
  display: ChartDisplay
  onDisplay: (display: ChartDisplay) => void
  isAllExpanded: boolean
  onExpandAll: (expand: boolean) => void
  hasPhases: boolean
  isTableWide: boolean
  onTable: () => void
  onExport: (choice: ExportChoice) => void
  onKeys: () => void
  selectedCount: number
  /** null: the selection cannot be linked */
  onLinkSelected: (() => void) | null
}

const LEVELS: readonly ZoomLevel[] = ['day', 'week', 'month', 'quarter']

export function GanttToolbar(props: GanttToolbarProps) {
  const { labels, zoom, display, onDisplay } = props
  const words = labels.toolbar
  return (
    <div className="yg-toolbar" role="toolbar" aria-label={words.label}>
      <div className="yg-segments" role="group" aria-label={words.zoomGroup}>
        {LEVELS.map((level) => (
          <button key={level} type="button" aria-pressed={level === zoom} onClick={() => props.onZoom(level)}>
            {labels.zoom[level]}
          </button>
        ))}
      </div>
      <div className="yg-segments" role="group" aria-label={`${words.zoomOut} ${words.zoomIn}`}>
        <button
          type="button"
          aria-label={words.zoomOut}
          title={words.zoomOut}
          onClick={() => props.onZoomBy(1 / 1.4)}
        >
          <Icon d="M2 6h8" />
        </button>
        <button type="button" onClick={props.onFit}>
          {words.fit}
        </button>
        <button
          type="button"
          aria-label={words.zoomIn}
          title={words.zoomIn}
          onClick={() => props.onZoomBy(1.4)}
        >
          <Icon d="M2 6h8M6 2v8" />
        </button>
      </div>
      <button type="button" className="yg-button" onClick={props.onToday}>
        {words.today}
      </button>
      {props.hasPhases && (
        <button type="button" className="yg-button" onClick={() => props.onExpandAll(!props.isAllExpanded)}>
          {props.isAllExpanded ? words.collapseAll : words.expandAll}
        </button>
      )}
      {props.selectedCount > 1 && (
        <span className="yg-selection">
          {labels.selected(props.selectedCount)}
          {props.onLinkSelected && (
            <button type="button" className="yg-button" onClick={props.onLinkSelected}>
              {words.linkSelected}
            </button>
          )}
        </span>
      )}
      <span className="yg-space" />
      <div className="yg-legend" role="group" aria-label={words.show}>
        <Toggle
          isOn={display.baseline}
          onChange={(baseline) => onDisplay({ ...display, baseline })}
          sample="base"
        >
          {words.baseline}
        </Toggle>
        <Toggle
          isOn={display.actual}
          onChange={(actual) => onDisplay({ ...display, actual })}
          sample="actual"
        >
          {words.actual}
        </Toggle>
        <Toggle isOn={display.links} onChange={(links) => onDisplay({ ...display, links })} sample="link">
          {words.links}
        </Toggle>
      </div>
      <button
        type="button"
        className="yg-button is-icon"
        aria-pressed={props.isTableWide}
        aria-label={props.isTableWide ? words.hideTable : words.showTable}
        title={props.isTableWide ? words.hideTable : words.showTable}
        onClick={props.onTable}
      >
        <Icon d="M1.5 2h9v8h-9zM5 2v8" />
      </button>
      <button
        type="button"
        className="yg-button is-icon"
        aria-label={words.keys}
        title={words.keys}
        onClick={props.onKeys}
      >
        <Icon d="M1 3h10v6H1zM3 5h0M5 5h0M7 5h0M9 5h0M4 7h4" />
      </button>
      <ExportMenu labels={labels} onExport={props.onExport} />
    </div>
  )
}

function Toggle({
  isOn,
  onChange,
  sample,
  children,
}: {
  isOn: boolean
  onChange: (isOn: boolean) => void
  sample: string
  children: ReactNode
}) {
  return (
    <button type="button" className="yg-chip" aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      <i className={`yg-sample is-${sample}`} />
      {children}
    </button>
  )
}

const CHOICES = ['visible-png', 'visible-svg', 'whole-png', 'whole-svg'] as const

function ExportMenu({ labels, onExport }: { labels: GanttLabels; onExport: (choice: ExportChoice) => void }) {
  const id = useId()
  const words = labels.toolbar
  const names: Record<ExportChoice, string> = {
    'visible-svg': words.exportVisibleSvg,
    'visible-png': words.exportVisiblePng,
    'whole-svg': words.exportWholeSvg,
    'whole-png': words.exportWholePng,
  }
  return (
    <>
      <button type="button" className="yg-button yg-export" popoverTarget={id}>
        {words.export} <Icon d="M3 4.5 6 8l3-3.5" />
      </button>
      <div id={id} popover="auto" className="yg-menu" role="group" aria-label={words.export}>
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={() => onExport(choice)}
          >
            {names[choice]}
          </button>
        ))}
      </div>
    </>
  )
}

function Icon({ d }: { d: string }) {
  return (
    <svg className="yg-icon" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
