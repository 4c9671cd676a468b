import type { DocumentData } from '@yingce/contracts/export/document-text'

type Of<K extends DocumentData['kind']> = Extract<DocumentData, { kind: K }>

/** A day is not broken at its dashes. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const COLOUR = { neutral: '', good: 'tone-ok', warning: 'tone-warn', bad: 'tone-bad', muted: 'tone-muted' }

function KeyFigures({ block }: { block: Of<'keyFigures'> }) {
  return (
    <dl className="document-figures">
      {block.figures.map(({ label, value, note, tone }) => (
        <div key={label}>
          <dt className="figure-label">{label}</dt>
          <dd className={`figure ${COLOUR[tone]}`}>{value}</dd>
          {note !== null && <dd className="figure-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}

function Table({ block }: { block: Of<'table'> }) {
  const { caption, columns, rows, note } = block
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={caption ?? columns[0]?.title}>
      <table className="table document-table">
        {caption !== null && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ title, align }, place) => (
              <th key={`${title} ${place}`} scope="col" className={`align-${align}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, cells }, index) => (
            <tr key={index} className={`document-${kind}`}>
              {kind === 'group' ? (
                <th scope="rowgroup" colSpan={columns.length}>
                  {cells[0]?.text}
                </th>
              ) : (
                columns.map(({ title, align }, place) => (
                  <td
                    key={`${title} ${place}`}
                    className={`align-${align} ${COLOUR[cells[place]?.tone ?? 'neutral']} ${DAY.test(cells[place]?.text ?? '') ? 'nowrap' : ''}`}
                  >
                    {cells[place]?.text}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== null && <p className="figure-note">{note}</p>}
    </div>
  )
}

function Chart({ block: { caption, picture, alternativeText } }: { block: Of<'chart'> }) {
  return (
    <figure className="document-chart">
      {caption !== null && <figcaption>{caption}</figcaption>}
      <div
        className="document-chart-scroll"
        tabIndex={0}
        role="group"
        aria-label={caption ?? alternativeText}
      >
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`} alt={alternativeText} />
      </div>
    </figure>
  )
}

/** Figures, tables and charts of a section as they stand in the document. */
export function DocumentFigures({ data }: { data: readonly DocumentData[] }) {
  return data.map((block, index) => {
    if (block.kind === 'keyFigures') return <KeyFigures key={index} block={block} />
    if (block.kind === 'table') return <Table key={index} block={block} />
    return <Chart key={index} block={block} />
  })
}
