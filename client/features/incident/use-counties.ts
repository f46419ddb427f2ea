import { useEffect, useState } from 'react';
import { loadBase } from '#client/map/counties.ts';
import type { Counties } from '#client/map/region-at.ts';

/** The borders, once they are there: a typed position names its county by them. */
export function useCounties(): Counties | undefined {
  const [counties, setCounties] = useState<Counties>();
  useEffect(() => {
    // The map says when they can't be loaded and offers to try again; until then a county is typed.
    loadBase().then(({ counties: loaded }) => setCounties(loaded), console.warn);
  }, []);
  return counties;
}
