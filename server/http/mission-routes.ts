import { randomBytes } from 'node:crypto';
import type { Mission } from '#shared/dispatch/mission.ts';
import type { Dispatch } from '#shared/dispatch/state.ts';
import { maskName } from '#shared/person/mask.ts';
import { refuse } from '#shared/refusal.ts';
import { officeOf } from '#shared/report/office.ts';
import type { Seat } from '#shared/seat.ts';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { signedInOf } from '#server/access/guard.ts';
import type { Core } from '#server/core.ts';
import { derivedId } from '#server/derived-id.ts';
import { CATEGORY_WORDS, certificatePaper, worksheetPaper, type MissionFacts } from '#server/interchange/mission-papers.ts';
import { scribe } from '#server/interchange/scribe.ts';
import { detailsOf } from '#server/orders/parse.ts';
import { readable } from './document-routes.ts';
import { PAPER_TYPES } from './paper-routes.ts';
import { handle, sendAnswer, sendFile } from './send.ts';

export const AskCertificate = z.strictObject({ memberId: z.uuid() });
/** The paper has the name in full if whoever asks for it says it. It goes onto the paper and is kept nowhere. */
export const NameCertificate = z.strictObject({ name: z.string().trim().min(1).max(40) });

/** Crockford's base 32: no letter that is taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 16;

/** What belongs to one mission: where it was, its work sheet, certificates for its people. */
export function missionRoutes(core: Core): Router {
  const router = Router();
  router.get(
    '/missions/:id/trail',
    handle(async (req, res) => {
      const { id } = await missionFor(core, req, signedInOf(res).seat);
      const points = await core.trail.of(id);
      res.json({ points: points.map(({ userId, lng, lat, accuracy, at }) => ({ id: userId, lng, lat, ...(accuracy === undefined ? {} : { accuracy }), at })) });
    }),
  );
  router.post(
    '/missions/:id/certificates',
    handle(async (req, res) => {
      const { seat } = signedInOf(res);
      const asked = AskCertificate.safeParse(req.body);
      if (!asked.success) return refuse('invalid', 'The request is not valid.', detailsOf(asked.error));
      const mission = await missionFor(core, req, seat);
      const { dispatchId, teamId } = mission;
      if (dispatchId === undefined) return refuse('mission.state', 'A team that set out by itself has no certificates.');
      const { memberId } = asked.data;
      const known = certificateOf(mission, memberId);
      if (known) return void res.json({ ok: true, code: known.code });
      // Asked for twice at once, it is the same order with another code: the first one holds.
      const id = derivedId('certificate', mission.id, memberId);
      const answer = await core.orders.submit({ id, type: 'dispatch.certify', payload: { dispatchId, teamId, memberId, code: newCode() } }, seat);
      if (!answer.ok && answer.code !== 'order-id-reused') return sendAnswer(res, answer);
      if (!answer.ok) await core.orders.idle();
      const made = certificateOf(await missionFor(core, req, seat), memberId);
      if (!made) return refuse('mission.state', 'The certificate is not there.');
      res.json({ ok: true, code: made.code });
    }),
  );
  for (const form of ['docx', 'pdf'] as const) {
    router.get(
      `/missions/:id/worksheet.${form}`,
      handle(async (req, res) => {
        const facts = await factsOf(core, await missionFor(core, req, signedInOf(res).seat));
        const paper = worksheetPaper(facts, core.clock.now().toISOString());
        sendFile(res, { bytes: await scribe(form, paper), type: PAPER_TYPES[form], name: `${facts.dispatch.number}-任务单-${facts.mission.teamName}.${form}` });
      }),
    );
    const path = `/missions/:id/certificates/:code.${form}`;
    router.get(
      path,
      handle(async (req, res) => sendCertificate(core, form, res, await certified(core, req, signedInOf(res).seat))),
    );
    router.post(
      path,
      handle(async (req, res) => {
        const said = NameCertificate.safeParse(req.body);
        if (!said.success) return refuse('invalid', 'The request is not valid.', detailsOf(said.error));
        const found = await certified(core, req, signedInOf(res).seat);
        if (maskName(said.data.name) !== found.name)
          refuse('invalid', 'This is not the name that the register has.', [{ path: 'name', message: 'is another', current: found.name }]);
        await sendCertificate(core, form, res, { ...found, name: said.data.name });
      }),
    );
  }
  return router;
}

interface Found {
  mission: Mission;
  name: string;
  hours: number;
  code: string;
  at: string;
  url: string;
}

async function certified(core: Core, req: Request, seat: Seat): Promise<Found> {
  const mission = await missionFor(core, req, seat);
  const certificate = mission.certificates?.find(({ code }) => code === req.params['code']);
  const member = mission.members.find(({ memberId }) => memberId === certificate?.memberId);
  const hours = mission.hours?.find(({ memberId }) => memberId === certificate?.memberId)?.hours;
  if (!certificate || !member || hours === undefined) return refuse('mission.unknown', 'There is no such certificate here.');
  const { code, at } = certificate;
  return { mission, name: member.name, hours, code, at, url: `${baseOf(core, req)}/verify/${code}` };
}

async function sendCertificate(core: Core, form: keyof typeof PAPER_TYPES, res: Response, { mission, ...said }: Found): Promise<void> {
  const paper = certificatePaper(await factsOf(core, mission), said);
  sendFile(res, { bytes: await scribe(form, paper), type: PAPER_TYPES[form], name: `志愿服务证明-${said.code}.${form}` });
}

// Asked for by this kind.
const missionFor = async (core: Core, req: Request, seat: Seat): Promise<Mission> =>
  (await readable(core, 'mission', String(req.params['id']), seat)) as Mission;

const certificateOf = ({ certificates }: Mission, memberId: string) => certificates?.find((one) => one.memberId === memberId);

const newCode = (): string => Array.from(randomBytes(CODE_LETTERS), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');

async function factsOf(core: Core, mission: Mission): Promise<MissionFacts> {
  const id = mission.dispatchId ?? '';
  const dispatch = core.world.get('dispatch', id) ?? ((await core.documents.find('dispatch', id)) as Dispatch | null);
  if (!dispatch) return refuse('dispatch.unknown', 'A team that set out by itself has no order.');
  const office = officeOf('county', core.world.get('organisation', dispatch.org));
  return { mission, dispatch, office, work: CATEGORY_WORDS[dispatch.capability.category] };
}

const baseOf = ({ config }: Core, req: Request): string => config.PUBLIC_URL ?? `${req.protocol}://${req.get('host') ?? ''}`;
