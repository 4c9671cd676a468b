import type { BoardBlock } from '@yingce/domain/board/board-layout'

/** A block while it is being arranged; the key stays with it wherever it goes. */
export interface DraftBlock {
  readonly key: number
  readonly block: BoardBlock
}

export function draftOf(blocks: readonly BoardBlock[]): DraftBlock[] {
  return blocks.map((block, key) => ({ key, block }))
}

export function withBlock(draft: readonly DraftBlock[], block: BoardBlock): DraftBlock[] {
  return [...draft, { key: 1 + Math.max(-1, ...draft.map(({ key }) => key)), block }]
}

/** One place up or down; at the end it stays. */
export function movedBlock(draft: readonly DraftBlock[], key: number, step: -1 | 1): DraftBlock[] {
  const from = draft.findIndex((one) => one.key === key)
  const to = from + step
  const [one, other] = [draft[from], draft[to]]
  if (one === undefined || other === undefined) return [...draft]
  return draft.map((each, index) => (index === from ? other : index === to ? one : each))
}

export function areSameBlocks(a: readonly BoardBlock[], b: readonly BoardBlock[]): boolean {
  const keyOf = ({ kind, width, metric, dimension, period }: BoardBlock) =>
    [kind, width, metric, dimension, period].join(' ')
  return a.map(keyOf).join('|') === b.map(keyOf).join('|')
}
