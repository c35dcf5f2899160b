// Keys that go somewhere: / searches, g and then a letter goes to a page of the menu, ? shows the sheet. They can be switched off.
(() => {
  if (window.samenzichtKeys) return;
  const OFF = 'samenzicht.keys.off';
  const PLACES = { c: 'cases', w: '', d: 'shares', v: 'requests', n: 'notices', l: 'officer/log', a: 'account' };
  let going = 0;
  let sheet = null;
  const typing = (event) => event.composedPath().some((e) => e.matches
    && e.matches('input, textarea, select, [contenteditable="true"], [role="menuitem"], [role="option"], [role="listbox"]'));
  const path = (address) => new URL(address, document.baseURI).pathname;
  const go = (place) => {
    const wanted = path(place);
    const known = [...document.querySelectorAll('vaadin-side-nav-item')].find((e) => e.path !== undefined && e.path !== null && path(e.path) === wanted)
      || [...document.querySelectorAll('a[href]')].find((e) => e.pathname === wanted);
    if (known) {
      const link = known.shadowRoot ? known.shadowRoot.querySelector('a') : known;
      link.click();
    }
  };
  window.samenzichtKeys = {
    attach(element) { sheet = element; },
    show() { if (sheet && sheet.$server) sheet.$server.show(this.isOn()); },
    isOn() { return localStorage.getItem(OFF) === null; },
    use(on) { if (on) localStorage.removeItem(OFF); else localStorage.setItem(OFF, '1'); }
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event) || !window.samenzichtKeys.isOn()) return;
    if (document.querySelector('vaadin-dialog-overlay[opened]')) return;
    if (going) {
      clearTimeout(going);
      going = 0;
      if (event.key in PLACES) {
        event.preventDefault();
        go(PLACES[event.key]);
      }
      return;
    }
    if (event.key === 'g') {
      going = setTimeout(() => { going = 0; }, 1500);
    } else if (event.key === '/') {
      const field = document.querySelector('[data-search]');
      if (field) {
        event.preventDefault();
        field.focus();
      }
    } else if (event.key === '?' && sheet && sheet.$server) {
      event.preventDefault();
      window.samenzichtKeys.show();
    }
  });
})();
