import type { ReactNode } from 'react'

/** What fits below a slide on a wall and leaves it its height. */
const MOST_ON_WALL = 2

interface FigureNotesProps {
  notes: readonly { readonly key: string; readonly body: ReactNode }[]
  isOnWall: boolean
  /** Says how many more there are than are told. */
  more: (left: number) => string
}

/** What is to be known of the figures above, a sentence each; on a wall the first two, and the rest as a number. */
export function FigureNotes({ notes, isOnWall, more }: FigureNotesProps) {
  const told = isOnWall ? notes.slice(0, MOST_ON_WALL) : notes
  const left = notes.length - told.length
  return (
    <>
      {told.map(({ key, body }) => (
        <p key={key} className="figure-note board-set-aside">
          {body}
        </p>
      ))}
      {left > 0 && <p className="figure-note board-set-aside">{more(left)}</p>}
    </>
  )
}
