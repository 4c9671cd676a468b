import { MAX_UPLOAD_BYTES, createImport } from '@yingce/contracts/import/import'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { ImportSteps } from './ImportSteps.tsx'
import './import.css'

/** Step 1: one file, dropped or chosen; reading starts at once and can be cancelled. */
export function NewImportPage() {
  const { t } = useTranslation('import')
  const { planId } = useSearch({ from: '/signed-in/imports/new' })
  const navigate = useNavigate()
  const abort = useRef<AbortController | null>(null)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) => {
      abort.current = new AbortController()
      return call(createImport, {
        file,
        body: planId === undefined ? {} : { planId },
        signal: abort.current.signal,
      })
    },
    onSuccess: (created) => navigate({ to: '/imports/$importId', params: { importId: created.id } }),
  })
  const take = ([file]: readonly File[]) => {
    if (file === undefined || upload.isPending) return
    setTooLarge(file.size > MAX_UPLOAD_BYTES ? file.name : null)
    if (file.size <= MAX_UPLOAD_BYTES) upload.mutate(file)
  }
  const canRun = useAbility('import.run')
  const isCancelled = upload.error instanceof DOMException && upload.error.name === 'AbortError'
  if (!canRun) {
    return (
      <div className="page page-narrow">
        <div className="page-head">
          <h1>{t('choose.title')}</h1>
        </div>
        <p className="page-lead">{t('notAllowed')}</p>
      </div>
    )
  }
  return (
    <div className="page page-narrow">
      <ImportSteps step={1} />
      <div className="page-head">
        <h1>{t('choose.title')}</h1>
      </div>
      <p className="page-lead">{t(planId === undefined ? 'choose.lead' : 'choose.leadInto')}</p>
      <FileDrop
        reading={upload.isPending ? t('choose.reading', { name: upload.variables.name }) : null}
        texts={{ drop: t('choose.drop'), formats: t('choose.formats'), button: t('choose.button') }}
        onFiles={take}
        onCancel={() => abort.current?.abort()}
      />
      {tooLarge !== null && (
        <div className="problem-note" role="alert">
          {t('choose.tooLarge', { name: tooLarge, mb: MAX_UPLOAD_BYTES / 1024 / 1024 })}
        </div>
      )}
      {upload.isError && !isCancelled && <ProblemNote error={upload.error} />}
      <p className="figure-note">{t('choose.promise')}</p>
    </div>
  )
}
