import type { Problem, RefusalCode } from '@yingce/contracts/error'
import type { Language, Words } from '../language.ts'
import { Refusal } from '../refusal.ts'

interface Said {
  readonly message: Words
  readonly advice?: Words
}

/** What the server's refusals mean at the command line; for the others its own title is shown. */
const WORDS: Readonly<Partial<Record<RefusalCode, Said>>> = {
  unauthenticated: {
    message: { zh: '令牌无效或已过期。', en: 'The token is not valid or has expired.' },
    advice: { zh: '请在设置里新建令牌。', en: 'Make a new one in the settings.' },
  },
  forbidden: {
    message: { zh: '这个令牌没有此权限。', en: 'This token may not do that.' },
    advice: {
      zh: '请换用含所需范围（读取、导入、导出）的令牌，或请管理员调整角色。',
      en: 'Use a token with the scopes it needs (read, import, export), or ask an admin about your role.',
    },
  },
  not_found: { message: { zh: '没有找到。', en: 'There is no such thing.' } },
  rate_limited: { message: { zh: '请求太频繁，请稍后再试。', en: 'Too many requests: try again later.' } },
  payload_too_large: {
    message: { zh: '文件太大。', en: 'The file is too large.' },
    advice: { zh: '请拆分。', en: 'Split it.' },
  },
  file_password_protected: {
    message: { zh: '文件有密码。', en: 'The file is protected by a password.' },
    advice: { zh: '请另存为不带密码的文件。', en: 'Save it without one.' },
  },
  file_broken: {
    message: { zh: '文件已损坏，或与扩展名不符。', en: 'The file is damaged or not what it claims to be.' },
    advice: { zh: '请用 Excel 或 WPS 打开后重新保存。', en: 'Open and save it again in Excel or WPS.' },
  },
  file_too_large: {
    message: { zh: '文件展开后太大。', en: 'The file would unpack to more than is allowed.' },
    advice: { zh: '请删去不需要的工作表，或拆分。', en: 'Remove unused sheets, or split it.' },
  },
  file_unsupported: {
    message: { zh: '不支持这种格式。', en: 'This format is not read.' },
    advice: { zh: '请另存为 XLSX 或 CSV。', en: 'Save it as XLSX or CSV.' },
  },
  file_empty: { message: { zh: '文件是空的。', en: 'The file is empty.' } },
  file_no_table: {
    message: { zh: '没有找到认识的表格。', en: 'No table of a known kind was found.' },
    advice: { zh: '用 yingce inspect 看看读到了什么。', en: 'See what was read with yingce inspect.' },
  },
  file_timeout: {
    message: { zh: '读取超时。', en: 'Reading the file took too long.' },
    advice: { zh: '请拆分文件。', en: 'Split it.' },
  },
  setup_needed: {
    message: { zh: '服务器还没有完成首次设置。', en: 'The server has not been set up yet.' },
    advice: { zh: '请先在浏览器里打开它。', en: 'Open it in a browser first.' },
  },
  unavailable: {
    message: { zh: '数据库没有响应，请稍后再试。', en: 'The database does not answer: try again later.' },
  },
  internal: { message: { zh: '服务器出错。', en: 'The server failed.' } },
}

/** The server's refusal in the user's language. */
export function refusalOf(problem: Problem, language: Language): Refusal {
  const words = WORDS[problem.code]
  const issues = problem.issues.map(({ path, message }) => `${path}: ${message}`).join('; ')
  const request = problem.code === 'internal' ? ` (${problem.requestId})` : ''
  const advice = words?.advice?.[language] ?? (issues === '' ? undefined : issues)
  return new Refusal(
    problem.code,
    `${words?.message[language] ?? problem.title}${request}`,
    advice === undefined ? {} : { advice },
  )
}
