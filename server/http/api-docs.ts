import { createRequire } from 'node:module';
import path from 'node:path';
import express, { Router } from 'express';
import { openApi } from './openapi.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fenghuo 烽火 API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`;
const START = `window.ui = SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true, tryItOutEnabled: false, validatorUrl: null });`;

/** The interface for machines, made once: it changes only with the code. */
export function openApiRoute(): Router {
  let document: string | undefined;
  return Router().get('/openapi.json', (_req, res) => {
    document ??= JSON.stringify(openApi());
    res.type('json').send(document);
  });
}

/** The same for people. Its files come from this server: it must work where there is no internet. */
export function docsPage(): Router {
  const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const router = Router();
  router.get('/docs', (_req, res) => void res.type('html').send(PAGE));
  router.get('/docs/start.js', (_req, res) => void res.type('js').send(START));
  router.use('/docs', express.static(folder, { index: false, fallthrough: false }));
  return router;
}
