import { Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'

interface NoteFieldProps {
  label: string
  value: string
  isReadOnly: boolean
  /** A name rather than sentences. */
  isShort?: boolean
  onChange: (text: string) => void
}

/** Long enough that a word is not cut, short enough that the others see it come. */
const SEND_AFTER_MS = 700

/** A text that several people write: sent while it is typed, and taken over from others while it is not. */
export function NoteField({ label, value, isReadOnly, isShort = false, onChange }: NoteFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const pending = useRef<(() => void) | null>(null)
  const send = (text: string) => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    pending.current = null
    if (text !== value) onChange(text)
  }
  // What was typed last goes out also when the page is left before the pause.
  useEffect(() => () => pending.current?.(), [])
  return (
    <div className="note-field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        readOnly={isReadOnly}
        autoSize={{ minRows: isShort ? 1 : 2, maxRows: 16 }}
        value={draft ?? value}
        onFocus={() => setDraft(value)}
        onChange={(event) => {
          const text = event.target.value
          setDraft(text)
          if (timer.current !== null) clearTimeout(timer.current)
          pending.current = () => onChange(text)
          timer.current = setTimeout(() => send(text), SEND_AFTER_MS)
        }}
        onBlur={() => {
          if (draft !== null) send(draft)
          setDraft(null)
        }}
      />
    </div>
  )
}
