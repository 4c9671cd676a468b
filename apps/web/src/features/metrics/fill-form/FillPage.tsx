import { type FillSheet, openFillSheet } from '@yingce/contracts/metrics/fill-form'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { isRefusal } from '../../../api/errors.ts'
import { paths } from '../../../paths.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { Gate } from '../../identity/Gate.tsx'
import { FillDay } from './FillDay.tsx'
import '../data.css'

function PinForm({ isWrong, onPin }: { isWrong: boolean; onPin: (pin: string) => void }) {
  const { t } = useTranslation('data')
  return (
    <Gate title={t('fill.pinTitle')} lead={t('fill.pinLead')}>
      <Form<{ pin: string }> layout="vertical" onFinish={({ pin }) => onPin(pin)} requiredMark={false}>
        <Form.Item
          name="pin"
          label={t('forms.pinLabel')}
          rules={[{ required: true, pattern: /^\d{4,8}$/, message: t('forms.pinRule') }]}
        >
          <Input inputMode="numeric" autoComplete="off" maxLength={8} size="large" />
        </Form.Item>
        {isWrong && (
          <div className="problem-note" role="alert">
            {t('fill.pinWrong')}
          </div>
        )}
        <Button type="primary" htmlType="submit" size="large" block>
          {t('fill.open')}
        </Button>
      </Form>
    </Gate>
  )
}

/** A store's own page, by link and without an account: today, and the seven days before. */
export function FillPage() {
  const { t } = useTranslation('data')
  const { token } = useParams({ from: paths.fill })
  const [pin, setPin] = useState<string | undefined>(undefined)
  const [saved, setSaved] = useState<FillSheet | null>(null)
  const query = useQuery({
    queryKey: ['fill', token, pin],
    queryFn: ({ signal }) =>
      call(openFillSheet, { params: { token }, body: pin === undefined ? {} : { pin }, signal }),
    retry: false,
    refetchOnWindowFocus: false,
  })
  if (query.isPending)
    return (
      <Gate title={t('shell:loading')}>
        <div className="skeleton skeleton-card" />
      </Gate>
    )
  if (isRefusal(query.error, 'pin_needed')) return <PinForm isWrong={pin !== undefined} onPin={setPin} />
  if (query.isError)
    return (
      <Gate title={t('fill.void')}>
        {/* A token cut short on its way is refused for its form. */}
        {isRefusal(query.error, 'not_found') || isRefusal(query.error, 'invalid_request') ? (
          <p>{t('fill.voidText')}</p>
        ) : (
          <ProblemNote error={query.error} />
        )}
      </Gate>
    )
  const sheet = saved ?? query.data
  return (
    <Gate title={sheet.name} lead={t('fill.lead')}>
      {sheet.metrics.length === 0 && <p>{t('fill.nothingAsked')}</p>}
      <div className="stack">
        {(sheet.metrics.length === 0 ? [] : sheet.days).map(({ day, values }, index) => (
          <FillDay
            key={day}
            sheet={sheet}
            day={day}
            values={values}
            isOpen={index === 0}
            link={{ token, pin }}
            onSaved={setSaved}
          />
        ))}
      </div>
    </Gate>
  )
}
