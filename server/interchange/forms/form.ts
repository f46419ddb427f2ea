import { typeName } from '#shared/incident/classes.ts';
import type { Incident } from '#shared/incident/state.ts';
import { bookOf, sheetOf, type Cell, type Column } from '#server/interchange/xlsx.ts';

/** An incident with the names that a form asks for. */
export interface Subject {
  incident: Incident;
  /** 于都县, of the place. */
  county: string;
  /** 赣州市. */
  city: string;
  /** Who logged it. */
  unit: string;
}

export type FormColumn = Column<Subject> & {
  /** Asked by the form: named among what is missing when it is not known. */
  asked: boolean;
};

/** What a national form asks of an incident, so that nothing is typed twice. Where it is handed in stays the national system. */
export interface Form {
  title: string;
  basis: string;
  columns: readonly FormColumn[];
}

/** A field that the form asks for. */
export const asked = (header: string, width: number, value: (subject: Subject) => Cell, unit?: string): FormColumn => ({
  header,
  width,
  value,
  asked: true,
  ...(unit === undefined ? {} : { unit }),
});
/** A field that helps the person who copies. */
export const beside = (header: string, width: number, value: (subject: Subject) => Cell): FormColumn => ({ header, width, value, asked: false });
/** A field of the form that is not kept here: it is left for whoever fills the form in. */
export const byHand = (header: string, width: number, unit?: string): FormColumn => asked(header, width, () => undefined, unit);

const LEVELS = { '1': '特别重大', '2': '重大', '3': '较大', '4': '一般' } as const;
export const levelOf = ({ incident: { severity } }: Subject): string => (severity?.value ? LEVELS[severity.value] : '');
export const kindOf = ({ incident }: Subject): string => typeName(incident.typeCode, 'zh');
export const instant = (at: string | undefined): Date | undefined => (at === undefined ? undefined : new Date(at));
/** The forms count money in units of 10,000. */
export const tenThousand = (yuan: number | undefined): number | undefined => (yuan === undefined ? undefined : Math.round(yuan / 100) / 100);

export const FIRST_COLUMNS: readonly FormColumn[] = [
  beside('事件编号', 20, ({ incident }) => incident.number),
  beside('性质', 8, ({ incident }) => (incident.exercise ? '演练' : '实战')),
];

/** Which of the fields that a form asks for are not known. */
export const missingIn = (form: Form, subject: Subject): string[] =>
  form.columns.filter(({ asked: isAsked, value }) => isAsked && [undefined, null, ''].includes(value(subject) as never)).map(({ header }) => header);

/** The form as a table, one incident a row, and beside it what is still to be found out. */
export function formBook(form: Form, subjects: readonly Subject[], made: { by: string; at: string }): Promise<Buffer> {
  const drills = subjects.filter(({ incident }) => incident.exercise).length;
  const notes = [
    `填报单位：${made.by}　　导出时间：${made.at}`,
    `依据：${form.basis}。字段用于向国家系统填报时核对、复制，提交格式以国家系统为准；未掌握的项目留空，见“缺项”表。`,
    ...(drills > 0 ? [`【演练】本表含演练数据${drills}条，不得计入统计、不得上报。`] : []),
  ];
  const table = sheetOf({ name: form.title, title: form.title, notes, columns: [...FIRST_COLUMNS, ...form.columns], rows: subjects });
  const gaps = sheetOf({
    name: '缺项',
    columns: [
      { header: '事件编号', width: 20, value: ({ incident }: Subject) => incident.number },
      { header: '事件', width: 40, value: ({ incident }) => incident.title },
      { header: '缺项数', width: 9, value: (subject) => missingIn(form, subject).length },
      { header: '未掌握的项目', width: 90, value: (subject) => missingIn(form, subject).join('、') },
    ],
    rows: subjects,
  });
  return bookOf([table, gaps]);
}
