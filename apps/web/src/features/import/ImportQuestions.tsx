import type { ImportView } from '@yingce/contracts/import/import'
import { isInRange } from '@yingce/domain/records/field-range'
import { Button, DatePicker } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundedNumber } from '../../ui/BoundedNumber.tsx'
import type { ImportChange } from './use-import.ts'

type Answers = NonNullable<ImportChange['answers']>

interface ImportQuestionsProps {
  view: ImportView
  isPending: boolean
  onAnswer: (answers: Answers) => void
}

const YEARS = { min: 2000, max: 2100 }

/** What the file does not say and nobody may guess: asked once for the whole workbook. */
export function ImportQuestions({ view, isPending, onAnswer }: ImportQuestionsProps) {
  const { t } = useTranslation('import')
  const [year, setYear] = useState<number | null>(null)
  const [date, setDate] = useState<Dayjs | null>(null)
  const question = view.questions[0]
  if (question === undefined) return null
  const { answer } = question
  const value: Answers | null =
    answer === 'year'
      ? year === null || !isInRange(year, YEARS)
        ? null
        : { year }
      : date === null
        ? null
        : { [answer]: date.format('YYYY-MM-DD') }
  const send = () => value !== null && onAnswer(value)
  return (
    <section className="card question" aria-labelledby="question-title">
      <h2 id="question-title">{t(`question.${answer}.title`)}</h2>
      <p>
        {t(`question.${answer}.text`, {
          count: question.count,
          place: `${question.sheet} ${question.cell}`,
          text: question.text,
        })}
      </p>
      <div className="inline-form">
        {answer === 'year' ? (
          <BoundedNumber
            bounds={YEARS}
            value={year}
            onChange={setYear}
            aria-label={t('question.year.label')}
            onPressEnter={send}
          />
        ) : (
          <DatePicker value={date} onChange={setDate} aria-label={t(`question.${answer}.label`)} />
        )}
        <Button type="primary" disabled={value === null} loading={isPending} onClick={send}>
          {t('question.answer')}
        </Button>
      </div>
    </section>
  )
}
