import { previewAssignment, type RuleBody, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { formatFen, formatNumber } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { placeText } from './rule-draft.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProgressLine } from '../../../ui/ProgressLine.tsx'

interface AssignmentPreviewProps {
  version: string
  rules: RuleBody[]
  onClose: () => void
  onSaved: () => void
}

/** What changed rules would move, before they are saved. */
export function AssignmentPreview({ version, rules, onClose, onSaved }: AssignmentPreviewProps) {
  const { t } = useTranslation('data')
  const client = useQueryClient()
  const preview = useQuery({
    queryKey: ['metric-assignment', 'preview', rules],
    queryFn: ({ signal }) => call(previewAssignment, { body: { rules }, signal }),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })
  const line = useRef<AbortController | null>(null)
  const save = useMutation({
    mutationFn: () => {
      line.current = new AbortController()
      return call(saveAssignment, { body: { version, rules }, signal: line.current.signal })
    },
    onSuccess: async (overview) => {
      client.setQueryData(['metric-assignment'], overview)
      await client.invalidateQueries({ queryKey: ['metric-facts'] })
      onSaved()
    },
  })
  const moves = preview.data?.moves ?? []
  const facts = moves.reduce((sum, move) => sum + move.facts, 0)
  /** While rules are saved, cutting the line takes back what had begun to move. */
  const leave = () => {
    line.current?.abort()
    onClose()
  }
  return (
    <Dialog
      width={760}
      title={t('assign.previewTitle')}
      onCancel={leave}
      cancelText={t('shell:common.cancel')}
      okText={t('assign.save')}
      // Not `confirmLoading`, under which cancelling does nothing.
      okButtonProps={{ disabled: !preview.isSuccess, loading: save.isPending }}
      onOk={() => save.mutate()}
    >
      {preview.isError && <ProblemNote error={preview.error} />}
      {save.isError && <ProblemNote error={save.error} />}
      {preview.isPending && (
        <p className="inline-form" role="status">
          {t('assign.looking')}
          <ProgressLine />
        </p>
      )}
      {preview.isSuccess && moves.length === 0 && <p>{t('assign.noMoves')}</p>}
      {save.isPending && (
        <p className="inline-form" role="status">
          {t('assign.moving', { count: facts })}
          <ProgressLine />
        </p>
      )}
      {moves.length > 0 && (
        <div className="table-scroll by-day" tabIndex={0} role="region" aria-label={t('assign.moves')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('assign.from')}</th>
                <th scope="col">{t('assign.to')}</th>
                <th scope="col" className="number">
                  {t('assign.lineCount')}
                </th>
                <th scope="col" className="number">
                  {t('assign.cost')}
                </th>
              </tr>
            </thead>
            <tbody>
              {moves.map((move, index) => (
                <tr key={index}>
                  <td>{placeText(move.from, t)}</td>
                  <td>{placeText(move.to, t)}</td>
                  <td className="number">{formatNumber(move.lines)}</td>
                  <td className="number">
                    {formatFen(move.costFen)} {move.currency}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}
