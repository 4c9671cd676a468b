import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from './ProblemNote.tsx'

interface SaveRowProps {
  save: {
    readonly isPending: boolean
    readonly isSuccess: boolean
    readonly isError: boolean
    readonly error: unknown
  }
  /** What stands beside the button once it is done. */
  saved: string
  /** Absent: 保存. */
  label?: string
  isPrimary?: boolean
  /** Further buttons of the form. */
  children?: ReactNode
}

/** The foot of a form that stays open: why it was not saved, its button, and that it was. */
export function SaveRow({ save, saved, label, isPrimary = false, children }: SaveRowProps) {
  const { t } = useTranslation('shell')
  return (
    <>
      {save.isError && <ProblemNote error={save.error} />}
      <Button type={isPrimary ? 'primary' : 'default'} htmlType="submit" loading={save.isPending}>
        {label ?? t('common.save')}
      </Button>
      {children}
      {save.isSuccess && (
        <span className="figure-note" role="status">
          {' '}
          {saved}
        </span>
      )}
    </>
  )
}
