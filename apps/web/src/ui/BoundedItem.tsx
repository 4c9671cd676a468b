import type { FieldRange } from '@yingce/domain/records/field'
import { Form, type FormItemProps, InputNumber } from 'antd'
import { boundsText } from './bounds.ts'

interface BoundedItemProps extends Pick<FormItemProps, 'name' | 'label' | 'rules' | 'extra'> {
  bounds: FieldRange
  isWhole?: boolean
}

/**
 * A number with bounds in a form, which is not sent while the number lies outside and says the bounds under it.
 * Outside a form see `BoundedNumber`.
 */
export function BoundedItem({ bounds, isWhole = false, rules = [], ...item }: BoundedItemProps) {
  const { min, max } = bounds
  const limits = max === null ? { min } : { min, max }
  return (
    <Form.Item {...item} rules={[...rules, { type: 'number', ...limits, message: boundsText(bounds) }]}>
      <InputNumber<number>
        className="wide"
        {...(isWhole ? { precision: 0 } : {})}
        aria-valuemin={min}
        {...(max === null ? {} : { 'aria-valuemax': max })}
      />
    </Form.Item>
  )
}
