import { theme, type ConfigProviderProps, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import enUS from 'antd/locale/en_US';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { Language } from '#client/i18n/index.ts';
import { token, type ThemeName } from './theme.ts';

export function antLocale(language: Language): NonNullable<ConfigProviderProps['locale']> {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return language === 'en' ? enUS : zhCN;
}

const made = new Map<ThemeName, ThemeConfig>();

/** Ant Design in our colours: every one is read from the stylesheet, so there is one place to change them. */
export function antTheme(name: ThemeName): ThemeConfig {
  const known = made.get(name);
  if (known) return known;
  const config = configOf(name);
  made.set(name, config);
  return config;
}

function configOf(name: ThemeName): ThemeConfig {
  const accent = token('accent');
  return {
    algorithm: [name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm, theme.compactAlgorithm],
    token: {
      fontFamily: token('font'),
      // The compact algorithm takes these down to 13 and 30.
      fontSize: 15,
      controlHeight: 34,
      borderRadius: 4,
      wireframe: false,
      motionUnit: 0.06,
      colorPrimary: accent,
      colorLink: accent,
      colorLinkHover: token('accent-hover'),
      colorInfo: token('text-quiet'),
      colorSuccess: token('yes'),
      colorWarning: token('accent'),
      colorError: token('no'),
      colorBgBase: token('surface'),
      colorBgLayout: token('ground'),
      colorBgContainer: token('surface'),
      colorBgElevated: token('raised'),
      colorBgSpotlight: token(name === 'dark' ? 'selected' : 'text'),
      colorText: token('text'),
      colorTextSecondary: token('text-quiet'),
      colorTextTertiary: token('text-faint'),
      colorTextDescription: token('text-faint'),
      colorTextPlaceholder: token('text-faint'),
      colorBorder: token('line-strong'),
      colorBorderSecondary: token('line'),
      colorSplit: token('line'),
      controlItemBgHover: token('hover'),
      controlItemBgActive: token('selected'),
      controlItemBgActiveHover: token('selected'),
      boxShadow: token('shadow'),
      boxShadowSecondary: token('shadow'),
    },
    components: {
      // The dark algorithm dulls what it is given; where the accent is a ground it must be the accent.
      Button: {
        colorPrimary: accent,
        colorPrimaryHover: token('accent-hover'),
        colorPrimaryActive: accent,
        primaryColor: token('accent-ink'),
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultBg: token('raised'),
      },
      Input: { activeShadow: 'none', colorBgContainer: token(name === 'dark' ? 'sunken' : 'raised') },
      InputNumber: { activeShadow: 'none', colorBgContainer: token(name === 'dark' ? 'sunken' : 'raised') },
      Select: { colorBgContainer: token(name === 'dark' ? 'sunken' : 'raised'), optionSelectedBg: token('selected'), optionSelectedColor: token('text') },
      Table: {
        headerBg: token('raised'),
        headerColor: token('text-quiet'),
        rowHoverBg: token('hover'),
        headerSplitColor: 'transparent',
        headerSortActiveBg: token('raised'),
        headerSortHoverBg: token('hover'),
        bodySortBg: 'transparent',
        cellPaddingInlineSM: 10,
        cellPaddingBlockSM: 5,
      },
      Tabs: { inkBarColor: accent, itemSelectedColor: token('text'), itemColor: token('text-quiet'), itemHoverColor: token('text') },
      Drawer: { colorBgElevated: token('surface') },
      Form: { colorError: token('no'), verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
      Modal: { titleFontSize: 15, contentBg: token('raised'), headerBg: token('raised') },
      Tag: { defaultBg: token('hover'), defaultColor: token('text') },
    },
  };
}
