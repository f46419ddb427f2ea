import type { HelmetOptions } from 'helmet';
import type { Config } from '#server/config.ts';

/** Nothing from outside, no inline script. Ant Design sets styles at run time, so style stays open; tile servers are added by host. */
export function security(config: Config): HelmetOptions {
  const tiles = config.MAP_LAYERS.filter(({ url }) => /^https?:/.test(url)).map(({ url, subdomains }) => tileHost(url, subdomains));
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        // 'self' takes in the websocket of the same host.
        connectSrc: ["'self'", ...tiles],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'"],
      },
    },
    // An intranet without TLS must still be able to open the page.
    strictTransportSecurity: config.PUBLIC_URL?.startsWith('https:') ? { maxAge: 15_552_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  };
}

/** `https://t{s}.tianditu.gov.cn/…` → `https://*.tianditu.gov.cn` */
function tileHost(url: string, subdomains: string | undefined): string {
  const [scheme = 'https:', , host = ''] = url.split('/');
  if (!/[{}]/.test(host) && !subdomains) return `${scheme}//${host}`;
  return `${scheme}//*.${host.split('.').slice(1).join('.')}`;
}
