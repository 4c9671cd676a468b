import { isInRange } from '@yingce/domain/records/field-range'
import type { FieldRange } from '@yingce/domain/records/field'
import { InputNumber } from 'antd'
import { type ComponentProps, useId, useState } from 'react'
import { boundsText } from './bounds.ts'

interface BoundedNumberProps extends Omit<
  ComponentProps<typeof InputNumber<number>>,
  'min' | 'max' | 'value' | 'onChange'
> {
  bounds: FieldRange
  value: number | null
  /** Also told what lies outside, which the server refuses: whoever acts at once asks `isInRange`. */
  onChange: (value: number | null) => void
}

/**
 * A number with bounds. What lies outside stays as typed, with the bounds under it, until it is put right:
 * a kit's own `min` and `max` change it when the field is left, without a word. In a form see `BoundedItem`.
 */
export function BoundedNumber({ bounds, value, onChange, ...rest }: BoundedNumberProps) {
  const id = useId()
  const [outside, setOutside] = useState<number | null>(null)
  const shown = outside ?? value
  const isWrong = shown !== null && !isInRange(shown, bounds)
  const change = (next: number | null) => {
    setOutside(next !== null && !isInRange(next, bounds) ? next : null)
    onChange(next)
  }
  return (
    <span className="bounded">
      <InputNumber<number>
        {...rest}
        value={shown}
        onChange={change}
        aria-valuemin={bounds.min}
        {...(bounds.max === null ? {} : { 'aria-valuemax': bounds.max })}
        {...(isWrong ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': id } : {})}
      />
      {isWrong && (
        <span id={id} className="bounded-wrong" role="alert">
          {boundsText(bounds)}
        </span>
      )}
    </span>
  )
}
