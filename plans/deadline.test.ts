import { describe, expect, it } from 'vitest';
import { DEADLINE_RULES } from './deadline.ts';

/** B.5 of the rules as it was handed over: from whom to whom, how long, from which clock, from which level on, how sure we are. */
const B5 = `
R01  village>township         10min     discovered any D
R02P township>county          20min     discovered any S*
R02W township>county          40min     discovered any S*
R03P county>city              30min     received   any R
R03W county>city              60min     received   any R
R04  county>city              120min    occurred   3   S*
R05P city>province            30min     received   3   R
R05W city>province            60min     received   3   R
R06  city>province            180min    occurred   3   S*
R07  province>state           240min    occurred   2   R
R08  firm>county              60min     received   any S
R09C county>city              120min    received   any S
R09P city>province            120min    received   3   S
R09S province>state           120min    received   2   S
R10  county>city              60min     changed    any D
R10F county>city              60min     changed    any D
R11  county>city              120min    occurred   any S*
R12  city>province            120min    received   any S*
R13C county>city              09:00     occurred   3   S*
R13P city>province            10:00     occurred   3   S*
R14C county>city              2workdays stable     any S*
R14P city>province            3workdays stable     any S*
R15  county>city              10days    reported   any S*
R16  hospital>disease-control 120min    discovered any S
R16F hospital>disease-control 120min    discovered any D
R17C county>city              120min    received   any S
R17P city>province            120min    received   any S
R18  hospital>disease-control 1440min   discovered any S
R19  county>city              120min    discovered any S
R19M city>province            120min    discovered any S
R19P province>state           60min     received   any S
R19D province>state           60min     after      any S
R19S province>state           240min    occurred   any S
R20C operator>province        60min     discovered 3   S
R20N operator>province        240min    discovered 3   S
R21  department>city          240min    discovered any R
R21P city>province            120min    discovered 2   R
R21S city>state               120min    discovered 2   R
R21W county>province          120min    discovered any R`;

describe('the table of report deadlines', () => {
  it('is that of the rules, row by row', () => {
    const rows = DEADLINE_RULES.map(({ id, from, to, minutes, workingDays, daily, everyDays, clock, minSeverity, tag }) => {
      const limit = daily ?? (minutes ? `${minutes}min` : workingDays ? `${workingDays}workdays` : `${everyDays}days`);
      return [id, `${from}>${to}`, limit, clock, minSeverity ?? 'any', tag].join(' ');
    });
    expect(rows).toEqual(
      B5.trim()
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ')),
    );
  });

  it('says its source in both languages, and what starts a clock that another row starts', () => {
    for (const { id, source, sourceEn, clock, after } of DEADLINE_RULES) {
      expect([id, /\p{Script=Han}/u.test(source), /^[\x20-\x7e’]+$/.test(sourceEn ?? '')]).toEqual([id, true, true]);
      if (clock === 'after') expect(DEADLINE_RULES.map((row) => row.id)).toContain(after);
    }
  });
});
