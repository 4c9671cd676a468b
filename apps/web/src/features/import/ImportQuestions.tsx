import type { ImportView } from '@yingce/contracts/import/import'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What the file does not say and nobody may guess: asked once for the whole workbook. */
export function ImportQuestions({ view, isPending, onAnswer }: { view: ImportView; isPending: boolean; onAnswer: (year: number) => void }) {
  const { t } = useTranslation('import')
  const question = view.questions[0]
  const [year, setYear] = useState<number | null>(question?.suggestion === null || question?.suggestion === undefined ? null : Number(question.suggestion))
  if (question === undefined) return null
  return (
    <section className="card question" aria-labelledby="question-title">
      <h2 id="question-title">{t('question.title')}</h2>
      <p>{t('question.text', { sheets: question.sheets.join('、'), examples: question.examples.slice(0, 3).join('、') })}</p>
      <div className="inline-form">
        <InputNumber min={2000} max={2100} value={year} onChange={setYear} aria-label={t('question.year')} onPressEnter={() => year !== null && onAnswer(year)} />
        <Button type="primary" disabled={year === null} loading={isPending} onClick={() => year !== null && onAnswer(year)}>{t('question.answer')}</Button>
      </div>
    </section>
  )
}
