// Keeps "5 minutes ago" true while the page stays open: <time datetime data-ago>.
(() => {
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto", style: "short" });
  const steps = [["day", 86400], ["hour", 3600], ["minute", 60]];
  const tell = () => {
    for (const time of document.querySelectorAll("time[data-ago]")) {
      const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000;
      if (Math.abs(seconds) > 7 * 86400) continue;
      const [unit, size] = steps.find(([, s]) => Math.abs(seconds) >= s) ?? ["minute", 60];
      time.textContent = words.format(Math.round(seconds / size), unit);
    }
  };
  setInterval(tell, 60000);
})();
