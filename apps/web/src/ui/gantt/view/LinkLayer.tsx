import { memo } from 'react'
import { arrowPath, linePath } from '../model/link-routing.ts'
import type { DrawnLink } from '../model/visible-links.ts'

interface LinkLayerProps {
  links: readonly DrawnLink[]
  /** task whose dependencies are emphasised, and a link picked by pointer */
  activeTask: string | null
  pickedLink: string | null
  left: number
  top: number
  width: number
  height: number
}

/** All dependencies in six paths (line and heads of three tones): no node per link, so scrolling stays cheap. */
export const LinkLayer = memo(function LinkLayer({
  links,
  activeTask,
  pickedLink,
  left,
  top,
  width,
  height,
}: LinkLayerProps) {
  const tones = {
    plain: { lines: '', heads: '' },
    conflict: { lines: '', heads: '' },
    active: { lines: '', heads: '' },
  }
  for (const { link, route, conflictDays } of links) {
    const isActive =
      link.id === pickedLink || (activeTask !== null && (link.from === activeTask || link.to === activeTask))
    const tone = tones[conflictDays > 0 ? 'conflict' : isActive ? 'active' : 'plain']
    tone.lines += linePath(route)
    tone.heads += arrowPath(route)
  }
  const picked = links.find(({ link }) => link.id === pickedLink)
  return (
    <svg
      className="yg-links"
      style={{ left, top, width, height }}
      viewBox={`${left} ${top} ${width} ${height}`}
      aria-hidden="true"
    >
      {picked && <path className="yg-link-picked" d={linePath(picked.route)} />}
      {(['plain', 'active', 'conflict'] as const).map((tone) => (
        <g key={tone} className={`yg-link is-${tone}`}>
          <path d={tones[tone].lines} />
          <path d={tones[tone].heads} className="yg-head-of-link" />
        </g>
      ))}
    </svg>
  )
})
