import type { Mission } from '#shared/dispatch/mission.ts';
import { chineseDate } from '#shared/report/wording.ts';
import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Core } from '#server/core.ts';
import { fromStored } from '#server/documents/documents.ts';
import type { Stored } from '#server/documents/models.ts';
import { spanOf } from '#server/interchange/mission-papers.ts';
import { escaped } from '#server/public/markup.ts';
import { handle, sendError } from './send.ts';

const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const MAX_TIME_MS = 5000;
const SETTLE_MS = 2000;
/** A person looks up one or two; whoever tries codes needs a trillion years all the same. */
const PER_MINUTE = 60;

/** What anybody may know who holds a certificate of service. */
interface Verified {
  code: string;
  /** Masked: whoever holds the paper can compare it. */
  name: string;
  team: string;
  hours: number;
  from: string;
  to: string;
  dispatch: string;
  exercise: boolean;
  at: string;
}

/** Whether a certificate of service is ours: open to everybody, as JSON and as a page. */
export function verifyRoutes(core: Core): Router {
  const router = Router();
  const limit = rateLimit({
    windowMs: 60_000,
    limit: PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => sendError(res, 429, 'too-many-requests', 'Too many requests from this address. Wait a minute.'),
  });
  router.get(
    '/api/v1/certificates/:code',
    limit,
    handle(async (req, res) => {
      const code = String(req.params['code']).toUpperCase();
      if (!CODE.test(code)) return sendError(res, 400, 'invalid', 'A code has 16 digits and letters.');
      const found = await verified(core, code);
      if (found) res.set('Cache-Control', 'no-store').json(found);
      else sendError(res, 404, 'certificate.unknown', 'There is no certificate with this code.');
    }),
  );
  router.get(
    '/verify/:code',
    limit,
    handle(async (req, res) => {
      const code = String(req.params['code']).toUpperCase();
      const found = await verified(core, code);
      res
        .status(found ? 200 : 404)
        .set('Cache-Control', 'no-store')
        .type('html')
        .send(page(code, found));
    }),
  );
  return router;
}

async function verified(core: Core, code: string): Promise<Verified | undefined> {
  if (!CODE.test(code)) return undefined;
  await core.documents.settle(SETTLE_MS);
  const stored = await core.documents.models.mission
    .findOne({ 'certificates.code': code } as never)
    .maxTimeMS(MAX_TIME_MS)
    .lean<Stored>();
  // Read from the collection of missions.
  const mission = stored ? (fromStored(stored) as Mission) : undefined;
  const certificate = mission?.certificates?.find((one) => one.code === code);
  if (!mission || !certificate) return undefined;
  const of = <T extends { memberId: string }>(rows: readonly T[] | undefined): T | undefined => rows?.find(({ memberId }) => memberId === certificate.memberId);
  const dispatch = core.world.get('dispatch', mission.dispatchId ?? '') ?? (await core.documents.find('dispatch', mission.dispatchId ?? ''));
  return {
    code,
    name: of(mission.members)?.name ?? '',
    team: mission.teamName,
    hours: of(mission.hours)?.hours ?? 0,
    ...spanOf(mission),
    dispatch: dispatch && 'number' in dispatch ? dispatch.number : '',
    exercise: mission.exercise,
    at: certificate.at,
  };
}

const STYLE = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:34rem;margin:3rem auto;padding:0 1.25rem;color:#1c2430;background:#fff}
h1{font-size:1.4rem;margin:0 0 1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.25rem;margin:1.25rem 0}dt{color:#59636f}dd{margin:0}
.mark{display:inline-block;padding:.15rem .7rem;border-radius:.3rem;font-weight:600}.ok{background:#dff3e4;color:#145a2b}.no{background:#fbe3e1;color:#8c1d18}
small{color:#59636f}@media(prefers-color-scheme:dark){body{background:#12161c;color:#e6eaf0}dt,small{color:#a3adba}.ok{background:#153d24;color:#b6ecc7}.no{background:#4a1916;color:#ffc9c4}}`;

/** In both languages at once: whoever checks it has chosen none. */
function page(code: string, found: Verified | undefined): string {
  const rows: [string, string][] = found
    ? [
        ['证明编号 Code', found.code],
        ['姓名 Name', found.name],
        ['队伍 Team', found.team],
        ['服务时间 Dates', [...new Set([found.from, found.to].map(chineseDate))].join(' – ')],
        ['服务时长 Hours', `${found.hours} 小时 h`],
        ['调派编号 Dispatch', found.dispatch],
        ['出具日期 Issued', chineseDate(found.at)],
        ...(found.exercise ? ([['性质 Kind', '演练 Drill']] as [string, string][]) : []),
      ]
    : [['证明编号 Code', code.slice(0, 40)]];
  const mark = found ? '<p><span class="mark ok">✓ 证明有效 Valid</span></p>' : '<p><span class="mark no">✕ 查无此证明 Not found</span></p>';
  const list = rows.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>志愿服务证明核验 · Certificate of service</title><style>${STYLE}</style></head>
<body><main><h1>应急志愿服务证明核验<br><small lang="en">Certificate of service</small></h1>${mark}<dl>${list}</dl><small>姓名已隐去部分文字，请与纸面证明核对。 <span lang="en">The name is masked: compare it with the paper.</span></small></main></body></html>`;
}
