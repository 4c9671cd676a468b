import type { KpiTree } from '@yingce/contracts/kpi-tree/kpi-tree'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KpiBox } from './KpiBox.tsx'
import { BOX, layoutTree, treeStep } from './tree-layout.ts'

interface KpiPictureProps {
  tree: KpiTree
  /** The open node. */
  chosen: string | null
  onChoose: (id: string) => void
}

/** The KPI tree as a picture: boxes and edges, walked with the arrow keys; on a phone an indented list. */
export function KpiPicture({ tree, chosen, onChoose }: KpiPictureProps) {
  const { t } = useTranslation('kpi')
  const { nodes, currency } = tree
  const layout = useMemo(() => layoutTree(nodes), [nodes])
  const boxes = useRef(new Map<string, HTMLElement>())
  const [current, setCurrent] = useState<string | null>(null)
  const stop = nodes.some(({ id }) => id === current) ? current : (nodes[0]?.id ?? null)
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(id)
      return
    }
    const next = treeStep(nodes, id, event.key)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    boxes.current.get(next)?.focus()
  }
  return (
    <div className="kpi-scroll">
      <div
        role="tree"
        aria-label={t('tree')}
        className="kpi-picture"
        style={{ width: layout.width, height: layout.height }}
      >
        <svg
          className="kpi-edges"
          width={layout.width}
          height={layout.height}
          role="presentation"
          aria-hidden="true"
        >
          {layout.edges.map(({ id, path }) => (
            <path key={id} d={path} />
          ))}
        </svg>
        {nodes.map((node) => {
          const siblings = nodes.filter(({ parentId }) => parentId === node.parentId)
          const place = layout.boxes.get(node.id)
          return (
            <div
              key={node.id}
              ref={(element) => {
                if (element === null) boxes.current.delete(node.id)
                else boxes.current.set(node.id, element)
              }}
              role="treeitem"
              aria-level={node.depth}
              aria-setsize={siblings.length}
              aria-posinset={siblings.indexOf(node) + 1}
              aria-selected={node.id === chosen}
              tabIndex={node.id === stop ? 0 : -1}
              className={`kpi-box kpi-${node.status ?? 'none'}`}
              style={{
                left: place?.x ?? 0,
                top: place?.y ?? 0,
                width: BOX.width,
                height: BOX.height,
                ['--depth' as string]: node.depth - 1,
              }}
              onFocus={() => setCurrent(node.id)}
              onClick={() => onChoose(node.id)}
              onKeyDown={(event) => onKeyDown(event, node.id)}
            >
              <KpiBox node={node} currency={currency} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
