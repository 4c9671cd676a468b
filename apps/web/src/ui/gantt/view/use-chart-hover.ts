import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import { ROW_HEIGHT } from '../model/bar-geometry.ts'
import { distanceTo } from '../model/link-routing.ts'
import type { DrawnLink } from '../model/visible-links.ts'
import { HEADER_HEIGHT } from './use-viewport.ts'

export interface ChartHover {
  /** row whose bar is under the pointer: its handles are shown */
  barKey: string | null
  linkId: string | null
  card: { key: string; x: number; y: number } | null
  onPointerMove: (event: PointerEvent) => void
  onPointerLeave: () => void
  hide: () => void
}

const CARD_DELAY_MS = 350
const LINK_REACH = 5

/**
 * What the pointer is on. The row's band is moved by hand, outside React: it
 * follows every pointer move and every scroll, and nothing else depends on it.
 */
export function useChartHover(
  canvas: RefObject<HTMLDivElement | null>,
  body: RefObject<HTMLDivElement | null>,
  links: readonly DrawnLink[],
  isBusy: boolean,
): ChartHover {
  const [barKey, setBarKey] = useState<string | null>(null)
  const [linkId, setLinkId] = useState<string | null>(null)
  const [card, setCard] = useState<ChartHover['card']>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const at = useRef({ x: 0, y: 0 })

  const hide = useCallback(() => {
    clearTimeout(timer.current)
    setCard(null)
  }, [])

  const onPointerLeave = useCallback(() => {
    hide()
    setBarKey(null)
    setLinkId(null)
    canvas.current?.style.setProperty('--yg-hover', '-100px')
  }, [hide, canvas])

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (isBusy) hide()
  }, [isBusy, hide])

  const onPointerMove = useCallback(
    (event: PointerEvent) => {
      if (event.pointerType === 'touch' || isBusy) return
      at.current = { x: event.clientX, y: event.clientY }
      const target = event.target as Element
      const box = canvas.current!.getBoundingClientRect()
      const top = event.clientY - box.top - HEADER_HEIGHT
      canvas.current!.style.setProperty('--yg-hover', `${Math.floor(top / ROW_HEIGHT) * ROW_HEIGHT}px`)
      const bar = target.closest<HTMLElement>('.yg-bar')
      const key = bar?.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null
      if (key !== barKey) {
        setBarKey(key)
        hide()
        if (key !== null) timer.current = setTimeout(() => setCard({ key, ...at.current }), CARD_DELAY_MS)
      }
      const chart = body.current?.getBoundingClientRect()
      const near =
        key === null && chart
          ? nearestLink(links, event.clientX - chart.left, event.clientY - chart.top)
          : null
      setLinkId(near)
    },
    [isBusy, canvas, body, links, barKey, hide],
  )

  return { barKey, linkId, card, onPointerMove, onPointerLeave, hide }
}

function nearestLink(links: readonly DrawnLink[], x: number, y: number): string | null {
  let nearest: string | null = null
  let reach = LINK_REACH
  for (const { link, route } of links) {
    const distance = distanceTo(route, x, y)
    if (distance < reach) {
      reach = distance
      nearest = link.id
    }
  }
  return nearest
}
