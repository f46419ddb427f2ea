import { describe, expect, it } from 'vitest';
import { isPublicAddress, PUBLIC_ONLY } from './reach.ts';
import { post } from './post.ts';

describe('a push service', () => {
  it('is a public host by https', () => {
    for (const url of ['https://fcm.googleapis.com/fcm/send/a', 'https://updates.push.services.mozilla.com/wpush/v2/a', 'https://8.8.8.8/a'])
      expect(PUBLIC_ONLY.wrong(url), url).toBeUndefined();
  });

  it('is never an address of our own network, however it is written', () => {
    const bad = [
      'http://fcm.googleapis.com/a',
      'https://localhost/a',
      'https://gateway/a',
      'https://db.internal/a',
      'https://printer.local./a',
      'https://127.0.0.1/a',
      'https://2130706433/a',
      'https://0x7f.1/a',
      'https://10.1.2.3/a',
      'https://172.20.0.1/a',
      'https://192.168.1.1/a',
      'https://169.254.169.254/latest/meta-data',
      'https://[::1]/a',
      'https://[::ffff:10.0.0.1]/a',
      'https://[fd00::1]/a',
      'https://[2002:7f00:1::]/a',
      'https://user:secret@fcm.googleapis.com/a',
      'https://fcm.googleapis.com:6379/a',
      'file:///etc/passwd',
      'nonsense',
      `https://a.example/${'x'.repeat(2000)}`,
    ];
    for (const url of bad) expect(PUBLIC_ONLY.wrong(url), url).toEqual(expect.any(String));
  });

  it('is not called when its name means such an address', async () => {
    for (const address of ['127.0.0.1', '10.0.0.1', '100.64.0.1', '224.0.0.1', '255.255.255.255', '::1', '::ffff:1.2.3.4', 'fe80::1'])
      expect(isPublicAddress(address), address).toBe(false);
    for (const address of ['1.1.1.1', '223.5.5.5', '2400:3200::1']) expect(isPublicAddress(address), address).toBe(true);
    const byName = { ...PUBLIC_ONLY, wrong: () => undefined };
    await expect(post({ url: 'http://localhost:1/', headers: {}, body: '' }, byName)).rejects.toThrow('not a public host');
  });
});
