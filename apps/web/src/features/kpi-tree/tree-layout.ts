/** Measures of the picture, px. */
export const BOX = { width: 264, height: 116, gapX: 48, gapY: 16 } as const

interface Placeable {
  readonly id: string
  readonly parentId: string | null
  /** From 1. */
  readonly depth: number
}

export interface TreeLayout {
  readonly width: number
  readonly height: number
  /** Top left corner of each box. */
  readonly boxes: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  /** From the right edge of a parent to the left edge of its child. */
  readonly edges: readonly { readonly id: string; readonly path: string }[]
}

/**
 * Places a tree from left to right: a column a depth, leaves below each other, a parent at the height
 * of the middle between its first and last child.
 *
 * @param nodes parents before children, siblings in their order
 */
export function layoutTree(nodes: readonly Placeable[]): TreeLayout {
  const boxes = new Map<string, { x: number; y: number }>()
  let nextRow = 0
  const place = (node: Placeable): number => {
    const children = nodes.filter(({ parentId }) => parentId === node.id)
    const heights = children.map(place)
    const first = heights[0]
    const last = heights.at(-1)
    const y =
      first === undefined || last === undefined ? nextRow++ * (BOX.height + BOX.gapY) : (first + last) / 2
    boxes.set(node.id, { x: (node.depth - 1) * (BOX.width + BOX.gapX), y })
    return y
  }
  for (const node of nodes) if (node.parentId === null) place(node)
  const edges = nodes.flatMap(({ id, parentId }) => {
    const to = boxes.get(id)
    const from = boxes.get(parentId ?? '')
    if (from === undefined || to === undefined) return []
    const startX = from.x + BOX.width
    const middle = startX + BOX.gapX / 2
    const [startY, endY] = [from.y + BOX.height / 2, to.y + BOX.height / 2]
    return [{ id, path: `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${to.x} ${endY}` }]
  })
  const depth = Math.max(0, ...nodes.map((node) => node.depth))
  return {
    boxes,
    edges,
    width: depth * (BOX.width + BOX.gapX) - (depth > 0 ? BOX.gapX : 0),
    height: Math.max(0, nextRow * (BOX.height + BOX.gapY) - BOX.gapY),
  }
}

/** Where an arrow key leads in the tree (WAI-ARIA tree pattern); null: it leads nowhere. */
export function treeStep(nodes: readonly Placeable[], from: string, key: string): string | null {
  const index = nodes.findIndex(({ id }) => id === from)
  switch (key) {
    case 'ArrowDown':
      return nodes[index + 1]?.id ?? null
    case 'ArrowUp':
      return nodes[index - 1]?.id ?? null
    case 'ArrowRight':
      return nodes.find(({ parentId }) => parentId === from)?.id ?? null
    case 'ArrowLeft':
      return nodes[index]?.parentId ?? null
    case 'Home':
      return nodes[0]?.id ?? null
    case 'End':
      return nodes.at(-1)?.id ?? null
    default:
      return null
  }
}
