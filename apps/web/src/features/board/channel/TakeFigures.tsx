import { getEffectFacts, takeEffectFacts } from '@yingce/contracts/board/effect-facts'
import type { AnswerOf } from '@yingce/contracts/route'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useAbility } from '../../../api/use-session.ts'
import { formatBoardValue } from '../board-format.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { useRecordRights } from '../../record/use-record-rights.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

type Item = AnswerOf<typeof getEffectFacts>['items'][number]

const FIGURES = ['impressions', 'clicks', 'conversions', 'cost', 'revenue'] as const

const keyOf = ({ recordId, channel }: Item) => recordId ?? `new ${channel}`

/** Opens the comparison; not there for people who may not write the figures. */
export function TakeFiguresButton({ planId }: { planId: string }) {
  const { t } = useTranslation('boards')
  const rights = useRecordRights('channel_effect')
  const seesMoney = useAbility('budget.read')
  const [isOpen, setOpen] = useState(false)
  if (!seesMoney || rights.lockOf('cost') !== null) return null
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('take.button')}
      </button>
      {isOpen && <TakeFigures planId={planId} canCreate={rights.canCreate} onClose={() => setOpen(false)} />}
    </>
  )
}

interface TakeFiguresProps {
  planId: string
  canCreate: boolean
  onClose: () => void
}

/** The effect analysis as the assigned facts have it: what stands, what it becomes, and which rows are taken. */
function TakeFigures({ planId, canCreate, onClose }: TakeFiguresProps) {
  const { t } = useTranslation('boards')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const facts = useQuery({
    queryKey: ['plan', planId, 'effect-facts'],
    queryFn: ({ signal }) => call(getEffectFacts, { params: { planId }, signal }),
    staleTime: 0,
  })
  const items = (facts.data?.items ?? []).filter(
    (item) => item.isChanged && (canCreate || item.recordId !== null),
  )
  const chosen = items.filter((item) => !left.has(keyOf(item)))
  const take = useMutation({
    mutationFn: () =>
      call(takeEffectFacts, {
        params: { planId },
        body: {
          recordIds: chosen.flatMap(({ recordId }) => recordId ?? []),
          channels: chosen.flatMap(({ recordId, channel }) => (recordId === null ? [channel] : [])),
        },
      }),
    onSuccess: ({ updated, created }) => {
      void client.invalidateQueries({ queryKey: ['plan', planId] })
      void message.success(t('take.done', { updated, created }))
      onClose()
    },
  })
  const toggle = (item: Item, isTaken: boolean) => {
    const next = new Set(left)
    if (isTaken) next.delete(keyOf(item))
    else next.add(keyOf(item))
    setLeft(next)
  }
  return (
    <Dialog
      width={980}
      title={t('take.title')}
      onCancel={onClose}
      cancelText={t('shell:common.cancel')}
      okText={t('take.ok', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0, loading: take.isPending }}
      onOk={() => take.mutate()}
    >
      <p className="figure-note">{t('take.lead')}</p>
      {[facts, take].map(({ error }, index) => error !== null && <ProblemNote key={index} error={error} />)}
      {facts.isPending && <div className="skeleton skeleton-block" />}
      {facts.isSuccess && items.length === 0 && <p className="empty">{t('take.none')}</p>}
      {items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('take.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('take.row')}</th>
                {FIGURES.map((figure) => (
                  <th key={figure} scope="col" className="number">
                    {t(`metric.${figure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={keyOf(item)}>
                  <td>
                    <Checkbox
                      checked={!left.has(keyOf(item))}
                      onChange={(event) => toggle(item, event.target.checked)}
                    >
                      {item.channel}
                      {item.content !== null && ` · ${item.content}`}
                      {item.recordId === null && <span className="figure-note"> {t('take.new')}</span>}
                    </Checkbox>
                  </td>
                  {FIGURES.map((figure) => (
                    <td key={figure} className="number nowrap">
                      <BeforeAfter item={item} figure={figure} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {facts.isSuccess && facts.data.rowsWithoutFacts > 0 && (
        <p className="figure-note">{t('take.without', { count: facts.data.rowsWithoutFacts })}</p>
      )}
    </Dialog>
  )
}

/** What a figure becomes; alone where the facts do not have it or have the same. */
function BeforeAfter({ item, figure }: { item: Item; figure: (typeof FIGURES)[number] }) {
  const before = item.before[figure]
  const after = item.computed[figure]
  if (after === null || after === before) return formatBoardValue(figure, before)
  return (
    <>
      <span className="figure-note">{formatBoardValue(figure, before)} →</span>{' '}
      <strong>{formatBoardValue(figure, after)}</strong>
    </>
  )
}
