# Debian 13 has the glibc (2.41) that the embedded engine needs.
FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY shared shared
COPY plans plans
COPY server server
COPY client client
RUN npm run build && npm prune --omit=dev

FROM node:24-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# The command lines (user, backup, restore, rebuild) run from their sources.
COPY --from=build /app/tsconfig.json ./
COPY --from=build /app/shared shared
COPY --from=build /app/plans plans
COPY --from=build /app/server server
RUN useradd --system --uid 10001 fenghuo && install -d -o fenghuo -g fenghuo -m 0700 /data
USER fenghuo
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM reaches node itself: it answers what is under way, then stops.
CMD ["node", "--enable-source-maps", "dist/server/main.js"]
