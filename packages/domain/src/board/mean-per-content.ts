/** A figure of one piece of content of a channel over the period. */
export interface ContentFigure {
  readonly channel: string
  /** Null: facts that name no content. */
  readonly content: string | null
  readonly value: number | null
}

/**
 * Mean per piece of content by channel (篇均点赞, worked example 15): the sum over named pieces with a figure ÷
 * their number. Figures without a named piece stay out, because nobody knows of how many pieces they are;
 * a channel without any named piece is absent.
 */
export function meanPerContent(figures: readonly ContentFigure[]): Map<string, number> {
  const known = figures.flatMap(({ channel, content, value }) =>
    content === null || content === '' || value === null ? [] : [{ channel, value }],
  )
  return new Map(
    [...Map.groupBy(known, ({ channel }) => channel)].map(([channel, own]) => [
      channel,
      own.reduce((sum, { value }) => sum + value, 0) / own.length,
    ]),
  )
}
