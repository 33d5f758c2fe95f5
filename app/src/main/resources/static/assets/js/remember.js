// Keeps a choice of how the page looks in a cookie, so that the server's next page comes right from its first paint.
(() => {
  const remember = (name, value) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    const age = value ? 31536000 : 0;
    document.cookie = `bedside_${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
  };
  const show = (name, value) => {
    if (value) document.documentElement.dataset[name] = value;
    else delete document.documentElement.dataset[name];
  };
  window.bedside = {
    ...window.bedside,
    choose: (name, value) => {
      remember(name, value);
      show(name, value);
    },
  };
})();
