/** Relays one unix socket to another, and cuts every relayed connection at the word of a second socket. */
import { connect, createServer, type Socket } from 'node:net';

const [, , target, relayed, word] = process.argv;
if (target === undefined || relayed === undefined || word === undefined) throw new Error('usage: store-relay <target> <relayed> <word>');
const live = new Set<Socket>();
const quiet = (): undefined => undefined;

createServer((socket) => {
  live.add(socket);
  const upstream = connect(target);
  upstream.on('error', quiet);
  socket.on('error', quiet).on('close', () => upstream.destroy());
  socket.pipe(upstream).pipe(socket);
}).listen(relayed);

createServer((socket) => {
  socket.on('error', quiet).once('data', () => {
    for (const connection of live) connection.destroy();
    setTimeout(() => socket.end('cut'), 50);
  });
}).listen(word, () => process.stdout.write('ready\n'));
