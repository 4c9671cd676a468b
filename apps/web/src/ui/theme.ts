import { theme, type ThemeConfig } from 'antd'

/** Chosen by language in tokens.css. */
const FONT = 'var(--font)'

const shared = {
  fontFamily: FONT,
  fontSize: 14,
  lineHeight: 22 / 14,
  borderRadius: 6,
  borderRadiusLG: 8,
  motionDurationMid: '0.12s',
  wireframe: false,
}

/** Light colours; the muddy tints that antd derives are named one by one (AA contrast, checked with axe). */
export const lightTheme: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: '#0958d9',
    colorInfo: '#0958d9',
    colorSuccess: '#237804',
    colorWarning: '#ad4e00',
    colorError: '#a8071a',
    colorLink: '#0958d9',
    colorPrimaryBg: '#e8f0fe',
    colorInfoBg: '#e8f0fe',
    colorSuccessBg: '#e9f5e3',
    colorWarningBg: '#fdf0e1',
    colorErrorBg: '#fdeaec',
    colorPrimaryHover: '#0747b0',
    colorLinkHover: '#0747b0',
    colorText: '#1c2430',
    colorTextSecondary: '#5a6472',
    colorTextDescription: '#5a6472',
    colorTextPlaceholder: '#6b7280',
    colorTextDisabled: '#6b7280',
    colorBgLayout: '#f5f6f8',
    colorBorder: '#e3e6eb',
    colorBorderSecondary: '#eef0f3',
  },
  components: {
    Input: { colorBorder: '#8b94a1' },
    Select: { colorBorder: '#8b94a1' },
    InputNumber: { colorBorder: '#8b94a1' },
    DatePicker: { colorBorder: '#8b94a1' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}

const DARK_MAP = {
  colorPrimary: '#69a1ff',
  colorInfo: '#69a1ff',
  colorLink: '#69a1ff',
  colorPrimaryHover: '#8bb8ff',
  colorLinkHover: '#8bb8ff',
  colorPrimaryActive: '#5590f5',
  colorPrimaryBg: '#1b2a44',
  colorInfoBg: '#1b2a44',
  colorSuccess: '#7cc96a',
  colorSuccessBg: '#1b2b1a',
  colorWarning: '#f0a657',
  colorWarningBg: '#33261a',
  colorError: '#ff8b94',
  colorErrorHover: '#ffa8ae',
  colorErrorActive: '#f0737d',
  colorErrorBg: '#3a1f23',
}

/** antd's dark algorithm changes seed colours and drops overrides of them: exact values are laid over its result. */
export const darkTheme: ThemeConfig = {
  algorithm: [theme.darkAlgorithm, (_seed, map) => ({ ...(map as object), ...DARK_MAP }) as never],
  token: {
    ...shared,
    colorText: '#e6eaf0',
    colorTextSecondary: '#a6b0bd',
    colorTextDescription: '#a6b0bd',
    colorTextPlaceholder: '#8c95a3',
    colorTextDisabled: '#8c95a3',
    colorBgLayout: '#101418',
    colorBgContainer: '#171c22',
    colorBgElevated: '#1c222a',
    colorBorder: '#2a313a',
    colorBorderSecondary: '#222830',
    colorTextLightSolid: '#0b1220',
  },
  components: {
    Input: { colorBorder: '#6b7684' },
    Select: { colorBorder: '#6b7684' },
    InputNumber: { colorBorder: '#6b7684' },
    DatePicker: { colorBorder: '#6b7684' },
    Button: {
      primaryColor: '#0b1220',
      dangerColor: '#0b1220',
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
    },
    Tooltip: { colorTextLightSolid: '#ffffff' },
  },
}

/** Nothing fades or slides, and nothing waits for the end of it. */
export function withoutMotion(colours: ThemeConfig): ThemeConfig {
  return { ...colours, token: { ...colours.token, motion: false } }
}
