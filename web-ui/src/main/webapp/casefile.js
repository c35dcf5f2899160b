// Arrows in lists, shortcuts, and what is left of an emergency. One file for every page of cases.
(() => {
  if (window.samenzichtCases) return;
  window.samenzichtCases = true;
  const tick = () => {
    for (const place of document.querySelectorAll('[data-until]')) {
      const left = Math.max(0, Number(place.dataset.until) - Date.now());
      const minutes = Math.ceil(left / 60000);
      const text = place.dataset.left.replace('{time}', Math.floor(minutes / 60) + ':' + String(minutes % 60).padStart(2, '0'));
      if (place.textContent !== text) place.textContent = text;
    }
  };
  setInterval(tick, 1000);
  const busy = () => window.Vaadin && Vaadin.Flow && Object.values(Vaadin.Flow.clients || {}).some((c) => c.isActive && c.isActive());
  document.addEventListener('click', (event) => {
    const middle = event.target.closest && event.target.closest('.rail-item') && document.querySelector('.case-middle');
    if (!middle || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const began = Date.now();
    const look = setInterval(() => {
      if (!busy() && Date.now() - began > 100) {
        clearInterval(look);
        middle.removeAttribute('data-loading');
      } else if (Date.now() - began > 250) {
        middle.setAttribute('data-loading', '');
      }
    }, 50);
  });
  let touched = Date.now();
  for (const kind of ['keydown', 'pointerdown']) {
    window.addEventListener(kind, () => { touched = Date.now(); }, { passive: true, capture: true });
  }
  // A draft asks before the page goes; not when nobody is there any more and the session ends by itself.
  window.addEventListener('beforeunload', (event) => {
    if (document.querySelector('[data-draft]') && Date.now() - touched < 600000) event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target.closest && event.target.closest('.case-middle, .case-side')
        && !document.querySelector('vaadin-dialog-overlay[opened]') && !document.querySelector('[data-form]')) {
      const back = document.querySelector('.case-rail [aria-current]');
      if (back && back.offsetParent) back.focus();
    } else if (event.key === 'Escape' && event.target.closest && event.target.closest('.case-rail')) {
      const list = document.querySelector('.case-back');
      if (list) list.click();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const list = event.target.closest && event.target.closest('[data-arrows]');
    if (!list || event.altKey || event.ctrlKey || event.metaKey) return;
    const places = [...list.querySelectorAll('a[href], button')].filter((e) => e.offsetParent);
    const now = places.indexOf(document.activeElement);
    const next = places[now + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      next.focus();
      event.preventDefault();
    }
  });
})();
