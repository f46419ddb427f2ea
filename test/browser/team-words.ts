import { apply } from '#client/i18n/zh-CN/apply.ts';
import { dispatch } from '#client/i18n/zh-CN/dispatch.ts';
import { team } from '#client/i18n/zh-CN/team.ts';
import { zh as desk } from './words.ts';

/** What the screens about teams say, beside what every screen says. */
export const zh = { ...desk, apply, dispatch, team };
