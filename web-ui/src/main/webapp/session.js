// Watches whether somebody is there; see IdleWatch.
(() => {
  const WARN = 60;
  const TELL_EACH = 20_000;
  let touched = true;
  let timer = 0;
  const note = () => { touched = true; };
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
    window.addEventListener(kind, note, { passive: true, capture: true });
  }
  const base = document.baseURI;
  const ask = async (method) => {
    const answer = await fetch(new URL('session/activity', base), {
      method, headers: { 'X-Samenzicht-Activity': '1' }, cache: 'no-store', redirect: 'error'
    });
    return (await answer.json()).secondsLeft;
  };
  window.samenzichtSession = {
    watch(element) {
      clearTimeout(timer);
      let warned = false;
      const look = async () => {
        let next = TELL_EACH;
        try {
          const active = touched;
          touched = false;
          const left = await ask(active ? 'POST' : 'GET');
          if (left <= 0) {
            window.location.replace(new URL('sign-in?after=IDLE', base));
            return;
          }
          if (left <= WARN && !warned) {
            warned = true;
            element.$server.endsSoon();
          } else if (left > WARN && warned) {
            warned = false;
            element.$server.goesOn();
          }
          next = left <= WARN + TELL_EACH / 1000 ? 3_000 : TELL_EACH;
        } catch (e) {
          // the network is away for a moment; the server counts on
        }
        timer = setTimeout(look, next);
      };
      timer = setTimeout(look, 3_000);
    }
  };
})();
