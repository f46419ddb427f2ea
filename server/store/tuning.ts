import { DISK_LIMITS, type DiskLimits } from './disk.ts';

/** Figures that only tests have a reason to change. */
export interface Tuning {
  /** How long a new process waits for an old one to leave the directory. */
  inUseWaitMs: number;
  crashLimit: number;
  crashWindowMs: number;
  /** An engine that has been silent for this long is killed and started again. */
  hungAfterMs: number;
  diskCheckMs: number;
  disk: DiskLimits;
}

export const TUNING: Tuning = {
  inUseWaitMs: 20_000,
  crashLimit: 3,
  crashWindowMs: 60_000,
  hungAfterMs: 20_000,
  diskCheckMs: 5000,
  disk: DISK_LIMITS,
};
