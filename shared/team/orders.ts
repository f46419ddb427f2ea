import { z } from 'zod';

/** 建筑物倒塌搜救, 山地搜救, 水上搜救, 潜水救援, 应急医疗救护. */
export const CATEGORIES = ['collapse', 'mountain', 'water', 'diving', 'medical'] as const;
export const CategoryCode = z.enum(CATEGORIES);
export type CategoryCode = z.infer<typeof CategoryCode>;

/** 1 is the highest. */
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Level = z.infer<typeof Level>;
