import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import './file-drop.css'
import { ProgressLine } from './ProgressLine.tsx'

interface FileDropProps {
  isMultiple?: boolean
  /** Shown while files are read; null when nothing goes on. */
  reading: string | null
  texts: { drop: string; formats: string; button: string }
  onFiles: (files: readonly File[]) => void
  onCancel: () => void
}

const ACCEPT = '.xlsx,.xls,.ods,.csv,.tsv,.txt,.xml,.htm,.html'

/** Where files are dropped or, by its button and so by the keyboard, chosen. */
export function FileDrop({ isMultiple = false, reading, texts, onFiles, onCancel }: FileDropProps) {
  const { t } = useTranslation('shell')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (files === null || files.length === 0 || reading !== null) return
    onFiles(isMultiple ? [...files] : [...files].slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {reading === null ? (
        <div className="drop-inner">
          <strong>{texts.drop}</strong>
          <span className="figure-note">{texts.formats}</span>
          <Button type="primary" onClick={() => input.current?.click()}>
            {texts.button}
          </Button>
        </div>
      ) : (
        <div role="status" className="drop-inner">
          <strong>{reading}</strong>
          <ProgressLine />
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple={isMultiple}
        hidden
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
