import { useTranslation } from 'react-i18next'

/** Choose, check, done: where the import stands. */
export function ImportSteps({ step }: { step: 1 | 2 | 3 }) {
  const { t } = useTranslation('import')
  return (
    <ol className="import-steps" aria-label={t('steps.label')}>
      {([1, 2, 3] as const).map((number) => (
        <li
          key={number}
          className={number === step ? 'on' : ''}
          aria-current={number === step ? 'step' : undefined}
        >
          {number} {t(`steps.${number}`)}
        </li>
      ))}
    </ol>
  )
}
