// Dark or light, as the device says or as somebody chose here.
(() => {
  const KEY = 'samenzicht.theme';
  const media = window.matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const chosen = localStorage.getItem(KEY);
    const dark = chosen ? chosen === 'dark' : media.matches;
    document.documentElement.setAttribute('theme', dark ? 'dark' : 'light');
  };
  media.addEventListener('change', show);
  window.samenzichtTheme = {
    toggle() {
      const dark = document.documentElement.getAttribute('theme') === 'dark';
      localStorage.setItem(KEY, dark ? 'light' : 'dark');
      show();
    }
  };
  show();
})();
