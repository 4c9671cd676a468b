import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { findJsonError } from './find-json-error.ts'
import { placeAt } from './locate-json.ts'

/** @throws Refusal with the file, line and column at which the text stops being JSON */
export function parseJson(text: string, path: string, language: Language): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new Refusal('bad_json', language === 'zh' ? '不是有效的 JSON' : 'not valid JSON', {
      file: path,
      ...placeAt(text, findJsonError(text) ?? text.length),
      advice: error instanceof Error ? error.message : String(error),
    })
  }
}
