import { Router } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { HttpDeps } from './http-app.ts';
import { sendError } from './send.ts';

export function healthRoutes({ core, feed, io }: HttpDeps): Router {
  const router = Router();
  const registry = metricsOf(core, feed, io);
  router.get('/healthz', (_req, res) => void res.json({ ok: true }));
  router.get('/readyz', (_req, res) => {
    const state = core.store.state();
    if (state.status === 'ready') res.json({ ok: true, seq: core.world.seq, store: core.store.kind });
    else sendError(res, 503, 'store-unavailable', state.reason);
  });
  router.get('/metrics', async (req, res) => {
    const token = core.config.METRICS_TOKEN;
    if (token !== undefined && req.get('authorization') !== `Bearer ${token}`) return sendError(res, 401, 'not-signed-in', 'The metrics need their token.');
    res.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

function metricsOf(core: HttpDeps['core'], feed: HttpDeps['feed'], io: HttpDeps['io']): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  };
  const counter = (name: string, help: string, read: () => number): void => {
    let last = 0;
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.inc(read() - last);
        last = read();
      },
    });
  };
  counter('fenghuo_commits_total', 'Orders taken: commits written to the journal', () => core.counts.commits);
  counter('fenghuo_orders_refused_total', 'Orders refused', () => [...core.counts.refusals.values()].reduce((sum, n) => sum + n, 0));
  counter('fenghuo_feed_frames_total', 'Frames broadcast', () => feed.frames());
  counter('fenghuo_due_given_total', 'Orders given by the clockwork', () => core.clockwork.given());
  gauge('fenghuo_due_waiting', 'Due instants that lie ahead', () => core.clockwork.waiting());
  gauge('fenghuo_due_missed', 'Due instants that have passed and are not given yet', () => core.clockwork.overdue());
  counter('fenghuo_messages_sent_total', 'Messages to teams that a push service or the webhook has taken', () => core.notify.counts().sent);
  counter('fenghuo_messages_failed_total', 'Messages to teams that were given up', () => core.notify.counts().failed);
  counter('fenghuo_message_attempts_total', 'Attempts to send a message', () => core.notify.counts().attempts);
  gauge('fenghuo_messages_waiting', 'Messages on their way or waiting for another attempt', () => core.notify.counts().waiting);
  gauge('fenghuo_journal_seq', 'The last commit', () => core.world.seq);
  gauge('fenghuo_documents_behind', 'Documents that the collections do not have yet', () => core.documents.behind());
  gauge('fenghuo_sockets', 'Sockets connected', () => io.engine.clientsCount);
  gauge('fenghuo_incidents_active', 'Incidents in memory', () => core.world.size('incident'));
  gauge('fenghuo_store_ready', '1 while the store takes writes', () => (core.store.state().status === 'ready' ? 1 : 0));
  return registry;
}
