import { Schema, type Connection, type Model } from 'mongoose';
import type { Clock, Log } from '#server/ports.ts';

/** Where somebody was during a mission. Kept apart from documents and journal, out of backups, and for a short while only. */
export interface TrailPoint {
  missionId: string;
  userId: string;
  lng: number;
  lat: number;
  accuracy?: number;
  /** When the server was told. */
  at: Date;
}

/** Left out of backups: what is deleted must not come back. */
export const TRAIL = 'trail';
const SWEEP_MS = 60 * 60 * 1000;
const WRITE_AFTER_MS = 5000;
const MAX_TIME_MS = 5000;
/** While the store is away no more than so many wait; the oldest are given up. */
const MOST_WAITING = 20_000;
const MOST_READ = 20_000;

const schema = new Schema<TrailPoint>({ missionId: String, userId: String, lng: Number, lat: Number, accuracy: Number, at: Date } as never, {
  collection: TRAIL,
  versionKey: false,
  autoCreate: false,
  autoIndex: false,
});
schema.index({ missionId: 1, at: 1 });
schema.index({ at: 1 });

export const trailModel = (connection: Connection): Model<TrailPoint> => connection.model<TrailPoint>('Trail', schema);

export interface Trail {
  add(point: TrailPoint): void;
  of(missionId: string): Promise<TrailPoint[]>;
  /** Writes what waits. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** `keepHours` is asked at each sweep: the table of numbers may have changed. */
export function openTrail(model: Model<TrailPoint>, keepHours: () => number, clock: Clock, log: Log): Trail {
  let waiting: TrailPoint[] = [];
  let cancel: () => void = () => undefined;
  let writing: (() => void) | undefined;

  function soon(): void {
    writing ??= clock.after(WRITE_AFTER_MS, () => void flush());
  }

  async function flush(): Promise<void> {
    writing?.();
    writing = undefined;
    const points = waiting;
    waiting = [];
    if (points.length === 0) return;
    try {
      await model.collection.insertMany(points as never[], { ordered: false });
    } catch (error) {
      waiting = [...points, ...waiting].slice(-MOST_WAITING);
      log.warn({ error: String(error), points: waiting.length }, 'a trail waits for the store');
      soon();
    }
  }

  async function sweep(): Promise<void> {
    cancel = clock.after(SWEEP_MS, () => void sweep());
    const before = new Date(clock.now().getTime() - keepHours() * SWEEP_MS);
    try {
      await model.deleteMany({ at: { $lt: before } });
    } catch (error) {
      log.warn({ error: String(error) }, 'old trails could not be deleted; tried again within the hour');
    }
  }

  void sweep();
  return {
    add(point) {
      waiting.push(point);
      soon();
    },
    async of(missionId) {
      await flush();
      return model.find({ missionId }, { _id: 0 }).sort({ at: 1 }).limit(MOST_READ).maxTimeMS(MAX_TIME_MS).lean<TrailPoint[]>();
    },
    flush,
    async stop() {
      cancel();
      await flush();
      writing?.();
    },
  };
}
