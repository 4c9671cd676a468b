/** A stored field value: text, number, flag or known-absent. */
export type FieldValue = string | number | boolean | null

/** Values by field name; fields that do not matter to the question may be left out. */
export type Values = Readonly<Record<string, FieldValue>>
