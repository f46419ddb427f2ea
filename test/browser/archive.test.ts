import { expect, it } from 'vitest';
import { aFlood } from '#test/support/payloads.ts';
import { stage } from './browser.ts';
import { zh } from './words.ts';

const { app, open } = stage();

it('a closed incident is found by its words and shown as it was at each moment, by the keys', async () => {
  const duty = await app().addUser('county-duty');
  const answer = await app().order(duty, 'incident.log', aFlood({ title: '梅江水位上涨', casualties: { missing: 3 } }));
  if (!answer.ok) throw new Error(answer.message);
  const incidentId = answer.id;
  await app().order(duty, 'incident.update', { incidentId, casualties: { dead: 1, missing: 2 } });
  const leader = await app().addUser('county-leader');
  await app().order(leader, 'incident.close', { incidentId, reason: '险情排除', override: '报送另行办理' });
  await app().order(duty, 'incident.log', aFlood({ title: '县城内涝' }));

  const page = await open(duty, '/history');
  await page.getByText('县城内涝').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('梅江');
  await page.keyboard.press('Enter');
  await page.getByText('县城内涝').waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('q')).toBe('梅江');

  await page.getByText('梅江水位上涨').click();
  await page.getByRole('heading', { name: zh.history.replay }).waitFor();
  const facts = page.getByRole('complementary');
  await facts.getByText(zh.incident.status.closed).waitFor();
  await page.keyboard.press('Home');
  await facts.getByText(zh.incident.status.open).waitFor();
  expect(await facts.locator('dl').innerText()).toMatch(/失联\s+3/);
  await page.keyboard.press('ArrowRight');
  await facts
    .locator('dl')
    .filter({ hasText: /死亡\s*1/ })
    .waitFor();
});
