import { describe, expect, it } from 'vitest';
import { pdfText } from '#test/support/pdf-text.ts';
import { unzip } from '#test/support/unzip.ts';
import { signatureIndents, SIZE } from './layout.ts';
import { paragraphsOf, printable, type Paper } from './paper.ts';
import { scribe } from './scribe.ts';

const paper = (differs: Partial<Paper> = {}): Paper => ({
  exercise: false,
  unapproved: false,
  office: '于都县人民政府总值班室',
  head: '突发事件信息',
  year: '2026',
  signer: '刘建国',
  title: '关于于都县贡江镇上欧村山洪的报告（初报）',
  addressee: '赣州市人民政府总值班室',
  paragraphs: paragraphsOf('一、基本情况\n6月1日2时10分，于都县贡江镇上欧村突发山洪。\n（一）伤亡\n死亡2人，失联3人，转移180人。'),
  date: '2026年6月1日',
  imprint: [['事件编号：GZ20260601-0001', '2026年6月1日3时20分报送']],
  ...differs,
});
const wordOf = async (one: Paper): Promise<ReadonlyMap<string, string>> => unzip(await scribe('docx', one));
const textOf = (xml = ''): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('');

describe('a report as a Word file', () => {
  it('has its office, its number to be filled in, who signed, whom it is for, its text and its date', async () => {
    const text = textOf((await wordOf(paper())).get('word/document.xml'));
    const { office, head, title, addressee, date } = paper();
    for (const said of [office, head, '〔2026〕', '签发人：刘建国', title, `${addressee}：`, '死亡2人，失联3人，转移180人。', date])
      expect(text).toContain(said);
    expect(text.indexOf(date)).toBeGreaterThan(text.indexOf('转移180人'));
  });

  it('is laid out as the standard for official papers says: page, margins, fonts, size 3 with 28 points a line', async () => {
    const files = await wordOf(paper());
    const xml = files.get('word/document.xml') ?? '';
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="(11906|210mm)"/);
    for (const margin of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"']) expect(xml).toContain(margin);
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(xml).toContain(`w:eastAsia="${font}"`);
    expect(xml).toContain('w:line="560" w:lineRule="exact"');
    expect(files.get('word/styles.xml')).toContain('<w:sz w:val="32"/>');
    expect([...files].some(([name, part]) => name.startsWith('word/footer') && part.includes('— ') && part.includes('PAGE'))).toBe(true);
  });

  it('of a drill says so across every page, and one that nobody approved as well', async () => {
    const headers = async (one: Paper): Promise<string> =>
      [...(await wordOf(one))].flatMap(([name, part]) => (name.startsWith('word/header') ? [part] : [])).join('');
    expect(await headers(paper({ exercise: true }))).toContain('演练');
    expect(await headers(paper({ unapproved: true }))).toContain('送审稿');
    expect(await headers(paper())).not.toMatch(/演练|送审稿/);
  });

  it('has its parts as the standard writes them, whatever marks they were typed with', () => {
    const said = (text: string): string[] => paragraphsOf(text).map((one) => `${one.style} ${one.text}`);
    expect(said('一、基本情况\n二. 处置情况\n(一)人员\n（ 二 ）、物资\n1、冲锋舟4艘\n2．帐篷\n(1)绿色\n（2）蓝色')).toEqual([
      'heading 一、基本情况',
      'heading 二、处置情况',
      'subheading （一）人员',
      'subheading （二）物资',
      'text 1.冲锋舟4艘',
      'text 2.帐篷',
      'text （1）绿色',
      'text （2）蓝色',
    ]);
    // A number is no rank.
    expect(said('3.5公顷林地过火\n2、3日仍有强降雨')).toEqual(['text 3.5公顷林地过火', 'text 2、3日仍有强降雨']);
  });

  it('of a text with characters that no file may have is a file all the same', async () => {
    const text = textOf((await wordOf(paper({ paragraphs: paragraphsOf('水\u0000位<b>&\ud800超警\ufffe戒\u2028转移') }))).get('word/document.xml'));
    expect(text).toContain('水位&lt;b&gt;&amp;超警戒');
    expect(printable('𬌗\ud83d')).toBe('𬌗');
  });
});

describe('a report as a PDF', () => {
  it('has its Chinese as text that can be copied, and its font with it', async () => {
    const bytes = await scribe('pdf', paper());
    const [page = ''] = pdfText(bytes);
    for (const said of [
      '于都县人民政府总值班室',
      '突发事件信息',
      '签发人：刘建国',
      '关于于都县贡江镇上欧村山洪的报告',
      '死亡2人，失联3人，转移180人。',
      '2026年6月1日',
      '— 1 —',
    ])
      expect(page).toContain(said);
    expect(bytes.toString('latin1')).toMatch(/\/FontFile3? \d+ 0 R/);
  });

  it('of a drill says so on every page', async () => {
    const long = paragraphsOf(Array.from({ length: 60 }, (_, i) => `第${i}次：转移群众，搜救失联人员，排查沿河隐患点。`).join('\n'));
    const pages = pdfText(await scribe('pdf', paper({ exercise: true, paragraphs: long })));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('演练');
    expect(pdfText(await scribe('pdf', paper())).join('')).not.toContain('演练');
  });
});

describe('the name and the date under a text', () => {
  it('the date begins two characters after the name; the longer of the two is two characters from the edge', () => {
    const { text: em } = SIZE;
    const long = signatureIndents('于都县人民政府总值班室', '2026年6月1日');
    expect(long.office).toBe(2 * em);
    const short = signatureIndents('县府办', '2026年12月31日');
    expect(short.date).toBe(2 * em);
    expect(short.office).toBeGreaterThan(2 * em);
  });
});
