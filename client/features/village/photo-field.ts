import { fill, h } from './dom.ts';
import { addPhoto, dropPhoto, retryPhoto } from './photos.ts';
import { t } from './screen.ts';
import { village } from './state.ts';

const MOST = 9;

/** The camera, and what it has taken for this report: each picture with where it stands. */
export function photoField(until: AbortSignal, incidentId: string): HTMLElement {
  const shown = h('div', { class: 'photos' });
  const status = h('p', { class: 'hint', role: 'status' });
  const input = h('input', { type: 'file', accept: 'image/*', capture: 'environment', hidden: true, id: 'field-photo', 'aria-label': t('photo.take') });
  const button = h('button', { type: 'button', class: 'quiet photo-take', onclick: () => input.click() }, t('photo.take'));
  const urls = new Map<string, string>();
  const own = () => village.getState().photos.filter((photo) => photo.incidentId === incidentId);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    button.disabled = true;
    void addPhoto(incidentId, file).finally(() => {
      input.value = '';
      button.disabled = own().length >= MOST;
    });
  });
  const draw = (): void => {
    const photos = own();
    fill(
      shown,
      photos.map(({ id, blob, state }) => {
        const url = urls.get(id) ?? URL.createObjectURL(blob);
        urls.set(id, url);
        return h(
          'figure',
          { class: state },
          h('img', { src: url, alt: t('photo.one') }),
          state === 'refused' && h('button', { type: 'button', class: 'small', onclick: () => retryPhoto(id) }, t('photo.again')),
          state !== 'sending' && h('button', { type: 'button', class: 'small', onclick: () => dropPhoto(id) }, t('photo.drop')),
        );
      }),
    );
    status.textContent =
      photos.length === 0 ? '' : t(photos.some(({ state }) => state === 'refused') ? 'photo.refused' : 'photo.waiting', { n: photos.length });
  };
  draw();
  until.addEventListener(
    'abort',
    village.subscribe((state, before) => state.photos !== before.photos && draw()),
  );
  until.addEventListener('abort', () => [...urls.values()].forEach((url) => URL.revokeObjectURL(url)));
  return h('div', { class: 'stack' }, button, input, shown, status);
}
