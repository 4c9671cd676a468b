import type { SheetKind } from '@yingce/domain/sheets/sheet-kind'
import { layoutOfKind } from '@yingce/domain/sheets/layouts'
import type { Language, Words } from '../language.ts'

const OTHER_KINDS: Readonly<Partial<Record<SheetKind, Words>>> = {
  metrics: { zh: '投放数据', en: 'channel figures' },
  journeys: { zh: '用户路径', en: 'journeys' },
  unknown: { zh: '未识别', en: 'not recognised' },
}

/** What a table was taken for, in words. */
export function kindWord(kind: SheetKind, language: Language): string {
  return OTHER_KINDS[kind]?.[language] ?? layoutOfKind(kind)?.[language] ?? kind
}
